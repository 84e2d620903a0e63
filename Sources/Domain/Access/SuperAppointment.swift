public import Persistence

/// A master's act by which a person becomes a super user of the master's agency, over some of the master's branches.
///
/// Where the agency has two masters or more, another one confirms it (four eyes). The branches are lent, not granted: see
/// `BranchRights`.
public struct SuperAppointment: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        /// Waits for another master.
        case pending
        case inForce = "in_force"
        case declined
        case withdrawn
        /// Nobody decided in time.
        case expired
        /// Every branch that it lent has been taken back.
        case ended
    }

    /// Who may move it.
    public enum Party: String, Hashable, Sendable, CaseIterable {
        /// The master who asked for it.
        case requester
        /// Another master of the agency.
        case otherMaster
        /// The master who asked for it, while the agency has no other: there is nobody to wait for.
        case soleMaster
        case clock
    }

    public static let transitions: [Transition<State, Party>] = [
        Transition(.pending, .inForce, by: [.otherMaster, .soleMaster]),
        Transition(.pending, .declined, by: [.otherMaster]),
        Transition(.pending, .withdrawn, by: [.requester]),
        Transition(.pending, .expired, by: [.clock]),
        // With the last branch that is taken back, by the one who lent it or by any master within their scope.
        Transition(.inForce, .ended, by: [.requester, .otherMaster]),
    ]

    /// How long another master has to decide.
    public static let daysToDecide = 7

    public let id: ID<SuperAppointment>
    public let agency: ID<Agency>
    public let taxCode: TaxCode
    public let givenName: String
    public let familyName: String
    public let email: String
    /// As it is now: a pending one whose time is over has expired, whether a job has noted it or not, and one in force
    /// has ended when none of its branches is left.
    public let state: State
    public let requestedBy: ID<Operator>
    public let requestedAt: Instant
    public let expiresAt: Instant
    /// The super user: of one that is in force, or that lends more branches to somebody who was there before.
    public let superUser: ID<Operator>?
}

extension SuperAppointment: FromRow {
    static func columns(at now: Instant) -> SQL {
        """
        n.id, n.agency_id, n.tax_code, n.given_name, n.family_name, n.email, \(state(at: now)), n.requested_by,
        n.requested_at, n.expires_at, n.operator_id
        """
    }

    private static func state(at now: Instant) -> SQL {
        """
        CASE WHEN n.state = 'pending' AND n.expires_at <= \(now) THEN 'expired'
            WHEN n.state = 'in_force' AND NOT EXISTS (
                SELECT 1 FROM super_appointment_branch k WHERE k.appointment_id = n.id AND \(lends)
            ) THEN 'ended' ELSE n.state END
        """
    }

    /// The condition on rows `n` (appointment) and `k` (one of its branches): the branch is lent now.
    static let lends: SQL = "n.state = 'in_force' AND k.taken_back_at IS NULL"

    /// The condition on a row `n`: it waits to be decided.
    static func isPending(at now: Instant) -> SQL {
        "n.state = 'pending' AND n.expires_at > \(now)"
    }

    public init(from row: inout Row) throws {
        id = try row.next()
        agency = try row.next()
        taxCode = try row.next()
        givenName = try row.next()
        familyName = try row.next()
        email = try row.next()
        state = try row.next()
        requestedBy = try row.next()
        requestedAt = try row.next()
        expiresAt = try row.next()
        superUser = try row.next()
    }
}

/// What a master fills in to create a super user.
public struct SuperUserDraft: Hashable, Sendable {
    public var taxCode: String
    public var givenName: String
    public var familyName: String
    public var email: String
    public var branches: Set<ID<Branch>>

    public init(
        taxCode: String = "",
        givenName: String = "",
        familyName: String = "",
        email: String = "",
        branches: Set<ID<Branch>> = []
    ) {
        self.taxCode = taxCode
        self.givenName = givenName
        self.familyName = familyName
        self.email = email
        self.branches = branches
    }
}

/// Why an appointment cannot be moved.
public enum CannotDecideAppointment: Error, Hashable, Sendable {
    /// It has been decided, withdrawn or has expired.
    case alreadyDecided(SuperAppointment.State)
    /// Who asked for it cannot confirm or decline it, and nobody else can withdraw it.
    case notYours
    /// Who asked for it is a master no longer, so there is nobody to lend the branches.
    case requesterGone
    /// The register, or another master, has made the person something else meanwhile.
    case personChanged
    /// The person is suspended: more branches only once re-enabled.
    case personSuspended
}

/// Why lent branches cannot be taken back.
public enum CannotTakeBack: Error, Hashable, Sendable {
    /// One of them is not lent to the person now, or neither lent by the master nor within the chosen scope.
    case notYours
}

/// Why a super user cannot be suspended or re-enabled.
public enum CannotChangeAccount: Error, Hashable, Sendable {
    /// The account is in that state already.
    case already(AccountStatus)
    /// The person would be back in branches that the master does not hold in the chosen scope: by name.
    case beyondOwnGrants([String])
}

extension AccountStatus {
    /// Who may change the state of an account: a master that of a super user; the register none.
    public static let transitions: [Transition<AccountStatus, OperatorRole>] = [
        Transition(.active, .suspended, by: [.master]),
        Transition(.suspended, .active, by: [.master]),
    ]
}
