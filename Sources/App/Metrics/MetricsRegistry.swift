internal import CoreMetrics
internal import Synchronization

/// Counters and durations of the process, in memory, for Prometheus to fetch.
///
/// No package offered the text format for swift-metrics here, and it is small: a counter is a number, a duration a
/// histogram with fixed bounds.
final class MetricsRegistry: MetricsFactory, Sendable {
    struct Key: Hashable {
        let name: String
        let labels: [String]
    }

    private struct State {
        var counters: [Key: CounterMetric] = [:]
        var gauges: [Key: GaugeMetric] = [:]
        var histograms: [Key: HistogramMetric] = [:]
    }

    private let state = Mutex(State())

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        let key = Key(label, dimensions)
        return state.withLock { state in
            let metric = state.counters[key] ?? CounterMetric()
            state.counters[key] = metric
            return metric
        }
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, dimensions)
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        aggregate ? histogram(label, dimensions) : gauge(label, dimensions)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label + "_seconds", dimensions)
    }

    private func gauge(_ label: String, _ dimensions: [(String, String)]) -> GaugeMetric {
        let key = Key(label, dimensions)
        return state.withLock { state in
            let metric = state.gauges[key] ?? GaugeMetric()
            state.gauges[key] = metric
            return metric
        }
    }

    private func histogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramMetric {
        let key = Key(label, dimensions)
        return state.withLock { state in
            let metric = state.histograms[key] ?? HistogramMetric()
            state.histograms[key] = metric
            return metric
        }
    }

    // Metrics live as long as the process: scraping in between must not lose a count.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    /// All metrics in Prometheus' text format, version 0.0.4.
    var text: String {
        let (counters, gauges, histograms) = state.withLock { ($0.counters, $0.gauges, $0.histograms) }
        var lines: [String] = []
        for (name, metrics) in grouped(counters) {
            lines.append("# TYPE \(name)_total counter")
            lines += metrics.map { "\(name)_total\($0.key.braces()) \($0.value.value)" }
        }
        for (name, metrics) in grouped(gauges) {
            lines.append("# TYPE \(name) gauge")
            lines += metrics.map { "\(name)\($0.key.braces()) \($0.value.value)" }
        }
        for (name, metrics) in grouped(histograms) {
            lines.append("# TYPE \(name) histogram")
            lines += metrics.flatMap { $0.value.lines(name, $0.key) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func grouped<Metric>(_ metrics: [Key: Metric]) -> [(String, [(key: Key, value: Metric)])] {
        Dictionary(grouping: metrics) { $0.key.name }
            .map { ($0.key, $0.value.sorted { $0.key.labels.lexicographicallyPrecedes($1.key.labels) }) }
            .sorted { $0.0 < $1.0 }
    }
}

extension MetricsRegistry.Key {
    init(_ label: String, _ dimensions: [(String, String)]) {
        name = MetricsRegistry.Key.word(label)
        labels = dimensions.map { name, value in
            let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "\(MetricsRegistry.Key.word(name))=\"\(escaped)\""
        }
    }

    private static func word(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// The labels in braces, with one more where a histogram needs it.
    func braces(_ more: String? = nil) -> String {
        let all = labels + (more.map { [$0] } ?? [])
        return all.isEmpty ? "" : "{\(all.joined(separator: ","))}"
    }
}
