extension Vacancies {
    /// Begins to take a list of vacancies away; its trace is there before the first row is.
    public func export(
        _ list: VacancyList,
        as person: OperatorIdentity,
        in language: Language = .it
    ) async throws -> ListExport<VacancyList> {
        let (publisher, reference) = (Publisher(person), try await reference())
        return try await ListExports(store: store).begin(
            try VacancyStatement(list, as: publisher, reference: reference, today: store.today),
            as: person,
            action: "vacancies.exported",
            branches: publisher.branches(on: store.today),
            reference: reference,
            in: language
        )
    }

    /// Whether a list holds more than so many rows; when it does, that somebody learnt it is in the audit trail.
    public func exceeds(_ rows: Int, _ list: VacancyList, as person: OperatorIdentity) async throws -> Bool {
        let reference = try await reference()
        let statement = try VacancyStatement(list, as: Publisher(person), reference: reference, today: store.today)
        return try await ListExports(store: store).exceeds(rows, statement, as: person, action: "vacancies.counted")
    }
}
