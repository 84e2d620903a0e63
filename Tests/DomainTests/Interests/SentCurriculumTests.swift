import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The CV that goes along with an interest")
struct SentCurriculumTests {
    let today: Day = "2026-12-01"

    private func vacancies(_ world: World, _ count: Int) async throws -> [String] {
        var codes: [String] = []
        for number in 1...count {
            codes.append(try #require(await world.load(.sample("A-\(number)")).first?.code))
        }
        return codes
    }

    private func versions(_ world: World) async throws -> [Int] {
        try await world.store.read { (transaction: borrowing Transaction) in
            try transaction.all("SELECT version FROM sent_curriculum ORDER BY citizen_id, version")
        }
    }

    private func level(_ interest: ID<ExpressionOfInterest>, _ world: World) async throws -> String? {
        let detail = try await world.interests.detail(interest, as: Publisher(world.bruno))
        return try Curriculum(json: detail.curriculum).education.first?.level
    }

    @Test("Interests of one version share one body; a changed CV leaves what was sent", arguments: Engine.available)
    func shared(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let codes = try await vacancies(world, 3)
            let rosa = try await world.citizen()
            let first = try await world.interests.express(in: codes[0], as: rosa)
            let second = try await world.interests.express(in: codes[1], as: rosa)
            #expect(try await versions(world) == [1])

            try await world.saveCurriculum(of: rosa, replacing: 1, education: "LSE")
            let third = try await world.interests.express(in: codes[2], as: rosa)
            #expect(try await versions(world) == [1, 2])
            #expect(try await level(first.id, world) == "USG")
            #expect(try await level(second.id, world) == "USG")
            #expect(try await level(third.id, world) == "LSE")
        }
    }

    @Test("Two interests that are the first at once leave one body", arguments: Engine.available)
    func atOnce(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let codes = try await vacancies(world, 4)
            let rosa = try await world.citizen()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for code in codes { group.addTask { _ = try await world.interests.express(in: code, as: rosa) } }
                try await group.waitForAll()
            }
            #expect(try await world.count("expression_of_interest") == 4)
            #expect(try await versions(world) == [1])
        }
    }

    @Test("A take-over writes each body once, and none that is there", arguments: Engine.available)
    func takenOver(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let codes = try await vacancies(world, 2)
            let rosa = try await world.citizen()
            let sent = try await world.interests.express(in: codes[0], as: rosa)
            var people = [rosa.id]
            for name in ["Ada", "Bea", "Cleo"] { people.append(try await world.citizen(name, "Neri").id) }
            // More than a few rows: PostgreSQL takes them by another way.
            for index in 0..<20 { people.append(try await world.citizen("Dina\(index)", "Rossi").id) }
            let entries = try codes.flatMap { code in
                try people.map { citizen in
                    InterestEntry(
                        vacancy: try #require(VacancyCode(code)),
                        citizen: citizen,
                        status: .submitted,
                        submittedAt: world.store.now,
                        updatedAt: world.store.now
                    )
                }
            }
            #expect(try await world.interests.load(entries) == 2 * people.count - 1)
            #expect(try await versions(world).count == people.count)
            #expect(try await level(sent.id, world) == "USG")
        }
    }

    /// As interests were before their CVs had a table: each with its own copy.
    private func insert(_ body: String, of citizen: CitizenIdentity, in code: String, _ world: World) async throws {
        let vacancy = try #require(VacancyCode(code))
        let id = world.store.ids.next(ExpressionOfInterest.self)
        let step = world.store.ids.next(InterestTransition.self)
        try await world.store.write { (transaction: borrowing Transaction) in
            try transaction.run(
                """
                INSERT INTO expression_of_interest (
                    id, vacancy_id, citizen_id, agency_id, branch_id, period_id, status, submitted_at, updated_at,
                    given_name, family_name, sort_key, birth_date, curriculum
                )
                SELECT \(id), v.id, \(citizen.id), v.agency_id, v.branch_id, p.id, 'submitted', 0, 0,
                    \(citizen.givenName), \(citizen.familyName), 'k', '1990-01-01', \(body)
                FROM vacancy v JOIN publication_period p ON p.vacancy_id = v.id WHERE v.id = \(vacancy.id)
                """
            )
            try transaction.run(
                """
                INSERT INTO interest_transition (id, interest_id, to_status, at, mover)
                VALUES (\(step), \(id), 'submitted', 0, 'citizen')
                """
            )
        }
    }

    @Test("What was sent before keeps its text: equal bodies become one, today's is known", arguments: Engine.available)
    func upgrade(on engine: Engine) async throws {
        let later = ["interests 2", "interests 3", "annotations 1"]
        let old = Schema.migrations.filter { !later.contains($0.name) }
        try await withDatabase(on: engine, migrations: old) { database in
            let world = try await World(on: database, today: today)
            let codes = try await vacancies(world, 5)
            let (rosa, ada) = (try await world.citizen(), try await world.citizen("Ada", "Neri", hasCurriculum: false))
            try await world.saveCurriculum(of: rosa, replacing: 1, education: "LSE")
            let current: String = try #require(
                try await world.store.read { (transaction: borrowing Transaction) in
                    try transaction.first("SELECT body FROM curriculum WHERE citizen_id = \(rosa.id)")
                }
            )
            let bodies = ["{\"a\":1}", "{\"b\":1}", "{\"a\":1}", current]
            for (body, code) in zip(bodies, codes) { try await insert(body, of: rosa, in: code, world) }
            try await insert("{\"a\":1}", of: ada, in: codes[0], world)

            #expect(try await database.migrate(Schema.migrations) == later)
            let (sent, steps) = try await world.store.read { (transaction: borrowing Transaction) in
                let sent: [String] = try transaction.all(
                    """
                    SELECT CAST(e.curriculum_version AS TEXT) || ' ' || s.body
                    FROM expression_of_interest e
                    JOIN sent_curriculum s ON s.citizen_id = e.citizen_id AND s.version = e.curriculum_version
                    ORDER BY e.id
                    """
                )
                let steps: Int? = try transaction.first(
                    "SELECT count(*) FROM interest_transition t JOIN expression_of_interest e ON e.id = t.interest_id"
                )
                return (sent, steps)
            }
            #expect(sent == ["-1 {\"a\":1}", "-2 {\"b\":1}", "-1 {\"a\":1}", "2 \(current)", "-1 {\"a\":1}"])
            #expect(steps == 5)

            _ = try await world.interests.express(in: codes[4], as: rosa)
            #expect(try await versions(world) == [-2, -1, 2, -1])
        }
    }
}
