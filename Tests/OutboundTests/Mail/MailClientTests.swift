import Foundation
import Logging
import TestSupport
import Testing

@testable import Outbound

@Suite("Mails and a mail server", .enabled(if: MailServer.isAvailable, "INCONTRO_TEST_PYTHON names no Python"))
struct MailClientTests {
    private func mail(to address: String = "bruno@alfa.example", subject: String = "Prova") throws -> Mail {
        Mail(
            from: try #require(Mailbox("noreply@incontro.example", name: "Incontro")),
            to: try #require(Mailbox(address)),
            subject: subject,
            text: "Gentile Bruno,\n\n.\n..due punti\nperché no?\n" + String(repeating: "è", count: 300) + "\n",
            date: Date(timeIntervalSince1970: 1_773_133_205),
            id: "prova1",
            languages: "it, en"
        )
    }

    private func client(
        _ url: String,
        requiresTLS: Bool = true,
        user: String? = nil,
        password: String? = nil,
        authorities: String? = nil
    ) throws -> MailClient {
        let relay = MailClient.Relay(
            url: url,
            requiresTLS: requiresTLS,
            user: user,
            password: password,
            authorities: authorities
        )
        return MailClient(relay: try #require(relay), logger: Logger(label: "test"))
    }

    private func url(_ server: MailServer, _ scheme: String = "smtp") -> String {
        "\(scheme)://127.0.0.1:\(server.port)"
    }

    @Test("A mail arrives whole: subject, names and text in any language, and single dots")
    func delivery() async throws {
        let server = try MailServer()
        let client = try client(url(server), requiresTLS: false)
        let subject = "Sei utente Super di «Società d'Àlfa» – è già attivo: \(String(repeating: "più ", count: 20))fine"
        let mail = try mail(subject: subject)
        try await client.send(mail)
        let letter = try #require(try server.letters.first)
        #expect(letter.sender == "noreply@incontro.example")
        #expect(letter.recipients == ["bruno@alfa.example"])
        #expect(letter.headers["subject"] == subject)
        #expect(letter.headers["from"] == "Incontro <noreply@incontro.example>")
        #expect(letter.headers["date"] == "Tue, 10 Mar 2026 09:00:05 +0000")
        #expect(letter.headers["message-id"] == "<prova1@incontro.example>")
        #expect(letter.headers["content-language"] == "it, en")
        #expect(letter.contentType == "text/plain; utf-8")
        #expect(letter.text.replacing("\r\n", with: "\n") == mail.text + "\n")
        #expect(letter.isASCII && letter.longestLine <= 76)
        #expect(letter.greeting == "incontro.example")
    }

    @Test(
        "What the server says decides whether it is worth trying again",
        arguments: [
            ("rifiuta", CannotSendMail.noSuchRecipient(status: 550), true),
            ("vietata", .refused(status: 550), false),
            ("muta", .refused(status: 550), false),
            ("rifiuta-testo", .refused(status: 554), false),
            ("tarda", .postponed(status: 451), false),
        ]
    )
    func refusals(name: String, reason: CannotSendMail, isPermanent: Bool) async throws {
        let server = try MailServer()
        let client = try client(url(server), requiresTLS: false)
        await #expect(throws: reason) { try await client.send(mail(to: "\(name)@alfa.example")) }
        #expect(reason.isPermanent == isPermanent)
        #expect(try server.letters.isEmpty)
        // The next one is not held up by it.
        try await client.send(mail())
        #expect(try server.letters.count == 1)
    }

    @Test("A sender whom the server does not know is no fault of the mail")
    func sender() async throws {
        let server = try MailServer()
        var mail = try mail()
        mail.from = try #require(Mailbox("nessuno@incontro.example"))
        let reason = CannotSendMail.refused(status: 550)
        await #expect(throws: reason) { try await client(url(server), requiresTLS: false).send(mail) }
        #expect(!reason.isPermanent && reason.isSlow)
    }

    @Test("A server that is not there is a reason to try again")
    func nobody() async throws {
        let client = try client("smtp://127.0.0.1:1", requiresTLS: false)
        await #expect(throws: CannotSendMail.unreachable(.notConnected)) { try await client.send(mail()) }
        #expect(CannotSendMail.unreachable(.notConnected).isPermanent == false)
    }

    @Test("Nothing is said to a server without TLS where TLS is required")
    func withoutTLS() async throws {
        let server = try MailServer()
        let client = try client(url(server))
        await #expect(throws: CannotSendMail.withoutTLS) { try await client.send(mail()) }
        #expect(try server.letters.isEmpty)
    }

    @Test("STARTTLS with a certificate that is trusted, and a sign-in")
    func startTLS() async throws {
        let certificate = try TestCertificate(for: "IP:127.0.0.1")
        let server = try MailServer(certificate: certificate.file, password: "segreta")
        let trusted = certificate.file.path()
        let good = try client(url(server), user: "incontro", password: "segreta", authorities: trusted)
        try await good.send(mail())
        let letter = try #require(try server.letters.first)
        #expect(letter.isEncrypted && letter.user == "incontro")

        let wrong = try client(url(server), user: "incontro", password: "altra", authorities: trusted)
        await #expect(throws: CannotSendMail.notSignedIn(status: 535)) { try await wrong.send(mail()) }
        let nobody = try client(url(server), authorities: trusted)
        await #expect(throws: CannotSendMail.notSignedIn(status: 530)) { try await nobody.send(mail()) }
        let untrusting = try client(url(server), user: "incontro", password: "segreta")
        await #expect(throws: CannotSendMail.unreachable(.untrustedCertificate)) { try await untrusting.send(mail()) }
        #expect(try server.letters.count == 1)
    }

    @Test("TLS from the first byte, and the certificate of another host is refused")
    func wrapped() async throws {
        let certificate = try TestCertificate(for: "IP:127.0.0.1")
        let server = try MailServer(certificate: certificate.file, isWrapped: true)
        try await client(url(server, "smtps"), authorities: certificate.file.path()).send(mail())
        #expect(try server.letters.map(\.isEncrypted) == [true])

        let other = try TestCertificate(for: "DNS:other.example")
        let stranger = try MailServer(certificate: other.file, isWrapped: true)
        await #expect(throws: CannotSendMail.unreachable(.untrustedCertificate)) {
            try await client(url(stranger, "smtps"), authorities: other.file.path()).send(mail())
        }
    }

    @Test(
        "A relay is a server of mail, and beyond this machine one that speaks TLS",
        arguments: [
            ("smtp://mail.example.it:587", true, true), ("smtps://mail.example.it", false, true),
            ("smtp://127.0.0.1:25", false, true), ("smtp://mail.example.it", false, false),
            ("https://mail.example.it", true, false), ("smtp://", true, false),
            ("smtp://user:secret@mail.example.it", true, false), ("smtp://mail.example.it/other", true, false),
        ]
    )
    func relays(url: String, requiresTLS: Bool, isGood: Bool) {
        #expect((MailClient.Relay(url: url, requiresTLS: requiresTLS) != nil) == isGood)
    }
}
