import Foundation
import TestSupport
import Testing

@testable import Domain

@Suite("Instants")
struct InstantTests {
    @Test(
        "RFC 3339 texts with any offset read as UTC",
        arguments: [
            ("2026-03-10T09:30:00Z", "2026-03-10T09:30:00Z"), ("2026-03-10T09:30:00+01:00", "2026-03-10T08:30:00Z"),
            ("2026-03-10t09:30:00.5z", "2026-03-10T09:30:00.500Z"),
            ("2026-03-10T00:30:00.123456+02:00", "2026-03-09T22:30:00.123Z"),
            ("2026-12-31T23:00:00-05:30", "2027-01-01T04:30:00Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        ]
    )
    func reads(_ text: String, _ utc: String) throws {
        let instant = try #require(Instant(rfc3339: text))
        #expect(instant.rfc3339 == utc)
        #expect(Instant(rfc3339: instant.rfc3339) == instant)
    }

    @Test(
        "Anything else is no instant",
        arguments: [
            "2026-03-10", "2026-03-10T09:30Z", "2026-03-10T09:30:00", "2026-03-10 09:30:00Z", "2026-03-10T24:00:00Z",
            "2026-03-10T09:60:00Z", "2026-03-10T09:30:61Z", "2026-02-30T09:30:00Z", "2026-03-10T09:30:00.Z",
            "2026-03-10T09:30:00+1:00", "2026-03-10T09:30:00+24:00", "2026-03-10T09:30:00Zx", "2026-03-10T09-30-00Z",
        ]
    )
    func refuses(_ text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test("Random instants print as Foundation prints them, with the milliseconds behind")
    func printed() {
        var numbers = Numbers(seed: 7)
        let format = Date.ISO8601FormatStyle()
        for _ in 0..<2000 {
            let second = Int64.random(in: -5_000_000_000...50_000_000_000, using: &numbers)
            let fraction = Int64.random(in: 1...999, using: &numbers)
            let foundation = Date(timeIntervalSince1970: Double(second)).formatted(format)
            #expect(Instant(milliseconds: second * 1000).rfc3339 == foundation)
            let precise = foundation.replacing("Z", with: ".\(fraction.padded(3))Z")
            #expect(Instant(milliseconds: second * 1000 + fraction).rfc3339 == precise)
            #expect(Instant(rfc3339: precise)?.milliseconds == second * 1000 + fraction)
        }
    }

    @Test("In JSON an instant is its RFC 3339 text")
    func json() throws {
        let instant = Instant(milliseconds: 1_773_135_000_000)
        let data = try JSONEncoder().encode([instant])
        #expect(String(decoding: data, as: UTF8.self) == "[\"2026-03-10T09:30:00Z\"]")
        #expect(try JSONDecoder().decode([Instant].self, from: data) == [instant])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data("[\"x\"]".utf8)) }
    }
}
