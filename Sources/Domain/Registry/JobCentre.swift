public import Persistence

/// A public job centre (*centro per l'impiego*), which signs service pacts with citizens.
public struct JobCentre: Hashable, Sendable {
    public let id: ID<JobCentre>
    public let code: String
    public let name: String
    public let municipalityCode: String
    public let address: String?
    public let email: String?
}

extension JobCentre: FromRow {
    static let columns: SQL = "j.id, j.code, j.name, j.municipality_code, j.address, j.email"

    public init(from row: inout Row) throws {
        id = try row.next()
        code = try row.next()
        name = try row.next()
        municipalityCode = try row.next()
        address = try row.next()
        email = try row.next()
    }
}
