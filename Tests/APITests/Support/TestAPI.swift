import Domain
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import OpenIDConnect
import Persistence
import Synchronization
import TestSupport
import Testing

@testable import API
@testable import Domain

/// The API over a world of its own, without a socket: `try await withAPI(on: engine) { api in … }`.
struct TestAPI: Sendable {
    static let publicURL = "https://incontro.example.it"

    let world: World
    let responder: RouterResponder<EdgeContext>

    /// - Parameter foreign: Others whose tokens are believed.
    init(over world: World, limits: RateLimits = RateLimits(), foreign: [ForeignIssuer] = []) {
        self.world = world
        let store = world.store
        let references = References(store, knowing: .shared)
        let router = Router(context: EdgeContext.self)
        APIRouter(
            publicURL: TestAPI.publicURL,
            entrances: APIRouter.Entrances(
                clock: store.clock,
                clients: APIClients(store),
                tokenKeys: AccessTokenKeys(store),
                quotas: Quotas(store),
                references: references,
                vacancies: Vacancies(store, references: references),
                loads: VacancyLoads(store),
                interests: Interests(store),
                annotations: Annotations(store),
                feed: store.changes
            ),
            foreign: foreign,
            limits: limits,
            isReachable: { await store.database.isReachable() }
        ).add(to: router) { request, _ in request.headers[.referer] ?? "192.0.2.1" }
        router.get("pagina") { _, _ in "una pagina" }
        responder = router.buildResponder()
    }

    var clients: APIClients { APIClients(world.store) }
    /// Whole seconds, as tokens have them.
    var now: Int64 { world.time.now.milliseconds / 1000 }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        token: String? = nil,
        headers: HTTPFields = [:],
        body: [UInt8] = []
    ) async throws -> Answer {
        var headers = headers
        if let token { headers[.authorization] = "Bearer \(token)" }
        let request = Request(
            head: HTTPRequest(
                method: method,
                scheme: "https",
                authority: "incontro.example.it",
                path: path,
                headerFields: headers
            ),
            body: RequestBody(buffer: ByteBuffer(bytes: body))
        )
        let capture = LogCapture()
        var logger = capture.logger
        logger[metadataKey: "hb.request.id"] = "\(UInt64.random(in: 0 ... .max))"
        let response = try await responder.respond(to: request, context: EdgeContext(source: .init(logger: logger)))
        let collector = Collector()
        try await response.body.write(collector)
        return Answer(
            status: response.status.code,
            headers: response.headers,
            bytes: collector.bytes,
            log: capture.text
        )
    }

    func get(_ path: String, token: String? = nil, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, token: token, headers: headers)
    }

    /// A client that has a key of its own.
    func client(
        _ agency: String = "ALFA",
        branches: [String] = [],
        scopes: Set<APIScope> = Set(APIScope.allCases)
    ) async throws -> TestClient {
        let key = SigningKey.generated()
        let made = try await clients.add(
            APIClientDraft(agencyCode: agency, branchCodes: branches, scopes: scopes, key: key.draft),
            by: .system("test")
        )
        return TestClient(id: made.clientID, key: key)
    }

    func token(for client: TestClient, scope: String? = nil) async throws -> String {
        let answer = try await ask(with: try client.assertion(at: now), scope: scope)
        return try #require(answer.json["access_token"]?.string, "\(answer.text)")
    }

    /// Sends an assertion to the token endpoint.
    func ask(
        with assertion: String,
        clientID: String? = nil,
        scope: String? = nil,
        changing fields: [String: String?] = [:]
    ) async throws -> Answer {
        var form: [String: String] = [
            "grant_type": "client_credentials",
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": assertion,
        ]
        form["client_id"] = clientID
        form["scope"] = scope
        for (name, value) in fields { form[name] = value }
        var parameters = FormParameters()
        for (name, value) in form.sorted(by: { $0.key < $1.key }) { parameters.append(name, value) }
        return try await send(
            .post,
            "/oauth/token",
            headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array(parameters.encoded.utf8)
        )
    }
}

/// Software of an agency, with the private key that only it has.
struct TestClient: Sendable {
    let id: ClientID
    var key: SigningKey

    func assertion(
        at now: Int64,
        changing claims: [String: JSONValue?] = [:],
        signedBy other: SigningKey? = nil
    ) throws -> String {
        var all: [String: JSONValue] = [
            "iss": .string(id.text), "sub": .string(id.text), "aud": .string(TestAPI.publicURL + "/oauth/token"),
            "iat": .integer(now), "exp": .integer(now + 120), "jti": .string(UUID().uuidString),
        ]
        for (name, value) in claims { all[name] = value }
        return try (other ?? key).sign(all)
    }
}

extension SigningKey {
    /// Its public half, as the agency hands it over.
    var draft: ClientKeyDraft {
        ClientKeyDraft(keyID: keyID, jwk: String(decoding: publicJWK.json, as: UTF8.self))
    }
}

/// What the API answered.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]
    let log: [String]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var json: JSONValue { JSONValue(json: bytes) ?? .null }
    /// The stable word of a problem.
    var problem: String? { json["type"]?.string?.split(separator: ":").last.map(String.init) }
    /// Codes of the errors, by their pointers.
    var errors: [String: String] {
        let pairs = (json["errors"]?.array ?? []).compactMap { error in
            error["pointer"]?.string.flatMap { pointer in error["code"]?.string.map { (pointer, $0) } }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

/// The context of the server's router, as far as the API's edge needs one.
struct EdgeContext: RequestContext {
    struct Source: RequestContextSource {
        let logger: Logger
    }

    var coreContext: CoreRequestContextStorage

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}

private final class Collector: ResponseBodyWriter {
    private let collected = Mutex<[UInt8]>([])
    var bytes: [UInt8] { collected.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { $0 += buffer.readableBytesView }
    }

    func finish(_: HTTPFields?) async throws {}
}

/// Runs `body` with the API over a world of its own.
func withAPI<T>(
    on engine: Engine,
    today: Day = "2026-12-01",
    limits: RateLimits = RateLimits(),
    foreign: [ForeignIssuer] = [],
    _ body: (TestAPI) async throws -> T
) async throws -> T {
    try await withWorld(on: engine, today: today) { world in
        try await body(TestAPI(over: world, limits: limits, foreign: foreign))
    }
}
