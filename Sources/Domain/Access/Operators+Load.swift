internal import Persistence

extension Operators {
    /// Takes the operators of a file over, in one transaction.
    ///
    /// Somebody whom a master has suspended stays suspended: the register does not know of it. Nor does it make a branch
    /// operator of a super user to whom an active master lends a branch of her own; where it says super or master, its word
    /// holds.
    public func load(
        _ rows: [LoadRow<OperatorEntry>],
        _ request: LoadRequest = LoadRequest()
    ) async throws -> [LoadReceipt] {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            if !request.isDryRun { try transaction.waitForTurn(over: request.agency) }
            let agencies = keyed(try transaction.agencies()) { $0.code }
            let codes = Dictionary(agencies.values.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
            let stored: [Operator] = try transaction.all("SELECT \(Operator.columns) FROM operator o")
            let appointed = Set(
                try transaction.all(
                    BranchRights.lent("o.id", where: "o.role <> 'master'", on: store.today),
                    as: ID<Operator>.self
                )
            )
            var result = Reconciliation(
                keyed(stored) { "\(codes[$0.agency] ?? "")/\($0.taxCode)" },
                keyField: "tax_code"
            )
            for row in rows {
                result.add(row, key: row.entry.key) { entry, old, findings in
                    if let only = request.agency, only != entry.agencyCode {
                        findings.append(.otherAgency(entry.agencyCode, expected: only))
                    }
                    if entry.taxCode.isOrganisation { findings.append(.notAPerson("tax_code")) }
                    guard let agency = agencies[entry.agencyCode] else {
                        findings.append(.unknownAgency(entry.agencyCode))
                        return nil
                    }
                    let isAppointed = old.map { appointed.contains($0.id) } ?? false
                    return Operator(
                        id: old?.id ?? store.ids.next(),
                        agency: agency.id,
                        taxCode: entry.taxCode,
                        givenName: entry.givenName,
                        familyName: entry.familyName,
                        email: entry.email,
                        role: isAppointed && entry.role == .branch ? .super : entry.role,
                        status: old?.status ?? .active
                    )
                }
            }
            if request.isDryRun { return result.receipts }
            try store.write(operators: result.changed, in: transaction)
            try store.audit.record(.loaded("access.operators_loaded", result.receipts, request), in: transaction)
            return result.receipts
        }
    }
}

extension Transaction {
    /// Waits for its turn among those who change the people of an agency, masters as well as loads: what is read here must
    /// not be made untrue by a creation or a suspension before it is written.
    fileprivate func waitForTurn(over agency: String?) throws {
        let condition: SQL = agency.map { "WHERE y.code = \($0)" } ?? ""
        _ = try all(
            """
            SELECT y.id FROM agency y \(condition) ORDER BY y.id
            \(sqlite: "", postgresql: "FOR NO KEY UPDATE OF y")
            """,
            as: ID<Agency>.self
        )
    }
}

extension Store {
    fileprivate func write(operators: [Operator], in transaction: borrowing Transaction) throws {
        if operators.isEmpty { return }
        let columns: [StaticString] = [
            "id", "agency_id", "tax_code", "given_name", "family_name", "sort_key", "email", "role", "status",
            "created_at", "updated_at",
        ]
        let update: [StaticString] = ["given_name", "family_name", "sort_key", "email", "role", "updated_at"]
        try transaction.upsert(
            into: BulkTable("operator", columns: columns, key: ["id"], update: update),
            rows: operators.map { person -> [SQLValue] in
                [
                    person.id.sqlValue, person.agency.sqlValue, person.taxCode.sqlValue, .text(person.givenName),
                    .text(person.familyName), .text(Fold.key("\(person.familyName) \(person.givenName)")),
                    person.email.sqlValue, person.role.sqlValue, person.status.sqlValue, now.sqlValue, now.sqlValue,
                ]
            }
        )
    }
}

extension Finding {
    static func notAPerson(_ field: String) -> Finding {
        Finding(
            field,
            "not_a_person",
            it: "Serve il codice fiscale di una persona, non quello di un'organizzazione",
            en: "A person's tax code is needed, not an organisation's"
        )
    }

    static func unknownOperator(_ agency: String) -> Finding {
        Finding(
            "operator_tax_code",
            "unknown_operator",
            it: "L'operatore non è fra quelli dell'agenzia \(agency)",
            en: "The operator is not one of agency \(agency)"
        )
    }
}
