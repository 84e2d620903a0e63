import Foundation
import Outbound
import Testing

@testable import App

@Suite("Settings of mail")
struct MailSettingsTests {
    private func fault(_ options: [Setting: String]) -> Setting? {
        do {
            _ = try Settings(options: options)
            return nil
        } catch {
            return error.setting
        }
    }

    @Test("Without a mail server there is no delivery, and nothing is missing")
    func none() throws {
        let mail = try Settings().mail
        #expect(mail == nil)
    }

    @Test("A mail server and a sender are all that is needed")
    func enough() throws {
        let settings = try Settings(
            options: [.smtpURL: "smtp://mail.example.it:587", .mailSender: "Incontro <noreply@example.it>"]
        )
        #expect(settings.mail?.sender.address == "noreply@example.it")
        #expect(settings.mail?.sender.name == "Incontro")
    }

    @Test("The authorities that are trusted are those of the mail server's certificate too")
    func authorities() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "incontro-ca-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try "-----BEGIN CERTIFICATE-----".write(to: file, atomically: true, encoding: .utf8)
        let settings = try Settings(
            options: [
                .smtpURL: "smtps://mail.example.it:465", .mailSender: "a@example.it", .tlsAuthorities: file.path,
            ]
        )
        #expect(settings.mail?.relay.authorities == file.path)
    }

    @Test(
        "What would send nothing, or in clear over a network, stops the start and names its setting",
        arguments: [
            ([.smtpURL: "smtp://mail.example.it"], .mailSender),
            ([.smtpURL: "smtp://mail.example.it", .mailSender: "nobody"], .mailSender),
            ([.smtpURL: "http://mail.example.it", .mailSender: "a@example.it"], .smtpURL),
            ([.smtpURL: "smtp://mail.example.it", .smtpTLS: "off", .mailSender: "a@example.it"], .smtpURL),
            ([.smtpURL: "smtp://127.0.0.1:25", .smtpTLS: "perhaps", .mailSender: "a@example.it"], .smtpTLS),
        ] as [([Setting: String], Setting)]
    )
    func faults(options: [Setting: String], setting: Setting) {
        #expect(fault(options) == setting)
    }

    @Test("A mail server on this machine needs no TLS")
    func loopback() {
        let options: [Setting: String] = [
            .smtpURL: "smtp://127.0.0.1:25", .smtpTLS: "off", .mailSender: "a@example.it",
        ]
        #expect(fault(options) == nil)
    }
}
