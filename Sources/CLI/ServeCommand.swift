internal import App
internal import ArgumentParser
internal import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages, and run the background jobs.",
        discussion: "The database must have been migrated. SIGTERM ends it when the requests in flight are answered."
    )

    @OptionGroup var common: CommonOptions

    @Option(help: "The address to listen on.")
    var host: String?

    @Option(help: "The port to listen on.")
    var port: Int?

    @Option(help: "The address that people and software reach the service at.")
    var publicURL: String?

    @Option(help: "The folder with style sheets, fonts and images.")
    var publicFolder: String?

    @Option(help: "A session ends after so many minutes without a request.")
    var sessionIdleMinutes: Int?

    @Option(help: "A session ends after so many hours at most.")
    var sessionHours: Int?

    @Option(help: "How many distinct agencies an activation pact names at least.")
    var minimumAgencies: Int?

    @Option(help: "The longest publication of a vacancy, in months.")
    var publicationMonths: Int?

    @Option(help: "The identity provider for development: on, off or auto.")
    var developmentIdentity: String?

    @OptionGroup(title: "Identity provider")
    var identity: IdentityOptions

    @OptionGroup(title: "Mail")
    var mail: MailOptions

    @OptionGroup(title: "Audit trail")
    var audit: AuditOptions

    @Flag(name: .customLong("no-jobs"), help: "Leave the background jobs to `incontro worker`.")
    var withoutJobs = false

    func run() async throws {
        var given: [Setting: String?] = [
            .host: host, .port: port.map(String.init), .publicURL: publicURL, .publicFolder: publicFolder,
            .jobs: withoutJobs ? "false" : nil, .sessionIdleMinutes: sessionIdleMinutes.map(String.init),
            .sessionHours: sessionHours.map(String.init), .minimumAgencies: minimumAgencies.map(String.init),
            .publicationMonths: publicationMonths.map(String.init), .developmentIdentity: developmentIdentity,
        ]
        given.merge(identity.given) { $1 }
        given.merge(mail.given) { $1 }
        given.merge(audit.given) { $1 }
        let settings = try common.settings(given)
        let services = try await Services.open(settings, logger: Logger.incontro(settings))
        do {
            try await services.requireMigrated()
            try await Server(services).run()
        } catch let invalid as InvalidSetting {
            await services.close()
            throw ValidationError(invalid.description)
        } catch let missing as NotMigrated {
            await services.close()
            throw ValidationError(missing.description)
        } catch let reason as CannotListen {
            await services.close()
            throw ValidationError(reason.description)
        }
    }
}

/// What is agreed with the public body's identity provider.
struct IdentityOptions: ParsableArguments {
    @Option(help: "The provider's issuer.")
    var oidcIssuer: String?

    @Option(name: .customLong("oidc-client-id"), help: "The identifier under which the provider knows this service.")
    var oidcClientID: String?

    @Option(help: "A PEM file with the private key for private_key_jwt.")
    var oidcClientKey: String?

    @Option(name: .customLong("oidc-client-key-id"), help: "The identifier (kid) of that key.")
    var oidcClientKeyID: String?

    @Option(help: "The levels of assurance that are accepted, blank between them.")
    var oidcLevels: String?

    @Option(help: "The claim that carries the tax code.")
    var oidcTaxCodeClaim: String?

    /// The shared secret has no option: a command line is readable by every user of the machine.
    var given: [Setting: String?] {
        [
            .oidcIssuer: oidcIssuer, .oidcClientID: oidcClientID, .oidcClientKey: oidcClientKey,
            .oidcClientKeyID: oidcClientKeyID, .oidcLevels: oidcLevels, .oidcTaxCodeClaim: oidcTaxCodeClaim,
        ]
    }
}

/// The server that takes our mails.
struct MailOptions: ParsableArguments {
    @Option(name: .customLong("smtp-url"), help: "smtp://HOST:PORT or smtps://HOST:PORT; without it mails wait.")
    var smtpURL: String?

    @Option(name: .customLong("smtp-tls"), help: "required, or off for a mail server on this machine.")
    var smtpTLS: String?

    @Option(help: "The user name at the mail server.")
    var smtpUser: String?

    @Option(help: "Whom mails come from.")
    var mailSender: String?

    @Option(help: "A PEM file with the authorities to trust in place of the system's; for the identity provider too.")
    var tlsAuthorities: String?

    /// The password has no option: a command line is readable by every user of the machine.
    var given: [Setting: String?] {
        [
            .smtpURL: smtpURL, .smtpTLS: smtpTLS, .smtpUser: smtpUser, .mailSender: mailSender,
            .tlsAuthorities: tlsAuthorities,
        ]
    }
}

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Run the background jobs alone, beside servers started with --no-jobs."
    )

    @OptionGroup var common: CommonOptions

    @Option(help: "The address that people reach the service at, for links in mails.")
    var publicURL: String?

    @OptionGroup(title: "Mail")
    var mail: MailOptions

    @OptionGroup(title: "Audit trail")
    var audit: AuditOptions

    func run() async throws {
        var given: [Setting: String?] = [.publicURL: publicURL]
        given.merge(mail.given) { $1 }
        given.merge(audit.given) { $1 }
        let settings = try common.settings(given)
        let services = try await Services.open(settings, logger: Logger.incontro(settings))
        do {
            try await services.requireMigrated()
        } catch {
            await services.close()
            throw error
        }
        try await Worker(services).run()
    }
}

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Make the tables, or bring them to this version."
    )

    @OptionGroup var common: CommonOptions

    @Option(
        help: """
            The PostgreSQL role that the service runs as: it is made, or given its rights, without those to change the \
            audit trail. Its password is set by the database's administrator.
            """
    )
    var appRole: String?

    func run() async throws {
        try await common.withServices([.appRole: appRole]) { services in
            let names = try await services.migrate()
            tell(names.isEmpty ? "The tables are up to date." : "Migrated: \(names.joined(separator: ", ")).")
            guard let role = services.settings.appRole else { return }
            try await explained { try await services.prepareRole(role) }
            tell("The role \(role) may do what the service needs, and cannot change the audit trail.")
        }
    }
}

struct SettingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "List every setting, its environment variable and its default (Markdown)."
    )

    func run() async throws {
        print(SettingsDocument.markdown, terminator: "")
    }
}

struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes",
        abstract: "List every address that the server answers."
    )

    func run() async throws {
        let settings = try Settings(options: [.database: "sqlite::memory:", .logLevel: "error"])
        let services = try await Services.open(settings, logger: Logger.incontro(settings))
        for route in try await Server(services).routes() { print(route) }
        await services.close()
    }
}
