internal import Hummingbird
internal import Logging

/// The least that the HTTP server can do: one route, a small answer that never changes.
///
/// A ceiling for what is built on it.
struct BareServer: Sendable {
    let port: Int

    func run() async throws {
        let router = Router()
        let body = ByteBuffer(string: "<!doctype html><title>Incontro</title><p>Nessun contenuto.</p>")
        router.get("/") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/html; charset=utf-8"],
                body: ResponseBody(byteBuffer: body)
            )
        }
        var logger = Logger(label: "bare")
        logger.logLevel = .error
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), serverName: nil),
            logger: logger
        )
        try await application.runService()
    }
}
