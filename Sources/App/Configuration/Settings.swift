internal import Configuration
internal import Foundation
public import Logging
public import Persistence
internal import SystemPackage

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
    public let minimumAgencies: Int
    public let publicationMonths: Int
    public let developmentIdentity: DevelopmentIdentity
    public let identityProvider: IdentityProvider?
    public let levels: [String]
    public let taxCodeClaim: String

    /// Reads the settings: options first, then the environment, then the file, then the defaults.
    ///
    /// - Parameter file: a JSON file, or nil for the one that `INCONTRO_CONFIG` names, if any.
    /// - Throws: ``InvalidSetting`` for a value that is not of the setting's kind, or a file that cannot be read.
    public init(options: [Setting: String] = [:], file: String? = nil) async throws {
        let values = try await Values(options: options, file: file)
        database = try values.read(.database, as: "sqlite:PATH or postgres://…") { try? DatabaseLocation($0) }
        host = try values.text(.host)
        port = try values.integer(.port, in: 0...65_535)
        let publicURL = try values.optional(.publicURL).map { try Settings.checkedURL($0, .publicURL) }
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
    }

    private static func identityProvider(_ values: Values) throws -> IdentityProvider? {
        guard let issuer = values.optional(.oidcIssuer) else { return nil }
        guard let clientID = values.optional(.oidcClientID) else {
            throw InvalidSetting(setting: .oidcClientID, reason: "is needed beside --\(Setting.oidcIssuer.option)")
        }
        let secret = values.optional(.oidcClientSecret)
        let key = try values.optional(.oidcClientKey).map { path in
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw InvalidSetting(setting: .oidcClientKey, reason: "the file \(path) cannot be read")
            }
            return text
        }
        guard secret != nil || key != nil else {
            throw InvalidSetting(setting: .oidcClientKey, reason: "a private key or a client secret is needed")
        }
        return IdentityProvider(
            issuer: try checkedURL(issuer, .oidcIssuer),
            clientID: clientID,
            clientSecret: secret,
            clientKey: key,
            clientKeyID: values.optional(.oidcClientKeyID)
        )
    }

    private static func checkedURL(_ text: String, _ setting: Setting) throws -> String {
        guard let url = URL(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme),
            url.host != nil, url.query == nil, url.fragment == nil
        else { throw InvalidSetting(setting: setting, reason: "'\(text)' is not an http(s) address") }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}

/// The raw texts of the settings, from wherever they come.
private struct Values {
    let reader: ConfigReader

    init(options: [Setting: String], file: String?) async throws {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for (setting, value) in options {
            values[AbsoluteConfigKey([setting.option])] = ConfigValue(.string(value), isSecret: setting.isSecret)
        }
        let environment = EnvironmentVariablesProvider()
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "options", values: values), environment.prefixKeys(with: "incontro"),
        ]
        let path = file ?? ConfigReader(provider: environment).string(forKey: "incontro.config")
        if let path {
            do {
                providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(path)))
            } catch {
                throw InvalidSetting(setting: nil, reason: "the configuration file \(path) cannot be read: \(error)")
            }
        }
        reader = ConfigReader(providers: providers)
    }

    func optional(_ setting: Setting) -> String? {
        let key = ConfigKey([setting.option])
        // A file may hold 8080 and true as they are, not as texts.
        let text =
            reader.string(forKey: key) ?? reader.int(forKey: key).map(String.init)
            ?? reader.bool(forKey: key).map { $0 ? "true" : "false" }
        guard let text, !text.isEmpty else { return setting.defaultValue }
        return text
    }

    func text(_ setting: Setting) throws -> String {
        guard let text = optional(setting) else { throw InvalidSetting(setting: setting, reason: "is needed") }
        return text
    }

    func read<T>(_ setting: Setting, as kind: String, _ convert: (String) -> T?) throws -> T {
        let text = try text(setting)
        guard let value = convert(text) else {
            throw InvalidSetting(setting: setting, reason: "'\(setting.isSecret ? "…" : text)' is not \(kind)")
        }
        return value
    }

    func integer(_ setting: Setting, in range: ClosedRange<Int>) throws -> Int {
        try read(setting, as: "a number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}
