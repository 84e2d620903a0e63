import TestSupport
import Testing

@testable import Domain

@Suite("Civil days")
struct DayTests {
    @Test(
        "A day that exists reads in ISO form and prints the same",
        arguments: ["2026-12-31", "2024-02-29", "2000-02-29"]
    )
    func reads(_ text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(
        "A day that does not exist, or is written in another way, is none",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-30", "26-04-30", "2026/04/30",
            "2026-04-30 ", "", "0000-01-01", "２０２６-01-01", "+026-01-01", "2026-01-1x",
        ]
    )
    func refuses(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test(
        "People in Italy write days with slashes, dashes or points",
        arguments: [("31/12/2026", "2026-12-31"), ("1-2-2026", "2026-02-01"), ("01.02.2026", "2026-02-01")]
            as [(String, Day)]
    )
    func italian(_ text: String, _ day: Day) {
        #expect(Day(italian: text) == day)
    }

    @Test(
        "Italian text that is no day is none",
        arguments: ["31/02/2026", "1/2/26", "2026/12/31", "12/31/2026", "1/2", ""]
    )
    func notItalian(_ text: String) {
        #expect(Day(italian: text) == nil)
    }

    @Test("Every day from 1880 to 2110 follows the one before it, and the calendar's arithmetic comes back to it")
    func consecutive() throws {
        var day: Day = "1880-01-01"
        var number = day.daysSinceEpoch
        var weekday = day.weekday
        while day.year < 2110 {
            let next = day.adding(days: 1)
            number += 1
            weekday = (weekday + 1) % 7
            let isSameMonth = next.month == day.month && next.day == day.day + 1
            let isFirst = next.day == 1 && day.day == Day.length(ofMonth: day.month, year: day.year)
            guard isSameMonth || isFirst, next.daysSinceEpoch == number, next.weekday == weekday, day < next,
                Day(daysSinceEpoch: number) == next, Day(next.description) == next, Day(italian: next.italian) == next
            else {
                Issue.record("\(next) does not follow \(day)")
                return
            }
            day = next
        }
        #expect(Day("1970-01-01").daysSinceEpoch == 0)
        #expect(Day("2026-03-10").weekday == 2)
    }

    @Test(
        "A month later is the same day, or the month's last",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", -2, "2025-11-30"),
            ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -13, "2024-12-15"), ("2026-05-05", 0, "2026-05-05"),
        ] as [(Day, Int, Day)]
    )
    func months(_ day: Day, _ months: Int, _ later: Day) {
        #expect(day.adding(months: months) == later)
    }

    @Test(
        "A person is a year older on the birthday, and one born on 29 February on 1 March of common years",
        arguments: [
            ("1990-06-15", "2026-06-14", 35), ("1990-06-15", "2026-06-15", 36), ("2004-02-29", "2026-02-28", 21),
            ("2004-02-29", "2026-03-01", 22), ("2004-02-29", "2028-02-29", 24), ("2026-03-10", "2026-03-10", 0),
        ] as [(Day, Day, Int)]
    )
    func age(_ birth: Day, _ day: Day, _ years: Int) {
        #expect(birth.age(on: day) == years)
    }
}
