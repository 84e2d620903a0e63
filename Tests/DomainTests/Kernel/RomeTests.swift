import Foundation
import TestSupport
import Testing

@testable import Domain

@Suite("Time in Europe/Rome")
struct RomeTests {
    @Test(
        "Days begin at midnight in Rome, also when the clocks change",
        arguments: [
            ("2026-01-15", "2026-01-14T23:00:00Z"), ("2026-07-15", "2026-07-14T22:00:00Z"),
            ("2026-03-29", "2026-03-28T23:00:00Z"), ("2026-03-30", "2026-03-29T22:00:00Z"),
            ("2026-10-25", "2026-10-24T22:00:00Z"), ("2026-10-26", "2026-10-25T23:00:00Z"),
        ] as [(Day, String)]
    )
    func start(_ day: Day, _ instant: String) {
        #expect(day.start.rfc3339 == instant)
        #expect(Day(of: day.start) == day)
        #expect(Day(of: day.start.adding(milliseconds: -1)) == day.adding(days: -1))
    }

    @Test("The days of the change have 23 and 25 hours")
    func lengths() {
        func hours(_ day: Day) -> Int { day.adding(days: 1).start.seconds(since: day.start) / 3600 }
        #expect(hours("2026-03-29") == 23)
        #expect(hours("2026-10-25") == 25)
        #expect(hours("2026-10-26") == 24)
    }

    @Test(
        "The wall clock jumps from 2 to 3 in March, and shows 2 twice in October",
        arguments: [
            ("2026-03-29T00:59:59Z", "29/03/2026 01:59"), ("2026-03-29T01:00:00Z", "29/03/2026 03:00"),
            ("2026-10-25T00:30:00Z", "25/10/2026 02:30"), ("2026-10-25T01:30:00Z", "25/10/2026 02:30"),
            ("2026-12-31T22:59:00Z", "31/12/2026 23:59"), ("2026-12-31T23:00:00Z", "01/01/2027 00:00"),
        ]
    )
    func wallClock(_ instant: String, _ text: String) throws {
        #expect(try #require(Instant(rfc3339: instant)).italian == text)
    }

    @Test("From 1996 to 2037 the offset is that of the system's time zone data, hour by hour where the clocks change")
    func sameAsTimeZoneData() throws {
        let rome = try #require(TimeZone(identifier: "Europe/Rome"))
        let first = Day(year: 1996, month: 1, day: 1)?.start.milliseconds ?? 0
        let last = Day(year: 2037, month: 12, day: 31)?.start.milliseconds ?? 0
        var (differences, compared) = (0, 0)
        for moment in stride(from: first, through: last, by: 3_600_000) {
            let day = Day(daysSinceEpoch: Int(moment / 86_400_000))
            let isNearChange = (day.month == 3 || day.month == 10) && day.day > 23
            guard isNearChange || moment % (7 * 3_600_000) == 0 else { continue }
            let seconds = rome.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment) / 1000))
            if Instant(milliseconds: moment).romeOffsetMinutes * 60 != seconds { differences += 1 }
            compared += 1
        }
        #expect(compared > 60_000)
        #expect(differences == 0)
    }
}
