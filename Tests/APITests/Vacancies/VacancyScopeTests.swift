import Domain
import Exchange
import HTTPTypes
import Hummingbird
import OpenIDConnect
import Persistence
import TestSupport
import Testing

@testable import API

@Suite("What a client was not granted does not exist")
struct VacancyScopeTests {
    /// Who asks: the whole agency, some of its branches, another agency.
    private static let clients: [(agency: String, branches: [String])] = [
        ("ALFA", []), ("ALFA", ["ALFA-MI1"]), ("ALFA", ["ALFA-MI2", "ALFA-TO1"]), ("BETA", []), ("BETA", ["BETA-RM1"]),
        ("DELTA", []),
    ]

    @Test(
        "Each client meets its own branches' vacancies, and 404 on every way to another's",
        arguments: Engine.available
    )
    func everyWay(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let world = api.world
            let beta = Publisher(agency: world.agency("BETA").id, actor: .system("test"))
            var numbers = Numbers(seed: 7)
            var codes: [(code: String, reference: String, branch: String)] = []
            for number in 0..<24 {
                let branches = ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1", "BETA-MI1", "BETA-RM1"]
                let branch = try #require(branches.randomElement(using: &numbers))
                let status: Vacancy.Status? = Bool.random(using: &numbers) ? .published : .draft
                let reference = "R-\(number)"
                let draft = VacancyDraft.sample(reference, branch: branch, status: status)
                let receipts = try await world.vacancies.load(
                    world.rows([draft]),
                    as: branch.hasPrefix("ALFA") ? world.alfa : beta
                )
                codes.append((try #require(receipts.first?.code), reference, branch))
            }
            for (agency, branches) in Self.clients {
                let token = try await api.token(for: try await api.client(agency, branches: branches))
                let own = codes.filter { vacancy in
                    vacancy.branch.hasPrefix(agency) && (branches.isEmpty || branches.contains(vacancy.branch))
                }
                let walked = try await api.get("/rest/v1/vacancies?limit=1000", token: token)
                #expect((walked.json["items"]?.array ?? []).compactMap { $0["code"]?.string } == own.map(\.code))
                for vacancy in codes {
                    let isOwn = own.contains { $0.code == vacancy.code }
                    let told: Comment = "\(agency) \(branches) \(vacancy)"
                    try await expectWays(to: vacancy, areOpen: isOwn, in: api, token, told)
                }
            }
        }
    }

    private func expectWays(
        to vacancy: (code: String, reference: String, branch: String),
        areOpen isOwn: Bool,
        in api: TestAPI,
        _ token: String,
        _ told: Comment
    ) async throws {
        let path = "/rest/v1/vacancies/\(vacancy.code)"
        let read = try await api.get(path, token: token)
        #expect(read.status == (isOwn ? 200 : 404), told)
        // Also typed otherwise, and for whoever knows the version already.
        #expect(try await api.get(path.lowercased(), token: token).status == (isOwn ? 200 : 404), told)
        if !isOwn {
            #expect(try await api.get(path, token: token, headers: [.ifNoneMatch: "*"]).status == 404, told)
            for tag in ["*", "\"1-published\"", "\"1-draft\""] {
                #expect(try await api.patch(path, "{}", token: token, ifMatch: tag).status == 404, told)
                let publication = #"{"status": "closed"}"#
                let moved = try await api.patch(path + "/publication", publication, token: token, ifMatch: tag)
                #expect(moved.status == 404, told)
            }
        }
        let found = try await api.get("/rest/v1/vacancies?external_reference=\(vacancy.reference)", token: token)
        let codes = (found.json["items"]?.array ?? []).compactMap { $0["code"]?.string }
        #expect(codes.contains(vacancy.code) == isOwn, told)
    }

    @Test("A client of some branches creates and moves vacancies in these alone", arguments: Engine.available)
    func writing(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client(branches: ["ALFA-MI1"]))
            for branch in ["ALFA-TO1", "BETA-MI1", "X"] {
                let answer = try await api.create(["branch_code": .text(branch)], token: token)
                #expect(answer.status == 422 && answer.errors["/branch_code"] != nil, "\(branch): \(answer.text)")
            }
            let made = try await api.create(token: token)
            #expect(made.status == 201, "\(made.text)")
            let path = "/rest/v1/vacancies/\(try #require(made.json["code"]?.string))"
            let moved = try await api.patch(path, #"{"branch_code": "ALFA-TO1"}"#, token: token, ifMatch: "*")
            #expect(moved.status == 422 && moved.errors["/branch_code"] != nil, "\(moved.text)")
        }
    }
}
