public import Persistence

extension ExpressionOfInterest: FromRow {
    static let columns: SQL = """
        expression_of_interest.id, expression_of_interest.vacancy_id, expression_of_interest.citizen_id,
        expression_of_interest.agency_id, expression_of_interest.branch_id, expression_of_interest.period_id,
        expression_of_interest.status, expression_of_interest.submitted_at, expression_of_interest.updated_at,
        expression_of_interest.viewed_at, expression_of_interest.message
        """

    public init(from row: inout Row) throws {
        id = try row.next()
        vacancy = try row.next()
        citizen = try row.next()
        agency = try row.next()
        branch = try row.next()
        period = try row.next()
        status = try row.next()
        submittedAt = try row.next()
        updatedAt = try row.next()
        viewedAt = try row.next()
        message = try row.next()
    }
}
