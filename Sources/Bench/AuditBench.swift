internal import Domain
internal import Foundation
internal import Persistence
internal import Synchronization

/// How fast the audit trail takes entries, and seals them.
struct AuditBench: Sendable {
    let store: Store

    /// Entries in one transaction while filling: a request has one or two.
    private static let portion = 10_000

    /// Records and seals, one after the other, and says how long each took.
    func fill(_ count: Int) async throws -> String {
        let clock = ContinuousClock()
        let recorded = try await clock.measure {
            for start in stride(from: 0, to: count, by: AuditBench.portion) {
                let entries = (start..<min(count, start + AuditBench.portion)).map(entry)
                try await store.write { (transaction: borrowing Transaction) in
                    try store.audit.record(entries, in: transaction)
                }
            }
        }
        try await store.database.renewStatistics()
        var sealed = 0
        let sealer = AuditSealer(store, owner: "bench")
        let sealing = try await clock.measure {
            while case let portion = try await sealer.seal(), portion > 0 { sealed += portion }
        }
        return """
            {"entries": \(count), "sealed": \(sealed), "record_seconds": \(recorded / .seconds(1)), \
            "seal_seconds": \(sealing / .seconds(1))}
            """
    }

    /// Records one entry a transaction at a steady rate, by eight writers, beside a sealer that works as the service's.
    func live(rate: Int, seconds: Int) async throws -> String {
        let progress = Progress()
        let deadline = ContinuousClock.now + .seconds(seconds)
        return try await withThrowingTaskGroup(of: (String, Double).self) { group in
            group.addTask { ("sealed", Double(try await seal(until: progress))) }
            group.addTask { ("lag", try await greatestLag(until: progress)) }
            try await withThrowingTaskGroup(of: Void.self) { writers in
                for writer in 0..<8 {
                    writers.addTask {
                        let pause = Duration.seconds(8) / rate
                        var next = ContinuousClock.now
                        var number = writer
                        while ContinuousClock.now < deadline {
                            try await store.audit.record(read: entry(number))
                            progress.recorded.add(1, ordering: .relaxed)
                            number += 8
                            next += pause
                            try await Task.sleep(until: next, clock: .continuous)
                        }
                    }
                }
                try await writers.waitForAll()
            }
            progress.isDone.store(true, ordering: .relaxed)
            var results: [String: Double] = [:]
            for try await (name, value) in group { results[name] = value }
            return """
                {"recorded": \(progress.recorded.load(ordering: .relaxed)), "seconds": \(seconds), \
                "sealed": \(Int(results["sealed"] ?? 0)), "greatest_lag_ms": \(Int(results["lag"] ?? 0))}
                """
        }
    }

    private func seal(until progress: Progress) async throws -> Int {
        let sealer = AuditSealer(store, owner: "bench")
        var sealed = 0
        while true {
            let wasDone = progress.isDone.load(ordering: .relaxed)
            while case let portion = try await sealer.seal(), portion > 0 { sealed += portion }
            if wasDone { return sealed }
            try await Task.sleep(for: .milliseconds(250))
        }
    }

    /// The age of the oldest entry that waits, in milliseconds, at its worst.
    private func greatestLag(until progress: Progress) async throws -> Double {
        var greatest: Int64 = 0
        while !progress.isDone.load(ordering: .relaxed) {
            let oldest = try await store.read { (transaction: borrowing Transaction) in
                try transaction.first(
                    """
                    SELECT e.at FROM audit_entry e
                    WHERE e.id = (SELECT q.entry_id FROM audit_queue q ORDER BY q.entry_id LIMIT 1)
                    """,
                    as: Instant?.self
                ).flatMap(\.self)
            }
            if let oldest { greatest = max(greatest, store.now.milliseconds - oldest.milliseconds) }
            try await Task.sleep(for: .milliseconds(50))
        }
        return Double(greatest)
    }

    private final class Progress: Sendable {
        let recorded = Atomic(0)
        let isDone = Atomic(false)
    }

    /// As an operator's working day leaves them: mostly lists, some details, a few exports.
    private func entry(_ number: Int) -> AuditEntry {
        let actor = Actor.operator(
            OperatorIdentity(
                id: ID(Int64(number % 2_700)),
                agency: ID(Int64(number % 120)),
                role: .branch,
                givenName: "",
                familyName: "",
                scope: .branch(ID(Int64(number % 2_700)))
            )
        )
        switch number % 10 {
        case 0..<6:
            return AuditEntry(
                actor,
                "citizens.listed",
                details: [
                    "age_min": "25", "age_max": "45", "q": .text("magazziniere patentino \(number % 500)"),
                    "sort": "pad_day", "count": .number(Int64(number % 1_000)), "first_page": true,
                ],
                rows: 50
            )
        case 6..<9:
            let citizen = ID<Citizen>(Int64(number % 1_000_000))
            return AuditEntry(
                actor,
                "citizen.read",
                on: AuditSubject("citizen", citizen),
                about: citizen,
                because: "search",
                details: ["access": "pact"]
            )
        default:
            return AuditEntry(
                actor,
                "citizens.exported",
                on: AuditSubject("export", ID<AuditBench>(Int64(number))),
                details: ["columns": .list(["name", "age", "education", "languages"]), "sort": "surname"],
                rows: number % 5_000
            )
        }
    }
}
