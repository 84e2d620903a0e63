internal import Domain
internal import Exchange
internal import Foundation
internal import Logging
internal import Persistence

extension Services {
    var auditCheckpoints: AuditCheckpoints { AuditCheckpoints(store, key: settings.auditKey) }

    /// Makes a checkpoint when one is due.
    ///
    /// - Returns: How many were made.
    func makeAuditCheckpointWhenDue() async throws -> Int {
        let made = try await auditCheckpoints.makeWhenDue(at: settings.auditCheckpointTimes)
        guard let checkpoint = made else { return 0 }
        handOut(checkpoint)
        return 1
    }

    /// Writes a checkpoint where it can be kept: it proves nothing as long as it lies only beside the chain.
    func handOut(_ checkpoint: AuditCheckpoint) {
        let line = AuditLines.line(checkpoint)
        logger.notice("audit checkpoint", metadata: ["checkpoint": "\(line)"])
        guard let path = settings.auditCheckpointFile else { return }
        do {
            try append(line + "\n", to: path)
        } catch {
            logger.error(
                "audit checkpoint not written",
                metadata: ["file": "\(path)", "error": "\(String(reflecting: error))"]
            )
        }
    }

    private func append(_ text: String, to path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o640])
        }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? file.close() }
        try file.seekToEnd()
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
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
            let role = try ServiceRole(name, appendOnly: AuditSchema.appendOnly, consumed: AuditSchema.consumed)
            try await database.prepare(role)
        } catch let refusal as CannotPrepareRole {
            throw UnusableAuditInput(description: "--\(Setting.appRole.option) \(name): \(refusal)")
        }
    }
}
