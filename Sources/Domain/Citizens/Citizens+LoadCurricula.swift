internal import Persistence

/// A CV that another system has kept until now.
public struct CurriculumEntry: Sendable {
    public let taxCode: TaxCode
    public let curriculum: Curriculum
    /// When its owner changed it last.
    public let updatedAt: Instant

    public init(taxCode: TaxCode, curriculum: Curriculum, updatedAt: Instant) {
        self.taxCode = taxCode
        self.curriculum = curriculum
        self.updatedAt = updatedAt
    }
}

extension Citizens {
    /// Takes over the CVs of the system that was in service before, by the thousand.
    ///
    /// The rules are the same. Who has a CV here already keeps it: what people have written since is never overwritten,
    /// and a take-over that broke off can simply be begun again.
    public func load(
        curricula rows: [LoadRow<CurriculumEntry>],
        reference: ReferenceSnapshot,
        _ request: LoadRequest = LoadRequest()
    ) async throws -> [LoadReceipt] {
        // Reading and analysing is most of the work, and waits for nobody.
        let judged = try rows.map { try JudgedCurriculum($0, reference: reference, today: self.store.today) }
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let citizens: [String: ID<Citizen>] = try transaction.codes(
                "SELECT c.tax_code, c.id FROM citizen c WHERE c.tax_code IN \(in: rows.map(\.entry.taxCode))"
            )
            var seen = Set(
                try transaction.all(
                    "SELECT v.citizen_id FROM curriculum v WHERE v.citizen_id IN \(in: citizens.values.sorted())",
                    as: ID<Citizen>.self
                )
            )
            var receipts: [LoadReceipt] = []
            var accepted: [ID<Citizen>: JudgedCurriculum] = [:]
            for one in judged {
                guard let citizen = citizens[one.row.entry.taxCode.text] else {
                    receipts.append(one.row.receipt(.rejected, [.unknownCitizen]))
                    continue
                }
                guard one.columns != nil, !one.row.findings.haveErrors else {
                    receipts.append(one.row.receipt(.rejected, one.findings))
                    continue
                }
                let isNew = seen.insert(citizen).inserted
                if isNew { accepted[citizen] = one }
                receipts.append(one.row.receipt(isNew ? .created : .unchanged, one.findings))
            }
            if request.isDryRun { return receipts }
            let new = accepted.keys.sorted()
            try store.write(curricula: accepted, of: new, in: transaction)
            let words = WordSet.union(of: accepted.values.compactMap(\.columns?.vocabulary))
            try CitizenLinks(store).refresh(new, learning: words, in: transaction)
            try store.audit.record(AuditEntry.loaded("curricula.loaded", receipts, request), in: transaction)
            return receipts
        }
    }
}

/// A CV held against the rules; without columns when they refuse it.
private struct JudgedCurriculum: Sendable {
    let row: LoadRow<CurriculumEntry>
    let findings: [Finding]
    let json: String
    let columns: CurriculumColumns?

    init(_ row: LoadRow<CurriculumEntry>, reference: ReferenceSnapshot, today: Day) throws {
        self.row = row
        let curriculum = row.entry.curriculum
        findings = curriculum.findings(reference, today: today)
        json = try curriculum.json
        columns = findings.haveErrors ? nil : CurriculumColumns(curriculum, reference: reference, today: today)
    }
}

extension Store {
    fileprivate func write(
        curricula: [ID<Citizen>: JudgedCurriculum],
        of citizens: [ID<Citizen>],
        in transaction: borrowing Transaction
    ) throws {
        if citizens.isEmpty { return }
        try transaction.upsert(
            into: BulkTable("curriculum", columns: CurriculumColumns.names, key: ["citizen_id"], update: []),
            rows: citizens.compactMap { citizen -> [SQLValue]? in
                guard let one = curricula[citizen], let columns = one.columns else { return nil }
                return columns.row(of: citizen, version: 1, json: one.json, updatedAt: one.row.entry.updatedAt)
            }
        )
    }
}
