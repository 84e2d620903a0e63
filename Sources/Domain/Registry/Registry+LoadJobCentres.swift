internal import Persistence

extension Registry {
    /// Takes the job centres of a file over, in one transaction.
    public func load(
        jobCentres rows: [LoadRow<JobCentreEntry>],
        _ request: LoadRequest = LoadRequest(),
        place: @escaping PlaceOfMunicipality
    ) async throws -> [LoadReceipt] {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let stored: [JobCentre] = try transaction.all("SELECT \(JobCentre.columns) FROM job_centre j")
            var result = Reconciliation(keyed(stored) { $0.code }, keyField: "code")
            for row in rows {
                result.add(row, key: row.entry.code) { entry, old, findings in
                    guard place(entry.municipalityCode, store.today) != nil else {
                        findings.append(.unknownMunicipality(entry.municipalityCode))
                        return nil
                    }
                    return JobCentre(
                        id: old?.id ?? store.ids.next(),
                        code: entry.code,
                        name: entry.name,
                        municipalityCode: entry.municipalityCode,
                        address: entry.address,
                        email: entry.email
                    )
                }
            }
            if request.isDryRun { return result.receipts }
            let columns: [StaticString] = [
                "id", "code", "name", "municipality_code", "address", "email", "loaded_at",
            ]
            let now = store.now.sqlValue
            try transaction.upsert(
                into: BulkTable("job_centre", columns: columns, key: ["id"], update: Array(columns.dropFirst())),
                rows: result.changed.map { centre -> [SQLValue] in
                    [
                        centre.id.sqlValue, .text(centre.code), .text(centre.name), .text(centre.municipalityCode),
                        centre.address.sqlValue, centre.email.sqlValue, now,
                    ]
                }
            )
            try store.audit.record(.loaded("registry.job_centres_loaded", result.receipts, request), in: transaction)
            return result.receipts
        }
    }
}
