public import Persistence

/// One stretch of time in which citizens saw a vacancy; interests belong to the period in which they were expressed.
public struct PublicationPeriod: Hashable, Sendable, FromRow {
    public let id: ID<PublicationPeriod>
    public let vacancy: ID<Vacancy>
    public let startedAt: Instant
    public let endDate: Day
    /// When it ended, if not by reaching its end date.
    public let endedAt: Instant?
    public let endReason: EndReason?

    /// How a period came to its end.
    public enum EndReason: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case expired
        case closed
        case hidden
    }

    static let columns: SQL = "id, vacancy_id, started_at, end_date, ended_at, end_reason"

    public init(from row: inout Row) throws {
        id = try row.next()
        vacancy = try row.next()
        startedAt = try row.next()
        endDate = try row.next()
        endedAt = try row.next()
        endReason = try row.next()
    }
}
