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
        case .minimumAgencies: "3"
        case .publicationMonths: "2"
        case .developmentIdentity: "auto"
        case .oidcLevels: "https://www.spid.gov.it/SpidL2 https://www.spid.gov.it/SpidL3"
        case .oidcTaxCodeClaim: "https://attributes.eid.gov.it/fiscal_number"
        case .publicURL, .oidcIssuer, .oidcClientID, .oidcClientSecret, .oidcClientKey, .oidcClientKeyID: nil
        }
    }

    /// Whether its value must not be shown nor logged.
    public var isSecret: Bool { self == .oidcClientSecret }

    public var help: String {
        switch self {
        case .database: "Where the data are: sqlite:PATH or postgres://user@host:port/name."
        case .host: "The address to listen on."
        case .port: "The port to listen on; 0 takes a free one."
        case .publicURL: "The address people and software reach the service at; without it http://HOST:PORT."
        case .publicFolder: "The folder with style sheets, fonts and images."
        case .jobs: "Whether serve runs the background jobs too (false: run `incontro worker` beside it)."
        case .logLevel: "trace, debug, info, notice, warning, error or critical."
        case .logFormat: "text for people, json for software: one line an entry, with the request's id."
        case .sessionIdleMinutes: "A session ends after so many minutes without a request (5 to 60)."
        case .sessionHours: "A session ends after so many hours at most (1 to 24)."
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

            Each setting can be given as an option of `incontro serve` (secrets cannot: command lines are no secret), as an environment variable, or in a JSON file named by `--config FILE`
            or `INCONTRO_CONFIG` (its keys are the options' names without dashes in front). The option wins over the
            variable, the variable over the file, the file over the default. This page is made by `incontro settings`.

            | option | environment variable | default | what it does |
            | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            A file may look like this:

            ```json
            {
              "database": "postgres://incontro@127.0.0.1:5432/incontro",
              "public-url": "https://incontro.example.it",
              "oidc-issuer": "https://accesso.example.it"
            }
            ```

            """
    }
}
