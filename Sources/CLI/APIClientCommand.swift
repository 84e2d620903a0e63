internal import App
internal import ArgumentParser

struct APIClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api-client",
        abstract: "Let an agency's software call the API: add, list, revoke, give a new key.",
        discussion: "Only public keys are given here; the private ones stay with the agency.",
        subcommands: [Add.self, List.self, Revoke.self, Rotate.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Make a client; its id stands alone on the last line of standard output.",
            discussion: "Scopes: vacancies:read, vacancies:write, interests:read, changes:read, annotations:write."
        )

        @OptionGroup var common: CommonOptions

        @Option(help: "The agency's code.")
        var agency: String

        @Option(help: "A branch's code; may be given more than once. Without one, all of the agency.")
        var branch: [String] = []

        @Option(help: "A PEM file with the client's public key (EC P-256, or RSA of at least 2048 bits).")
        var publicKey: String?

        @Option(name: .customLong("kid"), help: "The key's id; without it, its thumbprint (RFC 7638).")
        var keyID: String?

        @Option(parsing: .upToNextOption, help: "What the client may do; more than one may follow.")
        var scope: [String] = []

        @Option(help: "What people call it.")
        var name: String?

        @Option(
            name: .customLong("client-id"),
            help: "The id (UUID) that the client has at PDND, whose vouchers name it; a key is then not needed."
        )
        var clientID: String?

        func run() async throws {
            var order = APIClientOrder(agency: agency)
            order.branches = branch
            order.scopes = scope
            order.name = name
            order.publicKey = publicKey
            order.keyID = keyID
            order.clientID = clientID
            let given = order
            let made = try await common.withClients { try await $0.addAPIClient(given) }
            if let keyID = made.keyID { tell("The key is called \(keyID) (kid).") }
            print(made.clientID)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List clients: id, agency, branches, scopes, live keys, state, name."
        )

        @OptionGroup var common: CommonOptions

        @Option(help: "Only those of this agency.")
        var agency: String?

        func run() async throws {
            for line in try await common.withClients({ try await $0.apiClients(of: agency) }) { print(line) }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke",
            abstract: "Revoke a client for good: its tokens are worthless at the next request."
        )

        @OptionGroup var common: CommonOptions

        @Argument(help: "The client's id.")
        var id: String

        func run() async throws {
            try await common.withClients { try await $0.revokeAPIClient(id) }
            tell("The client \(id) is revoked.")
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate",
            abstract: "Give a client a new key; the one before stays good until the next time."
        )

        @OptionGroup var common: CommonOptions

        @Argument(help: "The client's id.")
        var id: String

        @Option(help: "A PEM file with the new public key.")
        var publicKey: String

        @Option(name: .customLong("kid"), help: "The key's id; without it, its thumbprint (RFC 7638).")
        var keyID: String?

        @Flag(help: "The keys before end at once, and tokens got by them: one was lost.")
        var endOthers = false

        func run() async throws {
            let live = try await common.withClients {
                try await $0.rotateAPIClient(id, to: publicKey, keyID: keyID, endingOthers: endOthers)
            }
            for key in live { print(key) }
        }
    }
}

extension CommonOptions {
    /// Does something about clients, and says in one line what cannot be done.
    fileprivate func withClients<T>(_ work: (Services) async throws -> T) async throws -> T {
        try await withServices { services in
            do {
                try await services.requireMigrated()
                return try await work(services)
            } catch let unusable as UnusableAPIClient {
                throw ValidationError(unusable.description)
            }
        }
    }
}
