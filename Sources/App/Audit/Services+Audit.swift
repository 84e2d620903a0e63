internal import Domain
internal import Exchange
internal import Foundation
internal import Logging
internal import Persistence
internal import SystemPackage

extension Services {
    var auditCheckpoints: AuditCheckpoints { AuditCheckpoints(store, key: settings.auditKey) }

    /// Makes a checkpoint when one is due, and hands out those that could not be handed out before.
    ///
    /// - Returns: How many were made.
    func makeAuditCheckpointWhenDue() async throws -> Int {
        let made = try await auditCheckpoints.makeWhenDue(at: settings.auditCheckpointTimes)
        try await handOut(made)
        return made == nil ? 0 : 1
    }

    /// Writes checkpoints where they can be kept: they prove nothing as long as they lie only beside the chain.
    ///
    /// All that the file does not hold: the process may have died, or the disk been full, after one was made.
    func handOut(_ made: AuditCheckpoint?) async throws {
        if let made {
            logger.notice("audit checkpoint", metadata: ["checkpoint": "\(AuditLines.line(made))"])
        }
        guard let path = settings.auditCheckpointFile, let latest = try await auditCheckpoints.latest() else { return }
        // Where others may only write, nothing tells what is missing: the one that was made goes there, and no more.
        let isReadable = FileManager.default.isReadableFile(atPath: path)
        if !isReadable && FileManager.default.fileExists(atPath: path) {
            return writeDown(made.map { AuditLines.line($0) + "\n" } ?? "", to: path)
        }
        let kept = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        let lines = Set(kept.split(separator: "\n").map(String.init))
        if lines.contains(AuditLines.line(latest)) { return }
        let missing = try await auditCheckpoints.all().map(AuditLines.line).filter { !lines.contains($0) }
        // What was broken off in the middle of a line stays one line by itself.
        let start = kept.isEmpty || kept.hasSuffix("\n") ? "" : "\n"
        writeDown(start + missing.map { $0 + "\n" }.joined(), to: path)
    }

    private func writeDown(_ text: String, to path: String) {
        if text.isEmpty { return }
        do {
            try append(text, to: path)
        } catch {
            logger.error(
                "audit checkpoint not written",
                metadata: ["file": "\(path)", "error": "\(String(reflecting: error))"]
            )
        }
    }

    /// Adds to a file's end, wherever that is by then, and makes the file when it is not there.
    private func append(_ text: String, to path: String) throws {
        let file = try FileDescriptor.open(
            FilePath(path),
            .writeOnly,
            options: [.append, .create],
            permissions: [.ownerReadWrite, .groupRead]
        )
        let handle = FileHandle(fileDescriptor: file.rawValue, closeOnDealloc: true)
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
    }

    /// Says at the start what makes the trail weaker than it could be.
    func warnOfAuditWeaknesses() async throws {
        for weakness in try await store.audit.weaknesses() {
            logger.warning(
                "the audit trail is not protected from the service itself",
                metadata: ["because": "\(weakness)"]
            )
        }
        if settings.auditKey == nil {
            let reason = "no key is set (--\(Setting.auditKey.option))"
            logger.warning("audit checkpoints are not signed", metadata: ["because": "\(reason)"])
        }
    }

    /// Makes the role as which the service runs, or gives it the rights of this version.
    public func prepareRole(_ name: String) async throws {
        do {
            let role = try ServiceRole(name, over: AuditSchema.guarded)
            try await database.prepare(role)
        } catch let refusal as CannotPrepareRole {
            throw UnusableAuditInput(description: "--\(Setting.appRole.option) \(name): \(refusal)")
        }
    }
}
