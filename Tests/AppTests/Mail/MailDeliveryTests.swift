import Domain
import Outbound
import Persistence
import TestSupport
import Testing

@testable import App

@Suite(
    "Mails from the outbox to a mail server",
    .enabled(if: MailServer.isAvailable, "INCONTRO_TEST_PYTHON names no Python")
)
struct MailDeliveryTests {
    private struct State: FromRow, Equatable {
        let state: String
        let attempts: Int
        let error: String?

        init(_ state: String, _ attempts: Int, _ error: String?) {
            self.state = state
            self.attempts = attempts
            self.error = error
        }

        init(from row: inout Row) throws {
            state = try row.next()
            attempts = try row.next()
            error = try row.next()
        }
    }

    private func delivery(_ world: World, _ server: MailServer, _ log: LogCapture = LogCapture()) throws -> MailDelivery
    {
        let relay = try #require(MailClient.Relay(url: "smtp://127.0.0.1:\(server.port)", requiresTLS: false))
        return MailDelivery(
            store: world.store,
            client: MailClient(relay: relay, logger: silence),
            sender: try #require(Mailbox(text: "Incontro <noreply@incontro.example>")),
            site: "https://incontro.example",
            owner: "test",
            logger: log.logger
        )
    }

    private func states(_ world: World) async throws -> [State] {
        try await world.store.read { (transaction: borrowing Transaction) in
            try transaction.all("SELECT state, attempts, last_error FROM outbox_message ORDER BY id")
        }
    }

    /// Sara is created with an address of hers.
    private func create(_ address: String, in world: World) async throws {
        var draft = world.draft("Sara", "Conti", "ALFA-MI1")
        draft.email = address
        try await SuperUsers(world.store).appoint(draft, as: world.anna)
    }

    @Test("A created super user is told, in both languages, without her tax code", arguments: Engine.available)
    func arrives(on engine: Engine) async throws {
        let server = try MailServer()
        try await withWorld(on: engine) { world in
            let delivery = try delivery(world, server)
            try await create("sara@alfa.example", in: world)
            #expect(try await delivery.deliver() == 1)
            #expect(try await delivery.deliver() == 0)
            let letter = try #require(try server.letters.first)
            #expect(letter.headers["to"] == "sara@alfa.example")
            #expect(letter.headers["subject"] == "Incontro: sei utente Super / you are a Super user")
            #expect(letter.text.contains("Alfa Lavoro S.p.A., per queste filiali:"))
            #expect(letter.text.contains("- Milano Centro"))
            let taxCode = world.draft("Sara", "Conti").taxCode
            #expect(!letter.text.contains(taxCode) && !letter.headers.values.contains { $0.contains(taxCode) })
            #expect(try await states(world) == [State("done", 1, nil)])
        }
    }

    @Test("What the server postpones is sent later, and once", arguments: Engine.available)
    func later(on engine: Engine) async throws {
        let server = try MailServer()
        try await withWorld(on: engine) { world in
            let delivery = try delivery(world, server)
            try await create("tarda-una-volta@alfa.example", in: world)
            #expect(try await delivery.deliver() == 1)
            #expect(try await states(world) == [State("pending", 1, "the mail server postponed it (451)")])
            #expect(try await delivery.deliver() == 0)
            world.time.advance(seconds: 31)
            #expect(try await delivery.deliver() == 1)
            #expect(try await states(world) == [State("done", 2, nil)])
            #expect(try server.letters.count == 1)
        }
    }

    @Test("What the server refuses because of us is tried again, slowly", arguments: Engine.available)
    func notOurs(on engine: Engine) async throws {
        let server = try MailServer()
        try await withWorld(on: engine) { world in
            let delivery = try delivery(world, server)
            try await create("vietata@alfa.example", in: world)
            #expect(try await delivery.deliver() == 1)
            #expect(try await states(world) == [State("pending", 1, "the mail server refused it (550)")])
            world.time.advance(seconds: 3599)
            #expect(try await delivery.deliver() == 0)
            world.time.advance(seconds: 1)
            #expect(try await delivery.deliver() == 1)
            let undelivered = try await world.store.outbox.undelivered()
            #expect(undelivered.map(\.attempts) == [2] && undelivered.first?.nextAttempt != nil)
        }
    }

    @Test("A mail that is broken off by the end of the process is given back at once", arguments: Engine.available)
    func brokenOff(on engine: Engine) async throws {
        let server = try MailServer()
        try await withWorld(on: engine) { world in
            let delivery = try delivery(world, server)
            try await create("attesa@alfa.example", in: world)
            let sending = Task { try await delivery.deliver() }
            while try await states(world).map(\.attempts) != [1] { try await Task.sleep(for: .milliseconds(10)) }
            sending.cancel()
            await #expect(throws: CancellationError.self) { try await sending.value }
            #expect(try await states(world) == [State("pending", 0, nil)])
            #expect(try await world.store.outbox.claim(.mail, atMost: 1, owner: "another").count == 1)
        }
    }

    @Test("What the server refuses for good is set aside, and the log names no address", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        let server = try MailServer()
        try await withWorld(on: engine) { world in
            let log = LogCapture()
            let delivery = try delivery(world, server, log)
            try await create("rifiuta@alfa.example", in: world)
            #expect(try await delivery.deliver() == 1)
            #expect(
                try await states(world) == [State("quarantined", 1, "the mail server knows no such recipient (550)")]
            )
            world.time.advance(days: 2)
            #expect(try await delivery.deliver() == 0)
            #expect(log.text.count == 1)
            #expect(log.text.allSatisfy { !$0.contains("@") && $0.contains("set aside") })
        }
    }

    @Test("An outbox message that is no mail is set aside, and holds up no other", arguments: Engine.available)
    func unreadable(on engine: Engine) async throws {
        let server = try MailServer()
        try await withWorld(on: engine) { world in
            let store = world.store
            try await store.write { (transaction: borrowing Transaction) in
                try store.outbox.enqueue(.mail, "no mail", in: transaction)
            }
            try await create("sara@alfa.example", in: world)
            let delivery = try delivery(world, server)
            #expect(try await delivery.deliver() + delivery.deliver() == 2)
            #expect(try await states(world).map(\.state) == ["quarantined", "done"])
        }
    }

    @Test("A server that does not answer costs no mail", arguments: Engine.available)
    func unreachable(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await create("sara@alfa.example", in: world)
            let relay = try #require(MailClient.Relay(url: "smtp://127.0.0.1:1", requiresTLS: false))
            let delivery = MailDelivery(
                store: world.store,
                client: MailClient(relay: relay, logger: silence),
                sender: try #require(Mailbox("noreply@incontro.example")),
                site: "https://incontro.example",
                owner: "test",
                logger: silence
            )
            #expect(try await delivery.deliver() == 1)
            #expect(try await states(world).map(\.state) == ["pending"])
        }
    }
}
