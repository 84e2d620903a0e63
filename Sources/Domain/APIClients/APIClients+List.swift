internal import Persistence

extension APIClients {
    /// The clients of an agency, or of all, the oldest first; also those that were revoked.
    public func list(agencyCode: String? = nil) async throws -> [APIClient] {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.clients(agencyCode.map { "WHERE a.code = \($0)" } ?? "")
        }
    }
}

extension Transaction {
    /// The clients that a condition on `c` and `a` chooses.
    func clients(_ condition: SQL) throws -> [APIClient] {
        let rows: [ClientRow] = try all(
            """
            SELECT c.id, c.public_id, c.agency_id, a.code, c.name, c.is_whole_agency, c.scopes, c.created_at, c.revoked_at
            FROM api_client c JOIN agency a ON a.id = c.agency_id \(condition) ORDER BY c.id
            """
        )
        let branches: [ClientBranchRow] = try all(
            """
            SELECT g.client_id, b.code FROM api_client_branch g JOIN branch b ON b.id = g.branch_id
            WHERE g.client_id IN \(in: rows.map(\.id)) ORDER BY b.code
            """
        )
        let keys: [ClientKeyRow] = try all(
            """
            SELECT k.client_id, \(ClientKey.columns) FROM api_client_key k
            WHERE k.client_id IN \(in: rows.map(\.id)) ORDER BY k.id
            """
        )
        let codes = Dictionary(grouping: branches, by: \.client).mapValues { $0.map(\.code) }
        let keysOf = Dictionary(grouping: keys, by: \.client).mapValues { $0.map(\.key) }
        return rows.map { row in
            APIClient(
                id: row.id,
                clientID: row.clientID,
                agency: row.agency,
                agencyCode: row.agencyCode,
                name: row.name,
                branchCodes: row.isWholeAgency ? nil : codes[row.id] ?? [],
                scopes: APIScope.read(row.scopes) ?? [],
                keys: keysOf[row.id] ?? [],
                createdAt: row.createdAt,
                revokedAt: row.revokedAt
            )
        }
    }
}

private struct ClientRow: FromRow {
    let id: ID<APIClient>
    let clientID: ClientID
    let agency: ID<Agency>
    let agencyCode: String
    let name: String?
    let isWholeAgency: Bool
    let scopes: String
    let createdAt: Instant
    let revokedAt: Instant?

    init(from row: inout Row) throws {
        id = try row.next()
        clientID = try row.next()
        agency = try row.next()
        agencyCode = try row.next()
        name = try row.next()
        isWholeAgency = try row.next()
        scopes = try row.next()
        createdAt = try row.next()
        revokedAt = try row.next()
    }
}

private struct ClientBranchRow: FromRow {
    let client: ID<APIClient>
    let code: String

    init(from row: inout Row) throws {
        client = try row.next()
        code = try row.next()
    }
}

private struct ClientKeyRow: FromRow {
    let client: ID<APIClient>
    let key: ClientKey

    init(from row: inout Row) throws {
        client = try row.next()
        key = try ClientKey(from: &row)
    }
}
