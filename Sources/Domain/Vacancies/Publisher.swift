internal import Persistence

/// Who publishes vacancies for an agency, and for which of its branches.
public struct Publisher: Sendable {
    public let agency: ID<Agency>
    public let actor: Actor
    private let reach: Reach

    private enum Reach: Sendable {
        /// The operator's grants, narrowed by the scope chosen at sign-in.
        case operated(OperatorIdentity)
        case branches([ID<Branch>])
        case wholeAgency
    }

    public init(_ person: OperatorIdentity) {
        agency = person.agency
        actor = .operator(person)
        reach = .operated(person)
    }

    /// Software of the agency.
    ///
    /// - Parameter branches: those that the client was granted; nil for all of the agency.
    public init(agency: ID<Agency>, branches: [ID<Branch>]? = nil, actor: Actor) {
        self.agency = agency
        self.actor = actor
        reach = branches.map(Reach.branches) ?? .wholeAgency
    }

    var mover: Vacancy.Mover {
        switch reach {
        case .operated: .agency
        case .branches, .wholeAgency: .client
        }
    }

    /// The one branch that the publisher acts for; nil for several.
    var branch: ID<Branch>? {
        switch reach {
        case .operated(let person): person.scope.branch
        case .branches(let ids): ids.count == 1 ? ids[0] : nil
        case .wholeAgency: nil
        }
    }

    /// The branches that software of the agency was granted; nil for all of the agency.
    var grantedBranches: [ID<Branch>]? {
        if case .branches(let ids) = reach { return ids }
        return nil
    }

    /// The branches whose vacancies are open to the publisher, as a query of their ids.
    func branches(on day: Day) -> SQL {
        switch reach {
        case .operated(let person):
            person.openBranches(on: day)
        case .branches(let ids):
            "SELECT b.id FROM branch b WHERE b.agency_id = \(agency) AND b.id IN \(in: ids)"
        case .wholeAgency:
            "SELECT b.id FROM branch b WHERE b.agency_id = \(agency)"
        }
    }

    /// The branches whose applications are open to the publisher: open themselves, and of an agency that is authorised
    /// and may publish vacancies today.
    ///
    /// Whoever may not mediate has no business with the CVs of those who applied (art. 4 d.lgs. 276/2003), whatever was
    /// sent before; the vacancies themselves stay the agency's own.
    func receivingBranches(on day: Day) -> SQL {
        if case .operated(let person) = reach { return person.openBranches(on: day, with: .publishVacancies) }
        return """
            SELECT b.id FROM branch b JOIN agency a ON a.id = b.agency_id
            WHERE b.id IN (\(branches(on: day))) AND \(Branch.isOpen(on: day)) AND \(Agency.isAuthorised(on: day))\
            \(Agency.has(.publishVacancies, on: day))
            """
    }
}

/// What the rules need to know of a publisher: read once for a whole batch.
struct PublisherStanding: Sendable {
    let mayPublish: Bool
    /// The agency's branches that the batch names, by code.
    let branches: [String: BranchStanding]

    struct BranchStanding: Sendable, FromRow {
        let id: ID<Branch>
        let code: String
        let validFrom: Day
        let validTo: Day?
        /// Whether the publisher may act for it.
        let isGranted: Bool

        init(from row: inout Row) throws {
            id = try row.next()
            code = try row.next()
            validFrom = try row.next()
            validTo = try row.next()
            isGranted = try row.next()
        }

        func isOpen(on day: Day) -> Bool {
            validFrom <= day && validTo.map { day <= $0 } ?? true
        }
    }

    static func read(
        _ publisher: Publisher,
        branchCodes: Set<String>,
        on today: Day,
        in transaction: borrowing Transaction
    ) throws -> PublisherStanding {
        // What cannot be stored is no branch's code.
        let branchCodes = branchCodes.filter { !$0.utf8.contains(0) }
        let authorised: ID<Agency>? = try transaction.first(
            """
            SELECT agency.id FROM agency
            WHERE agency.id = \(publisher.agency)
                AND agency.id IN (\(Agency.authorised(on: today, with: .publishVacancies)))
            """
        )
        let branches: [BranchStanding] = try transaction.all(
            """
            SELECT branch.id, branch.code, branch.valid_from, branch.valid_to,
                CASE WHEN branch.id IN (\(publisher.branches(on: today))) THEN TRUE ELSE FALSE END
            FROM branch
            WHERE branch.agency_id = \(publisher.agency) AND branch.code IN \(in: branchCodes)
            """
        )
        return PublisherStanding(
            mayPublish: authorised != nil,
            branches: Dictionary(branches.map { ($0.code, $0) }) { first, _ in first }
        )
    }
}

/// Whose agencies and branches are, by their codes in the register.
public struct VacancyOwners: Sendable {
    public let agencies: [String: ID<Agency>]
    /// The agency that each branch belongs to.
    public let branches: [String: ID<Agency>]
}

extension Vacancies {
    /// Looks up the agencies that rows of a file name, by themselves or by their branches.
    public func owners(agencies: Set<String>, branches: Set<String>) async throws -> VacancyOwners {
        struct Owner: FromRow {
            let code: String
            let agency: ID<Agency>

            init(from row: inout Row) throws {
                code = try row.next()
                agency = try row.next()
            }
        }
        return try await store.read { (transaction: borrowing Transaction) in
            let byCode: [Owner] = try transaction.all("SELECT code, id FROM agency WHERE code IN \(in: agencies)")
            let byBranch: [Owner] = try transaction.all(
                "SELECT code, agency_id FROM branch WHERE code IN \(in: branches)"
            )
            return VacancyOwners(
                agencies: Dictionary(byCode.map { ($0.code, $0.agency) }) { first, _ in first },
                branches: Dictionary(byBranch.map { ($0.code, $0.agency) }) { first, _ in first }
            )
        }
    }
}
