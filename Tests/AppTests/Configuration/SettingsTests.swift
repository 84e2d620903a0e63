import Domain
import Foundation
import Logging
import Persistence
import Testing
import Web

@testable import App
@testable import Outbound

@Suite("Settings")
struct SettingsTests {
    /// Two values that differ from the default, and how to see which one was taken.
    private struct Sample: Sendable {
        let first: String
        let second: String
        let read: @Sendable (Settings) -> String?

        init(_ first: String, _ second: String, _ read: @escaping @Sendable (Settings) -> String?) {
            self.first = first
            self.second = second
            self.read = read
        }

        /// For settings that are kept as something else than a text.
        init(_ first: String, _ second: String, is same: @escaping @Sendable (Settings, String) -> Bool) {
            self.init(first, second) { settings in [first, second].first { same(settings, $0) } }
        }
    }

    private static let samples: [Setting: Sample] = [
        .database: Sample("sqlite:one.sqlite", "postgresql://db.example/incontro") { "\($0.database)" },
        .host: Sample("0.0.0.0", "::1") { $0.host },
        .port: Sample("8081", "65535") { String($0.port) },
        .publicURL: Sample("https://a.example", "https://b.example/sub") { $0.publicURL },
        .publicFolder: Sample("one", "two") { $0.publicFolder },
        .jobs: Sample("false", "true") { $0.runsJobs ? "true" : "false" },
        .logLevel: Sample("debug", "error") { $0.logLevel.rawValue },
        .logFormat: Sample("json", "text") { $0.logFormat.rawValue },
        .sessionIdleMinutes: Sample("5", "60") { String($0.sessionIdle / 60) },
        .sessionHours: Sample("1", "24") { String($0.sessionLength / 3600) },
        .signInsPerAddress: Sample("5", "10000") { String($0.signInsPerAddress) },
        .signIns: Sample("100", "1000000") { String($0.signIns) },
        .trustedProxies: Sample("10.0.0.7", "10.0.0.0/8 fd00::/8") { settings, text in
            settings.trustedProxies == TrustedProxies(text.split(separator: " ").map(String.init))
        },
        .freshSignInMinutes: Sample("1", "60") { String($0.freshSignIn / 60) },
        .freshExportRows: Sample("0", "1000000") { String($0.freshExportRows) },
        .minimumAgencies: Sample("1", "10") { String($0.minimumAgencies) },
        .publicationMonths: Sample("1", "12") { String($0.publicationMonths) },
        .developmentIdentity: Sample("off", "on") { $0.developmentIdentity.rawValue },
        .oidcIssuer: Sample("https://a.example", "https://b.example") { $0.identityProvider?.issuer },
        .oidcClientID: Sample("one", "two") { $0.identityProvider?.clientID },
        .oidcClientSecret: Sample("one", "two") { $0.identityProvider?.clientSecret },
        .oidcClientKey: Sample(file("one"), file("two")) { $0.identityProvider?.clientKey.map { file($0) } },
        .oidcClientKeyID: Sample("one", "two") { $0.identityProvider?.clientKeyID },
        .oidcLevels: Sample("a", "a b") { $0.levels.joined(separator: " ") },
        .oidcTaxCodeClaim: Sample("one", "two") { $0.taxCodeClaim },
        .oidcSignInTime: Sample("optional", "required") { $0.needsSignInTime ? "required" : "optional" },
        .smtpURL: Sample("smtp://127.0.0.1:25", "smtps://mail.example:465") { $0.mail?.relay.url },
        .smtpTLS: Sample("off", "required") { $0.mail.map { $0.relay.requiresTLS ? "required" : "off" } },
        .smtpUser: Sample("one", "two") { $0.mail?.relay.user },
        .smtpPassword: Sample("one", "two") { $0.mail?.relay.password },
        .mailSender: Sample("a@a.example", "b@b.example") { $0.mail?.sender.address },
        .tlsAuthorities: Sample(file("ca-one", certificate), file("ca-two", certificate)) { $0.tlsAuthorities },
        .auditKey: Sample(file("key-one", pem(1)), file("key-two", pem(2))) { settings, path in
            (try? String(contentsOfFile: path, encoding: .utf8)).flatMap {
                try? AuditSigningKey(pem: $0).verifyingKey.id
            }
                == settings.auditKey?.verifyingKey.id
        },
        .auditCheckpointTimes: Sample("04:00", "12:00 18:30") { $0.auditCheckpointTimes == DailyTimes($1) },
        .auditCheckpointFile: Sample("one", "two") { $0.auditCheckpointFile },
        .appRole: Sample("one", "two") { $0.appRole },
        .apiRequests: Sample("60", "10000000") { String($0.apiRequests) },
        .apiRequestsPerAddress: Sample("10", "1000000") { String($0.apiRequestsPerAddress) },
        .pdndIssuer: Sample("one", "two") { $0.pdnd?.issuer },
        .pdndAudience: Sample("one", "two") { $0.pdnd?.audience },
        .pdndJWKSURL: Sample("https://a.example/keys", "http://127.0.0.1:9000/keys") { $0.pdnd?.keysURL },
    ]

    private static func pem(_ number: Int) -> String {
        let keys = [
            "MC4CAQAwBQYDK2VwBCIEIL3OBCePaDVneO4WfNV4WZJBJJ2CU57Kn5pHEh5HauzE",
            "MC4CAQAwBQYDK2VwBCIEIFHPcV3pgHnd7/gQgvAcyzYMNnOpGKj81tlyHvuRJUzT",
        ]
        return "-----BEGIN PRIVATE KEY-----\n\(keys[number - 1])\n-----END PRIVATE KEY-----\n"
    }

    private static let certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"

    /// What a setting needs beside it to be used at all.
    private static let company: [Setting: String] = [
        .oidcIssuer: "https://sso.example", .oidcClientID: "incontro", .oidcClientSecret: "s3cret",
        .smtpURL: "smtp://127.0.0.1:2525", .smtpTLS: "off", .mailSender: "noreply@incontro.example",
        .pdndIssuer: "interop.example", .pdndAudience: "incontro", .pdndJWKSURL: "https://interop.example/keys",
    ]

    /// The path of a file with that name and content, or with its name as its content.
    private static func file(_ name: String, _ content: String? = nil) -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "incontro-settings-\(name)").path
        try? Data((content ?? name).utf8).write(to: URL(filePath: path), options: .atomic)
        return path
    }

    /// Runs `body` with the path of a configuration file of that text.
    private func withFile<T>(_ text: String, _ body: (String) throws -> T) throws -> T {
        let file = FileManager.default.temporaryDirectory.appending(path: "incontro-\(UUID().uuidString).json")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path)
    }

    private func json(_ values: [Setting: String]) throws -> String {
        let members = Dictionary(uniqueKeysWithValues: values.map { ($0.key.option, $0.value) })
        return String(decoding: try JSONEncoder().encode(members), as: UTF8.self)
    }

    private func variables(_ values: [Setting: String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: values.map { ($0.key.environment, $0.value) })
    }

    @Test(
        "Each comes from option, variable or file, and they win in this order over the default",
        arguments: Setting.allCases
    )
    func places(_ setting: Setting) throws {
        let sample = try #require(Self.samples[setting], "a sample is missing")
        let (first, second) = (sample.first, sample.second)
        let company = variables(Self.company.filter { $0.key != setting })
        func found(_ option: String?, _ variable: String?, _ file: String?) throws -> String? {
            try withFile(try json(file.map { [setting: $0] } ?? [:])) { path in
                var environment = company
                environment[setting.environment] = variable
                return sample.read(
                    try Settings(options: option.map { [setting: $0] } ?? [:], file: path, environment: environment)
                )
            }
        }
        for value in [first, second] {
            #expect(try found(value, nil, nil) == value)
            #expect(try found(nil, value, nil) == value)
            #expect(try found(nil, nil, value) == value)
        }
        #expect(try found(first, second, second) == first)
        #expect(try found(nil, first, second) == first)
        #expect(try found("", "", second) == second, "an empty text says nothing")
    }

    @Test("Without any of them it is the default that the page of settings tells")
    func defaults() throws {
        let settings = try Settings(environment: [:])
        let parsed: Set<Setting> = [.auditCheckpointTimes, .smtpTLS, .smtpURL, .mailSender, .auditKey]
        for (setting, sample) in Self.samples where !parsed.contains(setting) {
            #expect(sample.read(settings) == setting.defaultValue, "\(setting.option)")
        }
        #expect(settings.identityProvider == nil && settings.mail == nil && settings.auditKey == nil)
        #expect(settings.auditCheckpointTimes == DailyTimes("03:00"))
    }

    @Test("The file is the one of the option, or else of INCONTRO_CONFIG")
    func whichFile() throws {
        try withFile(#"{"port": 9001}"#) { (first: String) throws in
            try withFile(#"{"port": 9002}"#) { (second: String) throws in
                let environment = ["INCONTRO_CONFIG": second]
                #expect(try Settings(environment: environment).port == 9002)
                #expect(try Settings(file: first, environment: environment).port == 9001)
            }
        }
    }

    @Test("In the file numbers and true and false stand as JSON has them, or as texts")
    func kinds() throws {
        let settings = try withFile(#"{"port": 9001, "jobs": false, "session-hours": "8", "host": null}"#) { path in
            try Settings(file: path, environment: [:])
        }
        #expect(settings.port == 9001 && !settings.runsJobs && settings.sessionLength == 8 * 3600)
        #expect(settings.host == "127.0.0.1")
        #expect(try withFile(#"{"jobs": "true"}"#) { try Settings(file: $0, environment: [:]).runsJobs })
    }

    @Test(
        "A file that cannot be right is refused, with the place of the fault",
        arguments: [
            (#"{"jobs": 0}"#, "--jobs (INCONTRO_JOBS): is true or false in the configuration file"),
            (#"{"port": true}"#, "--port (INCONTRO_PORT): is a number in the configuration file"),
            (#"{"host": 1}"#, "--host (INCONTRO_HOST): is a text in the configuration file"),
            (#"{"prot": 1}"#, "has 'prot', which is no setting"),
            (#"{"port": 1.5}"#, "is not a JSON object of texts, numbers, true and false"),
            (#"{"levels": ["a"]}"#, "is not a JSON object of texts, numbers, true and false"),
            (#"["port"]"#, "is not a JSON object"),
            ("port = 1", "is not a JSON object"),
        ]
    )
    func faultyFile(text: String, reason: String) throws {
        try withFile(text) { path in
            let error = #expect(throws: InvalidSetting.self) { try Settings(file: path, environment: [:]) }
            #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
        }
        #expect(throws: InvalidSetting.self) { try Settings(file: "/nowhere/incontro.json", environment: [:]) }
    }

    @Test(
        "A value that is not of its setting's kind is refused by name",
        arguments: [
            (Setting.port, "65536"), (.port, "-1"), (.port, "0"), (.jobs, "yes"), (.logLevel, "loud"),
            (.logFormat, "xml"), (.sessionIdleMinutes, "4"), (.sessionHours, "25"), (.minimumAgencies, "0"),
            (.publicationMonths, "13"), (.developmentIdentity, "maybe"), (.publicURL, "incontro.example"),
            (.publicURL, "https://incontro.example/?a=b"), (.oidcIssuer, "ldap://sso.example"),
            (.oidcClientKey, "/nowhere/key.pem"), (.smtpTLS, "maybe"), (.mailSender, "nobody"),
            (.tlsAuthorities, "/nowhere/ca.pem"), (.tlsAuthorities, "/dev/null"),
        ]
    )
    func faulty(setting: Setting, value: String) throws {
        var environment = variables(Self.company)
        environment[setting.environment] = value
        let error = #expect(throws: InvalidSetting.self) { try Settings(environment: environment) }
        // With port 0 it is the public address that is missing.
        #expect(error?.setting == (value == "0" && setting == .port ? .publicURL : setting))
    }

    @Test("What belongs together is asked for together")
    func together() throws {
        func fault(_ options: [Setting: String]) -> Setting? {
            #expect(throws: InvalidSetting.self) { try Settings(options: options, environment: [:]) }?.setting
        }
        #expect(fault([.oidcIssuer: "https://sso.example"]) == .oidcClientID)
        #expect(fault([.oidcIssuer: "https://sso.example", .oidcClientID: "incontro"]) == .oidcClientKey)
        #expect(fault([.smtpURL: "smtp://127.0.0.1:25"]) == .mailSender)
        let settings = try Settings(options: [.port: "0", .publicURL: "http://127.0.0.1/"], environment: [:])
        #expect(settings.port == 0 && settings.publicURL == "http://127.0.0.1")
    }

    @Test(
        "No secret is repeated when it cannot be used",
        arguments: [
            (Setting.database, "postgres://user:s3cret@[::1/x"), (.database, "mysql://user:s3cret@db/x"),
            (.publicURL, "https://user:s3cret@a.example"), (.oidcIssuer, "https://user:s3cret@a.example"),
            (.smtpURL, "smtp://user:s3cret@mail.example"),
        ]
    )
    func secrets(setting: Setting, value: String) throws {
        var environment = variables(Self.company)
        environment[Setting.oidcClientSecret.environment] = "other"
        environment[setting.environment] = value
        let error = #expect(throws: InvalidSetting.self) { try Settings(environment: environment) }
        #expect(error?.setting == setting)
        #expect(error.map { !"\($0)\(String(reflecting: $0))".contains("s3cret") } == true)
    }

    @Test("The password of a database is in no text of the settings")
    func databasePassword() throws {
        let settings = try Settings(
            options: [.database: "postgres://user:s3?cret@db.example/incontro"],
            environment: [:]
        )
        #expect("\(settings.database)" == "postgresql://db.example/incontro")
        #expect(!String(describing: settings).contains("s3?cret"))
        #expect(!String(reflecting: settings).contains("cret@"))
    }

    @Test("Secrets have no option, and the page of settings names each setting once")
    func page() {
        let page = SettingsDocument.markdown
        for setting in Setting.allCases {
            #expect(page.components(separatedBy: "| `\(setting.environment)` |").count == 2, "\(setting.option)")
            #expect(page.contains("`--\(setting.option)`") == (!setting.isSecret && setting != .jobs))
        }
    }
}
