internal import App
internal import ArgumentParser
internal import Domain
internal import Foundation

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Verify the audit trail, take it away, make a checkpoint of it.",
        discussion: "docs/operations.md explains how checkpoints are signed and where to keep them.",
        subcommands: [Verify.self, Checkpoint.self, Export.self]
    )

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Walk over the whole trail and name what is not as it was written.",
            discussion: """
                Every changed, missing or inserted row and seal is named with its position; the exit status is 0 only when
                all is well, and 2 when the trail is broken. Without checkpoints that were kept elsewhere, a chain that
                was made anew as a whole, or cut at its end, cannot be told.
                """
        )

        @OptionGroup var common: CommonOptions

        @Option(help: "The PEM file with the private key that signs checkpoints.")
        var auditKey: String?

        @Option(help: "A PEM file with a public key of a signer; may be given more than once.")
        var publicKey: [String] = []

        @Option(help: "A file of checkpoints that were kept elsewhere; may be given more than once.")
        var checkpoints: [String] = []

        @Option(help: "With a key: checkpoints from this number on must be signed (those before had no key).")
        var signedFrom: Int64 = 1

        @Option(help: "The last checkpoint must have this number, or a later one.")
        var leastCheckpoint: Int64 = 0

        @Option(help: "The chain must go to this position, or further.")
        var leastPosition: Int64 = 0

        @Option(help: "Name so many defects at most; all are counted.")
        var limit = 100

        private var expectation: AuditExpectation {
            AuditExpectation(
                signedFrom: signedFrom,
                leastCheckpoint: leastCheckpoint,
                leastPosition: leastPosition
            )
        }

        func run() async throws {
            let report = try await common.withServices([.auditKey: auditKey]) { services in
                try await services.requireMigrated()
                var told = 0
                return try await explained {
                    try await services.verifyAudit(
                        keys: publicKey,
                        checkpoints: checkpoints,
                        against: expectation,
                        limit: limit
                    ) { rows in
                        guard rows - told >= 1_000_000 else { return }
                        told = rows
                        tell("\(rows) rows…")
                    }
                }
            }
            print(report.text)
            if !report.isWhole { throw ExitCode(2) }
        }
    }

    struct Checkpoint: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "checkpoint",
            abstract: "Make a checkpoint of the chain at once, and print the line to be kept."
        )

        @OptionGroup var common: CommonOptions
        @OptionGroup var audit: AuditOptions

        func run() async throws {
            try await common.withServices(audit.given) { services in
                try await services.requireMigrated()
                let (line, waiting) = try await services.makeAuditCheckpoint()
                print(line)
                if waiting > 0 { tell("\(waiting) entries still wait for their seal: another process seals.") }
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write the traces of some days as NDJSON, with position and link.",
            discussion: "The export leaves traces itself: one at its beginning, one at its end."
        )

        @OptionGroup var common: CommonOptions

        @Option(help: "The first day: 2026-03-10.")
        var from: String

        @Option(help: "The last day, included.")
        var to: String

        func run() async throws {
            // A reader that goes away is an error that leaves its trace, not the end of the process.
            signal(SIGPIPE, SIG_IGN)
            let rows = try await common.withServices { services in
                try await services.requireMigrated()
                let (from, to) = (from, to)
                return try await explained {
                    try await cancelledBySignals {
                        try await services.exportAudit(from: from, to: to, because: "command line of \(NSUserName())") {
                            try FileHandle.standardOutput.write(contentsOf: Data($0.utf8))
                        }
                    }
                }
            }
            tell("\(rows) traces written.")
        }
    }
}

/// How the audit trail is vouched for.
struct AuditOptions: ParsableArguments {
    @Option(help: "A PEM file with the private key that signs checkpoints of the audit trail.")
    var auditKey: String?

    @Option(help: "The hours (Europe/Rome) of the checkpoints, blank between them.")
    var auditCheckpointTimes: String?

    @Option(help: "A file to which each checkpoint is added.")
    var auditCheckpointFile: String?

    var given: [Setting: String?] {
        [
            .auditKey: auditKey, .auditCheckpointTimes: auditCheckpointTimes,
            .auditCheckpointFile: auditCheckpointFile,
        ]
    }
}

/// Says in one line what cannot be used.
func explained<T>(_ work: () async throws -> T) async throws -> T {
    do {
        return try await work()
    } catch let unusable as UnusableAuditInput {
        throw ValidationError(unusable.description)
    }
}
