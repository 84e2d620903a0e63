import Foundation
import Logging
import Outbound
import Testing

@Suite("Calls to other servers")
struct HTTPClientTests {
    let client = HTTPClient(logger: Logger(label: "test"))

    private func echo(_ answer: HTTPAnswer) throws -> Echo {
        try JSONDecoder().decode(Echo.self, from: Data(answer.body))
    }

    @Test("Method, body and headers arrive as they are given, and nothing that was not asked for")
    func request() async throws {
        let server = try LocalServer.shared.get()
        for method in HTTPCall.Method.allCases where method != .head {
            let body: [UInt8]? = method == .get ? nil : Array("nome=Niccolò".utf8)
            let answer = try await client.send(
                HTTPCall(
                    method,
                    server.url("/echo?x=1"),
                    headers: [HTTPField("X-One", "1"), HTTPField("X-One", "2"), HTTPField("X-Empty", "")],
                    body: body
                )
            )
            let seen = try echo(answer)
            #expect(answer.status == 200)
            #expect(seen.method == method.rawValue)
            #expect(seen.path == "/echo?x=1")
            #expect(Array(seen.body.unicodeScalars.map { UInt8($0.value) }) == body ?? [])
            #expect(seen["x-one"] == ["1", "2"])
            #expect(seen["x-empty"] == [""])
            #expect(seen["user-agent"] == ["Incontro"])
            #expect(seen["content-type"].isEmpty)
            #expect(seen["expect"].isEmpty)
            #expect(seen["cookie"].isEmpty)
        }
    }

    @Test("A body may hold zero bytes, and be large")
    func largeBody() async throws {
        let server = try LocalServer.shared.get()
        let body = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let answer = try await client.send(HTTPCall(.post, server.url("/echo"), body: body, largestBody: 4 << 20))
        #expect(try echo(answer).body.unicodeScalars.map { UInt8($0.value) } == body)
    }

    @Test("A POST without a body says so")
    func emptyPost() async throws {
        let server = try LocalServer.shared.get()
        #expect(try echo(try await client.send(HTTPCall(.post, server.url("/echo"))))["content-length"] == ["0"])
    }

    @Test("Status and headers of the answer come through, whatever the status", arguments: [200, 204, 404, 500, 503])
    func answer(status: Int) async throws {
        let server = try LocalServer.shared.get()
        let answer = try await client.send(HTTPCall(.get, server.url("/status/\(status)")))
        #expect(answer.status == status)
        #expect(answer.headers.filter { $0.name.lowercased() == "x-repeated" }.map(\.value) == ["one", "two"])
        #expect(answer[header: "X-REPEATED"] == "one")
        #expect(answer[header: "x-none"] == nil)
    }

    @Test("The headers of an interim answer are not the answer's")
    func interim() async throws {
        let server = try LocalServer.shared.get()
        let answer = try await client.send(HTTPCall(.get, server.url("/interim")))
        #expect(answer.status == 200)
        #expect(answer[header: "X-Interim"] == nil)
    }

    @Test("An answer to HEAD has no body")
    func head() async throws {
        let server = try LocalServer.shared.get()
        let answer = try await client.send(HTTPCall(.head, server.url("/size/5000000")))
        #expect(answer.body.isEmpty)
        #expect(answer[header: "content-length"] == "5000000")
    }

    @Test("A redirect is handed over and not followed")
    func redirect() async throws {
        let server = try LocalServer.shared.get()
        let answer = try await client.send(HTTPCall(.get, server.url("/redirect")))
        #expect(answer.status == 302)
        #expect(answer[header: "location"] == "/echo/redirected")
        #expect(try echo(answer).path == "/redirect")
    }

    @Test("A body up to the limit is read, one byte more is refused")
    func size() async throws {
        let server = try LocalServer.shared.get()
        let answer = try await client.send(HTTPCall(.get, server.url("/size/100000"), largestBody: 100_000))
        #expect(answer.body.count == 100_000)
        await #expect(throws: CannotCall.bodyTooLarge(limit: 99_999)) {
            try await client.send(HTTPCall(.get, server.url("/size/100000"), largestBody: 99_999))
        }
    }

    @Test("Endless headers are refused")
    func headers() async throws {
        let server = try LocalServer.shared.get()
        await #expect(throws: CannotCall.headersTooLarge(limit: 65536)) {
            try await client.send(HTTPCall(.get, server.url("/headers")))
        }
    }

    @Test("A server that takes too long is left")
    func timeout() async throws {
        let server = try LocalServer.shared.get()
        await #expect(throws: CannotCall.timedOut) {
            try await client.send(HTTPCall(.get, server.url("/slow/5"), timeout: .milliseconds(200)))
        }
    }

    @Test("An answer that breaks off is no answer")
    func cut() async throws {
        let server = try LocalServer.shared.get()
        await #expect(throws: CannotCall.interrupted) { try await client.send(HTTPCall(.get, server.url("/cut"))) }
    }

    @Test("Nobody at the address, and no such name, are told apart")
    func unreachable() async throws {
        await #expect(throws: CannotCall.notConnected) { try await client.send(HTTPCall(.get, "http://127.0.0.1:1/")) }
        await #expect(throws: CannotCall.nameNotResolved) {
            // A label of 64 characters is no name, so that no name server is asked.
            try await client.send(HTTPCall(.get, "http://\(String(repeating: "a", count: 64)).invalid/"))
        }
    }

    @Test(
        "Only http and https are called",
        arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://a/", "/etc/passwd", "", "http://", "dict://a"]
    )
    func schemes(url: String) async {
        await #expect(throws: CannotCall.invalidURL) { try await client.send(HTTPCall(.get, url)) }
    }

    @Test(
        "A header cannot write another one",
        arguments: [
            ("X-A", "1\r\nX-B: 2"), ("X-A", "1\nX-B: 2"), ("X-A: 1\r\nX-B", "2"), ("", "1"), ("X A", "1"), ("X", "\0"),
        ]
    )
    func injection(name: String, value: String) async {
        await #expect {
            try await client.send(HTTPCall(.get, "http://127.0.0.1:1/", headers: [HTTPField(name, value)]))
        } throws: {
            if case .invalidHeader = $0 as? CannotCall { true } else { false }
        }
    }

    @Test("A cancelled task ends its call at once, before or after it went out")
    func cancellation() async throws {
        let server = try LocalServer.shared.get()
        for delay in [0, 1, 100] {
            let url = server.url("/slow/10")
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await #expect(throws: CancellationError.self) { try await client.send(HTTPCall(.get, url)) }
                }
                try await Task.sleep(for: .milliseconds(delay))
                group.cancelAll()
            }
        }
    }

    @Test("Many calls go out at once, and each gets its own answer")
    func many() async throws {
        let server = try LocalServer.shared.get()
        let sizes = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for number in 0..<200 {
                group.addTask {
                    (number, try await client.send(HTTPCall(.get, server.url("/size/\(number * 100)"))).body.count)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(sizes == Dictionary(uniqueKeysWithValues: (0..<200).map { ($0, $0 * 100) }))
    }

    @Test("Slow servers do not hold up the others")
    func independent() async throws {
        let server = try LocalServer.shared.get()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { _ = try? await client.send(HTTPCall(.get, server.url("/slow/30"))) }
            }
            let answer = try await client.send(HTTPCall(.get, server.url("/echo"), timeout: .seconds(10)))
            #expect(answer.status == 200)
            group.cancelAll()
        }
    }

    @Test("A closed client ends its calls and takes no more")
    func closed() async throws {
        let server = try LocalServer.shared.get()
        let client = HTTPClient(logger: Logger(label: "test"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await #expect(throws: CannotCall.closed) {
                    try await client.send(HTTPCall(.get, server.url("/slow/30")))
                }
            }
            try await Task.sleep(for: .milliseconds(100))
            client.close()
        }
        await #expect(throws: CannotCall.closed) { try await client.send(HTTPCall(.get, server.url("/echo"))) }
    }
}

@Suite("Certificates of other servers")
struct CertificateTests {
    private func status(of name: String, trusting: Bool) async throws -> Int {
        let certificate = try TestCertificate(for: name)
        let file = certificate.file
        let server = try LocalServer(certificate: file)
        defer { server.stop() }
        var settings = HTTPClient.Settings()
        if trusting { settings.authorities = file.path() }
        let client = HTTPClient(settings: settings, logger: Logger(label: "test"))
        return try await client.send(HTTPCall(.get, "https://127.0.0.1:\(server.port)/echo")).status
    }

    @Test("A certificate of an authority that is trusted, for this host, is good")
    func trusted() async throws {
        #expect(try await status(of: "IP:127.0.0.1", trusting: true) == 200)
    }

    @Test("A certificate of nobody we know is refused")
    func unknown() async {
        await #expect(throws: CannotCall.untrustedCertificate) { try await status(of: "IP:127.0.0.1", trusting: false) }
    }

    @Test("A certificate of another host is refused")
    func otherHost() async {
        await #expect(throws: CannotCall.untrustedCertificate) {
            try await status(of: "DNS:other.example", trusting: true)
        }
    }
}
