/// All code lists as they were at one moment, in memory: what rules, pages and imports look codes up in.
///
/// A value that never changes; ``References/snapshot()`` gives the one of now.
public struct ReferenceSnapshot: Sendable {
    /// Grows with every change of a list in the store.
    public let version: Int
    let lists: [ReferenceList: CodeList]
    let official: Set<ReferenceList>
    /// The periods of each comune, oldest first.
    let periods: [String: [Municipality]]
    let municipalityNames: NameIndex<String>
    let municipalitiesByName: [String: [String]]
    /// The periods that are over, by the name of then.
    let formerMunicipalitiesByName: [String: [Municipality]]
    let professionNames: NameIndex<String>
    let suggestions = Suggestions()

    /// The entries of one list, in the list's order.
    struct CodeList: Sendable {
        let entries: [ReferenceCode]
        let positions: [String: Int]

        init(_ entries: [ReferenceCode]) {
            self.entries = entries
            positions = Dictionary(entries.enumerated().map { ($1.code, $0) }) { first, _ in first }
        }

        subscript(code: String) -> ReferenceCode? { positions[code].map { entries[$0] } }
    }

    init(
        version: Int,
        codes: [ReferenceList: [ReferenceCode]],
        municipalities: [(municipality: Municipality, key: String)],
        official: Set<ReferenceList>
    ) {
        self.version = version
        self.official = official
        lists = codes.mapValues(CodeList.init)
        periods = Dictionary(grouping: municipalities.map(\.municipality)) { $0.code }
            .mapValues { $0.sorted { $0.validFrom < $1.validFrom } }
        let capitals = Set((codes[.province] ?? []).map { Fold.key($0.label.it) })
        let today = municipalities.filter { $0.municipality.validTo == nil }
        municipalitiesByName = Dictionary(grouping: today) { $0.key }.mapValues { $0.map(\.municipality.code) }
        formerMunicipalitiesByName = Dictionary(
            grouping: municipalities.filter { $0.municipality.validTo != nil }
        ) { $0.key }.mapValues { $0.map(\.municipality) }
        municipalityNames = NameIndex(
            today.map { (key: $0.key, item: $0.municipality.code, isPreferred: capitals.contains($0.key)) }
        )
        professionNames = NameIndex(
            (codes[.profession] ?? []).filter { ReferenceSnapshot.isUnit($0.code) }.flatMap { entry in
                entry.searchKeys.map { (key: $0, item: entry.code, isPreferred: false) }
            }
        )
    }

    /// The tables that come with the software, without any store.
    public static func starter(_ tables: StarterTables? = nil) throws -> ReferenceSnapshot {
        let tables = try tables ?? StarterTables()
        var codes: [ReferenceList: [ReferenceCode]] = [:]
        var municipalities: [(municipality: Municipality, key: String)] = []
        for list in ReferenceList.allCases {
            codes[list] = try tables.codes(list)
            municipalities += try tables.municipalities(list).map { ($0, Fold.key($0.name)) }
        }
        return ReferenceSnapshot(version: 0, codes: codes, municipalities: municipalities, official: [])
    }

    /// Whether a code of CP2021 names a profession, and not a group of them.
    static func isUnit(_ code: String) -> Bool {
        ReferenceList.profession.pattern?.matches(code) ?? false
    }
}

extension ReferenceSnapshot {
    /// The entries of a list in the list's own order: by rank, by level, by name.
    public func entries(_ list: ReferenceList) -> [ReferenceCode] {
        lists[list]?.entries ?? []
    }

    /// The entries that are good on `day`, for what people may choose now.
    public func entries(_ list: ReferenceList, on day: Day) -> [ReferenceCode] {
        entries(list).filter { $0.isValid(on: day) }
    }

    public func entry(_ code: String, in list: ReferenceList) -> ReferenceCode? {
        lists[list]?[code]
    }

    /// What people read in place of the code; the code itself where the list does not know it.
    public func label(_ code: String, in list: ReferenceList) -> Localized {
        entry(code, in: list)?.label ?? Localized(it: code, en: code)
    }

    /// Whether the official table was imported, so that the list is whole.
    public func isOfficial(_ list: ReferenceList) -> Bool {
        official.contains(list)
    }

    /// The height of an education level: a filter "at least" compares it.
    public func rank(ofEducation code: String) -> Int? {
        entry(code, in: .education)?.rank
    }

    /// The height of a language level, A1 to C2.
    public func rank(ofLanguageLevel code: String) -> Int? {
        entry(code, in: .languageLevel)?.rank
    }

    public func contractType(_ code: String) -> ContractType? {
        entry(code, in: .contractType).flatMap(ContractType.init)
    }

    /// Whether who holds the licence `held` may drive what asks for `wanted`: a CE driver may drive what asks for B.
    public func licence(_ held: String, covers wanted: String) -> Bool {
        if held == wanted { return true }
        let included = entry(held, in: .drivingLicence)?.attributes["includes"] ?? ""
        return included.split(separator: " ").contains { $0 == wanted }
    }
}

// MARK: - Places

extension ReferenceSnapshot {
    /// The comune of today with this code; of a comune that is no more, its last period.
    public func municipality(_ code: String) -> Municipality? {
        periods[code].flatMap { all in all.last { $0.validTo == nil } ?? all.last }
    }

    /// The comune as it was on a day; none where the code was not in use then.
    public func municipality(_ code: String, on day: Day) -> Municipality? {
        periods[code]?.last { $0.isValid(on: day) }
    }

    /// The comuni that exist on a day, by code.
    public func municipalities(on day: Day) -> [Municipality] {
        periods.values.compactMap { $0.last { $0.isValid(on: day) } }.sorted { $0.code < $1.code }
    }

    /// The comuni of today of that name, however it is spelt, in `province` where it is given.
    public func municipalities(named name: String, province: String? = nil) -> [Municipality] {
        (municipalitiesByName[Fold.key(name)] ?? []).compactMap(municipality)
            .filter { province == nil || $0.province == province }
    }

    /// The place of birth that the code stands for, in a tax code or in a register.
    ///
    /// Codes of comuni and states that are no more stay in living people's tax codes, and are still issued; archives
    /// hold dates of comuni that do not fit together. So a code that was ever in use is good, and the day of birth only
    /// chooses between its names.
    public func birthPlace(_ code: String, on day: Day) -> BirthPlace? {
        if let state = entry(code, in: .foreignState) {
            return BirthPlace(code: code, name: state.label, province: nil)
        }
        guard let all = periods[code], let first = all.first else { return nil }
        let period = all.last { $0.isValid(on: day) } ?? all.last { $0.validFrom <= day } ?? first
        let name = Localized(it: period.name, en: period.name)
        return BirthPlace(code: code, name: name, province: period.province)
    }

    /// The region of a province.
    public func region(ofProvince code: String) -> ReferenceCode? {
        entry(code, in: .province)?.parent.flatMap { entry($0, in: .region) }
    }

    /// The provinces of a region, by name.
    public func provinces(ofRegion code: String) -> [ReferenceCode] {
        entries(.province).filter { $0.parent == code }.sorted { $0.label.it < $1.label.it }
    }

    /// Kilometres between two comuni as the crow flies; none where the position of one is not known.
    public func distance(from first: String, to second: String) -> Double? {
        guard let first = municipality(first)?.position, let second = municipality(second)?.position else { return nil }
        return first.distance(to: second)
    }
}
