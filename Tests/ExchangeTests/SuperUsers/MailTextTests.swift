import Domain
import Exchange
import TestSupport
import Testing

@Suite("Words of mails")
struct MailTextTests {
    private static let contents: [MailNotice.Content] = [
        .superUserCreated(agency: "Alfa", branches: ["Milano", "Torino"]),
        .superUserExtended(agency: "Alfa", branches: ["Roma"]), .superUserSuspended(agency: "Alfa"),
        .superUserReenabled(agency: "Alfa"),
        .superUserToConfirm(agency: "Alfa", requester: "Anna Bianchi", appointment: ID(4271), until: "2026-03-17"),
        .superUserReduced(agency: "Alfa", branches: ["Roma"]),
        .superUserRequestDeclined(agency: "Alfa", decider: "Marco Ferri", appointment: ID(4271)),
        .superUserRequestExpired(agency: "Alfa", appointment: ID(4271)),
    ]

    private func text(_ content: MailNotice.Content) -> MailText {
        MailText(MailNotice(to: "bruno@alfa.example", givenName: "Bruno", content), site: "https://incontro.example")
    }

    @Test(
        "Each mail greets in Italian first and in English after it, and names the agency in both",
        arguments: contents
    )
    func languages(content: MailNotice.Content) throws {
        let parts = text(content).body.split(separator: "* * *").map(String.init)
        try #require(parts.count == 2)
        #expect(parts[0].hasPrefix("Gentile Bruno,\n"))
        #expect(parts[1].hasPrefix("\n\nDear Bruno,\n"))
        #expect(parts.allSatisfy { $0.contains("Alfa") })
        #expect(!text(content).subject.contains("\n"))
    }

    @Test("Who became a super user reads for which branches, and where to sign in")
    func created() {
        let body = text(Self.contents[0]).body
        #expect(body.contains("- Milano\n- Torino"))
        #expect(body.contains("https://incontro.example/accedi"))
    }

    @Test("The other master finds the request by its link, and until when")
    func toConfirm() {
        let body = text(Self.contents[4]).body
        #expect(body.contains("https://incontro.example/utenti/richieste/\(ID<SuperAppointment>(4271).text)"))
        #expect(body.contains("entro il 17/03/2026") && body.contains("by 2026-03-17"))
    }

    @Test("The requester finds the request that was declined or has expired by its link", arguments: contents.suffix(2))
    func decided(content: MailNotice.Content) {
        #expect(
            text(content).body.contains("https://incontro.example/utenti/richieste/\(ID<SuperAppointment>(4271).text)")
        )
    }

    @Test("What waits in the outbox is read again as it was written")
    func outbox() throws {
        let kept = #"{"content":{"superUserSuspended":{"agency":"Alfa"}},"givenName":"Bruno","to":"b@alfa.example"}"#
        let notice = try MailNotice(outbox: kept)
        #expect(notice == MailNotice(to: "b@alfa.example", givenName: "Bruno", .superUserSuspended(agency: "Alfa")))
    }
}
