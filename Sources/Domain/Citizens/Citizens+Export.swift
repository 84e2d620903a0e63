public typealias CitizenExport = ListExport<CitizenList>

extension Citizens {
    /// Begins to take a list away; its trace is there before the first row is.
    public func export(
        _ list: CitizenList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot,
        in language: Language = .it
    ) async throws -> CitizenExport {
        let statement = try CitizenStatement(list, as: person, reference: reference, today: store.today)
        var viewing = Viewing(.export, by: .operator(person), filters: list.filter.kinds)
        viewing?.columns = list.columns
        return try await ListExports(store: store).begin(
            statement,
            as: person,
            action: "citizens.exported",
            viewing: viewing,
            content: { $0.content(limit: $1) },
            branches: person.openBranches(on: store.today, with: .readCurricula),
            reference: reference,
            in: language
        )
    }

    /// Whether a list holds more than so many rows; when it does, that somebody learnt it is in the audit trail.
    public func exceeds(
        _ rows: Int,
        _ list: CitizenList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot
    ) async throws -> Bool {
        let statement = try CitizenStatement(list, as: person, reference: reference, today: store.today)
        return try await ListExports(store: store).exceeds(rows, statement, as: person, action: "citizens.counted")
    }
}
