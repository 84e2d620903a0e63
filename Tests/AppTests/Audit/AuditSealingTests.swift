import Domain
import Foundation
import Persistence
import TestSupport
import Testing

@testable import App

@Suite("The audit trail of a running service")
struct AuditSealingTests {
    private func leaveTraces(_ count: Int, in services: Services) async throws {
        for number in 0..<count {
            try await services.store.audit.record(read: AuditEntry(.system("test"), "test.done", rows: number))
        }
    }

    @Test(
        "What is committed is sealed within a second, and the lease is given back at the end",
        arguments: Engine.available
    )
    func sealed(on engine: Engine) async throws {
        try await withServices(on: engine) { services in
            let sealing = Task { await AuditSealing(services: services, owner: "process").run() }
            // The quickest of several, because a machine that runs all tests at once may be late itself.
            var quickest = Duration.seconds(60)
            for _ in 0..<3 {
                try await leaveTraces(20, in: services)
                let start = ContinuousClock.now
                while try await services.store.audit.verify().waiting > 0 {
                    try await Task.sleep(for: .milliseconds(20))
                    try #require(ContinuousClock.now - start < .seconds(60))
                }
                quickest = min(quickest, ContinuousClock.now - start)
            }
            #expect(quickest < .seconds(1))
            sealing.cancel()
            await sealing.value
            let found = try await services.store.audit.verify()
            #expect(found.isWhole && found.sealed == 60)
            try await leaveTraces(1, in: services)
            #expect(try await AuditSealer(services.store, owner: "another").seal() == 1)
        }
    }

    @Test("It says at the start what protects the trail less than it could", arguments: Engine.available)
    func warnings(on engine: Engine) async throws {
        let log = LogCapture()
        try await withServices(on: engine, logger: log.logger) { services in
            try await services.warnOfAuditWeaknesses()
            let unsigned = "warning audit checkpoints are not signed because=no key is set (--audit-key)"
            let superuser =
                "warning the audit trail is not protected from the service itself because=the service is, or may become, a superuser"
            #expect(log.text == (engine == .sqlite ? [unsigned] : [superuser, unsigned]))
        }
    }

    @Test("A checkpoint is made when it is due, told in the log and added to the file", arguments: Engine.available)
    func checkpoints(on engine: Engine) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "incontro-audit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (key, file) = (folder.appending(path: "key.pem").path, folder.appending(path: "checkpoints").path)
        try Self.key.write(toFile: key, atomically: true, encoding: .utf8)
        let log = LogCapture()
        let options: [Setting: String] = [.auditKey: key, .auditCheckpointFile: file]
        try await withServices(on: engine, options: options, logger: log.logger) { services in
            try await leaveTraces(3, in: services)
            #expect(try await services.makeAuditCheckpointWhenDue() == 1)
            #expect(try await services.makeAuditCheckpointWhenDue() == 0)
            let (line, waiting) = try await services.makeAuditCheckpoint()
            #expect(waiting == 0)
            let kept = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
            #expect(kept.count == 2 && kept.last == line)
            #expect(line.contains("\"position\":3,"), "what waited was sealed first")
            #expect(log.text.contains("notice audit checkpoint checkpoint=\(line)"))

            let whole = try await services.verifyAudit(keys: [], checkpoints: [file], limit: 10) { _ in }
            #expect(whole.isWhole)
            #expect(whole.text.contains("whole: 3 rows (3 sealed, 0 waiting), 2 checkpoints, 0 defects"))

            let other = folder.appending(path: "other").path
            try line.replacing("\"position\":3,", with: "\"position\":4,").write(
                toFile: other,
                atomically: true,
                encoding: .utf8
            )
            let broken = try await services.verifyAudit(keys: [], checkpoints: [other], limit: 10) { _ in }
            #expect(!broken.isWhole)
            #expect(broken.text.contains("checkpoint_changed: checkpoint 2 does not say what was signed"))
            #expect(broken.text.contains("BROKEN: 3 rows"))
            await #expect(throws: UnusableAuditInput.self) {
                try await services.verifyAudit(keys: [file], checkpoints: [], limit: 10) { _ in }
            }
        }
    }

    @Test("What could not be handed out when it was made is, later", arguments: Engine.available)
    func handedOutLater(on engine: Engine) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "incontro-audit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "checkpoints").path
        let log = LogCapture()
        try await withServices(on: engine, options: [.auditCheckpointFile: file], logger: log.logger) { services in
            let first = try await services.makeAuditCheckpoint().line
            #expect(log.text.contains { $0.hasPrefix("error audit checkpoint not written") })
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            #expect(try await services.makeAuditCheckpointWhenDue() == 0)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == first + "\n")

            // Broken off in the middle of a line.
            try String(first.prefix(20)).write(toFile: file, atomically: true, encoding: .utf8)
            let second = try await services.makeAuditCheckpoint().line
            let kept = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
            #expect(kept == [String(first.prefix(20)), first, second])
            #expect(try await services.makeAuditCheckpointWhenDue() == 0)
            #expect(try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").count == 3)
        }
    }

    @Test("A checkpoint while another process seals says how much waits", arguments: Engine.available)
    func waiting(on engine: Engine) async throws {
        try await withServices(on: engine) { services in
            try await leaveTraces(1, in: services)
            #expect(try await AuditSealer(services.store, owner: "another").seal() == 1)
            try await leaveTraces(2, in: services)
            let made = try await services.makeAuditCheckpoint(patience: .milliseconds(1))
            #expect(made.waiting == 2 && made.line.contains("\"position\":1,"))
        }
    }

    @Test("What waits for longer than a minute is told in the log and in a metric", arguments: Engine.available)
    func watch(on engine: Engine) async throws {
        let log = LogCapture()
        try await withServices(on: engine) { services in
            try await leaveTraces(1, in: services)
            for seconds in [60, 61] {
                let later = Clock.frozen(services.store.now.adding(seconds: seconds))
                let store = Store(database: services.database, clock: later)
                await AuditWatch(Services(services.settings, over: store, logger: log.logger)).look()
                #expect(log.text.count == seconds - 60)
            }
            #expect(log.text == ["warning audit entries wait for their seal seconds=61"])
        }
    }

    @Test("An export is written line by line, and one that breaks off leaves that trace", arguments: Engine.available)
    func export(on engine: Engine) async throws {
        struct Broken: Error {}
        try await withServices(on: engine, today: "2026-12-01") { services in
            try await leaveTraces(5, in: services)
            var text = ""
            let day = "2026-12-01"
            let count = try await services.exportAudit(from: day, to: day, because: "test") { text += $0 }
            #expect(count == 6, "the trace of its beginning is among them")
            #expect(text.split(separator: "\n").count == count)
            await #expect(throws: Broken.self) {
                try await services.exportAudit(from: day, to: day, because: "test") { _ in throw Broken() }
            }
            let traces = try await services.store.latestTraces(atMost: 4)
            #expect(traces.map(\.result) == [.failed, .started, .succeeded, .started])
            #expect(traces.map(\.rows) == [0, nil, count, nil])
            let cancelled = Task {
                try await services.exportAudit(from: day, to: day, because: "test") { _ in
                    withUnsafeCurrentTask { $0?.cancel() }
                    try Task.checkCancellation()
                }
            }
            await #expect(throws: CancellationError.self) { try await cancelled.value }
            #expect(try await services.store.latestTraces(atMost: 2).map(\.result) == [.cancelled, .started])
            for (from, to) in [("2026-12-02", "2026-12-01"), ("yesterday", "2026-12-01")] {
                await #expect(throws: UnusableAuditInput.self) {
                    try await services.exportAudit(from: from, to: to, because: "test") { _ in }
                }
            }
        }
    }

    @Test("A key that is none, and hours that are none, stop the start")
    func settings() throws {
        for (setting, value) in [(Setting.auditKey, "/nowhere"), (.auditCheckpointTimes, "3am")] {
            #expect(throws: InvalidSetting.self) { try Settings(options: [setting: value], environment: [:]) }
        }
    }

    /// Made with openssl for this test alone.
    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIKcTGm0TzDGGdE23RW8JCtEGEORREP+oAKHkqxOtfxE4
        -----END PRIVATE KEY-----
        """
}
