import Domain
import Exchange
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import API

@Suite("The API's loads of vacancies")
struct VacancyLoadRoutesTests {
    private func body(_ references: [String], faulty: Set<String> = []) -> [UInt8] {
        let lines = references.map { reference in
            let draft = VacancyDraft.sample(reference).with { if faulty.contains(reference) { $0.terms.positions = 0 } }
            return line(draft)
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    private func line(_ draft: VacancyDraft) -> String {
        let terms = draft.terms
        let json: JSON = [
            "external_reference": .optional(draft.externalReference), "branch_code": .optional(draft.branchCode),
            "status": "draft", "title": .optional(terms.title),
            "positions": terms.positions.map { .integer($0) } ?? .null,
        ]
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func send(
        _ api: TestAPI,
        _ token: String,
        _ body: [UInt8],
        key: String? = "key-1",
        type: String = "application/x-ndjson",
        query: String = ""
    ) async throws -> Answer {
        var headers: HTTPFields = [.contentType: type]
        if let key { headers.set("Idempotency-Key", key) }
        return try await api.send(.post, "/rest/v1/vacancy-loads" + query, token: token, headers: headers, body: body)
    }

    @Test("A load is taken, gets on, and leads to its result", arguments: Engine.available)
    func wholeWay(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let taken = try await send(api, token, body(["A", "B", "A", "C"], faulty: ["C"]))
            #expect(taken.status == 202)
            let address = api.path(taken.header("Location"))
            #expect(address.hasPrefix("/rest/v1/vacancy-loads/"))

            let waiting = try await api.get(address, token: token)
            #expect(waiting.status == 200)
            #expect(waiting.document["status"] == "processing")
            #expect(waiting.document["processed"] == .number("0") && waiting.document["total"] == .number("4"))
            #expect(try await api.get(address + "/result", token: token).status == 404)

            try await api.load()
            let done = try await api.get(address, token: token)
            #expect(done.status == 303)
            #expect(api.path(done.header("Location")) == address + "/result")

            let result = try await api.get(address + "/result", token: token, headers: [.acceptLanguage: "en"])
            #expect(result.status == 200)
            #expect(
                result.document["summary"] == [
                    "created": .number("2"), "updated": .number("0"), "unchanged": .number("0"),
                    "rejected": .number("2"),
                ]
            )
            #expect(result.items.map { $0["row"] } == (1...4).map { .number("\($0)") })
            #expect(result.items.map { $0["outcome"] } == ["created", "created", "rejected", "rejected"])
            #expect(result.items[0]["external_reference"] == "A" && result.items[0]["errors"] == nil)
            guard case .text(let code)? = result.items[0]["code"] else {
                Issue.record("no code")
                return
            }
            #expect(try await api.world.vacancies.find(code, as: api.world.alfa).externalReference == "A")
            guard case .array(let errors)? = result.items[3]["errors"] else {
                Issue.record("no errors")
                return
            }
            #expect(errors.first?["pointer"] == "/positions" && errors.first?["code"] == "out_of_range")
            #expect(errors.first?["detail"] == "0 is not taken: from 1 to 9999.")
            #expect(result.document["next_cursor"] == .null)
        }
    }

    @Test("A result is walked by its cursor, and narrowed to an outcome", arguments: Engine.available)
    func pages(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let taken = try await send(api, token, body(["A", "B", "C", "D", "E"], faulty: ["B", "E"]))
            let address = api.path(taken.header("Location")) + "/result"
            try await api.load()

            var (rows, cursor): ([JSON?], String?) = ([], nil)
            repeat {
                let page = try await api.get(
                    address + "?limit=2" + (cursor.map { "&cursor=\($0)" } ?? ""),
                    token: token
                )
                #expect(page.status == 200)
                rows += page.items.map { $0["external_reference"] }
                cursor = page.nextCursor
            } while cursor != nil
            #expect(rows == ["A", "B", "C", "D", "E"])
            let rejected = try await api.get(address + "?outcome=rejected", token: token)
            #expect(rejected.items.map { $0["external_reference"] } == ["B", "E"])
            #expect(try await api.get(address + "?outcome=lost", token: token).status == 400)
            #expect(try await api.get(address + "?limit=1001", token: token).status == 400)
            let foreign = Cursor(keys: [], id: 1, order: "changes").text
            #expect(try await api.get(address + "?cursor=\(foreign)", token: token).status == 400)
        }
    }

    @Test("An Idempotency-Key is needed, and stands for one request", arguments: Engine.available)
    func keys(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let missing = try await send(api, token, body(["A"]), key: nil)
            #expect(missing.status == 400 && missing.problem == "idempotency_key_missing")
            #expect(try await send(api, token, body(["A"]), key: String(repeating: "k", count: 256)).status == 400)

            let first = try await send(api, token, body(["A"]))
            let again = try await send(api, token, body(["A"]))
            #expect(again.status == 202 && again.header("Location") == first.header("Location"))
            for other in [
                try await send(api, token, body(["B"])),
                try await send(api, token, body(["A"]), query: "?dry_run=true"),
                try await send(api, token, body(["A"]), query: "?mode=all-or-nothing"),
            ] {
                #expect(other.status == 422 && other.problem == "idempotency_key_reused")
            }
            try await api.load()
            let after = try await send(api, token, body(["A"]))
            #expect(after.status == 202 && after.header("Location") == first.header("Location"))
        }
    }

    @Test(
        "A dry run writes nothing, and all or nothing writes nothing when a row is refused",
        arguments: Engine.available
    )
    func modes(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let dry = try await send(api, token, body(["A"]), key: "1", query: "?dry_run=true")
            let all = try await send(
                api,
                token,
                body(["A", "B"], faulty: ["B"]),
                key: "2",
                query: "?mode=all-or-nothing"
            )
            try await api.load()
            let first = try await api.get(api.path(dry.header("Location")) + "/result", token: token)
            #expect(first.items.map { $0["outcome"] } == ["created"])
            let second = try await api.get(api.path(all.header("Location")) + "/result", token: token)
            #expect(second.items.map { $0["outcome"] } == ["rejected", "rejected"])
            await #expect(throws: NotFound()) {
                try await api.world.vacancies.find(externalReference: "A", as: api.world.alfa)
            }
        }
    }

    @Test("An array and a table are loaded as lines are", arguments: Engine.available)
    func formats(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let array = Array("{\"items\": [".utf8) + body(["A"]) + Array("]}".utf8)
            let table = Array("external_reference;branch_code;title\nT;ALFA-MI1;Cameriere/a\n".utf8)
            for (index, (type, bytes)) in [
                ("application/json; charset=utf-8", array), ("text/csv", table),
            ].enumerated() {
                let taken = try await send(api, token, bytes, key: "\(index)", type: type)
                #expect(taken.status == 202, "\(taken.text)")
                try await api.load()
                let result = try await api.get(api.path(taken.header("Location")) + "/result", token: token)
                #expect(result.items.map { $0["outcome"] } == ["created"], "\(result.text)")
            }
        }
    }

    @Test("What cannot be a load is refused as a whole", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let xml = try await send(api, token, Array("<a/>".utf8), type: "application/xml")
            #expect(xml.status == 415)
            let array = try await send(api, token, Array("[]".utf8), type: "application/json")
            #expect(array.status == 400 && array.errors[""] == "json_malformed")
            let table = try await send(api, token, Array("title\nx".utf8), type: "text/csv")
            #expect(table.status == 400 && table.errors[""] == "headings")
            #expect(try await send(api, token, body(["A"]), query: "?mode=some").status == 400)
            #expect(try await send(api, token, body(["A"]), query: "?dryrun=true").status == 400)
            // None of them has taken the key.
            #expect(try await send(api, token, body(["A"])).status == 202)
        }
    }

    @Test("A load needs its scope, and is there for its client alone", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let owner = try await api.token(for: try await api.client())
            let taken = try await send(api, owner, body(["A"]))
            let address = api.path(taken.header("Location"))
            try await api.load()
            for agency in ["ALFA", "BETA"] {
                let other = try await api.token(for: try await api.client(agency))
                #expect(try await api.get(address, token: other).status == 404)
                #expect(try await api.get(address + "/result", token: other).status == 404)
            }
            let reader = try await api.token(for: try await api.client(scopes: [.vacanciesRead]))
            #expect(try await send(api, reader, body(["A"])).status == 403)
            #expect(try await api.get(address, token: reader).status == 403)
            #expect(try await send(api, "none", body(["A"])).status == 401)
            #expect(try await api.get("/rest/v1/vacancy-loads/nothing", token: owner).status == 404)
        }
    }
}
