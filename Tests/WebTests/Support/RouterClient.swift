import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Persistence
import Synchronization
import TestSupport
import Testing

@testable import Web

/// A browser without a socket: it keeps cookies, reads forms, follows redirects when asked to, and counts statements.
///
/// ```swift
/// try await withSite(on: engine) { site in
///     let browser = try await site.browser(as: .super)
///     let page = try await browser.get("/cittadini?q=cuoco")                  // page.status, .text, .statements
///     let done = try await browser.post("/ambito", ["ambito": "tutte"])       // with the session's token
///     let bare = try await browser.post("/ambito", ["ambito": "tutte"], token: .none)      // 403
///     let same = try await browser.submit(page.form("/ambito"), ["ambito": "tutte"])       // with its hidden fields
///     let next = try await browser.get("/", following: true)                  // the page where redirects end
///     let sent = try await browser.upload("/offerte/carica", file: bytes, named: "offerte.csv")
/// }
/// ```
final class RouterClient: Sendable {
    /// What a form carries against forgery.
    enum Token: Hashable, Sendable {
        /// That of the session, as its pages have it.
        case own
        case none
        case other(String)
    }

    private let publicURL: String
    private let responder: RouterResponder<WebContext>
    private let jar = Mutex<[String: String]>([:])
    private let token = Mutex<String?>(nil)

    init(_ responder: RouterResponder<WebContext>, publicURL: String) {
        self.responder = responder
        self.publicURL = publicURL
    }

    /// The cookies that the browser would send, by name.
    var cookies: [String: String] { jar.withLock { $0 } }

    func keep(cookie name: String, _ value: String?) {
        jar.withLock { $0[name] = value }
        token.withLock { $0 = nil }
    }

    func get(_ address: String, headers: HTTPFields = [:], following: Bool = false) async throws -> Page {
        try await follow(try await send(.get, address, headers: headers), following)
    }

    /// Sends a form; fields may repeat.
    func post(
        _ address: String,
        _ form: KeyValuePairs<String, String> = [:],
        token: Token = .own,
        following: Bool = false
    ) async throws -> Page {
        try await post(address, fields: Array(form).map { ($0.key, $0.value) }, token: token, following: following)
    }

    func post(
        _ address: String,
        fields: [(String, String)],
        token: Token = .own,
        following: Bool = false
    ) async throws -> Page {
        let pairs = try await fields + guarded(by: token)
        let body = pairs.map { "\(RouterClient.encoded($0.0))=\(RouterClient.encoded($0.1))" }.joined(separator: "&")
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        return try await follow(try await send(.post, address, headers: headers, body: Array(body.utf8)), following)
    }

    /// Sends a form of a page as a browser would: with what its fields hold already, except for those given.
    func submit(
        _ form: Page.Form,
        _ changes: KeyValuePairs<String, String> = [:],
        following: Bool = false
    ) async throws -> Page {
        let names = Set(changes.map(\.key))
        let fields = form.fields.filter { !names.contains($0.0) } + Array(changes).map { ($0.key, $0.value) }
        if form.method == "get" {
            let query = fields.map { "\(RouterClient.encoded($0.0))=\(RouterClient.encoded($0.1))" }
            return try await get("\(form.action)?\(query.joined(separator: "&"))", following: following)
        }
        return try await post(form.action, fields: fields, token: .none, following: following)
    }

    /// Sends a form with one file (RFC 7578).
    func upload(
        _ address: String,
        field: String = "file",
        file: [UInt8],
        named name: String,
        _ form: KeyValuePairs<String, String> = [:],
        token: Token = .own,
        following: Bool = false
    ) async throws -> Page {
        let boundary = "----incontro-\(UInt64.random(in: 0 ... .max))"
        var body: [UInt8] = []
        for (key, value) in try await Array(form).map({ ($0.key, $0.value) }) + guarded(by: token) {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n".utf8
        }
        let disposition = "form-data; name=\"\(field)\"; filename=\"\(name.replacing("\"", with: "%22"))\""
        body += "--\(boundary)\r\nContent-Disposition: \(disposition)\r\n\r\n".utf8
        body += file
        body += "\r\n--\(boundary)--\r\n".utf8
        let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=\(boundary)"]
        return try await follow(try await send(.post, address, headers: headers, body: body), following)
    }

    /// One request and its answer, whatever it is.
    func send(
        _ method: HTTPRequest.Method,
        _ address: String,
        headers: HTTPFields = [:],
        body: [UInt8] = []
    ) async throws -> Page {
        let path = address.hasPrefix(publicURL) ? String(address.dropFirst(publicURL.count)) : address
        var fields = headers
        let cookies = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        if !cookies.isEmpty { fields[.cookie] = cookies.joined(separator: "; ") }
        let sent = OneShotBody(ByteBuffer(bytes: body))
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1", path: path, headerFields: fields),
            body: RequestBody(asyncSequence: sent)
        )
        let capture = LogCapture()
        var logger = capture.logger
        logger[metadataKey: "hb.request.id"] = "\(UInt64.random(in: 0 ... .max))"
        let context = WebContext(source: .init(channel: NIOAsyncTestingChannel(), logger: logger))
        let collector = BodyCollector()
        let (statements, response) = try await StatementLog.recording {
            let response = try await responder.respond(to: request, context: context)
            try await response.body.write(collector)
            return response
        }
        take(response.headers[values: .setCookie])
        let page = Page(
            address: path,
            status: response.status.code,
            headers: response.headers,
            bytes: collector.bytes,
            isBodyRead: sent.isRead,
            statements: statements,
            log: capture.text
        )
        if let found = page.token { token.withLock { $0 = found } }
        return page
    }

    private func take(_ cookies: [String]) {
        for cookie in cookies {
            let parts = cookie.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let pair = parts.first?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false),
                pair.count == 2
            else { continue }
            let isOver = parts.dropFirst().contains { $0.lowercased() == "max-age=0" }
            jar.withLock { $0[String(pair[0])] = isOver ? nil : String(pair[1]) }
        }
    }

    private func follow(_ page: Page, _ following: Bool) async throws -> Page {
        var page = page
        for _ in 0..<10 where following && [302, 303, 307].contains(page.status) {
            page = try await send(.get, page.location)
        }
        return page
    }

    /// The token's field; a page that everybody may read has it, in the form for signing out.
    private func guarded(by token: Token) async throws -> [(String, String)] {
        switch token {
        case .none: return []
        case .other(let text): return [("_csrf", text)]
        case .own:
            if self.token.withLock({ $0 }) == nil { _ = try await send(.get, "/privacy") }
            return self.token.withLock { $0 }.map { [("_csrf", $0)] } ?? []
        }
    }

    private static func encoded(_ text: String) -> String { Link.encoded(text) }
}

private final class BodyCollector: ResponseBodyWriter {
    private let collected = Mutex<[UInt8]>([])
    var bytes: [UInt8] { collected.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { $0 += buffer.readableBytesView }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// A body as a socket brings it: once, whoever asks.
private struct OneShotBody: AsyncSequence, Sendable {
    final class Source: Sendable {
        let left: Mutex<ByteBuffer?>
        let isTaken = Mutex(false)

        init(_ buffer: ByteBuffer) { left = Mutex(buffer) }
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        let source: Source

        mutating func next() async throws -> ByteBuffer? {
            source.left.withLock { left in
                defer { left = nil }
                return left
            }
        }
    }

    private let source: Source

    init(_ buffer: ByteBuffer) { source = Source(buffer) }

    var isRead: Bool { source.isTaken.withLock { $0 } }

    func makeAsyncIterator() -> AsyncIterator {
        let isSecond = source.isTaken.withLock { isTaken in
            defer { isTaken = true }
            return isTaken
        }
        if isSecond { Issue.record("the body of a request was read twice") }
        return AsyncIterator(source: source)
    }
}
