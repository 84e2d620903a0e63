import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Exports that nobody ended")
struct AbandonedExportsTests {
    @Test("Their end is noted once, when it cannot come any more", arguments: Engine.available)
    func concluded(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample())
            let ended = try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared)
            try await ended.finish(rows: 1)
            let abandoned = try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared)

            world.time.advance(seconds: Exports.longestHours * 3600 - 1)
            #expect(try await Exports(world.store).concludeAbandoned() == 0)
            world.time.advance(seconds: 2)
            #expect(try await Exports(world.store).concludeAbandoned() == 1)
            #expect(try await Exports(world.store).concludeAbandoned() == 0)

            let trace = try #require(await world.store.latestTraces(atMost: 1).first)
            #expect(trace.subjectID == abandoned.id.rawValue)
            #expect(trace.action == "citizens.exported" && trace.result == .failed && trace.rows == nil)
            #expect(trace.actorKind == "system" && trace.details.contains("\"abandoned\":true"))
        }
    }

    @Test("The end of one of the audit trail is one of the audit trail", arguments: Engine.available)
    func auditTrail(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let today = world.today
            _ = try await world.store.audit.export(from: today, to: today, as: .system("audit-export"))
            world.time.advance(seconds: Exports.longestHours * 3600 + 1)
            #expect(try await Exports(world.store).concludeAbandoned() == 1)
            let trace = try #require(await world.store.latestTraces(atMost: 1).first)
            #expect(trace.action == "audit.exported" && trace.result == .failed)
        }
    }

    @Test("One that is broken off by whoever asked for it says so itself", arguments: Engine.available)
    func cancelled(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (audit, today) = (world.store.audit, world.today)
            let task = Task {
                let export = try await audit.export(from: today, to: today, as: .system("audit-export"))
                withUnsafeCurrentTask { $0?.cancel() }
                try await audit.finish(export, rows: 0, result: .cancelled)
            }
            try await task.value
            #expect(try await world.store.latestTraces(atMost: 1).map(\.result) == [.cancelled])
        }
    }
}
