public import Persistence

extension Vacancy {
    /// What ``init(from:)`` reads, from `vacancy JOIN branch`.
    static let columns: SQL = """
        \(VacancyTerms.columns),
        vacancy.id, vacancy.external_reference, vacancy.agency_id, vacancy.branch_id, branch.code, vacancy.status,
        vacancy.publication_start, vacancy.publication_end_date, vacancy.closing_reason, vacancy.created_at,
        vacancy.updated_at, vacancy.version
        """

    static let tables: SQL = "vacancy JOIN branch ON branch.id = vacancy.branch_id"
}

extension Vacancy: FromRow {
    public init(from row: inout Row) throws {
        terms = try VacancyTerms(from: &row)
        id = try row.next()
        code = VacancyCode(id)
        externalReference = try row.next()
        agency = try row.next()
        branch = try row.next()
        branchCode = try row.next()
        storedStatus = try row.next()
        publicationStart = try row.next()
        publicationEndDate = try row.next()
        closingReason = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
        version = try row.next()
    }
}

/// What a load has to know about a vacancy that is already there.
struct StoredVacancy: Hashable, Sendable, FromRow {
    let id: ID<Vacancy>
    let externalReference: String?
    let branch: ID<Branch>
    let publication: Publication
    let position: Int64
    let contentHash: String
    let createdAt: Instant
    let version: Int

    static let columns: SQL = """
        vacancy.id, vacancy.external_reference, vacancy.branch_id, vacancy.status, vacancy.publication_start,
        vacancy.publication_end_date, vacancy.closing_reason, vacancy.position, vacancy.content_hash,
        vacancy.created_at, vacancy.version
        """

    init(from row: inout Row) throws {
        id = try row.next()
        externalReference = try row.next()
        branch = try row.next()
        publication = Publication(
            status: try row.next(),
            start: try row.next(),
            end: try row.next(),
            closingReason: try row.next()
        )
        position = try row.next()
        contentHash = try row.next()
        createdAt = try row.next()
        version = try row.next()
    }
}
