internal import Domain
internal import HTML

/// The list of expressions of interest that an agency received, on pages.
struct InterestDesk: ListDesk {
    let interests: Interests

    static let texts = ListTexts(
        path: .receivedInterests,
        files: [.xlsx: "/manifestazioni.xlsx", .csv: "/manifestazioni.csv"],
        one: .oneInterest,
        many: .manyInterests,
        empty: .noReceivedInterests,
        exportNotice: .exportNotice
    )

    static func fields(_ reference: ReferenceSnapshot, _ words: Words) -> ListFields {
        let states = ExpressionOfInterest.Status.allCases.map {
            Field.Option(value: $0.rawValue, label: words($0.label))
        }
        return ListFields(
            first: [
                ListField("citizen", .search, hint: .citizenNameHint),
                ListField("vacancy", .text, hint: .vacancyCodeHint),
                ListField("unread", .flag),
            ],
            more: [
                ListField("status", .choices(states)),
                ListField("submitted_from", .day),
                ListField("submitted_to", .day),
            ]
        )
    }

    static func link(_ row: ListedInterest) -> Link { ReceivedInterestPage.link(row.received.interest.id) }

    func page(
        _ list: InterestList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot,
        at cursor: Cursor?
    ) async throws -> InterestPage {
        try await interests.list(list, as: Publisher(person), at: cursor)
    }

    func count(_ list: InterestList, as person: OperatorIdentity, _ reference: ReferenceSnapshot) async throws -> Int {
        try await interests.count(list, as: Publisher(person))
    }

    func facets(
        _ list: InterestList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot
    ) async throws -> [FacetCounts<InterestFacet>] {
        try await interests.facets(list, as: Publisher(person))
    }

    func exceeds(
        _ rows: Int,
        _ list: InterestList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot
    ) async throws -> Bool {
        try await interests.exceeds(rows, list, as: person)
    }

    func export(
        _ list: InterestList,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot,
        in language: Language
    ) async throws -> ListExport<InterestList> {
        try await interests.export(list, as: person, reference: reference, in: language)
    }

    func openBranches(to person: OperatorIdentity) async throws -> [ID<Branch>: String] {
        try await interests.branches(openTo: person)
    }
}
