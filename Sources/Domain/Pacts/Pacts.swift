internal import Persistence

/// Activation pacts and service pacts.
public struct Pacts: Sendable {
    let store: Store
    let policy: PactPolicy
    let notice: PrivacyNotice

    public init(_ store: Store, policy: PactPolicy = .standard, notice: PrivacyNotice = .current) {
        self.store = store
        self.policy = policy
        self.notice = notice
    }

    /// The pact in force, or suspended; nil when there is none.
    public func current(for citizen: CitizenIdentity) async throws -> ActivationPact? {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.pact("p.state IN ('signed', 'suspended')", of: citizen.id)
        }
    }

    /// The version that is being prepared; nil when there is none.
    public func inPreparation(for citizen: CitizenIdentity) async throws -> ActivationPact? {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.pact("p.state IN \(in: ActivationPact.State.inPreparation)", of: citizen.id)
        }
    }

    /// All versions of a citizen's pact, the newest first.
    public func versions(for citizen: CitizenIdentity) async throws -> [ActivationPact] {
        try await store.read { (transaction: borrowing Transaction) in
            let rows: [PactRow] = try transaction.all(
                """
                SELECT \(PactRow.columns) FROM activation_pact p WHERE p.citizen_id = \(citizen.id)
                ORDER BY p.version DESC
                """
            )
            return try rows.map { $0.pact(try transaction.choices(of: $0.id)) }
        }
    }

    /// The canonical JSON of a version as it was signed: the bytes behind ``ActivationPact/documentHash``.
    public func document(_ pact: ID<ActivationPact>, of citizen: CitizenIdentity) async throws -> String {
        try await store.read { (transaction: borrowing Transaction) in
            let document = try transaction.first(
                """
                SELECT document FROM activation_pact
                WHERE id = \(pact) AND citizen_id = \(citizen.id) AND document IS NOT NULL
                """,
                as: String.self
            )
            guard let document else { throw NotFound() }
            return document
        }
    }
}

extension Pacts {
    static func check(
        _ from: ActivationPact.State,
        _ to: ActivationPact.State,
        by mover: ActivationPact.Mover
    ) throws(IllegalPactTransition) {
        if ActivationPact.transitions.allow(from, to, by: mover) { return }
        let allowed = ActivationPact.transitions.next(from: from, by: mover)
        throw IllegalPactTransition(from: from, to: to, allowed: allowed)
    }

    /// Leads a pact into another state by the table, and leaves the trace; links are the caller's to refresh.
    static func move(
        _ pact: ID<ActivationPact>,
        of citizen: ID<Citizen>,
        from: ActivationPact.State,
        to state: ActivationPact.State,
        by mover: ActivationPact.Mover,
        as actor: Actor,
        because reason: String? = nil,
        _ store: Store,
        in transaction: borrowing Transaction
    ) throws {
        try check(from, state, by: mover)
        let now = store.now
        let isOver = state == .ended || state == .replaced
        let moved = try transaction.run(
            """
            UPDATE activation_pact SET state = \(state), updated_at = \(now),
                effective_at = CASE WHEN \(state == .signed) AND effective_at IS NULL THEN \(now) ELSE effective_at END,
                ended_at = CASE WHEN \(isOver) THEN \(now) ELSE ended_at END
            WHERE id = \(pact) AND state = \(from)
            """
        )
        if moved == 0 { throw IllegalPactTransition(from: from, to: state, allowed: []) }
        let entry = AuditEntry(
            actor,
            AuditAction(rawValue: "pact.\(state.rawValue)"),
            on: AuditSubject("activation_pact", pact),
            about: citizen,
            because: reason,
            details: ["from": .text(from.rawValue)]
        )
        try store.audit.record(entry, in: transaction)
    }
}

extension Transaction {
    /// Lets one act on these citizens' pacts happen at a time.
    ///
    /// Two clicks on a button, or a signature and an outcome at once, would otherwise both go on from the state that
    /// they read. SQLite has one writer anyway.
    func hold(_ citizens: [ID<Citizen>]) throws {
        guard engine == .postgresql else { return }
        _ = try all(
            "SELECT c.id FROM citizen c WHERE c.id IN \(in: citizens) ORDER BY c.id FOR NO KEY UPDATE",
            as: ID<Citizen>.self
        )
    }
}

extension Pacts {
    /// The notice that a pact signed today acknowledges.
    public var currentNotice: PrivacyNotice { notice }

    /// The measure of a citizen's application, which decides what has to be promised; nil without an application.
    public func measure(of citizen: CitizenIdentity) async throws -> String? {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.application(of: citizen.id)?.measure
        }
    }
}
