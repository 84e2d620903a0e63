internal import Persistence

/// Forms that outlive their session for a while, so that nobody types a CV twice.
///
/// They are sealed with a key that only the browser holds and bound to the person of the ended session; nothing of them
/// is ever carried out by itself.
public struct KeptForms: Sendable {
    /// How long a form waits for its owner, in seconds.
    public static let patience = 2 * 3600

    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// Keeps a form; a later one of the same page takes its place.
    public func keep(_ form: KeptForm, under key: FormKey, of owner: TaxCode) async throws {
        let sealed = try key.seal(form, for: owner)
        let (store, page) = (store, key.hash(of: form.page))
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.run(
                """
                INSERT INTO kept_form (key_hash, page_hash, sealed, expires_at)
                VALUES (\(key.hash), \(page), \(sealed), \(store.now.adding(seconds: KeptForms.patience)))
                ON CONFLICT (key_hash, page_hash)
                DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at
                """
            )
        }
    }

    /// What was kept of a page's form; nil for anybody but its owner.
    public func find(on page: String, under key: FormKey, of owner: TaxCode) async throws -> KeptForm? {
        let store = store
        let sealed = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(
                """
                SELECT sealed FROM kept_form
                WHERE key_hash = \(key.hash) AND page_hash = \(key.hash(of: page)) AND expires_at > \(store.now)
                """,
                as: [UInt8].self
            )
        }
        return sealed.flatMap { key.open($0, for: owner) }
    }

    /// Removes what was kept of a page's form, once it was sent again or given up.
    public func remove(on page: String, under key: FormKey) async throws {
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.run(
                "DELETE FROM kept_form WHERE key_hash = \(key.hash) AND page_hash = \(key.hash(of: page))"
            )
        }
    }

    /// Removes all that was kept for a browser: somebody else signs in there, or the person signs out.
    public func removeAll(under key: FormKey) async throws {
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.run("DELETE FROM kept_form WHERE key_hash = \(key.hash)")
        }
    }

    /// Removes what nobody came back for.
    @discardableResult
    public func removeExpired() async throws -> Int {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            try transaction.run("DELETE FROM kept_form WHERE expires_at <= \(store.now)")
        }
    }
}
