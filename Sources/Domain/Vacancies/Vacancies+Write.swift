internal import Persistence

extension Vacancies {
    private static let ownColumns: [StaticString] = [
        "id", "code", "position", "external_reference", "agency_id", "branch_id", "status", "province", "latitude",
        "longitude", "minimum_education_rank", "content_hash", "publication_start", "publication_end_date",
        "closing_reason", "created_at", "updated_at", "version", "analyser",
    ]
    /// New rows are inserted and nothing else: should an id ever be made twice, nobody's vacancy is written over.
    private static let insertion = BulkTable(
        "vacancy",
        columns: ownColumns + VacancyTerms.columnNames,
        key: [],
        update: []
    )
    private static let update = BulkTable(
        "vacancy",
        columns: ownColumns + VacancyTerms.columnNames,
        key: ["id"],
        update: ownColumns.filter { !["id", "code", "agency_id", "created_at"].contains($0.description) }
            + VacancyTerms.columnNames
    )
    private static let periods = BulkTable(
        "publication_period",
        columns: ["id", "vacancy_id", "started_at", "end_date"],
        key: [],
        update: []
    )

    /// Writes vacancies with their periods and their words; the caller records who did it and what changed.
    func write(_ plans: [PlannedVacancy], as publisher: Publisher, in transaction: borrowing Transaction) throws {
        let now = store.now
        let (new, old) = (plans.filter(\.isNew), plans.filter { !$0.isNew })
        if !new.isEmpty {
            try transaction.upsert(into: Vacancies.insertion, rows: new.map { values($0, publisher, now) })
        }
        if !old.isEmpty {
            try transaction.upsert(into: Vacancies.update, rows: old.map { values($0, publisher, now) })
        }
        try writePeriods(plans, now, in: transaction)
        try index(plans, publisher, in: transaction)
    }

    private func values(_ plan: PlannedVacancy, _ publisher: Publisher, _ now: Instant) -> [SQLValue] {
        let publication = plan.publication
        return [
            plan.id.sqlValue, plan.code.sqlValue, plan.position.sqlValue, plan.draft.externalReference.sqlValue,
            publisher.agency.sqlValue, plan.branch.sqlValue, publication.status.sqlValue,
            plan.place.province.sqlValue, plan.place.latitude.sqlValue, plan.place.longitude.sqlValue,
            plan.educationRank.sqlValue, .text(plan.contentHash), publication.start.sqlValue,
            publication.end.sqlValue, publication.closingReason.sqlValue, (plan.basis?.createdAt ?? now).sqlValue,
            now.sqlValue, plan.version.sqlValue, ItalianAnalyser.version.sqlValue,
        ] + plan.values
    }

    private func writePeriods(_ plans: [PlannedVacancy], _ now: Instant, in transaction: borrowing Transaction) throws {
        var opened: [[SQLValue]] = []
        for plan in plans where plan.step != .stay {
            guard let end = plan.publication.end else { continue }
            switch plan.step {
            case .open:
                // A period that ended by the clock, and that no job has closed yet, is closed now.
                if plan.basis?.publication.start != nil {
                    try endPeriod(of: plan.id, .expired, at: nil, in: transaction)
                }
                let id = store.ids.next(PublicationPeriod.self)
                opened.append([id.sqlValue, plan.id.sqlValue, (plan.publication.start ?? now).sqlValue, end.sqlValue])
            case .moveEnd:
                try transaction.run(
                    """
                    UPDATE publication_period SET end_date = \(end)
                    WHERE vacancy_id = \(plan.id) AND end_reason IS NULL
                    """
                )
            case .end(let reason):
                try endPeriod(of: plan.id, reason, at: now, in: transaction)
            case .stay:
                continue
            }
        }
        if !opened.isEmpty { try transaction.upsert(into: Vacancies.periods, rows: opened) }
    }

    /// - Parameter instant: nil when the period reached its end date.
    func endPeriod(
        of vacancy: ID<Vacancy>,
        _ reason: PublicationPeriod.EndReason,
        at instant: Instant?,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.run(
            """
            UPDATE publication_period SET ended_at = \(instant), end_reason = \(reason)
            WHERE vacancy_id = \(vacancy) AND end_reason IS NULL
            """
        )
    }

    private func index(
        _ plans: [PlannedVacancy],
        _ publisher: Publisher,
        in transaction: borrowing Transaction
    ) throws {
        for plan in plans {
            if let basis = plan.basis, basis.position != plan.position {
                try VacanciesSchema.index.remove(basis.position, in: transaction)
            }
        }
        let documents = plans.map { plan in
            TextIndex.Document(
                plan.position,
                tokens: plan.indexedText.tokens,
                scopes: VacancyText.scopes(
                    agency: publisher.agency,
                    branch: plan.branch,
                    province: plan.place.province,
                    status: plan.publication.status
                )
            )
        }
        try VacanciesSchema.index.put(documents, in: transaction)
        let words = WordSet.union(of: plans.map(\.indexedText.words))
        try Vocabulary.ofVacancies.learn(words, known: store.knownWords, in: transaction)
    }
}
