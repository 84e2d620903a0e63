internal import Persistence

/// Why a CV cannot be saved.
public enum CannotSaveCurriculum: Error, Hashable, Sendable {
    /// Somebody, perhaps the same person in another window, has saved it meanwhile.
    case changedMeanwhile(current: Int)
}

extension Citizens {
    /// Saves the person's CV, with what lists and searches need of it.
    ///
    /// - Parameter version: The version that the person has edited; 0 for a first CV.
    /// - Returns: The new version, and what is doubtful in it.
    /// - Throws: ``CannotSaveCurriculum``; ``Invalid`` with the findings, field by field.
    @discardableResult
    public func saveCurriculum(
        _ curriculum: Curriculum,
        replacing version: Int,
        reference: ReferenceSnapshot,
        as citizen: CitizenIdentity
    ) async throws -> (version: Int, findings: [Finding]) {
        let today = store.today
        let findings = curriculum.findings(reference, today: today)
        if findings.haveErrors { throw Invalid(findings) }
        let (json, columns) = (try curriculum.json, CurriculumColumns(curriculum, reference: reference, today: today))
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            _ = try transaction.citizen(citizen.id)
            return (
                try store.save(curriculum: json, columns, replacing: version, of: citizen, in: transaction), findings
            )
        }
    }
}

extension Store {
    /// The CV that agencies see, what lists need of it, and the trace.
    ///
    /// - Parameter replaced: Any number that a form sent: it is compared before anything is counted from it.
    /// - Returns: The new version.
    func save(
        curriculum json: String,
        _ columns: CurriculumColumns,
        replacing replaced: Int,
        of citizen: CitizenIdentity,
        in transaction: borrowing Transaction
    ) throws -> Int {
        let stored = try transaction.curriculumVersion(of: citizen.id)
        guard stored == replaced else { throw CannotSaveCurriculum.changedMeanwhile(current: stored) }
        let version = stored + 1
        if try !write(curriculum: json, columns, version, of: citizen.id, in: transaction) {
            throw CannotSaveCurriculum.changedMeanwhile(current: try transaction.curriculumVersion(of: citizen.id))
        }
        try CitizenLinks(self).refresh([citizen.id], learning: columns.vocabulary, in: transaction)
        let entry = AuditEntry(
            .citizen(citizen),
            "curriculum.saved",
            on: AuditSubject("citizen", citizen.id),
            about: citizen.id,
            details: ["version": .number(Int64(version))]
        )
        try audit.record(entry, in: transaction)
        return version
    }

    /// - Returns: False when the stored version is not the one before.
    fileprivate func write(
        curriculum json: String,
        _ columns: CurriculumColumns,
        _ version: Int,
        of citizen: ID<Citizen>,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        let names = CurriculumColumns.names.map { SQL($0) }
        let row = columns.row(of: citizen, version: version, json: json, updatedAt: now)
        let changed = try transaction.run(
            """
            INSERT INTO curriculum (\(names.joined(by: ", ")))
            SELECT \(row.map { "\($0)" as SQL }.joined(by: ", "))
            WHERE \(version == 1) OR EXISTS (SELECT 1 FROM curriculum v WHERE v.citizen_id = \(citizen))
            ON CONFLICT (citizen_id) DO UPDATE SET
                \(names.dropFirst().map { "\($0) = excluded.\($0)" as SQL }.joined(by: ", "))
            WHERE curriculum.version = excluded.version - 1
            """
        )
        return changed == 1
    }
}

extension Transaction {
    /// The version of the CV that agencies see: 0 for none.
    fileprivate func curriculumVersion(of citizen: ID<Citizen>) throws -> Int {
        try first("SELECT v.version FROM curriculum v WHERE v.citizen_id = \(citizen)") ?? 0
    }
}
