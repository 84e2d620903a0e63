internal import Persistence

extension Pacts {
    /// Signs the complete version: from here on it never changes.
    ///
    /// With a positive outcome of the application it takes effect at once, replaces the version before, and opens the
    /// citizen's data to the branches chosen, all in one transaction. Before the outcome it waits for it.
    ///
    /// - Parameters:
    ///   - hash: The hash of what the citizen saw, from ``complete(as:)``.
    ///   - assuranceLevel: How sure the identity is: 2 for SPID level 2, 3 for CIE.
    /// - Throws: ``CannotSignPact``; ``Invalid`` when something has become wrong meanwhile, for instance a branch that can
    ///   no longer be chosen.
    @discardableResult
    public func sign(
        showing hash: String,
        assuranceLevel: Int,
        as citizen: CitizenIdentity
    ) async throws -> ActivationPact {
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.hold([citizen.id])
            let condition: SQL = "p.state IN \(in: ActivationPact.State.inPreparation)"
            guard let pact = try transaction.pact(condition, of: citizen.id) else { throw NotFound() }
            if pact.state != .complete { throw CannotSignPact.notComplete(pact.state) }
            let findings = PactRules.findings(pact, try facts(pact, in: transaction))
            if findings.haveErrors { throw Invalid(findings) }
            guard let application = try transaction.application(of: citizen.id) else {
                throw CannotSignPact.noApplication
            }
            if application.outcome == .rejected { throw CannotSignPact.applicationRejected }
            if application.outcome == .accepted, try transaction.pact("p.state = 'suspended'", of: citizen.id) != nil {
                throw CannotSignPact.earlierSuspended
            }

            var document = try PactDocument(pact, notice, in: transaction)
            guard Secrets.hash(try document.json) == hash else { throw CannotSignPact.changedMeanwhile }
            let now = store.now
            document.signature = PactDocument.Signature(
                at: now.rfc3339,
                assuranceLevel: assuranceLevel,
                contentHash: hash
            )
            let json = try document.json
            try transaction.run(
                """
                UPDATE activation_pact SET signed_at = \(now), application_id = \(application.id),
                    document = \(json), document_hash = \(Secrets.hash(json))
                WHERE id = \(pact.id)
                """
            )
            let isAccepted = application.outcome == .accepted
            try take(pact, to: isAccepted ? .signed : .awaitingOutcome, citizen, in: transaction)
            return try version(pact.id, of: citizen, in: transaction)
        }
    }

    private func take(
        _ pact: ActivationPact,
        to state: ActivationPact.State,
        _ citizen: CitizenIdentity,
        in transaction: borrowing Transaction
    ) throws {
        if state == .signed {
            try Pacts.replaceEarlier(of: citizen.id, as: .citizen(citizen), store, in: transaction)
        }
        try Pacts.move(
            pact.id,
            of: citizen.id,
            from: pact.state,
            to: state,
            by: .citizen,
            as: .citizen(citizen),
            store,
            in: transaction
        )
        if state == .signed {
            try Citizens.keepSignedContacts(of: [citizen.id], store, in: transaction)
            try CitizenLinks(store).refresh([citizen.id], in: transaction)
        }
    }

    /// The version in force gives way to a newer one; a suspended one is not replaced, the authority has to decide.
    private static func replaceEarlier(
        of citizen: ID<Citizen>,
        as actor: Actor,
        _ store: Store,
        in transaction: borrowing Transaction
    ) throws {
        guard let earlier = try transaction.pact(inForce, of: citizen) else { return }
        try move(
            earlier.id,
            of: citizen,
            from: earlier.state,
            to: .replaced,
            by: .citizen,
            as: actor,
            store,
            in: transaction
        )
    }

    /// The condition on a row `p` that it is the citizen's pact in force, or suspended: one at most.
    static var inForce: SQL { "p.state IN ('signed', 'suspended')" }
}

extension Pacts {
    /// Suspends the pact in force, takes it up again or ends it, as the authority says: agencies stop seeing the citizen
    /// at once, or see her again.
    public func apply(
        _ state: ActivationPact.State,
        to citizen: ID<Citizen>,
        because reason: String,
        as actor: Actor
    ) async throws {
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.hold([citizen])
            guard let pact = try transaction.pact(Pacts.inForce, of: citizen) else { throw NotFound() }
            try Pacts.move(
                pact.id,
                of: citizen,
                from: pact.state,
                to: state,
                by: .authority,
                as: actor,
                because: reason,
                store,
                in: transaction
            )
            try CitizenLinks(store).refresh([citizen], in: transaction)
        }
    }

    /// What the outcomes of applications do to the pacts that rest on them, and what changed data of citizens do to
    /// lists.
    ///
    /// A pact that waits takes effect or ends; one in force ends when its application is rejected after all. The contacts
    /// that were signed outlast what the applications say.
    static func follow(
        outcomesOf citizens: [ID<Citizen>],
        _ store: Store,
        in transaction: borrowing Transaction
    ) throws {
        if citizens.isEmpty { return }
        try transaction.hold(citizens)
        let decided: [DecidedPact] = try transaction.all(
            """
            SELECT p.id, p.citizen_id, p.state, a.outcome FROM activation_pact p
            JOIN application a ON a.id = p.application_id
            WHERE p.citizen_id IN \(in: citizens) AND (
                (p.state = 'awaiting_outcome' AND a.outcome <> 'pending')
                OR (p.state IN ('signed', 'suspended') AND a.outcome = 'rejected')
            )
            ORDER BY p.citizen_id, p.version
            """
        )
        for pact in decided {
            let isAccepted = pact.outcome == .accepted
            if isAccepted { try giveWay(pact.citizen, store, in: transaction) }
            try move(
                pact.id,
                of: pact.citizen,
                from: pact.state,
                to: isAccepted ? .signed : .ended,
                by: .authority,
                as: .system("applications"),
                because: "outcome \(pact.outcome.rawValue)",
                store,
                in: transaction
            )
        }
        try Citizens.keepSignedContacts(of: citizens, store, in: transaction)
        try CitizenLinks(store).refresh(citizens, in: transaction)
    }

    /// Before a version takes effect by a positive outcome: the one in force is replaced, a suspended one ends.
    private static func giveWay(_ citizen: ID<Citizen>, _ store: Store, in transaction: borrowing Transaction) throws {
        let actor = Actor.system("applications")
        guard let earlier = try transaction.pact(inForce, of: citizen), earlier.state == .suspended else {
            return try replaceEarlier(of: citizen, as: actor, store, in: transaction)
        }
        try move(
            earlier.id,
            of: citizen,
            from: .suspended,
            to: .ended,
            by: .authority,
            as: actor,
            because: "new pact",
            store,
            in: transaction
        )
    }
}

/// A pact whose application INPS has decided.
private struct DecidedPact: FromRow {
    let id: ID<ActivationPact>
    let citizen: ID<Citizen>
    let state: ActivationPact.State
    let outcome: Application.Outcome

    init(from row: inout Row) throws {
        id = try row.next()
        citizen = try row.next()
        state = try row.next()
        outcome = try row.next()
    }
}
