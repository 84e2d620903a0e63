internal import Domain
public import Foundation
public import Logging
internal import OpenIDConnect
internal import Outbound
public import Persistence
internal import Web

/// A setting that cannot be used as it is.
public struct InvalidSetting: Error, Hashable, Sendable, CustomStringConvertible {
    public let setting: Setting?
    public let reason: String

    public var description: String {
        guard let setting else { return reason }
        return "--\(setting.option) (\(setting.environment)): \(reason)"
    }
}

/// What the service was told to be, read and checked once at its start.
public struct Settings: Sendable {
    public enum DevelopmentIdentity: String, Sendable {
        case on
        case off
        case auto
    }

    public enum LogFormat: String, Sendable {
        case text
        case json
    }

    /// The identity provider of the public body, where one is set.
    public struct IdentityProvider: Sendable {
        public let issuer: String
        public let clientID: String
        public let clientSecret: String?
        /// The PEM text of the private key.
        public let clientKey: String?
        public let clientKeyID: String?
    }

    /// Another's authorization server whose tokens are accepted.
    struct VoucherIssuer: Sendable {
        let issuer: String
        let audience: String
        let keysURL: String
    }

    /// How mails leave, where that is set.
    struct MailRelay: Sendable {
        let relay: MailClient.Relay
        let sender: Mailbox
    }

    public let database: DatabaseLocation
    public let host: String
    public let port: Int
    /// Without a slash at its end; nil until the port is known, when none was given.
    public let publicURL: String?
    public let publicFolder: String
    public let runsJobs: Bool
    public let logLevel: Logger.Level
    public let logFormat: LogFormat
    public let sessionIdle: Int
    public let sessionLength: Int
    let signInsPerAddress: Int
    let signIns: Int
    let trustedProxies: TrustedProxies
    /// In seconds.
    let freshSignIn: Int
    let freshExportRows: Int
    public let minimumAgencies: Int
    public let publicationMonths: Int
    public let developmentIdentity: DevelopmentIdentity
    public let identityProvider: IdentityProvider?
    public let levels: [String]
    public let taxCodeClaim: String
    let needsSignInTime: Bool
    /// A file of certificates to trust in place of the system's.
    let tlsAuthorities: String?
    let mail: MailRelay?
    /// Signs the checkpoints of the audit trail.
    let auditKey: AuditSigningKey?
    let auditCheckpointTimes: DailyTimes
    let auditCheckpointFile: String?
    let apiRequests: Int
    let apiRequestsPerAddress: Int
    /// The PDND, where its vouchers are accepted.
    let pdnd: VoucherIssuer?
    /// The role as which the service is to run, for `migrate`.
    public let appRole: String?

    /// Reads the settings: options first, then the environment, then the file, then the defaults.
    ///
    /// - Parameter file: a JSON file, or nil for the one that `INCONTRO_CONFIG` names, if any.
    /// - Throws: ``InvalidSetting`` for a value that is not of the setting's kind, or a file that cannot be read.
    public init(
        options: [Setting: String] = [:],
        file: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(InvalidSetting) {
        let values = try SettingValues(options: options, environment: environment, file: file)
        let place = "sqlite:PATH or postgres://USER@HOST:PORT/NAME"
        database = try values.read(.database, as: place) { try? DatabaseLocation($0) }
        host = try values.text(.host)
        port = try values.integer(.port, in: 0...65_535)
        let publicURL = try Settings.url(.publicURL, values)
        if port == 0, publicURL == nil {
            throw InvalidSetting(setting: .publicURL, reason: "is needed with port 0: nobody could be sent back here")
        }
        self.publicURL = publicURL
        publicFolder = try values.text(.publicFolder)
        runsJobs = try values.read(.jobs, as: "true or false", Bool.init)
        logLevel = try values.read(.logLevel, as: "a log level", Logger.Level.init(rawValue:))
        logFormat = try values.read(.logFormat, as: "text or json", LogFormat.init(rawValue:))
        sessionIdle = try values.integer(.sessionIdleMinutes, in: 5...60) * 60
        sessionLength = try values.integer(.sessionHours, in: 1...24) * 3600
        signInsPerAddress = try values.integer(.signInsPerAddress, in: 5...10_000)
        signIns = try values.integer(.signIns, in: 100...1_000_000)
        trustedProxies = try Settings.trustedProxies(values)
        freshSignIn = try values.integer(.freshSignInMinutes, in: 1...60) * 60
        freshExportRows = try values.integer(.freshExportRows, in: 0...1_000_000)
        minimumAgencies = try values.integer(.minimumAgencies, in: 1...10)
        publicationMonths = try values.integer(.publicationMonths, in: 1...12)
        developmentIdentity = try values.read(
            .developmentIdentity,
            as: "on, off or auto",
            DevelopmentIdentity.init(rawValue:)
        )
        identityProvider = try Settings.identityProvider(values)
        levels = try values.text(.oidcLevels).split(separator: " ").map(String.init)
        taxCodeClaim = try values.text(.oidcTaxCodeClaim)
        needsSignInTime = try values.read(.oidcSignInTime, as: "required or optional") { text in
            switch text {
            case "required": true
            case "optional": false
            default: nil
            }
        }
        tlsAuthorities = try Settings.tlsAuthorities(values)
        mail = try Settings.mail(values, authorities: tlsAuthorities)
        auditKey = try Settings.auditKey(values)
        auditCheckpointTimes = try values.read(.auditCheckpointTimes, as: "hours as 03:00", DailyTimes.init)
        auditCheckpointFile = values.optional(.auditCheckpointFile)
        appRole = values.optional(.appRole)
        apiRequests = try values.integer(.apiRequests, in: 60...10_000_000)
        apiRequestsPerAddress = try values.integer(.apiRequestsPerAddress, in: 10...1_000_000)
        pdnd = try Settings.pdnd(values)
    }

    /// All three or none: a voucher is believed by all of them together.
    private static func pdnd(_ values: SettingValues) throws(InvalidSetting) -> VoucherIssuer? {
        let all: [Setting] = [.pdndIssuer, .pdndAudience, .pdndJWKSURL]
        let missing = all.filter { values.optional($0) == nil }
        if missing.count == all.count { return nil }
        if let first = missing.first {
            throw InvalidSetting(setting: first, reason: "is needed beside the other two of PDND")
        }
        let url = try values.text(.pdndJWKSURL)
        guard let address = WebAddress(url), address.isConfidential else {
            throw InvalidSetting(setting: .pdndJWKSURL, reason: "is no https address")
        }
        return VoucherIssuer(
            issuer: try values.text(.pdndIssuer),
            audience: try values.text(.pdndAudience),
            keysURL: url
        )
    }

    private static func identityProvider(_ values: SettingValues) throws(InvalidSetting) -> IdentityProvider? {
        guard let issuer = try url(.oidcIssuer, values) else { return nil }
        guard let clientID = values.optional(.oidcClientID) else {
            throw InvalidSetting(setting: .oidcClientID, reason: "is needed beside --\(Setting.oidcIssuer.option)")
        }
        let secret = values.optional(.oidcClientSecret)
        var key: String?
        if let path = values.optional(.oidcClientKey) {
            key = try? String(contentsOfFile: path, encoding: .utf8)
            if key == nil { throw InvalidSetting(setting: .oidcClientKey, reason: "the file \(path) cannot be read") }
        }
        guard secret != nil || key != nil else {
            throw InvalidSetting(setting: .oidcClientKey, reason: "a private key or a client secret is needed")
        }
        return IdentityProvider(
            issuer: issuer,
            clientID: clientID,
            clientSecret: secret,
            clientKey: key,
            clientKeyID: values.optional(.oidcClientKeyID)
        )
    }

    private static func trustedProxies(_ values: SettingValues) throws(InvalidSetting) -> TrustedProxies {
        let texts = (values.optional(.trustedProxies) ?? "").split(separator: " ").map(String.init)
        guard let proxies = TrustedProxies(texts) else {
            throw InvalidSetting(setting: .trustedProxies, reason: "holds what is neither an address nor a network")
        }
        return proxies
    }

    private static func auditKey(_ values: SettingValues) throws(InvalidSetting) -> AuditSigningKey? {
        guard let path = values.optional(.auditKey) else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw InvalidSetting(setting: .auditKey, reason: "the file \(path) cannot be read")
        }
        do {
            return try AuditSigningKey(pem: text)
        } catch {
            throw InvalidSetting(setting: .auditKey, reason: "\(path): \(UnusableAuditKey())")
        }
    }

    private static func tlsAuthorities(_ values: SettingValues) throws(InvalidSetting) -> String? {
        guard let path = values.optional(.tlsAuthorities) else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            text.contains("-----BEGIN CERTIFICATE-----")
        else { throw InvalidSetting(setting: .tlsAuthorities, reason: "\(path) is no file of certificates in PEM") }
        return path
    }

    private static func mail(
        _ values: SettingValues,
        authorities: String?
    ) throws(InvalidSetting) -> MailRelay? {
        guard let url = values.optional(.smtpURL) else { return nil }
        let requiresTLS = try values.read(.smtpTLS, as: "required or off") { word in
            ["required": true, "off": false][word]
        }
        guard let text = values.optional(.mailSender) else {
            throw InvalidSetting(setting: .mailSender, reason: "is needed beside --\(Setting.smtpURL.option)")
        }
        guard let sender = Mailbox(text: text) else {
            throw InvalidSetting(setting: .mailSender, reason: "'\(text)' is not a mail address")
        }
        let relay = MailClient.Relay(
            url: url,
            requiresTLS: requiresTLS,
            user: values.optional(.smtpUser),
            password: values.optional(.smtpPassword),
            authorities: authorities
        )
        guard let relay else {
            throw InvalidSetting(
                setting: .smtpURL,
                reason: "is not smtp://HOST:PORT or smtps://HOST:PORT; beyond this machine TLS is required"
            )
        }
        return MailRelay(relay: relay, sender: sender)
    }

    private static func url(_ setting: Setting, _ values: SettingValues) throws(InvalidSetting) -> String? {
        guard let text = values.optional(setting) else { return nil }
        // Not repeated: what somebody pasted may hold a password.
        guard let url = URL(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme),
            url.host != nil, url.user == nil, url.query == nil, url.fragment == nil
        else { throw InvalidSetting(setting: setting, reason: "is not an address as https://incontro.example.it") }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}
