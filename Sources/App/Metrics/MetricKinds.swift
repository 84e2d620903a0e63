internal import CoreMetrics
internal import Synchronization

/// A number that only grows.
final class CounterMetric: CounterHandler, Sendable {
    private let count = Atomic<Int64>(0)

    var value: Int64 { count.load(ordering: .relaxed) }

    func increment(by amount: Int64) {
        count.wrappingAdd(amount, ordering: .relaxed)
    }

    func reset() {
        count.store(0, ordering: .relaxed)
    }
}

/// A number that goes up and down.
final class GaugeMetric: MeterHandler, RecorderHandler, Sendable {
    private let number = Mutex<Double>(0)

    var value: Double { number.withLock { $0 } }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { number.withLock { $0 = value } }
    func increment(by amount: Double) { number.withLock { $0 += amount } }
    func decrement(by amount: Double) { number.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }
}

/// How many values fell below each bound; durations are in seconds.
final class HistogramMetric: TimerHandler, RecorderHandler, Sendable {
    static let bounds: [Double] = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
    ]

    private struct State {
        var buckets = [Int](repeating: 0, count: HistogramMetric.bounds.count + 1)
        var sum = 0.0
    }

    private let state = Mutex(State())

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        let index = HistogramMetric.bounds.firstIndex { value <= $0 } ?? HistogramMetric.bounds.count
        state.withLock { state in
            state.buckets[index] += 1
            state.sum += value
        }
    }

    func lines(_ name: String, _ key: MetricsRegistry.Key) -> [String] {
        let state = state.withLock { $0 }
        var total = 0
        var lines: [String] = []
        for (index, count) in state.buckets.enumerated() {
            total += count
            let bound = index < HistogramMetric.bounds.count ? "\(HistogramMetric.bounds[index])" : "+Inf"
            lines.append("\(name)_bucket\(key.braces("le=\"\(bound)\"")) \(total)")
        }
        return lines + ["\(name)_sum\(key.braces()) \(state.sum)", "\(name)_count\(key.braces()) \(total)"]
    }
}
