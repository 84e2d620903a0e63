internal import Persistence

/// The super users of an agency, in the hands of its masters: create, suspend, re-enable, and see what happened.
///
/// Source: INPS message 4271/2023, *utenza Master*. A master reaches the super users of the own agency alone, and in the
/// scope of one branch only those who work for it; masters and branch operators are out of reach.
public struct SuperUsers: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }
}

/// A master at the moment of a change, with those who have to know of it.
struct MasterStanding: Sendable {
    let agencyName: String
    /// The other masters of the agency who could confirm.
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

    /// What somebody is to an appointment.
    func parties(_ person: OperatorIdentity, in appointment: SuperAppointment) -> Set<SuperAppointment.Party> {
        guard appointment.requestedBy == person.id else { return [.otherMaster] }
        return others.isEmpty ? [.requester, .soleMaster] : [.requester]
    }
}

extension SuperAppointment {
    /// The states that one of the parties may lead it into.
    func steps(_ parties: Set<Party>) -> [State] {
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
    func reachesSuperUser(on day: Day) -> SQL {
        let agency: SQL = "s.role = 'super' AND s.agency_id IN (\(masteredAgency(on: day)))"
        switch scope {
        case .crossBranch: return agency
        case .branch:
            let rights = BranchRights.statement(
                "b.id",
                where: "o.id = s.id AND b.id IN (\(openBranches(on: day)))",
                on: day
            )
            return agency + " AND EXISTS (\(rights))"
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
        let others: [MasterStanding.Colleague] = try all(
            """
            SELECT o.id, o.given_name, o.email FROM operator o
            WHERE o.agency_id = \(person.agency) AND o.role = 'master' AND o.status = 'active' AND o.id <> \(person.id)
            ORDER BY o.id
            """
        )
        return MasterStanding(agencyName: name, others: others)
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
