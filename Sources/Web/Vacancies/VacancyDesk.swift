internal import Domain
internal import HTML

/// The list of an agency's vacancies on pages.
struct VacancyDesk: ListDesk {
    let vacancies: Vacancies

    static let texts = ListTexts(
        path: .vacancies,
        files: [.xlsx: "/offerte.xlsx", .csv: "/offerte.csv"],
        one: .oneOffer,
        many: .manyOffers,
        empty: .noVacancies,
        exportNotice: .vacancyExportNotice,
        action: (.uploadVacancies, .vacancyUpload)
    )

    static func fields(_ reference: ReferenceSnapshot, _ words: Words) -> ListFields {
        let states = Vacancy.Status.allCases.map { Field.Option(value: $0.rawValue, label: words($0.label)) }
        return ListFields(
            first: [
                ListField("q", .search, hint: .whatWorkHint),
                ListField("status", .choices(states)),
                ListField("expiring_days", .number(0...365)),
                ListField("external_reference", .text),
            ],
            more: [
                ListField("profession", .text, hint: .professionCodeHint),
                ListField("contract", .choice(Field.options(.contractType, reference, words))),
                ListField("province", .text, label: .province, hint: .provinceHint),
                ListField("municipality", .text, hint: .municipalityCodeHint),
                ListField("published_from", .day),
                ListField("published_to", .day),
                ListField("without_interests", .flag),
            ]
        )
    }

    static func link(_ row: ListedVacancy) -> Link { "/offerte/\(row.vacancy.code.text)" }

    func page(
        _ list: VacancyList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot,
        at cursor: Cursor?
    ) async throws -> VacancyPage {
        try await vacancies.list(list, as: Publisher(person), at: cursor)
    }

    func count(_ list: VacancyList, as person: OperatorIdentity, _ reference: ReferenceSnapshot) async throws -> Int {
        try await vacancies.count(list, as: Publisher(person))
    }

    func facets(
        _ list: VacancyList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot
    ) async throws -> [FacetCounts<VacancyFacet>] {
        try await vacancies.facets(list, as: Publisher(person))
    }

    func exceeds(
        _ rows: Int,
        _ list: VacancyList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot
    ) async throws -> Bool {
        try await vacancies.exceeds(rows, list, as: person)
    }

    func export(
        _ list: VacancyList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot,
        in language: Language
    ) async throws -> ListExport<VacancyList> {
        try await vacancies.export(list, as: person, in: language)
    }

    func openBranches(to person: OperatorIdentity) async throws -> [ID<Branch>: String] {
        try await vacancies.branches(openTo: person)
    }
}
