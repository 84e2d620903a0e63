/// What an agency or authorised body may do here, by the sections of the register that it is in.
public enum AgencyRight: String, Sendable, CaseIterable, Codable {
    case publishVacancies = "publish_vacancies"
    case readVacancies = "read_vacancies"
    case readCurricula = "read_curricula"
    case publishCurricula = "publish_curricula"

    public var title: Localized {
        switch self {
        case .publishVacancies: Localized(it: "Pubblicare offerte di lavoro", en: "Publish vacancies")
        case .readVacancies: Localized(it: "Consultare le offerte di lavoro", en: "Read vacancies")
        case .readCurricula: Localized(it: "Consultare i curricula", en: "Read curricula")
        case .publishCurricula: Localized(it: "Pubblicare curricula", en: "Publish curricula")
        }
    }
}

/// One row of the table *section → rights*: who may do what, from when, and which norm says so.
public struct SectionRule: Hashable, Sendable {
    public let sections: Set<RegisterSection>
    public let rights: Set<AgencyRight>
    /// The first day; nil for as long as this system exists.
    public let from: Day?
    /// The last day, inclusive; nil while in force.
    public let until: Day?
    public let source: String

    public init(
        _ sections: Set<RegisterSection>,
        _ rights: Set<AgencyRight>,
        from: Day? = nil,
        until: Day? = nil,
        source: String
    ) {
        self.sections = sections
        self.rights = rights
        self.from = from
        self.until = until
        self.source = source
    }

    public func isInForce(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

extension SectionRule {
    /// The one table of rights: pages, API and queries read this and nothing else.
    ///
    /// A change of the law is a new row with its first day, never an edit of an old one: lists of the past stay right.
    public static let table: [SectionRule] = [
        SectionRule(
            [.brokering, .specialRegime],
            [.readVacancies, .publishVacancies, .readCurricula, .publishCurricula],
            source: "art. 2 c. 1 lett. b, art. 4 c. 1 lett. c, art. 6 d.lgs. 276/2003"
        ),
        SectionRule(
            [.searchAndSelection],
            [.readVacancies, .publishVacancies, .readCurricula],
            source: "art. 2 c. 1 lett. c, art. 4 c. 1 lett. d d.lgs. 276/2003"
        ),
        SectionRule(
            [.relocation],
            [.readVacancies, .publishCurricula],
            source: "art. 2 c. 1 lett. d, art. 4 c. 1 lett. e d.lgs. 276/2003"
        ),
        // A specialist agency hires for one kind of work: it looks for people, and places nobody elsewhere.
        SectionRule(
            [.specialist],
            [.readVacancies, .publishVacancies, .readCurricula],
            source: "art. 4 c. 1 lett. b, art. 20 d.lgs. 276/2003"
        ),
        // All agencies of art. 4 publish the positions they manage, and may look for candidates on the platform.
        SectionRule(
            [.generalist, .specialist, .brokering, .searchAndSelection, .relocation],
            [.publishVacancies, .readCurricula],
            from: Day(year: 2026, month: 4, day: 1),
            source: "art. 14 DL 31-10-2025 n. 159"
        ),
    ]
}

extension RegisterSection {
    /// What this section gives on `day`, with the sections that it brings along.
    public func rights(on day: Day) -> Set<AgencyRight> {
        let sections = alsoIn.union([self])
        return SectionRule.table.reduce(into: []) { rights, rule in
            if rule.isInForce(on: day), !rule.sections.isDisjoint(with: sections) { rights.formUnion(rule.rights) }
        }
    }
}

extension AgencyRight {
    /// The sections that give this right on `day`, in the register's order.
    public func sections(on day: Day) -> [RegisterSection] {
        RegisterSection.allCases.filter { $0.rights(on: day).contains(self) }
    }
}
