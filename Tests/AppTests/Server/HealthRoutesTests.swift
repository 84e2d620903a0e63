import CoreMetrics
import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import Persistence
import Synchronization
import TestSupport
import Testing

@testable import App

@Suite("What those who run the service ask it")
struct HealthRoutesTests {
    private struct Answer {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let text: String
    }

    private func answer(_ path: String, _ services: Services, metrics: MetricsRegistry = .init()) async throws -> Answer
    {
        let router = Router(context: BasicRequestContext.self)
        HealthRoutes(services: services, metrics: metrics).add(to: router)
        let request = Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1", path: path),
            body: RequestBody(buffer: ByteBuffer())
        )
        let context = BasicRequestContext(source: .init(channel: NIOAsyncTestingChannel(), logger: silence))
        let response = try await router.buildResponder().respond(to: request, context: context)
        let collector = Collector()
        try await response.body.write(collector)
        return Answer(status: response.status, headers: response.headers, text: collector.text.withLock { $0 })
    }

    private final class Collector: ResponseBodyWriter, Sendable {
        let text = Mutex("")

        func write(_ buffer: ByteBuffer) async throws {
            text.withLock { $0 += String(buffer: buffer) }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    @Test(
        "Alive as long as it answers; ready when the store answers and has this version's tables",
        arguments: Engine.available
    )
    func ready(on engine: Engine) async throws {
        try await withServices(on: engine) { services in
            #expect(try await answer("/health/live", services).text == "alive\n")
            let answer = try await answer("/health/ready", services)
            #expect(answer.status == .ok && answer.text == "ready\n")
        }
    }

    @Test("Not ready while migrations are pending, and says so", arguments: Engine.available)
    func pending(on engine: Engine) async throws {
        try await withServices(on: engine, migrations: Array(Schema.migrations.dropLast())) { services in
            let answer = try await answer("/health/ready", services)
            #expect(answer.status == .serviceUnavailable && answer.text == "1 migrations are pending\n")
            #expect(answer.headers[.retryAfter] == "5")
            #expect(try await self.answer("/health/live", services).status == .ok)
        }
    }

    @Test("Not ready when the store does not answer, though alive", arguments: Engine.available)
    func unreachable(on engine: Engine) async throws {
        try await withServices(on: engine) { services in
            await services.close()
            let answer = try await answer("/health/ready", services)
            #expect(answer.status == .serviceUnavailable && answer.headers[.retryAfter] == "5")
            #expect(try await self.answer("/health/live", services).status == .ok)
        }
    }

    @Test("Metrics are in the text format of Prometheus")
    func metrics() async throws {
        try await withServices(on: .sqlite) { services in
            let registry = MetricsRegistry()
            registry.makeCounter(label: "visits", dimensions: []).increment(by: 3)
            let answer = try await answer("/metrics", services, metrics: registry)
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(answer.text == "# TYPE visits_total counter\nvisits_total 3\n")
        }
    }
}
