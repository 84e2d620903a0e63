internal import Persistence

extension Citizens {
    /// Analyses again what an earlier version of ``ItalianAnalyser``, or of the columns for lists, has left, a portion at
    /// a time.
    ///
    /// To be called until it answers 0, at the start and after an upgrade; searches go on meanwhile.
    ///
    /// - Returns: How many citizens were brought up to date.
    public func reindex(reference: ReferenceSnapshot, atMost limit: Int = 500) async throws -> Int {
        let (store, version) = (store, ItalianAnalyser.version)
        return try await store.write { (transaction: borrowing Transaction) in
            let stale: [StaleCurriculum] = try transaction.all(
                """
                SELECT v.citizen_id, v.body FROM curriculum v WHERE v.analyser < \(version)
                ORDER BY v.analyser LIMIT \(limit)
                """
            )
            var words = WordSet()
            for curriculum in stale {
                let columns = CurriculumColumns(curriculum.curriculum, reference: reference, today: store.today)
                words.formUnion(columns.vocabulary)
                try transaction.run(
                    """
                    UPDATE curriculum SET words = \(columns.words), analyser = \(version),
                        profession_text = \(columns.professionText), experience_months = \(columns.experience.months),
                        experience_since = \(columns.experience.since), contract_types = \(columns.contractTypes),
                        readiness = \(columns.readiness), territory = \(columns.territory),
                        available_from = \(columns.availableFrom), last_job = \(columns.lastJob)
                    WHERE citizen_id = \(curriculum.citizen)
                    """
                )
            }
            let named: [ID<Citizen>] = try transaction.all(
                """
                SELECT d.citizen_id FROM citizen_document d WHERE d.analyser < \(version)
                ORDER BY d.analyser LIMIT \(max(0, limit - stale.count))
                """
            )
            let touched = Set(stale.map(\.citizen) + named).sorted()
            try CitizenLinks(store).refresh(touched, learning: words, in: transaction)
            try transaction.run(
                "UPDATE citizen_document SET analyser = \(version) WHERE citizen_id IN \(in: touched)"
            )
            return touched.count
        }
    }
}

private struct StaleCurriculum: FromRow {
    let citizen: ID<Citizen>
    let curriculum: Curriculum

    init(from row: inout Row) throws {
        citizen = try row.next()
        curriculum = try Curriculum(json: try row.next())
    }
}
