import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Sessions")
struct SessionsTests {
    @Test("A new session has no hat; its token is nowhere in the store", arguments: Engine.available)
    func opened(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            let token = try await sessions.open(for: try world.signIn("ALFA/anna"))
            let session = try #require(try await sessions.find(token))
            #expect(session.standing == .withoutRole)
            #expect(session.actor == nil)
            #expect(session.person.givenName == "Anna")
            #expect(SessionToken(text: token.text) == token)
            let hash = try await world.store.read { (transaction: borrowing Transaction) in
                try transaction.all("SELECT token_hash FROM person_session", as: String.self)
            }
            #expect(hash == [token.hash])
            #expect(hash.first?.contains(token.text) == false)
            #expect(session.formToken != token.text && session.formToken.count == 43)
        }
    }

    @Test("Tokens and form tokens never repeat, and a made-up one opens nothing", arguments: Engine.available)
    func unguessable(on engine: Engine) async throws {
        let tokens = (0..<1000).map { _ in SessionToken() }
        #expect(Set(tokens.map(\.text)).count == 1000)
        #expect(Set(tokens.map(\.formToken)).count == 1000)
        #expect(SessionToken(text: "short") == nil)
        #expect(SessionToken(text: String(repeating: "é", count: 43)) == nil)
        try await withWorld(on: engine) { world in
            let made = try #require(SessionToken(text: String(repeating: "A", count: 43)))
            #expect(try await Sessions(world.store).find(made) == nil)
        }
    }

    @Test("A master chooses a scope, a branch operator with one branch has it at once", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, token) = try await world.session(of: "ALFA/anna")
            guard case .withoutScope(let account) = try await sessions.find(token)?.standing else {
                Issue.record("a scope was there before it was chosen")
                return
            }
            #expect(account.agencyName == "Alfa Lavoro S.p.A.")
            try await sessions.choose(.crossBranch, in: token)
            #expect(try await sessions.find(token)?.actor == .operator(world.anna))
            try await sessions.choose(.branch(world.branch("ALFA-TO1").id), in: token)
            let turin = world.identity("ALFA/anna", in: "ALFA-TO1")
            #expect(try await sessions.find(token)?.actor == .operator(turin))

            let (_, other) = try await world.session(of: "BETA/elena")
            #expect(try await sessions.find(other)?.actor == .operator(world.elena))
        }
    }

    @Test("A scope or a hat that is not the person's cannot be chosen", arguments: Engine.available)
    func foreign(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, token) = try await world.session(of: "ALFA/bruno")
            await #expect(throws: NotFound()) {
                try await sessions.choose(.branch(world.branch("ALFA-TO1").id), in: token)
            }
            let (_, carla) = try await world.session(of: "ALFA/carla")
            await #expect(throws: NotFound()) { try await sessions.choose(.crossBranch, in: carla) }
            let stranger = try #require(world.operators["BETA/dario"])
            let dario = try #require(try await People(world.store).roles(of: stranger.taxCode).first)
            await #expect(throws: NotFound()) { try await sessions.wear(dario, in: token) }
        }
    }

    @Test("Proving again who one is counts from then", arguments: Engine.available)
    func confirmed(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            let token = try await sessions.open(for: try world.signIn("ALFA/anna"))
            world.time.advance(seconds: 600)
            let before = try #require(try await sessions.find(token))
            #expect(before.authenticatedAt?.adding(seconds: 600) == world.time.now)
            try await sessions.confirmIdentity(in: token, at: world.time.now)
            #expect(try await sessions.find(token)?.authenticatedAt == world.time.now)
        }
    }

    @Test(
        "A sign-in is as fresh as the provider says, and not at all when it does not say",
        arguments: Engine.available
    )
    func freshness(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            let taxCode = try world.signIn("ALFA/anna").taxCode
            for proved in [world.time.now.adding(seconds: -3600), nil] {
                let person = SignedInPerson(
                    taxCode: taxCode,
                    givenName: "Anna",
                    familyName: "Bianchi",
                    assurance: 2,
                    authenticatedAt: proved
                )
                let token = try await sessions.open(for: person)
                #expect(try await sessions.find(token)?.authenticatedAt == proved)
            }
        }
    }

    @Test("A session that was ended meanwhile gets no hat and no scope again", arguments: Engine.available)
    func ended(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, token) = try await world.session(of: "ALFA/anna")
            let session = try #require(try await sessions.find(token))
            let role = try #require(try await People(world.store).roles(of: session.person.taxCode).first)
            try await sessions.revoke(session.id, of: session.person.taxCode)
            await #expect(throws: NotFound()) {
                try await sessions.change(session, to: role, .crossBranch, "session.scope_chosen")
            }
            let hats = try await world.store.read { (transaction: borrowing Transaction) in
                try transaction.all("SELECT coalesce(role_kind, '') FROM person_session", as: String.self)
            }
            #expect(hats == [""])
        }
    }

    @Test("Opening, hat, scope and end leave their traces, with the scope", arguments: Engine.available)
    func traces(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, token) = try await world.session(of: "ALFA/anna")
            try await sessions.choose(.branch(world.branch("ALFA-TO1").id), in: token)
            try await sessions.close(token)
            let trail = try await world.auditTrail()
            #expect(trail == ["session.opened", "session.role_chosen", "session.scope_chosen", "session.closed"])
            let records = try await world.store.latestTraces()
            let opened = try #require(records.first { $0.action == "session.opened" })
            #expect(opened.details == "{\"assurance\":2,\"hats\":[\"operator \(world.anna.id.rawValue)\"]}")
            let worn = try #require(records.first { $0.action == "session.role_chosen" })
            #expect(worn.actorID == world.anna.id.rawValue && worn.scope == nil && worn.scopeBranch == nil)
            let closed = try #require(records.first { $0.action == "session.closed" })
            #expect(closed.actorID == world.anna.id.rawValue && closed.scopeBranch == world.branch("ALFA-TO1").id)
            let record = records.first { $0.action == "session.scope_chosen" }
            #expect(record?.scopeBranch == world.branch("ALFA-TO1").id)
            #expect(record?.actorRole == "master")
            let (anna, turin) = (world.anna.id.rawValue, world.branch("ALFA-TO1").id.rawValue)
            #expect(
                record?.details
                    == "{\"after\":\"operator \(anna) in branch \(turin)\",\"before\":\"operator \(anna) without scope\"}"
            )
        }
    }
}
