import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Exports that nobody ended")
struct CitizensAbandonedExportsTests {
    @Test("Their end is noted once, when it cannot come any more", arguments: Engine.available)
    func concluded(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample())
            let ended = try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared)
            try await world.citizens.finish(ended, rows: 1)
            let abandoned = try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared)

            world.time.advance(seconds: Citizens.longestExportHours * 3600 - 1)
            #expect(try await world.citizens.concludeAbandonedExports() == 0)
            world.time.advance(seconds: 2)
            #expect(try await world.citizens.concludeAbandonedExports() == 1)
            #expect(try await world.citizens.concludeAbandonedExports() == 0)

            let trace = try #require(await world.store.audit.latest(atMost: 1).first)
            #expect(trace.subjectID == abandoned.id.rawValue)
            #expect(trace.action == "citizens.exported" && trace.result == .failed && trace.rows == nil)
            #expect(trace.actorKind == "system" && trace.details.contains("\"abandoned\":true"))
        }
    }
}
