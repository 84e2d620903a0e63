import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Open branches and a plain filter")
struct RandomGrantsTests {
    private struct Grant: Sendable {
        let person: Int
        let branch: Int
        let from: Day
        let to: Day?
    }

    private struct Agency: Sendable {
        let id: Int
        let from: Day
        let to: Day?
    }

    private struct Branch: Sendable {
        let id: Int
        let agency: Int
        let from: Day
        let to: Day?
    }

    private struct Person: Sendable {
        let id: Int
        let agency: Int
        let role: OperatorRole
        let isActive: Bool
    }

    private struct Case: Sendable {
        let person: Person
        let branch: Int?
        let day: Day

        var identity: OperatorIdentity {
            OperatorIdentity(
                id: ID(Int64(person.id)),
                agency: ID(Int64(person.agency)),
                role: person.role,
                givenName: "",
                familyName: "",
                scope: branch.map { .branch(ID(Int64($0))) } ?? .crossBranch
            )
        }
    }

    private struct Plan: Sendable {
        var agencies: [Agency] = []
        var branches: [Branch] = []
        var people: [Person] = []
        var grants: [Grant] = []

        init(_ numbers: inout Numbers, around today: Day) {
            // Most are open today, and many begin or end within a day of it.
            func day() -> Day { today.adding(days: Int.random(in: -4...1, using: &numbers)) }
            func end() -> Day? {
                Int.random(in: 0..<3, using: &numbers) == 0
                    ? today.adding(days: Int.random(in: -1...2, using: &numbers)) : nil
            }
            agencies = (1...3).map { Agency(id: $0, from: day(), to: end()) }
            branches = (1...8).map { id in
                Branch(id: id, agency: Int.random(in: 1...3, using: &numbers), from: day(), to: end())
            }
            people = (1...6).map { id in
                Person(
                    id: id,
                    agency: Int.random(in: 1...3, using: &numbers),
                    role: OperatorRole.allCases.randomElement(using: &numbers) ?? .branch,
                    isActive: Int.random(in: 0..<5, using: &numbers) > 0
                )
            }
            var seen: Set<[String]> = []
            for _ in 0..<30 {
                let grant = Grant(
                    person: Int.random(in: 1...6, using: &numbers),
                    branch: Int.random(in: 1...8, using: &numbers),
                    from: day(),
                    to: end()
                )
                let key = ["\(grant.person)", "\(grant.branch)", grant.from.description]
                if seen.insert(key).inserted { grants.append(grant) }
            }
        }

        func cases(around today: Day) -> [Case] {
            var cases: [Case] = []
            for person in people {
                for branch in [nil] + branches.map({ Optional($0.id) }) {
                    for offset in -1...1 {
                        cases.append(Case(person: person, branch: branch, day: today.adding(days: offset)))
                    }
                }
            }
            return cases
        }

        /// The rule once more, in loops over memory.
        func open(to person: Person, in branch: Int?, on day: Day) -> Set<Int> {
            func holds(_ from: Day, _ to: Day?) -> Bool {
                if day < from { return false }
                if let to, to < day { return false }
                return true
            }
            guard person.isActive, let agency = agencies.first(where: { $0.id == person.agency }),
                holds(agency.from, agency.to)
            else { return [] }
            if branch == nil, person.role == .branch { return [] }
            var result: Set<Int> = []
            for grant in grants where grant.person == person.id && holds(grant.from, grant.to) {
                if let branch, branch != grant.branch { continue }
                guard let place = branches.first(where: { $0.id == grant.branch }) else { continue }
                if place.agency == agency.id, holds(place.from, place.to) { result.insert(place.id) }
            }
            return result
        }
    }

    @Test(
        "Over 60 random registers each person, scope and day gives what a plain filter gives",
        arguments: Engine.available
    )
    func agree(on engine: Engine) async throws {
        let today: Day = "2026-03-10"
        var numbers = Numbers(seed: 4271)
        var (compared, nonEmpty) = (0, 0)
        try await withDatabase(on: engine, migrations: Schema.migrations) { database in
            for _ in 0..<60 {
                let plan = Plan(&numbers, around: today)
                try await Self.store(plan, in: database)
                let cases = plan.cases(around: today)
                let found = try await database.read { (transaction: borrowing Transaction) in
                    try cases.map { one in
                        Set(try transaction.openBranches(to: one.identity, on: one.day).map { Int($0.rawValue) })
                    }
                }
                for (one, ids) in zip(cases, found) {
                    let expected = plan.open(to: one.person, in: one.branch, on: one.day)
                    #expect(ids == expected)
                    compared += 1
                    nonEmpty += expected.isEmpty ? 0 : 1
                }
            }
        }
        #expect(compared == 60 * 6 * 9 * 3)
        #expect(nonEmpty > 300, "the worlds have to hold open branches for this to mean something")
    }

    private static func store(_ plan: Plan, in database: Database) async throws {
        try await database.write { (transaction: borrowing Transaction) in
            for table in [
                "DELETE FROM branch_grant", "DELETE FROM operator", "DELETE FROM branch", "DELETE FROM agency",
            ] as [SQL] {
                try transaction.run(table)
            }
            for agency in plan.agencies {
                try transaction.run(
                    """
                    INSERT INTO agency (id, code, tax_code, name, name_fold, authorised_from, authorised_to, loaded_at)
                    VALUES (\(agency.id), \("A\(agency.id)"), \("T\(agency.id)"), 'a', 'a', \(agency.from), \(agency.to), 0)
                    """
                )
            }
            for branch in plan.branches {
                try transaction.run(
                    """
                    INSERT INTO branch (
                        id, agency_id, code, name, name_fold, municipality_code, province, region, valid_from, valid_to,
                        loaded_at
                    ) VALUES (
                        \(branch.id), \(branch.agency), \("B\(branch.id)"), 'b', 'b', 'F205', 'MI', '03', \(branch.from),
                        \(branch.to), 0
                    )
                    """
                )
            }
            for person in plan.people {
                let status = person.isActive ? AccountStatus.active : .suspended
                try transaction.run(
                    """
                    INSERT INTO operator (
                        id, agency_id, tax_code, given_name, family_name, sort_key, role, status, created_at, updated_at
                    ) VALUES (
                        \(person.id), \(person.agency), \("P\(person.id)"), 'p', 'p', 'p', \(person.role), \(status), 0, 0
                    )
                    """
                )
            }
            for (id, grant) in plan.grants.enumerated() {
                try transaction.run(
                    """
                    INSERT INTO branch_grant (id, operator_id, branch_id, valid_from, valid_to)
                    VALUES (\(id + 1), \(grant.person), \(grant.branch), \(grant.from), \(grant.to))
                    """
                )
            }
        }
    }
}
