import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import OpenIDConnect
import Synchronization

@testable import Web

/// The development provider behind its routes, without a socket, at an hour that the test sets.
struct ProviderClient {
    static let publicURL = "http://127.0.0.1:8080"
    static let issuer = publicURL + "/sviluppo/identita"
    static let redirectURI = publicURL + "/accedi/ritorno"
    static let level = "urn:sviluppo:L2"
    static let people = [
        DemoPerson(taxCode: "RSSMRA80A01H501U", givenName: "Maria", familyName: "D'Amico", note: "Master, DEMO-APL-01"),
        DemoPerson(taxCode: "VRDLGU75B02F205X", givenName: "Luigi <b>", familyName: "Verdi & C.", note: "Cittadino"),
    ]

    /// An hour that moves only when it is told to.
    final class Clock: Sendable {
        private let seconds = Mutex(1_795_411_590.5)
        var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }
        func pass(_ time: TimeInterval) { seconds.withLock { $0 += time } }
    }

    let clock = Clock()
    let clientKey = SigningKey.generated()
    let provider: DevelopmentProvider
    private let responder: RouterResponder<BasicRequestContext>

    init(secret: String? = nil, level: String? = Self.level) throws {
        provider = try DevelopmentProvider(
            publicURL: Self.publicURL,
            client: DevelopmentProvider.Client(
                id: "incontro",
                redirectURIs: [Self.redirectURI],
                postLogoutRedirectURIs: [Self.publicURL + "/"],
                authentication: secret.map { .secret($0) } ?? .keys(KeySet([clientKey.verificationKey]))
            ),
            level: level,
            people: { Self.people },
            now: { [clock] in clock.now }
        )
        let router = Router(context: BasicRequestContext.self)
        provider.addRoutes(to: router)
        responder = router.buildResponder()
    }

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let text: String

        var json: JSONValue? { JSONValue(json: Array(text.utf8)) }
        var location: String { headers[.location] ?? "" }
        /// The parameters of the address that the answer leads to.
        var parameters: FormParameters {
            FormParameters(decoding: location.split(separator: "?").last ?? "") ?? FormParameters()
        }
        /// The hidden ticket of the page.
        var ticket: String {
            text.firstMatch(of: /name="ticket" value="([^"]+)"/).map { String($0.1) } ?? ""
        }
    }

    func send(
        _ method: HTTPRequest.Method,
        _ address: String,
        form: FormParameters? = nil,
        headers: [HTTPHeader] = []
    ) async throws -> Answer {
        var fields = HTTPFields()
        if form != nil { fields[.contentType] = "application/x-www-form-urlencoded" }
        for header in headers {
            if let name = HTTPField.Name(header.name) { fields[name] = header.value }
        }
        let path = address.hasPrefix(Self.publicURL) ? String(address.dropFirst(Self.publicURL.count)) : address
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1", path: path, headerFields: fields),
            body: RequestBody(buffer: ByteBuffer(string: form?.encoded ?? ""))
        )
        var logger = Logger(label: "test")
        logger[metadataKey: "hb.request.id"] = "1"
        let context = BasicRequestContext(
            source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger)
        )
        let response = try await responder.respond(to: request, context: context)
        let collector = BodyCollector()
        try await response.body.write(collector)
        return Answer(status: response.status.code, headers: response.headers, text: collector.text)
    }

    /// The relying party of the product, which reaches the provider through its routes.
    func relyingParty(_ change: (inout RelyingPartySettings) -> Void = { _ in }) -> RelyingParty {
        var settings = RelyingPartySettings(
            issuer: Self.issuer,
            clientID: "incontro",
            clientAuthentication: .privateKey(clientKey),
            redirectURI: Self.redirectURI
        )
        settings.levels[Self.level] = .substantial
        settings.postLogoutRedirectURI = Self.publicURL + "/"
        change(&settings)
        return RelyingParty(settings: settings) { request in
            let answer = try await send(
                request.method == .get ? .get : .post,
                request.url,
                form: request.body.flatMap { FormParameters(decoding: String(decoding: $0, as: UTF8.self)) },
                headers: request.headers
            )
            return HTTPResponseValue(
                status: answer.status,
                headers: answer.headers.map { HTTPHeader($0.name.rawName, $0.value) },
                body: Array(answer.text.utf8)
            )
        }
    }

    /// Opens the page, chooses somebody, and gives the parameters with which the browser comes back.
    func choose(_ taxCode: String, at url: String) async throws -> FormParameters {
        let page = try await send(.get, url)
        return try await send(
            .post,
            Self.issuer + "/authorize",
            form: .of(["ticket": page.ticket, "tax_code": taxCode])
        )
        .parameters
    }
}

extension FormParameters {
    static func of(_ pairs: KeyValuePairs<String, String?>) -> FormParameters {
        var form = FormParameters()
        for (name, value) in pairs { form.append(name, value) }
        return form
    }
}

private final class BodyCollector: ResponseBodyWriter {
    private let bytes = Mutex<[UInt8]>([])
    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLock { $0 += buffer.readableBytesView }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
