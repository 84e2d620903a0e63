public import Persistence

/// A person who signs in for a public body: of a job centre, or of the authority (INPS, the Ministry).
public struct Official: Hashable, Sendable {
    public let id: ID<Official>
    public let taxCode: TaxCode
    public let givenName: String
    public let familyName: String
    /// The job centre; nil for the authority.
    public let jobCentre: ID<JobCentre>?

    public var identity: OfficialIdentity {
        OfficialIdentity(id: id, givenName: givenName, familyName: familyName, jobCentre: jobCentre)
    }
}

extension Official: FromRow {
    static let columns: SQL = "f.id, f.tax_code, f.given_name, f.family_name, f.job_centre_id"

    public init(from row: inout Row) throws {
        id = try row.next()
        taxCode = try row.next()
        givenName = try row.next()
        familyName = try row.next()
        jobCentre = try row.next()
    }
}

/// The people of job centres and of the authority.
public struct Officials: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// Lets a person sign in for a job centre, or for the authority when none is named; once more changes the name only.
    @discardableResult
    public func appoint(
        taxCode: TaxCode,
        givenName: String,
        familyName: String,
        email: String? = nil,
        jobCentre: ID<JobCentre>? = nil,
        by actor: Actor
    ) async throws -> ID<Official> {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let official: ID<Official>? = try transaction.first(
                """
                INSERT INTO official
                    (id, tax_code, given_name, family_name, email, job_centre_id, status, created_at)
                VALUES (
                    \(store.ids.next(Official.self)), \(taxCode), \(givenName), \(familyName), \(email), \(jobCentre),
                    'active', \(store.now)
                )
                ON CONFLICT (tax_code, coalesce(job_centre_id, 0)) DO UPDATE
                SET given_name = excluded.given_name, family_name = excluded.family_name, email = excluded.email,
                    status = 'active'
                RETURNING id
                """
            )
            guard let official else { throw NotFound() }
            let entry = AuditEntry(actor, "official.appointed", on: AuditSubject("official", official))
            try store.audit.record(entry, in: transaction)
            return official
        }
    }
}
