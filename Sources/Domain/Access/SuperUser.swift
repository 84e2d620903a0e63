public import Persistence

/// A super user as the agency's masters see them.
public struct SuperUser: Hashable, Sendable {
    /// A branch that is the person's while the account is active.
    public struct Place: Hashable, Sendable {
        public let id: ID<Branch>
        public let code: String
        public let name: String
    }

    public let id: ID<Operator>
    public let taxCode: TaxCode
    public let givenName: String
    public let familyName: String
    public let email: String?
    public let status: AccountStatus
    /// When the person last put on this hat.
    public let lastSignedInAt: Instant?
    /// Whether a master has lent branches to the person; the register alone stands behind the others.
    public let isAppointed: Bool
    public let branches: [Place]
}

/// An appointment with what another master needs to decide on it.
public struct AppointmentDetail: Hashable, Sendable {
    public let appointment: SuperAppointment
    public let requesterName: String
    /// How it ended, once it was decided or its time was over.
    public let decision: Decision?
    public let branches: [SuperUser.Place]
    /// What the one who asks may do with it now.
    public let steps: [SuperAppointment.State]

    /// Who decided on it, when and why.
    public struct Decision: Hashable, Sendable {
        public let at: Instant
        /// Nil when nobody did in time.
        public let name: String?
        public let reason: String?
    }
}

/// Something that was done to an account: who, what, when, why.
public struct AccountEvent: Hashable, Sendable {
    public let at: Instant
    public let action: AuditAction
    /// Nil when the system itself acted.
    public let actorName: String?
    public let reason: String?
}

/// A super user's page: the person, what waits for confirmation, and what happened.
public struct SuperUserDetail: Hashable, Sendable {
    public let person: SuperUser
    public let pending: [AppointmentDetail]
    /// The latest first.
    public let history: [AccountEvent]
    /// Branches that come back when the account is re-enabled and that the master who asks does not hold.
    public let beyond: [SuperUser.Place]
    /// Lent branches that the master who asks may take back.
    public let returnable: [SuperUser.Place]
}

/// The masters' page: super users by name, and what waits for confirmation.
public struct SuperUserList: Sendable {
    public let people: Page<SuperUser>
    public let pending: [AppointmentDetail]
}

extension AuditAction {
    static let superUsersListed: AuditAction = "super_users.listed"
    static let superUserRead: AuditAction = "super_user.read"
    public static let superUserRequested: AuditAction = "super_user.requested"
    public static let superUserCreated: AuditAction = "super_user.created"
    public static let superUserExtended: AuditAction = "super_user.extended"
    public static let superUserDeclined: AuditAction = "super_user.declined"
    public static let superUserWithdrawn: AuditAction = "super_user.withdrawn"
    public static let superUserExpired: AuditAction = "super_user.expired"
    public static let superUserReduced: AuditAction = "super_user.reduced"
    public static let superUserSuspended: AuditAction = "super_user.suspended"
    public static let superUserReenabled: AuditAction = "super_user.reenabled"

    /// What an account's history tells; looking at it is not one of them.
    public static let accountHistory: [AuditAction] = [
        superUserRequested, superUserCreated, superUserExtended, superUserDeclined, superUserWithdrawn,
        superUserExpired, superUserReduced, superUserSuspended, superUserReenabled,
    ]
}

extension SuperUser.Place: FromRow {
    static let columns: SQL = "b.id, b.code, b.name"

    public init(from row: inout Row) throws {
        id = try row.next()
        code = try row.next()
        name = try row.next()
    }
}

extension AccountEvent: FromRow {
    public init(from row: inout Row) throws {
        at = try row.next()
        action = try row.next()
        actorName = try row.nextName()
        reason = try row.next()
    }
}

extension AppointmentDetail.Decision {
    /// Of the columns of a request that may still wait.
    init?(from row: inout Row) throws {
        let (at, name, reason): (Instant?, String?, String?) = (try row.next(), try row.nextName(), try row.next())
        guard let at else { return nil }
        self.init(at: at, name: name, reason: reason)
    }
}

extension Row {
    /// Given and family name of somebody who may be missing.
    fileprivate mutating func nextName() throws -> String? {
        let (givenName, familyName): (String?, String?) = (try next(), try next())
        let parts = [givenName, familyName].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
