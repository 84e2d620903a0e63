public import Persistence

/// The interests that citizens express in vacancies, and what becomes of them.
public struct Interests: Sendable {
    let store: Store
    let policy: VacancyPolicy

    public init(_ store: Store, policy: VacancyPolicy = .standard) {
        self.store = store
        self.policy = policy
    }
}

/// What has to be known of an interest to move it.
struct StoredInterest: Sendable, FromRow {
    let id: ID<ExpressionOfInterest>
    let vacancy: ID<Vacancy>
    let citizen: ID<Citizen>
    let agency: ID<Agency>
    let branch: ID<Branch>
    let status: ExpressionOfInterest.Status

    static let columns: SQL = """
        expression_of_interest.id, expression_of_interest.vacancy_id, expression_of_interest.citizen_id,
        expression_of_interest.agency_id, expression_of_interest.branch_id, expression_of_interest.status
        """

    init(from row: inout Row) throws {
        id = try row.next()
        vacancy = try row.next()
        citizen = try row.next()
        agency = try row.next()
        branch = try row.next()
        status = try row.next()
    }
}

extension Interests {
    /// Moves an interest by the table, with its log, its trace and its note in the feed.
    func move(
        _ interest: StoredInterest,
        to status: ExpressionOfInterest.Status,
        by mover: ExpressionOfInterest.Mover,
        as actor: Actor,
        in transaction: borrowing Transaction
    ) throws {
        try check(interest.status, status, by: mover)
        let now = store.now
        let viewedAt = status == .viewed ? now : nil
        try transaction.run(
            """
            UPDATE expression_of_interest SET status = \(status), updated_at = \(now),
                viewed_at = COALESCE(viewed_at, \(viewedAt))
            WHERE id = \(interest.id)
            """
        )
        try log(interest.id, from: interest.status, to: status, by: mover, as: actor, in: transaction)
        try store.audit.record(
            AuditEntry(
                actor,
                AuditAction(rawValue: "interest.\(status.rawValue)"),
                on: AuditSubject("expression_of_interest", interest.id),
                about: interest.citizen,
                details: ["from": .text(interest.status.rawValue)]
            ),
            in: transaction
        )
    }

    /// The last step of a transaction: other changes of the agencies wait for their numbers.
    func tell(
        _ interests: [StoredInterest],
        _ operation: Change.Operation,
        in transaction: borrowing Transaction
    ) throws {
        for (agency, interests) in Dictionary(grouping: interests, by: \.agency).sorted(by: { $0.key < $1.key }) {
            let notes = interests.map { ChangeNote(.expressionOfInterest, $0.id, operation, branch: $0.branch) }
            try store.changes.record(notes, of: agency, in: transaction)
        }
    }

    func check(
        _ from: ExpressionOfInterest.Status,
        _ to: ExpressionOfInterest.Status,
        by mover: ExpressionOfInterest.Mover
    ) throws(IllegalInterestTransition) {
        if ExpressionOfInterest.transitions.allow(from, to, by: mover) { return }
        let allowed = ExpressionOfInterest.transitions.next(from: from, by: mover)
        throw IllegalInterestTransition(from: from, to: to, allowed: allowed)
    }

    func log(
        _ interest: ID<ExpressionOfInterest>,
        from: ExpressionOfInterest.Status?,
        to: ExpressionOfInterest.Status,
        by mover: ExpressionOfInterest.Mover,
        as actor: Actor,
        in transaction: borrowing Transaction
    ) throws {
        let person: ID<Operator>? = if case .operator(let identity) = actor { identity.id } else { nil }
        try transaction.run(
            """
            INSERT INTO interest_transition (id, interest_id, from_status, to_status, at, mover, operator_id)
            VALUES (
                \(store.ids.next(InterestTransition.self)), \(interest), \(from), \(to), \(store.now),
                \(mover), \(person)
            )
            """
        )
    }
}

/// A step in the life of an interest, as its log keeps it.
public struct InterestTransition: Hashable, Sendable {
    public let from: ExpressionOfInterest.Status?
    public let to: ExpressionOfInterest.Status
    public let at: Instant
    public let mover: ExpressionOfInterest.Mover
}

extension InterestTransition: FromRow {
    static let columns: SQL = "from_status, to_status, at, mover"

    public init(from row: inout Row) throws {
        from = try row.next()
        to = try row.next()
        at = try row.next()
        mover = try row.next()
    }
}
