internal import Domain

/// Which button of a section's form was pressed: `togli:experiences.2`.
enum CurriculumAction: Hashable {
    /// On to the next section.
    case goOn
    /// To the overview of all sections.
    case overview
    case add(CurriculumDraft.Part)
    case remove(CurriculumDraft.Part, row: Int)
    case moveUp(CurriculumDraft.Part, row: Int)
    /// Look the text of a row up in the list of professions.
    case search(CurriculumDraft.Part, row: Int)

    init(_ text: String?) {
        let steps = (text ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        let target = (steps.count > 1 ? steps[1] : "").split(separator: ".").map(String.init)
        let part = target.first.flatMap(CurriculumDraft.Part.init(rawValue:))
        let row = target.count == 2 ? CurriculumDraft.row(target[1]) : nil
        switch (steps.first, part, row) {
        case ("riepilogo", _, _): self = .overview
        case ("aggiungi", let part?, nil) where target.count == 1: self = .add(part)
        case ("togli", let part?, let row?): self = .remove(part, row: row)
        case ("su", let part?, let row?): self = .moveUp(part, row: row)
        case ("cerca", let part?, let row?): self = .search(part, row: row)
        default: self = .goOn
        }
    }

    var text: String {
        switch self {
        case .goOn: "continua"
        case .overview: "riepilogo"
        case .add(let part): "aggiungi:\(part.rawValue)"
        case .remove(let part, let row): "togli:\(part.rawValue).\(row)"
        case .moveUp(let part, let row): "su:\(part.rawValue).\(row)"
        case .search(let part, let row): "cerca:\(part.rawValue).\(row)"
        }
    }

    /// What was sent, after the button has done its work on the rows.
    func applied(to pairs: [(String, String)]) -> [(String, String)] {
        switch self {
        case .goOn, .overview, .add, .search: pairs
        case .remove(let part, let row): pairs.filter { !$0.0.hasPrefix("\(part.rawValue).\(row).") }
        case .moveUp(_, let row) where row < 1: pairs
        case .moveUp(let part, let row):
            pairs.map { name, value in
                let (mine, other) = ("\(part.rawValue).\(row).", "\(part.rawValue).\(row - 1).")
                if name.hasPrefix(mine) { return (other + name.dropFirst(mine.count), value) }
                if name.hasPrefix(other) { return (mine + name.dropFirst(other.count), value) }
                return (name, value)
            }
        }
    }

    /// The place of a row once the rows without text above it have fallen away; nil when it falls away itself.
    static func place(of row: Int, _ part: CurriculumDraft.Part, in pairs: [(String, String)]) -> Int? {
        func rows(upTo last: Int) -> Int {
            let kept = pairs.filter { name, _ in
                let steps = name.split(separator: ".")
                return steps.count == 3 && steps[0] == part.rawValue
                    && (CurriculumDraft.row(steps[1]).map { $0 <= last } ?? false)
            }
            return CurriculumDraft(kept).rows(part)
        }
        let (before, with) = (rows(upTo: row - 1), rows(upTo: row))
        return with > before ? before : nil
    }
}

extension CurriculumDraft.Section {
    /// The section's name in addresses.
    var slug: String {
        switch self {
        case .professions: "professioni"
        case .education: "istruzione"
        case .experiences: "esperienze"
        case .languages: "lingue"
        case .skills: "competenze"
        case .licences: "patenti"
        case .availability: "disponibilita"
        case .summary: "presentazione"
        }
    }

    init?(slug: String) {
        guard let section = Self.allCases.first(where: { $0.slug == slug }) else { return nil }
        self = section
    }

    var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// The section that follows; nil after the last.
    var next: Self? { Self.allCases.dropFirst(number).first }
}
