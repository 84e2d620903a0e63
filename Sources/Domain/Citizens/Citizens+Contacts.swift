internal import Persistence

extension Citizens {
    /// The contacts that a citizen has signed in the pact become the ones by which agencies reach her.
    ///
    /// Those of the application are the authority's and may be old; a contact that the pact leaves out stays.
    static func keep(
        email: String?,
        phone: String?,
        of citizen: ID<Citizen>,
        _ store: Store,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.run(
            """
            UPDATE citizen SET email = COALESCE(\(email), email), phone = COALESCE(\(phone), phone),
                updated_at = \(store.now)
            WHERE id = \(citizen)
            """
        )
    }
}
