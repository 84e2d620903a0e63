import CoreMetrics
import Testing

@testable import App

@Suite("The text of the metrics")
struct MetricsRegistryTests {
    @Test("Counters, gauges and histograms in the order of their names, each with its type")
    func text() {
        let registry = MetricsRegistry()
        let counter = registry.makeCounter(label: "http.requests", dimensions: [("method", "GET"), ("status", "200")])
        counter.increment(by: 2)
        registry.makeCounter(label: "http.requests", dimensions: [("method", "GET"), ("status", "404")]).increment(
            by: 1
        )
        registry.makeMeter(label: "sessions", dimensions: []).set(Int64(7))
        let timer = registry.makeTimer(label: "http.request.duration", dimensions: [])
        timer.recordNanoseconds(2_000_000)
        timer.recordNanoseconds(90_000_000_000)

        let lines = registry.text.split(separator: "\n").map(String.init)
        #expect(
            lines.prefix(5) == [
                "# TYPE http_requests_total counter",
                "http_requests_total{method=\"GET\",status=\"200\"} 2",
                "http_requests_total{method=\"GET\",status=\"404\"} 1",
                "# TYPE sessions gauge",
                "sessions 7.0",
            ]
        )
        #expect(lines[5] == "# TYPE http_request_duration_seconds histogram")
        #expect(lines.contains("http_request_duration_seconds_bucket{le=\"0.001\"} 0"))
        #expect(lines.contains("http_request_duration_seconds_bucket{le=\"0.0025\"} 1"))
        #expect(lines.contains("http_request_duration_seconds_bucket{le=\"60.0\"} 1"))
        #expect(
            lines.suffix(3) == [
                "http_request_duration_seconds_bucket{le=\"+Inf\"} 2",
                "http_request_duration_seconds_sum 90.002",
                "http_request_duration_seconds_count 2",
            ]
        )
        #expect(registry.text.hasSuffix("\n"))
    }

    @Test("The same label and dimensions are the same metric, from whatever thread")
    func same() async {
        let registry = MetricsRegistry()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<100 { registry.makeCounter(label: "n", dimensions: [("a", "b")]).increment(by: 1) }
                }
            }
        }
        #expect(registry.text == "# TYPE n_total counter\nn_total{a=\"b\"} 800\n")
    }

    @Test("No value of a dimension breaks out of its quotes or its line")
    func escaped() {
        let registry = MetricsRegistry()
        let value = "a\"} 1\nforged_total 9\\"
        registry.makeCounter(label: "n", dimensions: [("path-é", value)]).increment(by: 1)
        #expect(registry.text == "# TYPE n_total counter\nn_total{path__=\"a\\\"} 1\\nforged_total 9\\\\\"} 1\n")
    }

    @Test("Buckets hold all that is not above their bound")
    func buckets() {
        let registry = MetricsRegistry()
        let recorder = registry.makeRecorder(label: "rows", dimensions: [], aggregate: true)
        for value in [0.0005, 0.00051, 60, 61] { recorder.record(value) }
        #expect(registry.text.contains("rows_bucket{le=\"0.0005\"} 1\n"))
        #expect(registry.text.contains("rows_bucket{le=\"0.001\"} 2\n"))
        #expect(registry.text.contains("rows_bucket{le=\"60.0\"} 3\n"))
        #expect(registry.text.contains("rows_bucket{le=\"+Inf\"} 4\n"))
    }
}
