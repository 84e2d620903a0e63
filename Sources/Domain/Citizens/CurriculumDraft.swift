internal import Foundation

/// What a citizen has typed of her CV so far, by field, also where it cannot be read yet: nothing typed is ever lost.
///
/// Fields have the dotted names of the CV's JSON (`experiences.0.employer`). A month and a place are typed in parts of
/// their own, so `start` is `start_month` and `start_year` here, and `municipality` stands beside its code. Rows without
/// any text are left out, and those after them move up.
public struct CurriculumDraft: Hashable, Sendable {
    private(set) var values: [String: [String]] = [:]

    /// How much a draft holds at most, in bytes: many times the longest CV that the rules admit.
    static let most = 400_000

    /// In place of a code: none of the list is meant, not even the one of that name.
    public static let none = "none"

    public init() {}

    /// Takes fields as a form sends them; names that are none of a CV are left out.
    public init(_ pairs: some Sequence<(String, String)>) {
        var rows: [Part: [Int: [String: [String]]]] = [:]
        for (name, value) in pairs {
            guard let field = Field(name), let text = CurriculumDraft.cleaned(value) else { continue }
            if let row = field.row {
                rows[field.part, default: [:]][row, default: [:]].keep(text, of: field)
            } else {
                values.keep(text, of: field)
            }
        }
        for (part, rows) in rows {
            let filled = rows.sorted { $0.key < $1.key }.map(\.value).filter { row in
                row.keys.contains { !part.carried.contains($0) }
            }
            for (index, row) in filled.enumerated() {
                for (name, texts) in row { values["\(part.rawValue).\(index).\(name)"] = texts }
            }
        }
        // What is ticked has no order: pages send it in that of their lists.
        for (name, texts) in values where texts.count > 1 { values[name] = texts.sorted() }
    }

    public func text(_ name: String) -> String? { values[name]?.first }

    public func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The code chosen for a text, or ``none``; nil where nothing was chosen, or the text has become another since.
    ///
    /// A choice carries the text that it was made for: who changes *cuoca* into *autista* has not chosen the cook again.
    public func choice(_ code: String, for text: String) -> String? {
        guard let chosen = self.text(code) else { return nil }
        let (now, then) = (self.text(text), self.text(CurriculumDraft.textOfChoice(code)))
        return then.map { Fold.key($0) == Fold.key(now ?? "") } ?? true ? chosen : nil
    }

    /// The field that holds the text for which a code was chosen.
    public static func textOfChoice(_ code: String) -> String { code + "_for" }

    public func isTicked(_ name: String) -> Bool { text(name) == "yes" }

    /// The fields that hold something, with their texts, in the order of their names.
    public var pairs: [(String, String)] {
        values.sorted { $0.key < $1.key }.flatMap { name, texts in texts.map { (name, $0) } }
    }

    /// How many rows a part has.
    public func rows(_ part: Part) -> Int {
        let prefix = part.rawValue + "."
        return part.isRepeated ? Set(values.keys.compactMap { $0.hasPrefix(prefix) ? Field($0)?.row : nil }).count : 0
    }

    public func isEmpty(_ section: Section) -> Bool { only(section).values.isEmpty }

    /// The draft with nothing but one section.
    public func only(_ section: Section) -> CurriculumDraft {
        var draft = CurriculumDraft()
        draft.values = values.filter { name, _ in Field(name)?.part.section == section }
        return draft
    }

    public mutating func replace(_ section: Section, with other: CurriculumDraft) {
        values = values.filter { name, _ in Field(name)?.part.section != section }
        values.merge(other.only(section).values) { _, new in new }
    }

    /// Ends of lines as the store has them, no blanks around; nil when nothing is left.
    private static func cleaned(_ text: String) -> String? {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let trimmed = lines.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
    }
}

extension [String: [String]] {
    /// A field that holds one text keeps the first.
    fileprivate mutating func keep(_ text: String, of field: CurriculumDraft.Field) {
        let name = field.row == nil ? field.path : field.name
        if field.holdsMany {
            if self[name]?.contains(text) != true { self[name, default: []].append(text) }
        } else if self[name] == nil {
            self[name] = [text]
        }
    }
}

// MARK: - Storing

extension CurriculumDraft {
    /// A fingerprint of a section: who saves says which text was on the page, so that nothing is overwritten unseen.
    public func fingerprint(of section: Section) -> String { only(section).fingerprint }

    public var fingerprint: String { Secrets.hash(json) }

    /// As stored: one object of lists of texts.
    var json: String { CanonicalJSON.object(values.mapValues { .list($0.map(AuditValue.text)) }) }

    init(json: String) throws {
        let stored = try JSONDecoder().decode([String: [String]].self, from: Data(json.utf8))
        self.init(stored.flatMap { name, texts in texts.map { (name, $0) } })
    }
}

// MARK: - Fields

extension CurriculumDraft {
    /// What is filled in at one go.
    public enum Section: String, Sendable, CaseIterable {
        case professions
        case education
        case experiences
        case languages
        case skills
        case licences
        case availability
        case summary

        public var parts: [Part] { Part.allCases.filter { $0.section == self } }
    }

    /// A member of the CV's JSON.
    public enum Part: String, Sendable, CaseIterable {
        case desiredProfessions = "desired_professions"
        case education
        case training
        case experiences
        case languages
        case computerSkills = "computer_skills"
        case skills
        case licences
        case qualifications
        case availability
        case summary

        public var section: Section {
            switch self {
            case .desiredProfessions: .professions
            case .education, .training: .education
            case .experiences: .experiences
            case .languages: .languages
            case .computerSkills, .skills: .skills
            case .licences, .qualifications: .licences
            case .availability: .availability
            case .summary: .summary
            }
        }

        /// Whether it is a list of rows with fields.
        public var isRepeated: Bool {
            switch self {
            case .skills, .licences, .availability, .summary: false
            default: true
            }
        }

        var fields: Set<String> {
            switch self {
            case .desiredProfessions: ["description", "code", "code_for", "has_experience"]
            case .education:
                [
                    "level", "state", "description", "institute", "municipality", "municipality_code", "year", "grade",
                    "last_year_attended", "recognised_in_italy",
                ]
            case .training:
                [
                    "title", "provider", "region", "duration", "duration_unit", "certificate", "internship_at", "year",
                ]
            case .experiences:
                [
                    "title", "profession_code", "profession_code_for", "employer", "user_company", "activity_code",
                    "activity_version",
                    "contract_type_code", "municipality", "municipality_code", "start_month", "start_year", "start_day",
                    "end_month", "end_year", "end_day", "lasts", "duties",
                ]
            case .languages: ["code", "read", "written", "spoken", "is_native"]
            case .computerSkills: ["name", "level", "details"]
            case .qualifications: ["code", "name", "obtained_on", "expires_on"]
            case .availability:
                [
                    "from", "working_times", "contract_kinds", "contract_types", "activities", "shifts", "nights",
                    "holidays", "travel", "own_vehicle", "municipalities", "provinces", "regions", "radius_km",
                ]
            case .skills, .licences, .summary: []
            }
        }

        /// Fields that a row brings along without showing them: alone they make no row.
        var carried: Set<String> {
            switch self {
            case .experiences:
                [
                    "profession_code", "profession_code_for", "activity_code", "activity_version", "municipality_code",
                    "start_day", "end_day",
                ]
            case .education: ["municipality_code"]
            case .desiredProfessions: ["code", "code_for"]
            default: []
            }
        }
    }

    /// The number of a row as names of fields and buttons hold it; nil for what no draft has as many rows for.
    public static func row(_ text: some StringProtocol) -> Int? {
        text.utf8.count <= 3 ? Int(digits: text.utf8) : nil
    }

    /// A field's name, taken apart.
    struct Field {
        let path: String
        let part: Part
        let row: Int?
        /// The name within the row, or within the part.
        let name: String

        init?(_ path: String) {
            let steps = path.split(separator: ".", omittingEmptySubsequences: false)
            guard let part = steps.first.flatMap({ Part(rawValue: String($0)) }) else { return nil }
            self.path = path
            self.part = part
            switch (part.isRepeated, steps.count) {
            case (true, 3):
                guard let row = CurriculumDraft.row(steps[1]) else { return nil }
                self.row = row
                name = String(steps[2])
                guard part.fields.contains(name) else { return nil }
            case (false, 2):
                row = nil
                name = String(steps[1])
                guard part.fields.contains(name) else { return nil }
            case (false, 1):
                row = nil
                name = path
                guard part.fields.isEmpty else { return nil }
            default: return nil
            }
        }

        var holdsMany: Bool {
            switch (part, name) {
            case (.licences, _): true
            case (.availability, "working_times"), (.availability, "contract_kinds"),
                (.availability, "contract_types"), (.availability, "activities"), (.availability, "regions"):
                true
            default: false
            }
        }
    }
}
