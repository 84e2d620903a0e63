extension Interests {
    /// Begins to take a list of expressions of interest away; its trace is there before the first row is.
    public func export(
        _ list: InterestList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot,
        in language: Language = .it
    ) async throws -> ListExport<InterestList> {
        let publisher = Publisher(person)
        let statement = InterestStatement(list, as: publisher, today: store.today)
        var viewing = Viewing(.export, by: .operator(person), filters: list.filter.kinds)
        let disclosed = Set(list.columns.map(\.disclosed))
        viewing?.columns = CitizenColumn.allCases.filter(disclosed.contains)
        return try await ListExports(store: store).begin(
            statement,
            as: person,
            action: "interests.exported",
            viewing: viewing,
            content: { $0.content(limit: $1) },
            branches: publisher.receivingBranches(on: store.today),
            reference: reference,
            in: language
        )
    }

    /// Whether a list holds more than so many rows; when it does, that somebody learnt it is in the audit trail.
    public func exceeds(_ rows: Int, _ list: InterestList, as person: OperatorIdentity) async throws -> Bool {
        let statement = InterestStatement(list, as: Publisher(person), today: store.today)
        return try await ListExports(store: store).exceeds(rows, statement, as: person, action: "interests.counted")
    }
}
