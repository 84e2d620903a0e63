internal import Domain
internal import Foundation
internal import Persistence
internal import Synchronization

/// Citizens who express interest in vacancies at a steady rate, beside whatever else the database does.
struct InterestsBench: Sendable {
    let store: Store

    private static let writers = 4

    /// Tells how many were expressed, how many the rules refused, and how long one took.
    func live(rate: Int, seconds: Int) async throws -> String {
        let people = try await people()
        let vacancies = try await vacancies()
        guard !people.isEmpty, !vacancies.isEmpty else { throw NothingToExpress() }
        let results = Results()
        let deadline = ContinuousClock.now + .seconds(seconds)
        let interests = Interests(store)
        // Another run begins somewhere else, and does not meet what this one leaves.
        let first = Int.random(in: 0..<people.count)
        let shift = Int.random(in: 0..<vacancies.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<InterestsBench.writers {
                group.addTask {
                    let pause = Duration.seconds(InterestsBench.writers) / rate
                    var next = ContinuousClock.now
                    var number = first + writer
                    while ContinuousClock.now < deadline {
                        let vacancy = vacancies[(number &* 7919 &+ shift) % vacancies.count]
                        let start = ContinuousClock.now
                        do {
                            _ = try await interests.express(in: vacancy, as: people[number % people.count])
                            results.note(ContinuousClock.now - start)
                        } catch is CannotExpressInterest {
                            results.refused.add(1, ordering: .relaxed)
                        }
                        number += InterestsBench.writers
                        next += pause
                        try await Task.sleep(until: next, clock: .continuous)
                    }
                }
            }
            try await group.waitForAll()
        }
        return results.text(seconds: seconds)
    }

    private func people() async throws -> [CitizenIdentity] {
        try await store.read { (transaction: borrowing Transaction) in
            let found: [Applicant] = try transaction.all(
                """
                SELECT c.id, c.given_name, c.family_name FROM citizen c JOIN curriculum v ON v.citizen_id = c.id
                ORDER BY c.id LIMIT 20000
                """
            )
            return found.map { CitizenIdentity(id: $0.id, givenName: $0.givenName, familyName: $0.familyName) }
        }
    }

    private func vacancies() async throws -> [String] {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT v.code FROM vacancy v WHERE v.status = 'published' AND v.publication_end_date >= \(today)
                ORDER BY v.id LIMIT 20000
                """,
                as: String.self
            )
        }
    }

    private struct Applicant: FromRow {
        let id: ID<Citizen>
        let givenName: String
        let familyName: String

        init(from row: inout Row) throws {
            id = try row.next()
            givenName = try row.next()
            familyName = try row.next()
        }
    }

    private final class Results: Sendable {
        let refused = Atomic(0)
        private let times = Mutex<[Double]>([])

        func note(_ time: Duration) {
            times.withLock { $0.append(time / .milliseconds(1)) }
        }

        func text(seconds: Int) -> String {
            let sorted = times.withLock { $0.sorted() }
            func quantile(_ part: Double) -> Double {
                sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))]
            }
            return """
                {"expressed": \(sorted.count), "refused": \(refused.load(ordering: .relaxed)), "seconds": \(seconds), \
                "median_ms": \(quantile(0.5)), "p99_ms": \(quantile(0.99))}
                """
        }
    }

    struct NothingToExpress: Error {}
}
