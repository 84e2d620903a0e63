import Foundation
import Testing

@testable import Documents

@Suite("Civil time")
struct CivilTimeTests {
    @Test("Every day from 1600 to 2400 goes to its number and back")
    func everyDay() {
        var expected = CivilTime.days(year: 1600, month: 1, day: 1)
        for year in 1600...2400 {
            for month in 1...12 {
                for day in 1...31 {
                    let text = String(format: "%04d-%02d-%02d", year, month, day)
                    guard let days = days(text) else { continue }
                    if days != expected || CivilTime.iso(days: days) != text {
                        Issue.record("\(text) is not day \(days)")
                    }
                    expected += 1
                }
            }
        }
        #expect(expected == CivilTime.days(year: 2401, month: 1, day: 1))
        #expect(days("1970-01-01") == 0)
        #expect(days("2024-02-10") == 19_763)
    }

    @Test(
        "What is no day is none",
        arguments: [
            "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-1-10", "10/02/2024",
            "2024-02-1x",
        ]
    )
    func noDay(_ text: String) {
        #expect(days(text) == nil)
    }

    @Test(
        "Instants are shown on the clock of their offset",
        arguments: [
            (0, 0, "1970-01-01 00:00:00"), (-1, 0, "1969-12-31 23:59:59"), (86_399_999, 3600, "1970-01-02 00:59:59"),
            (1_707_555_015_000, -18_000, "2024-02-10 03:50:15"),
        ]
    )
    func instants(_ milliseconds: Int64, _ offset: Int, _ expected: String) {
        let moment = CivilTime.moment(milliseconds: milliseconds, offset: offset)
        #expect("\(CivilTime.iso(days: moment.days)) \(CivilTime.clock(seconds: moment.seconds))" == expected)
    }

    private func days(_ text: String) -> Int? {
        Array(text.utf8).withUnsafeBufferPointer { CivilTime.days(iso: $0) }
    }
}
