internal import Persistence

extension Vacancies {
    /// Analyses again what an earlier version of ``ItalianAnalyser`` has left, a portion at a time.
    ///
    /// To be called until it answers 0, at the start and after an upgrade; searches go on meanwhile. Nothing of the
    /// vacancies themselves changes, so that neither trace nor feed has anything to tell.
    ///
    /// - Returns: How many vacancies were brought up to date.
    @discardableResult
    public func reindex(atMost limit: Int = 500) async throws -> Int {
        let (reference, version) = (try await reference(), ItalianAnalyser.version)
        return try await store.write { (transaction: borrowing Transaction) in
            let stale: [VacancyOfAgency] = try transaction.all(
                """
                SELECT \(VacancyOfAgency.columns) FROM \(Vacancy.tables) WHERE vacancy.analyser < \(version)
                ORDER BY vacancy.analyser LIMIT \(limit)
                \(sqlite: "", postgresql: "FOR UPDATE OF vacancy SKIP LOCKED")
                """
            )
            var words = WordSet()
            for vacancy in stale {
                let status = vacancy.publication.status
                words.formUnion(try index(vacancy, as: status, reference, in: transaction))
            }
            try Vocabulary.ofVacancies.learn(words, known: store.knownWords, in: transaction)
            try transaction.run(
                "UPDATE vacancy SET analyser = \(version) WHERE id IN \(in: stale.map(\.id).sorted())"
            )
            return stale.count
        }
    }
}
