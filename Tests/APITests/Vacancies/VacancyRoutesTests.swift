import Domain
import Exchange
import HTTPTypes
import Hummingbird
import OpenIDConnect
import Persistence
import TestSupport
import Testing

@testable import API

extension TestAPI {
    /// Creates a vacancy through the API; what is changed in it is a merge patch.
    func create(_ changes: JSON = [:], token: String) async throws -> Answer {
        let draft = VacancyJSON.json(sample: .sample()).merging(changes)
        return try await send(
            .post,
            "/rest/v1/vacancies",
            token: token,
            headers: [.contentType: "application/json"],
            body: draft.bytes
        )
    }

    func patch(
        _ path: String,
        _ body: String,
        token: String,
        ifMatch tag: String?,
        type: String = "application/merge-patch+json"
    ) async throws -> Answer {
        var headers: HTTPFields = [.contentType: type]
        headers[.ifMatch] = tag
        return try await send(.patch, path, token: token, headers: headers, body: Array(body.utf8))
    }
}

extension VacancyJSON {
    /// A draft as agencies' software would send it.
    fileprivate static func json(sample draft: VacancyDraft) -> JSON {
        [
            "external_reference": .optional(draft.externalReference), "branch_code": .optional(draft.branchCode),
            "status": .optional(draft.status?.rawValue),
            "publication_end_date": .optional(draft.publicationEndDate?.description),
            "title": .optional(draft.terms.title), "profession_code": .optional(draft.terms.professionCode),
            "description": .optional(draft.terms.description), "positions": .integer(3),
            "employer": [
                "tax_code": "01234567897", "name": "Trattoria del Porto S.r.l.", "ateco_code": "56.10.11",
                "ateco_version": "2007", "anonymous": .bool(false),
            ],
            "workplace": ["municipality_code": "F205", "postal_code": "20121", "remote_work": "none"],
            "contract": [
                "type_code": "A.02.00", "duration_months": .integer(6), "working_time": "F",
                "weekly_hours": .number("40.0"), "collective_agreement": "H052", "level": "5",
            ],
            "pay": [
                "minimum": ["amount": "1050.00", "currency": "EUR"],
                "maximum": ["amount": "1200.00", "currency": "EUR"], "period": "month",
            ],
            "requirements": ["minimum_education_code": "LSE", "experience_months": .integer(6)],
            "contact": ["name": "Ufficio selezione", "email": "milano@agenzia.example"],
        ]
    }
}

@Suite("One vacancy through the API")
struct VacancyRoutesTests {
    @Test("A vacancy is created, read, not read again, changed and read by its new tag", arguments: Engine.available)
    func life(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let made = try await api.create(token: token)
            #expect(made.status == 201, "\(made.text)")
            let code = try #require(made.json["code"]?.string)
            let path = "/rest/v1/vacancies/\(code)"
            #expect(made.header("Location") == TestAPI.publicURL + path)
            #expect(made.json["status"] == "published" && made.json["version"] == 1)
            #expect(made.json["pay"]?["minimum"] == ["amount": "1050.00", "currency": "EUR"])
            let tag = try #require(made.header("ETag"))

            let read = try await api.get(path, token: token)
            #expect(read.status == 200 && read.json == made.json && read.header("ETag") == tag)
            let known = try await api.get(path, token: token, headers: [.ifNoneMatch: "\"x\", W/\(tag)"])
            #expect(known.status == 304 && known.bytes.isEmpty && known.header("ETag") == tag)

            let patched = try await api.patch(
                path,
                #"{"positions": 5, "contact": {"phone": "02 5550199", "name": null}}"#,
                token: token,
                ifMatch: tag
            )
            #expect(patched.status == 200, "\(patched.text)")
            #expect(patched.json["positions"] == 5 && patched.json["version"] == 2)
            #expect(patched.json["contact"]?["email"] == "milano@agenzia.example")
            #expect(patched.json["contact"]?["name"] == .null)
            #expect(patched.json["publication_end_date"] == made.json["publication_end_date"])
            let stale = try await api.patch(path, #"{"positions": 6}"#, token: token, ifMatch: tag)
            #expect(stale.status == 412 && stale.problem == "precondition_failed")
            #expect(try await api.get(path, token: token, headers: [.ifNoneMatch: tag]).status == 200)
            #expect(try await api.patch(path, "{}", token: token, ifMatch: "*").json["version"] == 2)
            let trace = try #require(try await api.world.store.latestTraces().first { $0.action == "vacancy.updated" })
            #expect(trace.actorKind == "client")
        }
    }

    @Test("What a change lacks is told: its type, its precondition, its JSON, its rules")
    func refused() async throws {
        try await withAPI(on: .sqlite) { api in
            let token = try await api.token(for: try await api.client())
            let made = try await api.create(token: token)
            let path = "/rest/v1/vacancies/\(try #require(made.json["code"]?.string))"
            let tag = made.header("ETag")
            let typed = try await api.patch(path, "{}", token: token, ifMatch: tag, type: "application/json")
            #expect(typed.status == 415 && typed.header("Accept-Patch") == "application/merge-patch+json")
            #expect(try await api.patch(path, "{}", token: token, ifMatch: nil).status == 428)
            #expect(try await api.patch(path, "{}", token: token, ifMatch: "W/\(tag ?? "")").status == 412)
            for broken in ["", "{", "[]", "{\"a\":1,\"a\":2}"] {
                let answer = try await api.patch(path, broken, token: token, ifMatch: tag)
                #expect(answer.status == 400 && answer.problem == "unreadable", "\(broken): \(answer.text)")
            }
            let wrong = try await api.patch(
                path,
                #"{"titel": "x", "positions": "3", "pay": {"minimum": {"amount": "9,5", "currency": "EUR"}}}"#,
                token: token,
                ifMatch: tag
            )
            #expect(wrong.status == 422)
            #expect(Set(wrong.errors.keys) == ["/titel", "/positions", "/pay/minimum/amount"], "\(wrong.text)")
            let rules = try await api.patch(
                path,
                #"{"pay": {"minimum": {"amount": "2000.00", "currency": "EUR"}}, "contract": {"type_code": "Z.99"}}"#,
                token: token,
                ifMatch: tag
            )
            #expect(rules.status == 422)
            #expect(rules.errors["/pay/minimum"] == "pay_minimum_above_maximum", "\(rules.text)")
            #expect(rules.errors["/contract/type_code"] != nil, "\(rules.text)")
            let again = try await api.create(token: token)
            #expect(again.status == 409 && again.problem == "external_reference_in_use")
        }
    }

    @Test(
        "A publication is suspended, closed for good, and every illegal step names the legal ones",
        arguments: Engine.available
    )
    func publication(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let made = try await api.create(["status": "draft", "publication_end_date": .null], token: token)
            #expect(made.status == 201, "\(made.text)")
            let path = "/rest/v1/vacancies/\(try #require(made.json["code"]?.string))/publication"
            var tag = made.header("ETag")
            func move(_ body: String) async throws -> Answer {
                let answer = try await api.patch(path, body, token: token, ifMatch: tag)
                if answer.status == 200 { tag = answer.header("ETag") }
                return answer
            }
            let early = try await move(#"{"status": "suspended"}"#)
            #expect(early.status == 409 && early.problem == "illegal_transition")
            #expect(early.json["allowed"] == ["published"])
            #expect(early.errors["/status"] == "illegal_transition")
            let published = try await move(#"{"status": "published", "publication_end_date": "2026-12-20"}"#)
            #expect(published.json["status"] == "published", "\(published.text)")
            #expect(try await move(#"{"publication_end_date": "2027-01-15"}"#).json["status"] == "published")
            #expect(try await move(#"{"publication_end_date": "2027-03-15"}"#).status == 422)
            #expect(try await move(#"{"status": "suspended"}"#).json["status"] == "suspended")
            #expect(try await move(#"{"status": "published"}"#).json["status"] == "published")

            // The day after its last one it is expired, whatever jobs have run; a tag of before is stale.
            api.world.time.advance(days: 50)
            let fresh = try await api.token(for: try await api.client())
            let expired = try await api.get(String(path.dropLast("/publication".count)), token: fresh)
            #expect(expired.json["status"] == "expired" && expired.header("ETag") != tag)
            tag = expired.header("ETag")
            let again = try await api.patch(
                path,
                #"{"status": "published", "publication_end_date": "2027-02-28"}"#,
                token: fresh,
                ifMatch: tag
            )
            #expect(again.status == 200 && again.json["code"] == made.json["code"], "\(again.text)")
            #expect(again.json["publication_start"]?.string?.hasPrefix("2027-01-20") == true)
            let closed = try await api.patch(
                path,
                #"{"status": "closed", "closing_reason": "filled"}"#,
                token: fresh,
                ifMatch: again.header("ETag")
            )
            #expect(closed.json["status"] == "closed" && closed.json["closing_reason"] == "filled", "\(closed.text)")
            let late = try await api.patch(
                path,
                #"{"status": "published"}"#,
                token: fresh,
                ifMatch: closed.header("ETag")
            )
            #expect(late.status == 409 && late.json["allowed"] == [])
        }
    }

    @Test(
        "The walk finds by each filter, meets each vacancy once while others are written, and ends",
        arguments: Engine.available
    )
    func list(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            for number in 0..<7 {
                let draft = VacancyDraft.sample("R-\(number)", branch: number < 3 ? "ALFA-MI1" : "ALFA-TO1")
                try await api.world.load(draft.with { if number == 6 { $0.terms.title = "Saldatore a filo" } })
            }
            func references(_ query: String) async throws -> [String] {
                let answer = try await api.get("/rest/v1/vacancies?\(query)", token: token)
                #expect(answer.status == 200, "\(query): \(answer.text)")
                return (answer.json["items"]?.array ?? []).compactMap { $0["external_reference"]?.string }
            }
            #expect(try await references("external_reference=R-4") == ["R-4"])
            #expect(try await references("external_reference=R-4&branch_code=ALFA-MI1") == [])
            #expect(try await references("branch_code=ALFA-MI1") == ["R-0", "R-1", "R-2"])
            #expect(try await references("branch_code=BETA-MI1") == [])
            #expect(try await references("branch_code=X") == [])
            #expect(try await references("q=saldatore") == ["R-6"])
            #expect(try await references("status=draft,closed") == [])
            #expect(try await references("status=published").count == 7)
            #expect(try await references("published_since=2026-12-02T00:00:00Z") == [])
            #expect(try await references("published_since=2026-11-30T23:00:00%2B01:00").count == 7)
            #expect(try await references("expiring_before=2026-12-31") == [])
            #expect(try await references("expiring_before=2027-01-01").count == 7)

            var (walked, cursor): ([String], String?) = ([], nil)
            var pages = 0
            repeat {
                let more = cursor.map { "&cursor=\($0)" } ?? ""
                let answer = try await api.get("/rest/v1/vacancies?limit=2\(more)", token: token)
                walked += (answer.json["items"]?.array ?? []).compactMap { $0["external_reference"]?.string }
                cursor = answer.json["next_cursor"]?.string
                pages += 1
                // Published again meanwhile, and new ones.
                if pages <= 3 { try await api.world.load(.sample("N-\(pages)")) }
            } while cursor != nil && pages < 20
            #expect(walked == (0..<7).map { "R-\($0)" } + (1...3).map { "N-\($0)" })
        }
    }

    @Test("A parameter that cannot be read, or is none, is an error at its name")
    func parameters() async throws {
        try await withAPI(on: .sqlite) { api in
            let token = try await api.token(for: try await api.client())
            for (query, field) in [
                ("limit=0", "/limit"), ("limit=1001", "/limit"), ("limit=2&limit=3", "/limit"), ("cursor=x", "/cursor"),
                ("status=gone", "/status"), ("published_since=yesterday", "/published_since"),
                ("expiring_before=2026-13-01", "/expiring_before"), ("colour=red", "/colour"), ("q=%00", ""),
                ("q=%C3", ""), ("cursor=\(Cursor(keys: [], id: 1, order: "end").text)", "/cursor"),
            ] {
                let answer = try await api.get("/rest/v1/vacancies?\(query)", token: token)
                #expect(answer.status == 400 && answer.problem == "bad_parameters", "\(query): \(answer.text)")
                #expect(answer.errors.keys.contains(field), "\(query): \(answer.text)")
            }
        }
    }

    @Test("Reading and writing need their scopes")
    func scopes() async throws {
        try await withAPI(on: .sqlite) { api in
            let reader = try await api.token(for: try await api.client(scopes: [.vacanciesRead]))
            let writer = try await api.token(for: try await api.client(scopes: [.vacanciesWrite]))
            #expect(try await api.create(token: reader).status == 403)
            let made = try await api.create(token: writer)
            #expect(made.status == 201, "\(made.text)")
            let path = "/rest/v1/vacancies/\(try #require(made.json["code"]?.string))"
            #expect(try await api.get(path, token: writer).status == 403)
            #expect(try await api.get("/rest/v1/vacancies", token: writer).status == 403)
            #expect(try await api.patch(path, "{}", token: reader, ifMatch: "*").status == 403)
            #expect(try await api.patch(path + "/publication", "{}", token: reader, ifMatch: "*").status == 403)
            #expect(try await api.get(path, token: reader).status == 200)
        }
    }
}
