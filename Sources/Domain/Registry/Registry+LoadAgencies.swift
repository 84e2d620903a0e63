internal import Persistence

extension Registry {
    /// Takes the agencies of a file over, in one transaction.
    public func load(
        agencies rows: [LoadRow<AgencyEntry>],
        _ request: LoadRequest = LoadRequest()
    ) async throws -> [LoadReceipt] {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let stored = try transaction.agencies()
            var owners = Dictionary(stored.map { ($0.taxCode, $0.code) }, uniquingKeysWith: { first, _ in first })
            var result = Reconciliation(keyed(stored) { $0.code }, keyField: "code")
            for row in rows {
                result.add(row, key: row.entry.code) { entry, old, findings in
                    if let agency = request.agency, agency != entry.code {
                        findings.append(.otherAgency(entry.code, expected: agency))
                    }
                    if let owner = owners[entry.taxCode], owner != entry.code {
                        findings.append(.taxCodeOfAnotherAgency(owner))
                    }
                    if let end = entry.authorisedTo, end < entry.authorisedFrom {
                        findings.append(.endsBeforeStart("authorised_to"))
                    }
                    if findings.haveErrors { return nil }
                    owners[entry.taxCode] = entry.code
                    return Agency(
                        id: old?.id ?? store.ids.next(),
                        code: entry.code,
                        taxCode: entry.taxCode,
                        name: entry.name,
                        sections: entry.sections,
                        authorisedFrom: entry.authorisedFrom,
                        authorisedTo: entry.authorisedTo
                    )
                }
            }
            if request.isDryRun { return result.receipts }
            try store.write(agencies: result.changed, in: transaction)
            try store.audit.record(.loaded("registry.agencies_loaded", result.receipts, request), in: transaction)
            return result.receipts
        }
    }
}

/// What is stored, by the keys that rows have.
func keyed<Stored>(_ values: [Stored], _ key: (Stored) -> String) -> [String: Stored] {
    Dictionary(values.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
}

extension Store {
    fileprivate func write(agencies: [Agency], in transaction: borrowing Transaction) throws {
        if agencies.isEmpty { return }
        let columns: [StaticString] = [
            "id", "code", "tax_code", "name", "name_fold", "authorised_from", "authorised_to", "loaded_at",
        ]
        let table = BulkTable("agency", columns: columns, key: ["id"], update: Array(columns.dropFirst()))
        try transaction.upsert(
            into: table,
            rows: agencies.map { agency -> [SQLValue] in
                [
                    agency.id.sqlValue, .text(agency.code), agency.taxCode.sqlValue, .text(agency.name),
                    .text(Fold.key(agency.name)), agency.authorisedFrom.sqlValue, agency.authorisedTo.sqlValue,
                    now.sqlValue,
                ]
            }
        )
        try transaction.run("DELETE FROM agency_section WHERE agency_id IN \(in: agencies.map(\.id))")
        try transaction.upsert(
            into: BulkTable(
                "agency_section",
                columns: ["agency_id", "section"],
                key: ["agency_id", "section"],
                update: []
            ),
            rows: agencies.flatMap { agency in agency.sections.map { [agency.id.sqlValue, $0.sqlValue] } }
        )
    }
}
