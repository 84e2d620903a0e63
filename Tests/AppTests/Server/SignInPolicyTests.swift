import Persistence
import TestSupport
import Testing
import Web

@testable import App

@Suite("The limits of signing in, by the settings")
struct SignInPolicyTests {
    @Test("Behind a proxy that nobody named there is no limit by address, and the log says so")
    func unnamed() async throws {
        let log = LogCapture()
        try await withServices(on: .sqlite, options: [.signInsPerAddress: "7"], logger: log.logger) { services in
            let open = services.signInPolicy(publicURL: "https://incontro.example.it")
            try #require(log.text.count == 1)
            #expect(log.text[0].hasPrefix("warning no proxy is named"))
            #expect(open.limits.perAddress == open.limits.overall)
            #expect(services.signInPolicy(publicURL: "http://127.0.0.1:8080").limits.perAddress == 7)
            #expect(log.text.count == 1)
        }
    }

    @Test("Behind a named proxy each address has its limit")
    func named() async throws {
        let log = LogCapture()
        let options: [Setting: String] = [
            .trustedProxies: "127.0.0.1 fd00::/8", .signInsPerAddress: "7", .freshExportRows: "5",
            .freshSignInMinutes: "3",
        ]
        try await withServices(on: .sqlite, options: options, logger: log.logger) { (services) async throws in
            let policy = services.signInPolicy(publicURL: "https://incontro.example.it")
            #expect(policy.limits.perAddress == 7)
            #expect(policy.freshness == Freshness(seconds: 180, exportRows: 5))
            #expect(log.text.isEmpty)
        }
    }

    @Test("What is no address is refused at the start, and so is an unknown word")
    func refused() {
        for (setting, value) in [
            (Setting.trustedProxies, "proxy.example.it"), (.oidcSignInTime, "sometimes"), (.signInsPerAddress, "1"),
            (.freshExportRows, "-1"),
        ] {
            #expect(throws: InvalidSetting.self) { try Settings(options: [setting: value], environment: [:]) }
        }
    }
}
