import Domain
import Persistence
import TestSupport
import Testing

@testable import App

@Suite("Making the demo world")
struct DemoMakingTests {
    private let small = DemoSize(agencies: 4, branches: 16, citizens: 40, vacancies: 20, interests: 60)

    /// What a world holds that has the same meaning each time: not the ids, which tell when they were made.
    private func content(_ services: Services) async throws -> [String] {
        try await services.store.read { (transaction: borrowing Transaction) in
            var lines: [String] = []
            for query: SQL in [
                "SELECT 'citizen ' || tax_code || ' ' || family_name || ' ' || given_name FROM citizen",
                """
                SELECT 'cv ' || c.tax_code || ' ' || v.body FROM curriculum v JOIN citizen c ON c.id = v.citizen_id
                """,
                """
                SELECT 'pact ' || c.tax_code || ' ' || p.state || ' ' || COALESCE(p.signed_at, 0)
                FROM activation_pact p JOIN citizen c ON c.id = p.citizen_id
                """,
                """
                SELECT 'vacancy ' || external_reference || ' ' || status || ' ' || title || ' ' || description
                FROM vacancy
                """,
                """
                SELECT 'interest ' || c.tax_code || ' ' || v.external_reference || ' ' || i.status || ' ' || i.submitted_at
                FROM expression_of_interest i JOIN citizen c ON c.id = i.citizen_id
                JOIN vacancy v ON v.id = i.vacancy_id
                """,
            ] {
                lines += try transaction.all(query, as: String.self).sorted()
            }
            return lines
        }
    }

    @Test("It is the same each time, and complete only at its end", arguments: Engine.available)
    func same(on engine: Engine) async throws {
        func made() async throws -> [String] {
            try await withServices(on: engine) { services in
                try await services.references.seed()
                #expect(try await services.demoGround() == .empty)
                try await services.makeDemoWorld(of: small) { _ in }
                #expect(try await services.demoGround() == .holdsData)
                #expect(try await Installation(services.store).demoWorld() == .complete)
                return try await content(services)
            }
        }
        let first = try await made()
        #expect(first.count { $0.hasPrefix("citizen ") } == 40 && first.count { $0.hasPrefix("cv ") } == 40)
        #expect(first.count { $0.hasPrefix("vacancy ") } == 20 && first.contains { $0.hasPrefix("interest ") })
        #expect(try await made() == first)
    }

    @Test("Stopped in between it is half a world, which is told from a whole one", arguments: Engine.available)
    func stopped(on engine: Engine) async throws {
        try await withServices(on: engine) { services in
            try await services.references.seed()
            // As Ctrl-C does it, when the citizens are there and the vacancies are not.
            await #expect(throws: CancellationError.self) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        try await services.makeDemoWorld(of: small) { line in
                            if line.contains("citizens") { withUnsafeCurrentTask { $0?.cancel() } }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            #expect(try await services.demoGround() == .unfinishedDemo)
        }
    }

    @Test("A register that somebody imported is no ground for it", arguments: Engine.available)
    func imported(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let services = Services(try Settings(environment: [:]), over: world.store, logger: silence)
            #expect(try await services.demoGround() == .holdsData)
        }
    }

    @Test("Who can sign in is told as CSV, each with a CV and a signed PAD where a citizen")
    func people() async throws {
        try await withServices(on: .sqlite) { services in
            try await services.references.seed()
            try await services.makeDemoWorld(of: small) { _ in }
            let lines = try await services.demoPeopleCSV().split(separator: "\n").map(String.init)
            #expect(lines.first == "role,name,tax_code,agency,branch")
            let citizens = lines.dropFirst().filter { $0.hasPrefix("citizen,") }
            #expect(!citizens.isEmpty && lines.contains { $0.hasPrefix("master,") && $0.contains("DEMO-APL-01") })
            for line in citizens {
                let code = try #require(line.split(separator: ",", omittingEmptySubsequences: false).dropFirst(2).first)
                let found = try await services.store.read { (transaction: borrowing Transaction) in
                    try transaction.first(
                        """
                        SELECT count(*) FROM citizen c JOIN curriculum v ON v.citizen_id = c.id
                        JOIN activation_pact p ON p.citizen_id = c.id AND p.state = 'signed'
                        WHERE c.tax_code = \(String(code))
                        """,
                        as: Int.self
                    )
                }
                #expect(found == 1, "\(code)")
            }
        }
    }

    @Test("A country is made by portions, and goes on where it was stopped", arguments: Engine.available)
    func nation(on engine: Engine) async throws {
        let size = DemoSize(
            agencies: 6,
            branches: 24,
            citizens: 1_100,
            vacancies: 60,
            interests: 300,
            largestShare: 15
        )
        try await withServices(on: engine) { services in
            try await services.references.seed()
            await #expect(throws: CancellationError.self) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        try await services.makeNation(of: size) { line in
                            if line.hasSuffix(" of 1100 citizens") { withUnsafeCurrentTask { $0?.cancel() } }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            #expect(try await services.demoGround() == .unfinishedDemo)
            try await services.makeNation(of: size) { _ in }
            #expect(try await Installation(services.store).demoWorld() == .complete)

            let counts = try await services.store.read { (transaction: borrowing Transaction) in
                try [
                    "SELECT count(*) FROM citizen", "SELECT count(*) FROM curriculum", "SELECT count(*) FROM vacancy",
                    "SELECT count(*) FROM expression_of_interest", "SELECT count(*) FROM interest_transition",
                    """
                    SELECT count(*) FROM activation_pact p WHERE p.state = 'signed' AND NOT EXISTS (
                        SELECT 1 FROM agency_citizen k WHERE k.citizen_id = p.citizen_id
                    )
                    """,
                    """
                    SELECT count(*) FROM agency_citizen k JOIN agency a ON a.id = k.agency_id
                    WHERE a.code = 'DEMO-APL-01'
                    """,
                    "SELECT count(*) FROM activation_pact p WHERE p.state = 'signed'",
                ].map { (query: SQL) in try transaction.first(query, as: Int.self) ?? 0 }
            }
            #expect(counts[0] > 1_090 && counts[0] == counts[1] && counts[2] == 60 && counts[3] == 300)
            #expect(counts[4] > 300 && counts[5] == 0)
            #expect((10...20).contains(counts[6] * 100 / counts[7]))
        }
    }
}
