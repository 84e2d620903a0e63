internal import Persistence

extension Citizens {
    /// The contacts that citizens have signed in the pact in force become, or stay, the ones by which agencies reach them.
    ///
    /// Those of the application are the authority's and may be old; a contact that the pact leaves out stays.
    static func keepSignedContacts(
        of citizens: [ID<Citizen>],
        _ store: Store,
        in transaction: borrowing Transaction
    ) throws {
        func signed(_ contact: SQL) -> SQL {
            "SELECT \(contact) FROM activation_pact p WHERE p.citizen_id = citizen.id AND \(Pacts.inForce)"
        }
        try transaction.run(
            """
            UPDATE citizen SET email = COALESCE((\(signed("p.email"))), email),
                phone = COALESCE((\(signed("p.phone"))), phone), updated_at = \(store.now)
            WHERE id IN \(in: citizens) AND EXISTS (\(signed("1")))
            """
        )
    }
}
