internal import App
internal import ArgumentParser

struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "Look at messages that have not arrived, and send again what was set aside.",
        subcommands: [List.self, Retry.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List what was set aside, and what is tried again: never whom it is for."
        )

        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.withServices { services in
                try await services.requireMigrated()
                for line in try await services.undeliveredMessages() { print(line) }
            }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry",
            abstract: "Put messages that were set aside back in the queue, once what was wrong is put right."
        )

        @OptionGroup var common: CommonOptions

        @Argument(help: "Ids, as `outbox list` shows them.")
        var ids: [String] = []

        @Flag(help: "All that were set aside.")
        var all = false

        func validate() throws {
            if ids.isEmpty != all { throw ValidationError("give ids, or --all") }
        }

        func run() async throws {
            try await common.withServices { services in
                try await services.requireMigrated()
                do {
                    tell("\(try await services.retryMessages(all ? nil : ids)) messages are due again.")
                } catch let missing as NoSuchMessage {
                    throw ValidationError(missing.description)
                }
            }
        }
    }
}
