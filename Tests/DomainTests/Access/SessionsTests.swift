import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Sessions")
struct SessionsTests {
    private func person(_ world: World, _ key: String) throws -> SignedInPerson {
        let found = try #require(world.operators[key])
        return SignedInPerson(
            taxCode: found.taxCode,
            givenName: found.givenName,
            familyName: found.familyName,
            assurance: 2,
            providerSession: "id-token"
        )
    }

    private func signedIn(_ world: World, _ key: String) async throws -> (Sessions, SessionToken) {
        let sessions = Sessions(world.store)
        let person = try person(world, key)
        let token = try await sessions.open(for: person, device: "Test")
        let roles = try await People(world.store).roles(of: person.taxCode)
        try await sessions.wear(try #require(roles.first), in: token)
        return (sessions, token)
    }

    @Test("A new session has no hat; its token is nowhere in the store", arguments: Engine.available)
    func opened(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            let token = try await sessions.open(for: try person(world, "ALFA/anna"))
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
            let (sessions, token) = try await signedIn(world, "ALFA/anna")
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

            let (_, other) = try await signedIn(world, "BETA/elena")
            #expect(try await sessions.find(other)?.actor == .operator(world.elena))
        }
    }

    @Test("A scope or a hat that is not the person's cannot be chosen", arguments: Engine.available)
    func foreign(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, token) = try await signedIn(world, "ALFA/bruno")
            await #expect(throws: NotFound()) {
                try await sessions.choose(.branch(world.branch("ALFA-TO1").id), in: token)
            }
            let (_, carla) = try await signedIn(world, "ALFA/carla")
            await #expect(throws: NotFound()) { try await sessions.choose(.crossBranch, in: carla) }
            let stranger = try #require(world.operators["BETA/dario"])
            let dario = try #require(try await People(world.store).roles(of: stranger.taxCode).first)
            await #expect(throws: NotFound()) { try await sessions.wear(dario, in: token) }
        }
    }

    @Test(
        "A withdrawn grant takes the scope away at the next request, a suspension the hat",
        arguments: Engine.available
    )
    func cut(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, token) = try await signedIn(world, "ALFA/anna")
            try await sessions.choose(.branch(world.branch("ALFA-TO1").id), in: token)
            let (id, turin, yesterday) = (world.anna.id, world.branch("ALFA-TO1").id, world.today.adding(days: -1))
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run(
                    "UPDATE branch_grant SET valid_to = \(yesterday) WHERE operator_id = \(id) AND branch_id = \(turin)"
                )
            }
            guard case .withoutScope = try await sessions.find(token)?.standing else {
                Issue.record("the scope outlived its grant")
                return
            }
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE operator SET status = 'suspended' WHERE id = \(id)")
            }
            #expect(try await sessions.find(token)?.standing == .withoutRole)
        }
    }

    @Test(
        "Half an hour without a request ends a session, and so do twelve hours with them",
        arguments: Engine.available
    )
    func limits(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            let idle = try await sessions.open(for: try person(world, "ALFA/anna"))
            let busy = try await sessions.open(for: try person(world, "ALFA/bruno"))
            for minutes in stride(from: 20, through: 700, by: 20) {
                world.time.advance(seconds: 20 * 60)
                #expect(try await sessions.find(busy) != nil, "after \(minutes) minutes")
            }
            #expect(try await sessions.find(idle) == nil)
            world.time.advance(seconds: 20 * 60)
            #expect(try await sessions.find(busy) == nil)
            #expect(try await sessions.removeExpired() == 2)
            #expect(try await sessions.removeExpired() == 0)
        }
    }

    @Test("Requests close together write once a minute only", arguments: Engine.available)
    func touches(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, token) = try await signedIn(world, "BETA/elena")
            func writes() async throws -> Int {
                let (statements, _) = try await StatementLog.recording { _ = try await sessions.find(token) }
                return statements.count { $0.hasPrefix("UPDATE") }
            }
            #expect(try await writes() == 0)
            world.time.advance(seconds: 59)
            #expect(try await writes() == 0)
            world.time.advance(seconds: 1)
            #expect(try await writes() == 1)
            #expect(try await writes() == 0)
        }
    }

    @Test("A person lists her sessions and ends one or all others; nobody else's", arguments: Engine.available)
    func revoked(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            let anna = try person(world, "ALFA/anna")
            var tokens: [SessionToken] = []
            for device in ["A", "B", "C"] {
                tokens.append(try await sessions.open(for: anna, device: device))
                world.time.advance(seconds: 1)
            }
            let foreign = try await sessions.open(for: try person(world, "ALFA/bruno"))
            let list = try await sessions.list(of: anna.taxCode)
            #expect(list.map(\.device) == ["C", "B", "A"])
            let bruno = try #require(try await sessions.find(foreign))
            await #expect(throws: NotFound()) { try await sessions.revoke(bruno.id, of: anna.taxCode) }
            let last = try #require(list.first)
            try await sessions.revoke(last.id, of: anna.taxCode)
            #expect(try await sessions.find(tokens[2]) == nil)
            let kept = try #require(try await sessions.find(tokens[0]))
            #expect(try await sessions.revokeAll(of: anna.taxCode, except: kept.id) == 1)
            #expect(try await sessions.find(tokens[0]) != nil)
            #expect(try await sessions.find(tokens[1]) == nil)
            #expect(try await sessions.find(foreign) != nil)
            #expect(try await sessions.close(tokens[0]) == "id-token")
            #expect(try await sessions.find(tokens[0]) == nil)
            #expect(try await sessions.close(tokens[0]) == nil)
        }
    }

    @Test("Proving again who one is counts from then", arguments: Engine.available)
    func confirmed(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            let token = try await sessions.open(for: try person(world, "ALFA/anna"))
            world.time.advance(seconds: 600)
            let before = try #require(try await sessions.find(token))
            #expect(world.time.now.seconds(since: before.authenticatedAt) == 600)
            try await sessions.confirmIdentity(in: token)
            #expect(try await sessions.find(token)?.authenticatedAt == world.time.now)
        }
    }

    @Test("A sign-in comes back once, in time, and with its own state only", arguments: Engine.available)
    func attempts(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            try await sessions.begin("state-1", "{\"nonce\":\"n\"}")
            #expect(try await sessions.resume("state-2") == nil)
            #expect(try await sessions.resume("state-1") == "{\"nonce\":\"n\"}")
            #expect(try await sessions.resume("state-1") == nil)
            try await sessions.begin("state-3", "{}")
            world.time.advance(seconds: 600)
            #expect(try await sessions.resume("state-3") == nil)
        }
    }

    @Test("Two browsers that bring one state at once: one of them signs in", arguments: Engine.available)
    func race(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            try await sessions.begin("state", "{}")
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { try await sessions.resume("state") != nil } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(taken == 1)
        }
    }

    @Test("Opening, hat, scope and end leave their traces, with the scope", arguments: Engine.available)
    func traces(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, token) = try await signedIn(world, "ALFA/anna")
            try await sessions.choose(.branch(world.branch("ALFA-TO1").id), in: token)
            try await sessions.close(token)
            let trail = try await world.auditTrail()
            #expect(trail == ["session.opened", "session.role_chosen", "session.scope_chosen", "session.closed"])
            let record = try await world.store.audit.latest().first { $0.action == "session.scope_chosen" }
            #expect(record?.scopeBranch == world.branch("ALFA-TO1").id)
            #expect(record?.actorRole == "master")
        }
    }
}
