internal import Persistence

/// The super users of an agency, in the hands of its masters: create, suspend, re-enable, and see what happened.
///
/// Source: INPS message 4271/2023, *utenza Master*. A master reaches the super users of the own agency alone, and in the
/// scope of one branch only those who work for it; across branches, those who share one with the master, or have none, or
/// to whom the master has lent some. Masters and branch operators are out of reach.
public struct SuperUsers: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }
}

/// A master at the moment of a change, with those who have to know of it.
struct MasterStanding: Sendable {
    let agencyName: String
    /// The other masters of the agency who could confirm: ``Transaction/otherMasters(than:on:)``.
    let others: [Colleague]

    struct Colleague: FromRow, Sendable {
        let id: ID<Operator>
        let givenName: String
        let email: String?

        init(from row: inout Row) throws {
            id = try row.next()
            givenName = try row.next()
            email = try row.next()
        }
    }

}

extension SuperAppointment {
    /// The states that a master may lead it into, who is the only one to decide or not.
    func steps(of master: OperatorIdentity, isAlone: Bool) -> [State] {
        let parties: Set<Party> =
            requestedBy != master.id ? [.otherMaster] : isAlone ? [.requester, .soleMaster] : [.requester]
        let allowed = Set(parties.flatMap { SuperAppointment.transitions.next(from: state, by: $0) })
        return State.allCases.filter(allowed.contains)
    }
}

extension OperatorIdentity {
    /// The id of the agency in which the person is a master now; none for anybody else.
    func masteredAgency(on day: Day) -> SQL {
        """
        SELECT w.agency_id FROM operator w JOIN agency a ON a.id = w.agency_id
        WHERE w.id = \(id) AND w.agency_id = \(agency) AND w.role = 'master' AND w.status = 'active'
        AND \(Agency.isAuthorised(on: day))
        """
    }

    /// The condition on a row `s` of operators: a super user within the reach of this master.
    ///
    /// One who shares an open branch with the master, in the chosen scope. Across branches also one who has no branch at
    /// all, since nobody else would see them, and one to whom this master has lent something.
    func reachesSuperUser(on day: Day) -> SQL {
        let agency: SQL = "s.role = 'super' AND s.agency_id IN (\(masteredAgency(on: day)))"
        let shared = BranchRights.statement(
            "b.id",
            where: "o.id = s.id AND b.id IN (\(openBranches(on: day)))",
            on: day
        )
        switch scope {
        case .branch: return agency + " AND EXISTS (\(shared))"
        case .crossBranch:
            return """
                \(agency) AND (
                    EXISTS (\(shared)) OR NOT EXISTS (\(BranchRights.statement("b.id", where: "o.id = s.id", on: day)))
                    OR EXISTS (
                        SELECT 1 FROM super_appointment n JOIN super_appointment_branch k ON k.appointment_id = n.id
                        WHERE n.operator_id = s.id AND n.requested_by = \(id) AND \(SuperAppointment.lends)
                    )
                )
                """
        }
    }

    /// The condition on a row `n` of appointments: within the reach of this master.
    ///
    /// In every scope: a colleague who holds none of the branches is the second pair of eyes too, and one who holds a
    /// single branch has no other scope.
    func reachesAppointment(on day: Day) -> SQL {
        "n.agency_id IN (\(masteredAgency(on: day)))"
    }
}

extension Transaction {
    /// Waits for its turn among those who change the super users of an agency, and makes sure that the person is still
    /// one of its masters.
    func masterStanding(_ person: OperatorIdentity, on day: Day) throws -> MasterStanding {
        let names: [String] = try all(
            """
            SELECT y.name FROM agency y WHERE y.id IN (\(person.masteredAgency(on: day)))
            \(sqlite: "", postgresql: "FOR NO KEY UPDATE OF y")
            """
        )
        guard let name = names.first else { throw NotFound() }
        return MasterStanding(agencyName: name, others: try otherMasters(than: person, on: day))
    }

    /// The other masters of an agency who can be waited for: those with a right to one of its branches today.
    ///
    /// One whose grants have all ended has no scope to work in, never comes to the page, and would block every request.
    func otherMasters(than person: OperatorIdentity, on day: Day) throws -> [MasterStanding.Colleague] {
        let rights = BranchRights.statement(
            "o.id AS id, o.given_name AS given_name, o.email AS email",
            where: """
                o.agency_id = \(person.agency) AND o.role = 'master' AND o.status = 'active' AND o.id <> \(person.id)
                """,
            on: day
        )
        return try all("SELECT DISTINCT id, given_name, email FROM (\(rights)) AS masters ORDER BY id")
    }

    /// The branches of people while their accounts are active, by name.
    func places(of people: [ID<Operator>], on day: Day) throws -> [ID<Operator>: [SuperUser.Place]] {
        let rights = BranchRights.statement(
            "o.id AS person, b.id AS id, b.code AS code, b.name AS name, b.name_fold AS fold",
            where: "o.id IN \(in: people)",
            on: day
        )
        let rows: [PlaceRow] = try all(
            "SELECT DISTINCT person, id, code, name, fold FROM (\(rights)) AS held ORDER BY fold, code"
        )
        return Dictionary(grouping: rows, by: \.person).mapValues { $0.map(\.place) }
    }
}

private struct PlaceRow: FromRow {
    let person: ID<Operator>
    let place: SuperUser.Place

    init(from row: inout Row) throws {
        person = try row.next()
        place = try SuperUser.Place(from: &row)
    }
}
