internal import Persistence

/// A client that is to be made.
public struct APIClientDraft: Hashable, Sendable {
    public var agencyCode: String
    /// The branches to grant; empty for all of the agency.
    public var branchCodes: [String]
    public var scopes: Set<APIScope>
    public var name: String?
    /// None for a client whose tokens somebody else issues.
    public var key: ClientKeyDraft?
    /// The id that it has elsewhere; nil for a new one.
    public var clientID: ClientID?

    public init(
        agencyCode: String,
        branchCodes: [String] = [],
        scopes: Set<APIScope>,
        name: String? = nil,
        key: ClientKeyDraft?,
        clientID: ClientID? = nil
    ) {
        self.agencyCode = agencyCode
        self.branchCodes = branchCodes
        self.scopes = scopes
        self.name = name
        self.key = key
        self.clientID = clientID
    }
}

extension APIClients {
    /// Makes a client of an agency.
    ///
    /// - Throws: ``Invalid`` for an agency or branch that does not exist, no scope, no way to prove who it is, or an id
    ///   that is taken.
    public func add(_ draft: APIClientDraft, by actor: Actor) async throws -> APIClient {
        let store = store
        do {
            return try await store.write { (transaction: borrowing Transaction) in
                let (agency, branches) = try transaction.grants(of: draft)
                let client = store.ids.next(APIClient.self)
                let publicID = draft.clientID ?? ClientID()
                try transaction.run(
                    """
                    INSERT INTO api_client (id, public_id, agency_id, name, is_whole_agency, scopes, created_at)
                    VALUES (
                        \(client), \(publicID), \(agency), \(draft.name), \(draft.branchCodes.isEmpty),
                        \(APIScope.text(draft.scopes)), \(store.now)
                    )
                    """
                )
                for branch in branches {
                    try transaction.run(
                        "INSERT INTO api_client_branch (client_id, branch_id) VALUES (\(client), \(branch))"
                    )
                }
                if let key = draft.key { try insert(key, of: client, in: transaction) }
                let details: [String: AuditValue] = [
                    "client_id": .text(publicID.text), "scopes": .text(APIScope.text(draft.scopes)),
                    "branches": .list(draft.branchCodes.map(AuditValue.text)),
                    "key_id": .text(draft.key?.keyID ?? ""), "agency": .text(draft.agencyCode),
                ]
                try store.audit.record(
                    AuditEntry(actor, "api_client.added", on: AuditSubject("api_client", client), details: details),
                    in: transaction
                )
                guard let made = try transaction.clients("WHERE c.id = \(client)").first else { throw NotFound() }
                return made
            }
        } catch let violation as ConstraintViolation where violation.kind == .unique {
            throw Invalid([.clientIDInUse])
        }
    }

    func insert(_ key: ClientKeyDraft, of client: ID<APIClient>, in transaction: borrowing Transaction) throws {
        try transaction.run(
            """
            INSERT INTO api_client_key (id, client_id, key_id, jwk, created_at)
            VALUES (\(store.ids.next(ClientKey.self)), \(client), \(key.keyID), \(key.jwk), \(store.now))
            """
        )
    }
}

extension Transaction {
    /// The agency and the branches that a draft names, all that is wrong with them at once.
    fileprivate func grants(of draft: APIClientDraft) throws -> (agency: ID<Agency>, branches: [ID<Branch>]) {
        let agency: ID<Agency>? = try first("SELECT a.id FROM agency a WHERE a.code = \(draft.agencyCode)")
        guard let agency else { throw Invalid([.unknownAgency(draft.agencyCode)]) }
        var findings: [Finding] = []
        if draft.scopes.isEmpty { findings.append(.noScope) }
        if draft.key == nil, draft.clientID == nil { findings.append(.noKey) }
        let known: [String: ID<Branch>] = try codes(
            "SELECT b.code, b.id FROM branch b WHERE b.agency_id = \(agency) AND b.code IN \(in: draft.branchCodes)"
        )
        findings += draft.branchCodes.filter { known[$0] == nil }.map(Finding.unknownBranch)
        if !findings.isEmpty { throw Invalid(findings) }
        return (agency, known.values.sorted())
    }
}

extension Finding {
    fileprivate static let noScope = Finding(
        "scope",
        "scope_missing",
        it: "Indica almeno un ambito, per esempio vacancies:read.",
        en: "Name at least one scope, for instance vacancies:read."
    )

    fileprivate static let noKey = Finding(
        "public_key",
        "key_missing",
        it: "Indica la chiave pubblica del client, o l'identificativo che ha su PDND.",
        en: "Give the client's public key, or the id that it has at PDND."
    )

    fileprivate static let clientIDInUse = Finding(
        "client_id",
        "client_id_in_use",
        it: "C'è già un client con questo identificativo.",
        en: "There is a client with this id already."
    )
}
