internal import Domain
internal import HTML

/// The list of citizens on pages.
struct CitizenDesk: ListDesk {
    let citizens: Citizens

    static let texts = ListTexts(
        path: .citizens,
        files: [.xlsx: "/cittadini.xlsx", .csv: "/cittadini.csv"],
        one: .oneCitizen,
        many: .manyCitizens,
        empty: .noCitizens,
        exportNotice: .exportNotice
    )

    static func fields(_ reference: ReferenceSnapshot, _ words: Words) -> ListFields {
        let levels = reference.entries(.education).sorted { ($0.rank ?? 0, $0.code) < ($1.rank ?? 0, $1.code) }
        let years = 0...130
        return ListFields(
            first: [
                ListField("q", .search, hint: .whatWorkHint),
                ListField("age_min", .number(years)),
                ListField("age_max", .number(years)),
                ListField(
                    "education_min",
                    .choice(levels.map { Field.Option(value: $0.code, label: words($0.label)) })
                ),
                ListField("province", .text, label: .province, hint: .provinceHint),
            ],
            more: [
                ListField("profession", .text, hint: .professionCodeHint),
                ListField("experience_min", .number(0...60), hint: .inYears),
                ListField("licence", .text),
                ListField("language", .choice(Field.options(.language, reference, words))),
                ListField("language_level", .choice(Field.options(.languageLevel, reference, words)), label: .atLeast),
                ListField("working_time", .choice(Field.options(.workingTime, reference, words))),
                ListField("municipality", .text, hint: .municipalityCodeHint),
                ListField("pad_from", .day),
                ListField("pad_to", .day),
                ListField("own_vehicle", .flag),
            ]
        )
    }

    static func link(_ row: CitizenRow) -> Link { "/cittadini/\(row.id.text)" }

    static func notice(_ filter: CitizenFilter) -> Localized? { filter.usesAge ? .ageNotice : nil }

    func page(
        _ list: CitizenList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot,
        at cursor: Cursor?
    ) async throws -> CitizenPage {
        try await citizens.list(list, as: person, reference: reference, at: cursor)
    }

    func count(_ list: CitizenList, as person: OperatorIdentity, _ reference: ReferenceSnapshot) async throws -> Int {
        try await citizens.count(list, as: person, reference: reference)
    }

    func facets(
        _ list: CitizenList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot
    ) async throws -> [FacetCounts<CitizenFacet>] {
        try await citizens.facets(list, as: person, reference: reference)
    }

    func exceeds(
        _ rows: Int,
        _ list: CitizenList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot
    ) async throws -> Bool {
        try await citizens.exceeds(rows, list, as: person, reference: reference)
    }

    func export(
        _ list: CitizenList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot,
        in language: Language
    ) async throws -> CitizenExport {
        try await citizens.export(list, as: person, reference: reference, in: language)
    }

    func openBranches(to person: OperatorIdentity) async throws -> [ID<Branch>: String] {
        try await citizens.branches(openTo: person)
    }
}
