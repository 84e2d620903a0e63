import Domain
import Testing

/// The committed tables, read once for all tests.
enum ReferenceSamples {
    private static let starter = Result { try ReferenceSnapshot.starter() }

    static func snapshot() throws -> ReferenceSnapshot {
        try starter.get()
    }

    static func day(_ iso: String) throws -> Day {
        try #require(Day(iso))
    }

    static func clock(_ iso: String) throws -> Clock {
        .frozen(try day(iso).start)
    }
}
