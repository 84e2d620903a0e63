public import Persistence

/// The software that agencies have call the API: added, given new keys, revoked, and asked for at every request.
public struct APIClients: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// A client that may act now, as it is in the store at this moment.
    ///
    /// Asked for at every request: a client that was revoked, a key that has ended or an agency that is not authorised
    /// today makes the token worthless at once, whatever it says.
    ///
    /// - Parameter key: The key by which the token was got; nil where somebody else issued it.
    /// - Returns: Nil for whoever may not act.
    public func identity(of client: ClientID, holding key: String? = nil) async throws -> ClientIdentity? {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.identity(of: client, holding: key, on: today)
        }
    }

    /// A client that may act now, with the keys by which it can prove that it is the one.
    public func credentials(of client: ClientID) async throws -> ClientCredentials? {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            guard let identity = try transaction.identity(of: client, holding: nil, on: today) else { return nil }
            let keys: [ClientKey] = try transaction.all(
                """
                SELECT \(ClientKey.columns) FROM api_client_key k
                WHERE k.client_id = \(identity.id) AND k.ended_at IS NULL ORDER BY k.id
                """
            )
            return ClientCredentials(identity: identity, keys: keys)
        }
    }

    /// Notes that a client has used an assertion to get a token, and says whether it was the first time.
    ///
    /// The store is shared by all processes, so that an assertion opens one of them once (RFC 7523 section 3, `jti`).
    ///
    /// - Parameter expiry: When the assertion is refused anyway, so that it may be forgotten.
    public func use(assertion identifier: String, of client: ClientIdentity, until expiry: Instant) async throws -> Bool
    {
        let hash = Secrets.hash("\(client.clientID.text)\n\(identifier)")
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let count = try transaction.run(
                """
                INSERT INTO api_assertion (hash, expires_at) VALUES (\(hash), \(expiry))
                ON CONFLICT (hash) DO NOTHING
                """
            )
            if count == 0 { return false }
            let entry = AuditEntry(client.actor, "api_client.token_issued", on: AuditSubject("api_client", client.id))
            try store.audit.record(entry, in: transaction)
            return true
        }
    }

    /// Forgets the assertions that are refused by their age.
    @discardableResult
    public func removeExpiredAssertions() async throws -> Int {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            try transaction.run("DELETE FROM api_assertion WHERE expires_at <= \(store.now)")
        }
    }
}

/// What a client is known by when it asks for a token.
public struct ClientCredentials: Hashable, Sendable {
    public let identity: ClientIdentity
    /// Those that are good now.
    public let keys: [ClientKey]
}

extension Transaction {
    fileprivate func identity(of client: ClientID, holding key: String?, on day: Day) throws -> ClientIdentity? {
        let held: SQL =
            key.map {
                """
                 AND EXISTS (
                    SELECT 1 FROM api_client_key k WHERE k.client_id = c.id AND k.key_id = \($0) AND k.ended_at IS NULL
                )
                """
            } ?? ""
        let found: IdentityRow? = try first(
            """
            SELECT c.id, c.public_id, c.agency_id, c.is_whole_agency, c.scopes
            FROM api_client c JOIN agency a ON a.id = c.agency_id
            WHERE c.public_id = \(client) AND c.revoked_at IS NULL AND \(Agency.isAuthorised(on: day))\(held)
            """
        )
        guard let found else { return nil }
        let branches: [ID<Branch>]? =
            found.isWholeAgency
            ? nil
            : try all("SELECT branch_id FROM api_client_branch WHERE client_id = \(found.id) ORDER BY branch_id")
        return ClientIdentity(
            id: found.id,
            clientID: found.clientID,
            agency: found.agency,
            branches: branches,
            scopes: APIScope.read(found.scopes) ?? []
        )
    }
}

private struct IdentityRow: FromRow {
    let id: ID<APIClient>
    let clientID: ClientID
    let agency: ID<Agency>
    let isWholeAgency: Bool
    let scopes: String

    init(from row: inout Row) throws {
        id = try row.next()
        clientID = try row.next()
        agency = try row.next()
        isWholeAgency = try row.next()
        scopes = try row.next()
    }
}

extension ClientKey: FromRow {
    static let columns: SQL = "k.key_id, k.jwk, k.created_at, k.ended_at"

    public init(from row: inout Row) throws {
        keyID = try row.next()
        jwk = try row.next()
        createdAt = try row.next()
        endedAt = try row.next()
    }
}
