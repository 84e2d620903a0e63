internal import Persistence

extension APIClients {
    /// Gives a client one more key, so that it can change over without a gap.
    ///
    /// Of the keys before only the latest stays good: two at once, and no more. The third that came would be forgotten by
    /// everybody but whoever has stolen it.
    ///
    /// - Parameter endsOthers: Whether those before end at once, tokens got by them included: one was lost.
    /// - Throws: ``NotFound`` for a client that does not exist or was revoked, ``Invalid`` for a key that it had before.
    public func rotate(
        _ client: ClientID,
        to key: ClientKeyDraft,
        endingOthers endsOthers: Bool = false,
        by actor: Actor
    ) async throws -> APIClient {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let id = try transaction.liveClient(client)
            let before: [ClientKey] = try transaction.all(
                "SELECT \(ClientKey.columns) FROM api_client_key k WHERE k.client_id = \(id) ORDER BY k.id"
            )
            if before.contains(where: { $0.keyID == key.keyID || $0.jwk == key.jwk }) { throw Invalid([.knownKey]) }
            let staying = endsOthers ? [] : before.filter { $0.endedAt == nil }.suffix(ClientKey.mostLive - 1)
            try transaction.run(
                """
                UPDATE api_client_key SET ended_at = \(store.now)
                WHERE client_id = \(id) AND ended_at IS NULL AND NOT (key_id IN \(in: staying.map(\.keyID)))
                """
            )
            try insert(key, of: id, in: transaction)
            let entry = AuditEntry(
                actor,
                "api_client.key_added",
                on: AuditSubject("api_client", id),
                details: ["key_id": .text(key.keyID), "others_ended": .flag(endsOthers)]
            )
            try store.audit.record(entry, in: transaction)
            guard let client = try transaction.clients("WHERE c.id = \(id)").first else { throw NotFound() }
            return client
        }
    }

    /// Revokes a client for good: its tokens are worthless from the next request on.
    ///
    /// - Throws: ``NotFound`` for a client that does not exist or was revoked.
    public func revoke(_ client: ClientID, by actor: Actor) async throws {
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            let id = try transaction.liveClient(client)
            try transaction.run("UPDATE api_client SET revoked_at = \(store.now) WHERE id = \(id)")
            try transaction.run(
                "UPDATE api_client_key SET ended_at = \(store.now) WHERE client_id = \(id) AND ended_at IS NULL"
            )
            let entry = AuditEntry(actor, "api_client.revoked", on: AuditSubject("api_client", id))
            try store.audit.record(entry, in: transaction)
        }
    }
}

extension Transaction {
    /// A client that was not revoked, held until the transaction ends.
    fileprivate func liveClient(_ client: ClientID) throws -> ID<APIClient> {
        let id: ID<APIClient>? = try first(
            """
            SELECT id FROM api_client WHERE public_id = \(client) AND revoked_at IS NULL
            \(sqlite: "", postgresql: "FOR UPDATE")
            """
        )
        guard let id else { throw NotFound() }
        return id
    }
}

extension Finding {
    fileprivate static let knownKey = Finding(
        "public_key",
        "key_known",
        it: "Il client ha, o ha avuto, già questa chiave: serve una nuova.",
        en: "The client has this key already, or had it before: a new one is needed."
    )
}
