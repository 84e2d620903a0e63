internal import Persistence

/// A citizen as an operator may read her.
public struct CitizenDetail: Sendable {
    /// By what right.
    public enum Access: Hashable, Sendable {
        /// A pact names an open branch: data and CV as they are now.
        case pact
        /// She has applied to an offer of an open branch: data and CV as they were then.
        case interest(at: Instant)
    }

    public let id: ID<Citizen>
    public let access: Access
    /// Only by a pact.
    public let taxCode: TaxCode?
    public let givenName: String
    public let familyName: String
    public let birthDate: Day
    public let municipalityCode: String?
    public let postalCode: String?
    public let address: String?
    public let email: String?
    public let phone: String?
    public let measure: String?
    public let padDay: Day?
    public let servicePactState: ServicePact.State?
    /// The open branches that her pacts name, and none of other agencies.
    public let branches: [String]
    public let curriculum: Curriculum?
    public let curriculumAt: Instant?
}

extension Citizens {
    /// The data and the CV of a citizen, for somebody to whom she is visible; the read is in the audit trail first.
    ///
    /// - Parameter reason: In which course it happens: a search, an offer.
    /// - Throws: ``NotFound`` also for a citizen who exists and is not visible to the person.
    public func detail(
        _ id: ID<Citizen>,
        as person: OperatorIdentity,
        because reason: String? = nil
    ) async throws -> CitizenDetail {
        let open = person.openBranches(on: store.today, with: .readCurricula)
        let interests = person.openBranches(on: store.today, with: .publishVacancies)
        let found = try await store.read { (transaction: borrowing Transaction) -> CitizenDetail? in
            if let detail = try transaction.detail(byPact: id, open) { return detail }
            return try transaction.detail(byInterest: id, interests)
        }
        try await store.audit.record(read: Citizens.trace(of: id, found, by: person, because: reason))
        guard let found else { throw NotFound() }
        return found
    }

    /// What was asked for and is not open leaves its trace, too: somebody who tries addresses shows.
    private static func trace(
        of id: ID<Citizen>,
        _ detail: CitizenDetail?,
        by person: OperatorIdentity,
        because reason: String?
    ) -> AuditEntry {
        var details: [String: AuditValue] = [:]
        switch detail?.access {
        case .pact: details["access"] = "pact"
        case .interest(let instant):
            details["access"] = "interest"
            details["as_of"] = .text(instant.rfc3339)
        case nil: break
        }
        return AuditEntry(
            .operator(person),
            "citizen.read",
            on: AuditSubject("citizen", id),
            about: detail == nil ? nil : id,
            because: reason,
            details: details,
            result: detail == nil ? .refused : .succeeded
        )
    }
}

extension Transaction {
    fileprivate func detail(byPact id: ID<Citizen>, _ open: SQL) throws -> CitizenDetail? {
        let links: [DetailLink] = try all(
            """
            SELECT r.measure, r.pad_day, r.psp_state, b.name FROM branch_citizen r JOIN branch b ON b.id = r.branch_id
            WHERE r.citizen_id = \(id) AND r.branch_id IN (\(open)) ORDER BY b.name_fold, b.id
            """
        )
        guard let link = links.first else { return nil }
        let citizen = try citizen(id)
        let stored = try curriculum(of: id)
        return CitizenDetail(
            id: id,
            access: .pact,
            taxCode: citizen.taxCode,
            givenName: citizen.givenName,
            familyName: citizen.familyName,
            birthDate: citizen.birthDate,
            municipalityCode: citizen.home.municipalityCode,
            postalCode: citizen.home.postalCode,
            address: citizen.home.address,
            email: citizen.email,
            phone: citizen.phone,
            measure: link.measure,
            padDay: link.padDay,
            servicePactState: link.servicePactState,
            branches: links.map(\.branch),
            curriculum: stored?.curriculum,
            curriculumAt: stored?.updatedAt
        )
    }

    fileprivate func detail(byInterest id: ID<Citizen>, _ open: SQL) throws -> CitizenDetail? {
        let snapshot: InterestSnapshot? = try first(
            """
            SELECT e.given_name, e.family_name, e.birth_date, e.municipality_code, e.email, e.phone, s.body,
                e.submitted_at
            FROM expression_of_interest e
            JOIN sent_curriculum s ON s.citizen_id = e.citizen_id AND s.version = e.curriculum_version
            WHERE e.citizen_id = \(id) AND e.branch_id IN (\(open))
            ORDER BY e.id DESC LIMIT 1
            """
        )
        guard let snapshot else { return nil }
        return CitizenDetail(
            id: id,
            access: .interest(at: snapshot.submittedAt),
            taxCode: nil,
            givenName: snapshot.givenName,
            familyName: snapshot.familyName,
            birthDate: snapshot.birthDate,
            municipalityCode: snapshot.municipalityCode,
            postalCode: nil,
            address: nil,
            email: snapshot.email,
            phone: snapshot.phone,
            measure: nil,
            padDay: nil,
            servicePactState: nil,
            branches: [],
            curriculum: snapshot.curriculum,
            curriculumAt: snapshot.submittedAt
        )
    }
}

private struct DetailLink: FromRow {
    let measure: String?
    let padDay: Day?
    let servicePactState: ServicePact.State?
    let branch: String

    init(from row: inout Row) throws {
        measure = try row.next()
        padDay = try row.next()
        servicePactState = try row.next()
        branch = try row.next()
    }
}

private struct InterestSnapshot: FromRow {
    let givenName: String
    let familyName: String
    let birthDate: Day
    let municipalityCode: String?
    let email: String?
    let phone: String?
    let curriculum: Curriculum
    let submittedAt: Instant

    init(from row: inout Row) throws {
        givenName = try row.next()
        familyName = try row.next()
        birthDate = try row.next()
        municipalityCode = try row.next()
        email = try row.next()
        phone = try row.next()
        curriculum = try Curriculum(json: try row.next())
        submittedAt = try row.next()
    }
}
