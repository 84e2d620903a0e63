import Domain
import Foundation
import Persistence
import TestSupport
import Testing

@testable import Exchange

@Suite("The audit trail in lines of JSON")
struct AuditLinesTests {
    static let python = ProcessInfo.processInfo.environment["INCONTRO_TEST_PYTHON"]
    static let mustRun = ProcessInfo.processInfo.environment["CI"] == "true"

    private func lines(of world: World, from first: Day, to last: Day) async throws -> [String] {
        let audit = world.store.audit
        let export = try await audit.export(from: first, to: last, as: .system("test"), because: "a test")
        var lines: [String] = []
        try await export.forEach { portion in lines += portion.map(AuditLines.line) }
        try await audit.finish(export, rows: lines.count)
        return lines
    }

    @Test("It holds the traces of the days that were asked for, with position and link", arguments: Engine.available)
    func days(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-03-10") { world in
            let audit = world.store.audit
            for day in 0..<4 {
                for number in 0..<3 {
                    let entry = AuditEntry(
                        .operator(world.anna),
                        "citizens.listed",
                        details: ["q": .text("día \(day) \"\(number)\"\n\t\u{1}")],
                        rows: number
                    )
                    try await audit.record(read: entry)
                }
                if day < 3 { while try await AuditSealer(world.store, owner: "test").seal() > 0 {} }
                world.time.advance(days: 1)
            }
            let lines = try await lines(of: world, from: "2026-03-11", to: "2026-03-13")
            let objects = try lines.map { line in
                try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            }
            #expect(objects.count == 9)
            #expect(lines.allSatisfy { !$0.contains("\n") })
            let positions = objects.map { $0["position"] as? Int }
            let first = try #require(objects.first?["position"] as? Int)
            #expect(positions == (0..<6).map { first + $0 } + [nil, nil, nil])
            #expect((objects[1]["previous"] as? String) == (objects[0]["link"] as? String))
            let details = try #require(objects[4]["details"] as? String)
            let read = try JSONSerialization.jsonObject(with: Data(details.utf8)) as? [String: String]
            #expect(read == ["q": "día 2 \"1\"\n\t\u{1}"])

            // The export is traced itself, at its beginning and at its end.
            let traces = try await world.store.latestTraces(atMost: 2)
            #expect(traces.map(\.action) == ["audit.exported", "audit.exported"])
            #expect(traces.map(\.result) == [.succeeded, .started])
            #expect(traces.map(\.rows) == [9, nil])
            #expect(traces[0].subjectID == traces[1].subjectID && traces[0].reason == "a test")
            #expect(traces[0].details == #"{"from":"2026-03-11","to":"2026-03-13"}"#)
        }
    }

    @Test(
        "Python's hashlib alone gives every hash and every link of an export",
        .enabled(if: python != nil || mustRun, "INCONTRO_TEST_PYTHON names no Python"),
        arguments: Engine.available
    )
    func independent(on engine: Engine) async throws {
        let python = try #require(Self.python, "CI=true, and INCONTRO_TEST_PYTHON is not set")
        try await withWorld(on: engine) { world in
            for number in 0..<50 {
                let entry = AuditEntry(
                    number.isMultiple(of: 3) ? .system("job") : .operator(world.bruno),
                    "citizen.read",
                    about: number.isMultiple(of: 2) ? ID(Int64(number)) : nil,
                    because: number.isMultiple(of: 5) ? "perché «\(number)» 🙂" : nil,
                    details: ["n": .number(Int64(number)), "list": .list(["à", .flag(true)])]
                )
                try await world.store.audit.record(read: entry)
            }
            while try await AuditSealer(world.store, owner: "test").seal() > 0 {}
            let lines = try await lines(of: world, from: world.today, to: world.today)
            let sealed = lines.filter { !$0.contains(#""position":null"#) }
            #expect(sealed.count > 50)
            #expect(try Self.check(python, sealed) == "\(sealed.count) hashes, \(sealed.count) links")
            let changed = sealed.map { $0.replacing("\"n\\\":7", with: "\"n\\\":8") }
            #expect(try Self.check(python, changed) == "\(sealed.count - 1) hashes, \(sealed.count) links")
        }
    }

    private static func check(_ python: String, _ lines: [String]) throws -> String {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Oracles/audit_chain.py"
        )
        let file = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID().uuidString).jsonl")
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [script.standardizedFileURL.path(percentEncoded: false)]
        process.environment = ["PYTHONUTF8": "1"]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
    }

    @Test(
        "A checkpoint is read back as it was written, and what is none is named by its line",
        arguments: Engine.available
    )
    func checkpoints(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            var made: [AuditCheckpoint] = []
            for _ in 0..<3 {
                world.time.advance(seconds: 61)
                made.append(try await AuditCheckpoints(world.store, key: nil).make())
            }
            let lines = made.map(AuditLines.line)
            #expect(
                lines[0]
                    == "{\"number\":1,\"position\":0,\"link\":\"\(AuditSeal.genesis)\",\"at\":\"\(made[0].at)\",\"count\":0,\"key\":null,\"signature\":null}"
            )
            #expect(try AuditLines.checkpoints(lines.joined(separator: "\n") + "\n\n") == made)
            #expect(throws: UnreadableCheckpoints(line: 2)) {
                try AuditLines.checkpoints("\(lines[0])\n{\"number\":1}\n")
            }
        }
    }
}
