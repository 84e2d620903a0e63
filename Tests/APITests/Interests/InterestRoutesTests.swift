import Domain
import Exchange
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import API

@Suite("The API's expressions of interest")
struct InterestRoutesTests {
    private let base = "/rest/v1/expressions-of-interest"

    /// Applications of one citizen, to as many vacancies.
    private func interests(_ api: TestAPI, _ references: [String]) async throws -> [ExpressionOfInterest] {
        let rosa = try await api.world.citizen(.sample())
        var interests: [ExpressionOfInterest] = []
        for reference in references {
            let code = try #require(try await api.world.load(.sample(reference)).first?.code)
            interests.append(try await api.world.interests.express(in: code, message: "Salve", as: rosa))
        }
        return interests
    }

    private func annotate(
        _ api: TestAPI,
        _ token: String,
        _ id: ID<ExpressionOfInterest>,
        _ body: String
    ) async throws -> Answer {
        try await api.send(
            .post,
            "\(base)/\(id.text)/annotations",
            token: token,
            headers: [.contentType: "application/json"],
            body: Array(body.utf8)
        )
    }

    @Test("The list is walked by its cursor and narrowed by its filters", arguments: Engine.available)
    func list(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let sent = try await interests(api, ["A", "B", "C"])
            let token = try await api.token(for: try await api.client())
            var (ids, cursor): ([JSON?], String?) = ([], nil)
            repeat {
                let page = try await api.get(base + "?limit=1" + (cursor.map { "&cursor=\($0)" } ?? ""), token: token)
                #expect(page.status == 200)
                ids += page.items.map { $0["id"] }
                cursor = page.nextCursor
            } while cursor != nil
            #expect(ids == sent.reversed().map { .text($0.id.text) })

            func count(_ query: String) async throws -> Int {
                try await api.get("\(base)?\(query)", token: token).items.count
            }
            #expect(try await count("vacancy=B") == 1)
            #expect(try await count("status=submitted") == 3)
            #expect(try await count("status=hired,viewed") == 0)
            #expect(try await count("branch_code=ALFA-MI1") == 3)
            #expect(try await count("branch_code=ALFA-TO1") == 0)
            #expect(try await count("branch_code=BETA-MI1") == 0)
            #expect(try await count("since=2099-01-01T00:00:00Z") == 0)
            #expect(try await api.get(base + "?status=gone", token: token).status == 400)
            #expect(try await api.get(base + "?citizen=rossi", token: token).status == 400)
        }
    }

    @Test("One comes with the CV of then, and stays unread", arguments: Engine.available)
    func one(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let id = try #require(try await interests(api, ["A"]).first?.id)
            let token = try await api.token(for: try await api.client())
            let one = try await api.get("\(base)/\(id.text)", token: token)

            #expect(one.status == 200)
            #expect(one.document["status"] == "submitted" && one.document["branch_code"] == "ALFA-MI1")
            #expect(one.document["message"] == "Salve" && one.document["last_annotation"] == .null)
            let citizen = one.document["citizen"]
            #expect(citizen?["family_name"] == "Rossi" && citizen?["phone"] == "+39 333 1234567")
            #expect(citizen?["curriculum"]?["education"] != nil)
            #expect(!one.text.contains("tax_code"))

            let other = try await api.token(for: try await api.client("BETA"))
            #expect(try await api.get("\(base)/\(id.text)", token: other).status == 404)
            let turin = try await api.token(for: try await api.client(branches: ["ALFA-TO1"]))
            #expect(try await api.get("\(base)/\(id.text)", token: turin).status == 404)
            let writer = try await api.token(for: try await api.client(scopes: [.annotationsWrite]))
            #expect(try await api.get("\(base)/\(id.text)", token: writer).status == 403)
            #expect(try await api.get("\(base)/xyz", token: token).status == 404)
        }
    }

    @Test("An annotation is added, and is the last one in the list", arguments: Engine.available)
    func annotations(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let id = try #require(try await interests(api, ["A"]).first?.id)
            let token = try await api.token(for: try await api.client())
            let added = try await annotate(
                api,
                token,
                id,
                #"{"kind":"contact","outcome":"no_answer","text":"Richiamo"}"#
            )
            #expect(added.status == 201)
            #expect(added.document["kind"] == "contact" && added.document["date"] == "2026-12-01")
            let list = try await api.get(base, token: token)
            #expect(
                list.items.first?["last_annotation"]
                    == ["kind": "contact", "outcome": "no_answer", "date": "2026-12-01"]
            )
            guard case .text(let first)? = added.document["id"] else {
                Issue.record("no id")
                return
            }
            let correction = #"{"kind":"contact","outcome":"reached","corrects":"\#(first)"}"#
            #expect(try await annotate(api, token, id, correction).status == 201)
            #expect(try await annotate(api, token, id, correction).errors == ["/corrects": "not_to_be_corrected"])
        }
    }

    @Test("What is wrong with an annotation is named by its pointer", arguments: Engine.available)
    func faulty(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let id = try #require(try await interests(api, ["A"]).first?.id)
            let token = try await api.token(for: try await api.client())
            let unknown = try await annotate(api, token, id, #"{"kind":"refusal","why":"x"}"#)
            #expect(unknown.status == 422)
            #expect(unknown.errors == ["/kind": "unknown_code", "/why": "unknown_member"])
            let other = try await annotate(api, token, id, #"{"kind":"contact","outcome":"hired"}"#)
            #expect(other.status == 422 && other.errors == ["/outcome": "outcome_of_other_kind"])
            #expect(try await annotate(api, token, id, "{").status == 400)
            let stranger = try await api.token(for: try await api.client("BETA"))
            #expect(try await annotate(api, stranger, id, #"{"kind":"note","text":"x"}"#).status == 404)
            let reader = try await api.token(for: try await api.client(scopes: [.interestsRead]))
            #expect(try await annotate(api, reader, id, #"{"kind":"note","text":"x"}"#).status == 403)
        }
    }

    @Test("The extraction ends with its count and the place where the feed goes on", arguments: Engine.available)
    func extraction(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let sent = try await interests(api, ["A", "B"])
            let token = try await api.token(for: try await api.client())
            let answer = try await api.get(base, token: token, headers: [.accept: "application/x-ndjson"])
            #expect(answer.status == 200 && answer.header("Content-Type") == "application/x-ndjson")
            let lines = try answer.text.split(separator: "\n").map { try JSON(reading: Array($0.utf8)) }
            #expect(lines.dropLast().map { $0["id"] } == sent.reversed().map { .text($0.id.text) })
            let end = try #require(lines.last)
            #expect(end["end"] == .bool(true) && end["count"] == .number("2"))
            guard case .text(let cursor)? = end["changes_cursor"] else {
                Issue.record("no cursor")
                return
            }
            #expect(try await api.get("/rest/v1/changes?cursor=\(cursor)", token: token).items.isEmpty)
            _ = try await annotate(api, token, sent[0].id, #"{"kind":"note","text":"x"}"#)
            let changes = try await api.get("/rest/v1/changes?cursor=\(cursor)", token: token)
            #expect(changes.items.map { $0["id"] } == [.text(sent[0].id.text)])
            let narrowed = try await api.get(
                base + "?vacancy=B",
                token: token,
                headers: [.accept: "application/x-ndjson"]
            )
            #expect(narrowed.text.contains("\"count\":1"))
        }
    }
}
