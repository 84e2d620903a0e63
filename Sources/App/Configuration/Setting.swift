/// Every setting there is: its option, its environment variable, its key in the file, its default and what it does.
///
/// The one table: the command line's help, `docs/configuration.md` and the reading itself come from here.
public enum Setting: String, CaseIterable, Sendable {
    case database
    case host
    case port
    case publicURL = "public-url"
    case publicFolder = "public-folder"
    case jobs
    case logLevel = "log-level"
    case logFormat = "log-format"
    case sessionIdleMinutes = "session-idle-minutes"
    case sessionHours = "session-hours"
    case signInsPerAddress = "sign-ins-per-address"
    case signIns = "sign-ins"
    case trustedProxies = "trusted-proxies"
    case freshSignInMinutes = "fresh-sign-in-minutes"
    case freshExportRows = "fresh-export-rows"
    case minimumAgencies = "minimum-agencies"
    case publicationMonths = "publication-months"
    case developmentIdentity = "development-identity"
    case oidcIssuer = "oidc-issuer"
    case oidcClientID = "oidc-client-id"
    case oidcClientSecret = "oidc-client-secret"
    case oidcClientKey = "oidc-client-key"
    case oidcClientKeyID = "oidc-client-key-id"
    case oidcLevels = "oidc-levels"
    case oidcTaxCodeClaim = "oidc-tax-code-claim"
    case oidcSignInTime = "oidc-sign-in-time"
    case smtpURL = "smtp-url"
    case smtpTLS = "smtp-tls"
    case smtpUser = "smtp-user"
    case smtpPassword = "smtp-password"
    case mailSender = "mail-sender"
    case tlsAuthorities = "tls-authorities"
    case auditKey = "audit-key"
    case auditCheckpointTimes = "audit-checkpoint-times"
    case auditCheckpointFile = "audit-checkpoint-file"
    case appRole = "app-role"
    case apiRequests = "api-requests"
    case apiRequestsPerAddress = "api-requests-per-address"
    case pdndIssuer = "pdnd-issuer"
    case pdndAudience = "pdnd-audience"
    case pdndJWKSURL = "pdnd-jwks-url"

    /// What its values are.
    enum Kind: Hashable, Sendable {
        case text
        case integer
        case boolean
    }

    var kind: Kind {
        switch self {
        case .port, .sessionIdleMinutes, .sessionHours, .signInsPerAddress, .signIns, .freshSignInMinutes,
            .freshExportRows, .minimumAgencies, .publicationMonths, .apiRequests, .apiRequestsPerAddress:
            .integer
        case .jobs: .boolean
        case .database, .host, .publicURL, .publicFolder, .logLevel, .logFormat, .trustedProxies, .developmentIdentity,
            .oidcIssuer, .oidcClientID, .oidcClientSecret, .oidcClientKey, .oidcClientKeyID, .oidcLevels,
            .oidcTaxCodeClaim, .oidcSignInTime, .smtpURL, .smtpTLS, .smtpUser, .smtpPassword, .mailSender,
            .tlsAuthorities, .auditKey,
            .auditCheckpointTimes, .auditCheckpointFile, .appRole, .pdndIssuer, .pdndAudience, .pdndJWKSURL:
            .text
        }
    }

    /// The option of the command line, without its dashes; also the key in the configuration file.
    public var option: String { rawValue }

    public var environment: String {
        "INCONTRO_" + rawValue.uppercased().replacing("-", with: "_")
    }

    public var defaultValue: String? {
        switch self {
        case .database: "sqlite:data/incontro.sqlite"
        case .host: "127.0.0.1"
        case .port: "8080"
        case .publicFolder: "Public"
        case .jobs: "true"
        case .logLevel: "info"
        case .logFormat: "text"
        case .sessionIdleMinutes: "30"
        case .sessionHours: "12"
        case .signInsPerAddress: "60"
        case .signIns: "6000"
        case .freshSignInMinutes: "15"
        case .freshExportRows: "1000"
        case .oidcSignInTime: "required"
        case .minimumAgencies: "3"
        case .publicationMonths: "2"
        case .developmentIdentity: "auto"
        case .oidcLevels: "https://www.spid.gov.it/SpidL2 https://www.spid.gov.it/SpidL3"
        case .oidcTaxCodeClaim: "https://attributes.eid.gov.it/fiscal_number"
        case .publicURL, .trustedProxies, .oidcIssuer, .oidcClientID, .oidcClientSecret, .oidcClientKey,
            .oidcClientKeyID, .smtpURL, .smtpUser, .smtpPassword, .mailSender, .tlsAuthorities, .auditKey,
            .auditCheckpointFile,
            .appRole, .pdndIssuer, .pdndAudience, .pdndJWKSURL:
            nil
        case .smtpTLS: "required"
        case .auditCheckpointTimes: "03:00"
        case .apiRequests: "6000"
        case .apiRequestsPerAddress: "600"
        }
    }

    /// Whether it is a secret and nothing else, so that it has no option: a command line is readable by every user.
    public var isSecret: Bool { self == .oidcClientSecret || self == .smtpPassword }

    /// Whether its value must not be shown nor logged: a secret, or an address that may hold one.
    public var mayHoldSecret: Bool { isSecret || self == .database || self == .smtpURL }

    public var help: String {
        switch self {
        case .database:
            "Where the data are: sqlite:PATH or postgres://user@host:port/name. A password belongs into the environment variable or libpq's PGPASSFILE, not into the option."
        case .host: "The address to listen on."
        case .port: "The port to listen on; 0 takes a free one."
        case .publicURL: "The address people and software reach the service at; without it http://HOST:PORT."
        case .publicFolder: "The folder with style sheets, fonts and images."
        case .jobs: "Whether serve runs the background jobs too (false: run `incontro worker` beside it)."
        case .logLevel: "trace, debug, info, notice, warning, error or critical."
        case .logFormat: "text for people, json for software: one line an entry, with the request's id."
        case .sessionIdleMinutes: "A session ends after so many minutes without a request (5 to 60)."
        case .sessionHours: "A session ends after so many hours at most (1 to 24)."
        case .signInsPerAddress: "How many sign-ins may be tried from one address in ten minutes (5 to 10000)."
        case .signIns: "How many sign-ins may be tried in ten minutes altogether (100 to 1000000)."
        case .trustedProxies:
            "The reverse proxies whose X-Forwarded-For is believed: addresses or networks (10.0.0.0/8), blank between them."
        case .freshSignInMinutes: "Before something grave, a sign-in must not be older than so many minutes (1 to 60)."
        case .freshExportRows: "An export of more rows than this asks for a fresh sign-in (0 to 1000000)."
        case .oidcSignInTime:
            "Whether a fresh sign-in counts only when the provider states its time (auth_time): required, or optional where it never does."
        case .minimumAgencies: "How many distinct agencies a digital activation pact names at least (1 to 10)."
        case .publicationMonths: "The longest publication of a vacancy, in months (1 to 12)."
        case .developmentIdentity:
            "The identity provider for development: on, off, or auto (on when no other is set and the public URL is loopback)."
        case .oidcIssuer: "The identity provider's issuer (OpenID Connect discovery)."
        case .oidcClientID: "The identifier under which the provider knows this service."
        case .oidcClientSecret: "The secret shared with the provider, where it takes no private key."
        case .oidcClientKey: "A PEM file with the private key (P-256 or RSA) for private_key_jwt."
        case .oidcClientKeyID: "The identifier (kid) of that key."
        case .oidcLevels: "The levels of assurance that are accepted (acr), blank between them, the lowest first."
        case .oidcTaxCodeClaim: "The claim that carries the person's tax code."
        case .smtpURL:
            "The server that takes our mails: smtp://HOST:PORT (STARTTLS) or smtps://HOST:PORT; without it mails wait."
        case .smtpTLS: "required, or off for a mail server on this very machine."
        case .smtpUser: "The user name at the mail server, where it asks for one."
        case .smtpPassword: "The password at the mail server."
        case .mailSender: "Whom mails come from: noreply@example.it, or Incontro <noreply@example.it>."
        case .tlsAuthorities:
            "A PEM file with the authorities whose certificates are trusted, for the identity provider and the mail server, in place of the system's."
        case .auditKey: "A PEM file with the private key (Ed25519 or P-256) that signs checkpoints of the audit trail."
        case .auditCheckpointTimes:
            "The hours (Europe/Rome, blank between them) at which the audit trail gets a checkpoint."
        case .auditCheckpointFile: "A file to which each checkpoint of the audit trail is added, to be kept elsewhere."
        case .apiRequests: "How many requests a minute a client of the API may send (60 to 10000000)."
        case .apiRequestsPerAddress:
            "How many requests to the API without a good token may come from one address in a minute (10 to 1000000)."
        case .pdndIssuer: "The issuer (iss) of PDND vouchers, to accept them beside our own tokens."
        case .pdndAudience: "The audience (aud) that PDND vouchers for this service have."
        case .pdndJWKSURL: "Where PDND publishes the keys of its vouchers (JWK Set)."
        case .appRole:
            "(migrate) The PostgreSQL role that the service runs as: made, or given its rights, without those to change the audit trail."
        }
    }
}

/// The table of settings as a page of the documentation.
public enum SettingsDocument {
    public static var markdown: String {
        let rows = Setting.allCases.map { setting in
            let value = setting.defaultValue.map { "`\($0)`" } ?? "–"
            let option = setting.isSecret ? "–" : setting == .jobs ? "`--no-jobs`" : "`--\(setting.option)`"
            return "| \(option) | `\(setting.environment)` | \(value) | \(setting.help) |"
        }
        return """
            # Configuration

            Each setting can be given as an option of `incontro serve` (secrets cannot: every user of the machine reads
            its command lines), as an environment variable, or in a JSON file named by `--config FILE` or
            `INCONTRO_CONFIG`: its keys are the options' names without dashes in front (`jobs` for `--no-jobs`), its values
            texts, or numbers, `true` and `false` where a setting is one. The option wins over the variable, the variable
            over the file, the file over the default; an empty text counts as not given. This page is made by
            `incontro settings`.

            | option | environment variable | default | what it does |
            | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            A file may look like this:

            ```json
            {
              "database": "postgres://incontro@127.0.0.1:5432/incontro",
              "public-url": "https://incontro.example.it",
              "port": 8081,
              "jobs": false,
              "oidc-issuer": "https://accesso.example.it"
            }
            ```

            """
    }
}
