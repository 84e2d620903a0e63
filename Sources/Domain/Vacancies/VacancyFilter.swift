/// What an agency's list of vacancies is narrowed to.
public struct VacancyFilter: ListFilter {
    /// The states that are true today; all when empty.
    public var statuses: [Vacancy.Status] = []
    public var keywords: String?
    public var branches: [ID<Branch>] = []
    /// The agency's own code, in full.
    public var externalReference: String?
    /// A code of CP2021 at any level.
    public var profession: String?
    /// Cadastral code of the workplace's comune.
    public var municipality: String?
    public var provinces: [String] = []
    /// Codes of the mandatory communications.
    public var contracts: [String] = []
    public var publishedFrom: Day?
    public var publishedTo: Day?
    /// Published at or after this instant: what software asks that comes back again and again.
    public var publishedSince: Instant?
    /// Published or suspended, and ending before this day.
    public var expiringBefore: Day?
    /// Published or suspended, and ending today or in so many days: stays true in a saved search.
    public var expiringDays: Int?
    /// Those that nobody has applied to.
    public var withoutInterests = false

    public init() {}

    /// What the keywords ask of the text index.
    public var terms: SearchTerms { ItalianAnalyser.terms(query: keywords ?? "") }
}

// MARK: - In an address

extension VacancyFilter {
    public init(reading query: inout ListQuery) {
        statuses = query.choices("status")
        keywords = query.keywords("q")
        branches = query.branches("branch")
        externalReference = query.text("external_reference")
        profession = query.text("profession")
        municipality = query.text("municipality").map { $0.uppercased() }
        provinces = query.texts("province").map { $0.uppercased() }
        contracts = query.texts("contract").map { $0.uppercased() }
        (publishedFrom, publishedTo) = query.days(from: "published_from", to: "published_to")
        publishedSince = query.instant("published_since")
        expiringBefore = query.day("expiring_before")
        expiringDays = query.integer("expiring_days", in: 0...365)
        withoutInterests = query.flag("without_interests")
    }

    public var query: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) {
            if let value { pairs.append((name, value)) }
        }
        add("q", keywords)
        statuses.forEach { add("status", $0.rawValue) }
        branches.forEach { add("branch", $0.text) }
        add("external_reference", externalReference)
        add("profession", profession)
        add("municipality", municipality)
        provinces.forEach { add("province", $0) }
        contracts.forEach { add("contract", $0) }
        add("published_from", publishedFrom?.description)
        add("published_to", publishedTo?.description)
        add("published_since", publishedSince?.rfc3339)
        add("expiring_before", expiringBefore?.description)
        add("expiring_days", expiringDays.map(String.init))
        add("without_interests", withoutInterests ? "true" : nil)
        return pairs
    }

    public func unknownCodes(_ reference: ReferenceSnapshot) -> [Finding] {
        var findings: [Finding] = []
        func check(_ code: String, in list: ReferenceList, field: String) {
            findings += reference.check(code, in: list, field: field, use: .past).filter { $0.severity == .error }
        }
        if let profession, !reference.hasProfessions(under: profession) { findings.append(.unknownProfession) }
        if let municipality, !municipality.hasPrefix("Z") {
            check(municipality, in: .municipality, field: "municipality")
        }
        for province in provinces { check(province, in: .province, field: "province") }
        for contract in contracts { check(contract, in: .contractType, field: "contract") }
        return findings
    }

    public func words(_ reference: ReferenceSnapshot, branches names: [ID<Branch>: String]) -> [FilterWords] {
        var list = FilterWordsList()
        list.add("q", keywords)
        list.add("status", statuses.map(\.label))
        list.add("branch", branches, named: names)
        list.add("external_reference", externalReference)
        list.add("profession", profession.map { reference.label($0, in: .profession) })
        list.add("municipality", municipality.map { reference.municipality($0)?.name ?? $0 })
        list.add("province", provinces)
        list.add("contract", contracts.map { reference.label($0, in: .contractType) })
        list.add("published_from", publishedFrom)
        list.add("published_to", publishedTo)
        list.add("published_since", publishedSince.map(\.rfc3339))
        list.add("expiring_before", expiringBefore)
        list.add("expiring_days", expiringDays)
        list.add("without_interests", withoutInterests)
        return list.words
    }
}
