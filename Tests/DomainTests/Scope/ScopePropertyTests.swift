import Persistence
import TestSupport
import Testing

@testable import Domain

/// What is open to somebody, held to the plainest filter while register, pacts, vacancies and applications change.
@Suite("What leaves the store for somebody, whatever happens")
struct ScopePropertyTests {
    private static let steps = 250

    @Test(
        "No list, count, search, detail, export or choice holds anything but what is open at that moment",
        arguments: Engine.available,
        [UInt64(4271), 276, 48, 150, 159, 174, 679, 2016]
    )
    func sameAsFilter(on engine: Engine, seed: UInt64) async throws {
        try await withWorld(on: engine, today: "2026-03-10") { world in
            var game = ScopeGame(world, seed: seed)
            try await game.begin(citizens: 10)
            for step in 0..<ScopePropertyTests.steps {
                try await game.change()
                try await game.compare(step, seed)
            }
            for what in ["citizens", "details", "interests", "own interests", "vacancies", "scopes", "sightings"] {
                #expect(game.found[what, default: 0] > 20, "there were hardly any \(what): \(game.found)")
            }
        }
    }
}

extension ScopeGame {
    /// Three people look at something; a citizen looks at what is hers.
    fileprivate mutating func compare(_ step: Int, _ seed: UInt64) async throws {
        for look in 0..<3 {
            let (key, scope) = try viewer()
            let told: Comment = "step \(step) of seed \(seed): \(key) in \(scope ?? "all")"
            switch (step + look) % 4 {
            case 0: try await checkCitizens(key, scope, told)
            case 1: try await checkDetail(key, scope, told)
            case 2: try await checkInterests(key, scope, told)
            default: try await checkVacancies(key, scope, told)
            }
            if (step + look) % 8 == 0 { try await checkChoices(key, scope, told) }
        }
        if step % 3 == 0 { try await checkOwn("step \(step) of seed \(seed)") }
    }
}
