public import Domain
internal import Exchange
internal import Foundation

/// A verification of the audit trail, for people at a terminal and for scripts.
public struct AuditReport: Sendable {
    let verification: AuditVerification
    let duration: Duration

    public var isWhole: Bool { verification.isWhole }

    /// One line a defect, then the summary.
    public var text: String {
        var lines = verification.defects.map(\.description)
        let hidden = verification.defectCount - verification.defects.count
        if hidden > 0 { lines.append("… and \(hidden) more") }
        if let position = verification.firstBrokenLink { lines.append("first broken link: position \(position)") }
        if verification.uncheckedCheckpoints > 0 {
            lines.append(
                "checkpoints without a signature that a given key could judge: \(verification.uncheckedCheckpoints)"
            )
        }
        let head = verification.head
        lines.append("head of the chain: position \(head.position), link \(head.link)")
        lines.append(
            """
            \(isWhole ? "whole" : "BROKEN"): \(verification.rows) rows (\(verification.sealed) sealed, \
            \(verification.waiting) waiting), \(verification.checkpoints) checkpoints, \
            \(verification.defectCount) defects, \(rowsPerSecond) rows/s
            """
        )
        return lines.joined(separator: "\n")
    }

    private var rowsPerSecond: Int {
        Int(Double(verification.rows) / max(duration / .seconds(1), 0.001))
    }
}

/// What was asked for cannot be read: a key, a file of checkpoints, a day.
public struct UnusableAuditInput: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

extension Services {
    /// Walks over the whole audit trail.
    ///
    /// - Parameters:
    ///   - keys: PEM files of the public keys, beside the configured one.
    ///   - checkpoints: Files of checkpoints that were kept elsewhere.
    ///   - expectation: What else is known from elsewhere.
    public func verifyAudit(
        keys: [String],
        checkpoints: [String],
        against expectation: AuditExpectation = AuditExpectation(),
        limit: Int,
        progress: (Int) -> Void
    ) async throws -> AuditReport {
        var expectation = expectation
        if let key = settings.auditKey { expectation.keys.append(key.verifyingKey) }
        for path in keys {
            guard let key = try? AuditVerifyingKey(pem: contents(of: path)) else {
                throw UnusableAuditInput(description: "\(path): \(UnusableAuditKey())")
            }
            expectation.keys.append(key)
        }
        expectation.kept += try checkpoints.flatMap { path in
            do {
                return try AuditLines.checkpoints(contents(of: path))
            } catch let unreadable as UnreadableCheckpoints {
                throw UnusableAuditInput(description: "\(path): \(unreadable)")
            }
        }
        let start = ContinuousClock.now
        let verification = try await store.audit.verify(against: expectation, limit: limit, progress: progress)
        return AuditReport(verification: verification, duration: ContinuousClock.now - start)
    }

    private func contents(of path: String) throws -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UnusableAuditInput(description: "\(path) cannot be read")
        }
        return text
    }

    /// Makes a checkpoint of the chain at once, after sealing what waits, or leaving that to the server that seals.
    ///
    /// - Parameter patience: So long it waits for another process to seal.
    /// - Returns: The line to be kept, and how many of the entries that waited when it was asked for still do.
    public func makeAuditCheckpoint(
        patience: Duration = .seconds(10)
    ) async throws -> (line: String, waiting: Int) {
        let waiting = try await sealWhatWaits(patience)
        let checkpoint = try await auditCheckpoints.make()
        try await handOut(checkpoint)
        return (AuditLines.line(checkpoint), waiting)
    }

    private func sealWhatWaits(_ patience: Duration) async throws -> Int {
        let sealer = AuditSealer(store, owner: UUID().uuidString)
        guard let last = try await sealer.newestWaiting() else { return 0 }
        let end = ContinuousClock.now + patience
        var waiting = 0
        repeat {
            while try await sealer.seal() > 0 {}
            waiting = try await sealer.waiting(upTo: last)
            if waiting > 0 { try await Task.sleep(for: AuditSealing.pause) }
        } while waiting > 0 && ContinuousClock.now < end
        try await sealer.release()
        return waiting
    }

    /// Writes the traces of some days, a line each, and returns how many there were.
    ///
    /// - Parameters:
    ///   - first: A day as `2026-03-10`.
    ///   - last: The last day, included.
    public func exportAudit(
        from first: String,
        to last: String,
        because reason: String,
        write: (String) throws -> Void
    ) async throws -> Int {
        guard let first = Day(first), let last = Day(last), first <= last else {
            throw UnusableAuditInput(description: "expected two days as 2026-03-10, the first not after the last")
        }
        let audit = store.audit
        let export = try await audit.export(from: first, to: last, as: .system("audit-export"), because: reason)
        var rows = 0
        do {
            try await export.forEach { portion in
                try write(portion.map { AuditLines.line($0) + "\n" }.joined())
                rows += portion.count
            }
        } catch {
            try await audit.finish(export, rows: rows, result: Task.isCancelled ? .cancelled : .failed)
            throw error
        }
        try await audit.finish(export, rows: rows)
        return rows
    }
}
