public import Persistence

/// What the chain was at an instant, signed, to be kept where nobody who can change the chain can change it too.
public struct AuditCheckpoint: Hashable, Sendable {
    /// 1, 2, 3, … without a gap.
    public let number: Int64
    /// The position of the chain's head; 0 before the first seal.
    public let position: Int64
    public let link: String
    public let at: Instant
    /// The entries sealed since the checkpoint before.
    public let count: Int64
    public private(set) var keyID: String?
    public private(set) var signature: String?

    public init(
        number: Int64,
        position: Int64,
        link: String,
        at instant: Instant,
        count: Int64,
        keyID: String?,
        signature: String?
    ) {
        self.number = number
        self.position = position
        self.link = link
        at = instant
        self.count = count
        self.keyID = keyID
        self.signature = signature
    }

    /// The text that is signed, so that anybody can check it with openssl.
    public var signedText: String {
        "incontro-audit-checkpoint-1 \(number) \(position) \(link) \(at.rfc3339) \(count)"
    }

    func signed(with key: AuditSigningKey?) throws -> AuditCheckpoint {
        guard let key else { return self }
        var result = self
        result.keyID = key.verifyingKey.id
        result.signature = try key.signature(of: signedText)
        return result
    }

    /// Whether it says what it said when it was signed.
    enum Authenticity: Hashable, Sendable {
        case genuine
        case forged
        /// Signed with a key that was not given.
        case unknownKey
        case unsigned
    }

    func authenticity(_ keys: [AuditVerifyingKey]) -> Authenticity {
        guard let keyID, let signature else { return .unsigned }
        guard let key = keys.first(where: { $0.id == keyID }) else { return .unknownKey }
        return key.isSignature(signature, of: signedText) ? .genuine : .forged
    }
}

extension AuditCheckpoint: FromRow {
    static let columns: SQL = "c.number, c.position, c.link, c.at, c.entry_count, c.key_id, c.signature"

    public init(from row: inout Row) throws {
        number = try row.next()
        position = try row.next()
        link = try row.next()
        at = try row.next()
        count = try row.next()
        keyID = try row.next()
        signature = try row.next()
    }
}

/// The hours of the day, in Europe/Rome, at which something is due: `03:00`, or `06:00 18:00`.
public struct DailyTimes: Hashable, Sendable {
    private let minutes: [Int]

    /// - Returns: nil for a text that holds no hour, or something else than hours.
    public init?(_ text: String) {
        var minutes: [Int] = []
        for word in text.split(separator: " ") {
            let parts = word.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
                let hour = Int(digits: parts[0].utf8), let minute = Int(digits: parts[1].utf8), hour < 24, minute < 60
            else { return nil }
            minutes.append(hour * 60 + minute)
        }
        if minutes.isEmpty { return nil }
        self.minutes = minutes.sorted()
    }

    /// The last such moment that is not after an instant.
    public func latest(until instant: Instant) -> Instant {
        let day = Day(of: instant)
        let moments = [day.adding(days: -1), day].flatMap { day in minutes.map { DailyTimes.moment($0, on: day) } }
        return moments.last { $0 <= instant } ?? DailyTimes.moment(minutes[0], on: day.adding(days: -1))
    }

    private static func moment(_ minutes: Int, on day: Day) -> Instant {
        let moment = day.start.adding(seconds: minutes * 60)
        let change = moment.romeOffsetMinutes - day.start.romeOffsetMinutes
        return moment.adding(seconds: -change * 60)
    }
}
