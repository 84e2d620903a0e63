import Domain
import Exchange
import Persistence
import TestSupport
import Testing

@testable import API

@Suite("The API's feed of changes")
struct ChangeRoutesTests {
    private func words(_ answer: Answer) -> [String] {
        answer.items.map { item in
            let parts = ["sequence", "type", "operation"].map { name in
                switch item[name] {
                case .text(let text)?, .number(let text)?: text
                default: "?"
                }
            }
            return parts.joined(separator: " ") + (item["object"] == nil ? "" : " +")
        }
    }

    @Test("It is walked by its cursor, with the objects", arguments: Engine.available)
    func walk(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let world = api.world
            let receipts = try await world.load(.sample("A"), .sample("B"))
            let rosa = try await world.citizen(.sample())
            let interest = try await world.interests.express(in: receipts[1].code ?? "", as: rosa)
            let token = try await api.token(for: try await api.client())

            let first = try await api.get("/rest/v1/changes?limit=2", token: token)
            #expect(first.status == 200)
            #expect(words(first) == ["1 vacancy created +", "2 vacancy created +"])
            #expect(first.items[0]["id"] == receipts[0].code.map(JSON.text))
            #expect(first.items[0]["object"]?["external_reference"] == "A")
            let second = try await api.get("/rest/v1/changes?cursor=\(first.nextCursor ?? "")", token: token)
            #expect(words(second) == ["3 expression_of_interest created +"])
            #expect(second.items[0]["id"] == .text(interest.id.text))
            #expect(second.items[0]["object"]?["citizen"]?["family_name"] == "Rossi")
            let end = try await api.get("/rest/v1/changes?cursor=\(second.nextCursor ?? "")", token: token)
            #expect(end.status == 200 && end.items.isEmpty)
            #expect(Cursor(text: end.nextCursor ?? "") == Cursor(text: second.nextCursor ?? "-"))
            let kinds = try await api.get("/rest/v1/changes?types=expression_of_interest,proposal", token: token)
            #expect(words(kinds) == ["3 expression_of_interest created +"])
        }
    }

    @Test(
        "What cannot be read is refused",
        arguments: ["cursor=x", "types=dog", "wait=31", "wait=-1", "limit=0", "a=b"]
    )
    func refused(_ query: String) async throws {
        try await withAPI(on: .sqlite) { api in
            let token = try await api.token(for: try await api.client())
            #expect(try await api.get("/rest/v1/changes?\(query)", token: token).status == 400)
        }
    }

    @Test("Whoever waits is told as soon as something happens", arguments: Engine.available)
    func wait(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let clock = ContinuousClock()
            let start = clock.now
            async let answer = api.get("/rest/v1/changes?wait=30&types=vacancy", token: token)
            try await Task.sleep(for: .milliseconds(300))
            try await api.world.load(.sample())
            let found = try await answer
            #expect(words(found) == ["1 vacancy created +"])
            #expect(clock.now - start < .seconds(20))
        }
    }

    @Test("Who waits in vain gets an empty page and a cursor that is good", arguments: Engine.available)
    func waitInVain(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let clock = ContinuousClock()
            let start = clock.now
            let empty = try await api.get("/rest/v1/changes?wait=1", token: token)
            #expect(empty.items.isEmpty && clock.now - start >= .seconds(1))
            try await api.world.load(.sample())
            let next = try await api.get("/rest/v1/changes?cursor=\(empty.nextCursor ?? "")", token: token)
            #expect(words(next) == ["1 vacancy created +"])
        }
    }

    @Test("A token shows the objects of its scopes, and the changes of its branches", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let receipts = try await api.world.load(.sample("A"), .sample("B", branch: "ALFA-TO1"))
            _ = try await api.world.interests.express(
                in: receipts[0].code ?? "",
                as: try await api.world.citizen(.sample())
            )
            func feed(_ client: TestClient) async throws -> Answer {
                try await api.get("/rest/v1/changes", token: try await api.token(for: client))
            }
            #expect(
                try await words(feed(api.client(scopes: [.changesRead])))
                    == ["1 vacancy created", "2 vacancy created", "3 expression_of_interest created"]
            )
            #expect(
                try await words(feed(api.client(scopes: [.changesRead, .interestsRead])))
                    == ["1 vacancy created", "2 vacancy created", "3 expression_of_interest created +"]
            )
            #expect(try await words(feed(api.client(branches: ["ALFA-TO1"]))) == ["2 vacancy created +"])
            #expect(try await feed(api.client("BETA")).items.isEmpty)
            #expect(try await feed(api.client(scopes: [.vacanciesRead])).status == 403)
        }
    }
}
