internal import Persistence

/// An expression of interest that another system has kept until now.
public struct InterestEntry: Sendable {
    public let vacancy: VacancyCode
    public let citizen: ID<Citizen>
    public let status: ExpressionOfInterest.Status
    public let submittedAt: Instant
    public let updatedAt: Instant
    public let message: String?

    public init(
        vacancy: VacancyCode,
        citizen: ID<Citizen>,
        status: ExpressionOfInterest.Status,
        submittedAt: Instant,
        updatedAt: Instant,
        message: String? = nil
    ) {
        self.vacancy = vacancy
        self.citizen = citizen
        self.status = status
        self.submittedAt = submittedAt
        self.updatedAt = updatedAt
        self.message = message
    }
}

extension Interests {
    /// Takes over interests of the system that was in service before, each with the CV as it stands now.
    ///
    /// They belong to the publication that was open when they were sent. One that is here already stays as it is, so
    /// that a take-over that broke off can simply be begun again. Lists walk them by their ids, which grow with time:
    /// rows have to come in the order in which they were sent, and `store` has to tell the time of their sending.
    ///
    /// - Returns: How many are new.
    public func load(_ entries: [InterestEntry], as actor: Actor = .system("import")) async throws -> Int {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let offers = try OfferedThen.read(entries.map(\.vacancy.id), in: transaction)
            let applicants = Dictionary(
                try Applicant.read(entries.map(\.citizen), in: transaction).map { ($0.citizen, $0) },
                uniquingKeysWith: { first, _ in first }
            )
            var taken = try TakenInterest.pairs(of: entries, in: transaction)
            var new: [TakenInterest] = []
            for entry in entries {
                guard let applicant = applicants[entry.citizen], let curriculum = applicant.curriculum,
                    let offer = offers[entry.vacancy.id]?.at(entry.submittedAt),
                    taken.insert(TakenInterest.Pair(vacancy: entry.vacancy.id, citizen: entry.citizen)).inserted
                else { continue }
                new.append(
                    TakenInterest(
                        id: store.ids.next(),
                        entry: entry,
                        applicant: applicant,
                        curriculum: curriculum,
                        offer: offer
                    )
                )
            }
            try store.write(new, in: transaction)
            let entry = AuditEntry(
                actor,
                "interests.loaded",
                details: ["created": .number(Int64(new.count))],
                rows: entries.count
            )
            try store.audit.record(entry, in: transaction)
            for (agency, own) in Dictionary(grouping: new, by: \.offer.agency).sorted(by: { $0.key < $1.key }) {
                let notes = own.map { ChangeNote(.expressionOfInterest, $0.id, .created, branch: $0.offer.branch) }
                try store.changes.record(notes, of: agency, in: transaction)
            }
            return new.count
        }
    }
}

/// A vacancy with one of its publications.
private struct OfferedThen: Sendable, FromRow {
    let vacancy: ID<Vacancy>
    let agency: ID<Agency>
    let branch: ID<Branch>
    let period: ID<PublicationPeriod>
    let startedAt: Instant

    init(from row: inout Row) throws {
        vacancy = try row.next()
        agency = try row.next()
        branch = try row.next()
        period = try row.next()
        startedAt = try row.next()
    }

    static func read(
        _ vacancies: [ID<Vacancy>],
        in transaction: borrowing Transaction
    ) throws -> [ID<Vacancy>: [OfferedThen]] {
        let found: [OfferedThen] = try transaction.all(
            """
            SELECT vacancy.id, vacancy.agency_id, vacancy.branch_id, publication_period.id, publication_period.started_at
            FROM vacancy JOIN publication_period ON publication_period.vacancy_id = vacancy.id
            WHERE vacancy.id IN \(in: Set(vacancies).sorted())
            ORDER BY publication_period.started_at, publication_period.id
            """
        )
        return Dictionary(grouping: found, by: \.vacancy)
    }
}

extension [OfferedThen] {
    /// The publication that was open at an instant: the last one that had begun, or else the first.
    fileprivate func at(_ instant: Instant) -> OfferedThen? {
        last { $0.startedAt <= instant } ?? first
    }
}

private struct TakenInterest: Sendable {
    struct Pair: Hashable, Sendable, FromRow {
        let vacancy: ID<Vacancy>
        let citizen: ID<Citizen>

        init(vacancy: ID<Vacancy>, citizen: ID<Citizen>) {
            self.vacancy = vacancy
            self.citizen = citizen
        }

        init(from row: inout Row) throws {
            vacancy = try row.next()
            citizen = try row.next()
        }
    }

    let id: ID<ExpressionOfInterest>
    let entry: InterestEntry
    let applicant: Applicant
    let curriculum: String
    let offer: OfferedThen

    /// Who has applied to one of the vacancies already.
    static func pairs(of entries: [InterestEntry], in transaction: borrowing Transaction) throws -> Set<Pair> {
        Set(
            try transaction.all(
                """
                SELECT e.vacancy_id, e.citizen_id FROM expression_of_interest e
                WHERE e.citizen_id IN \(in: Set(entries.map(\.citizen)).sorted())
                """,
                as: Pair.self
            )
        )
    }

    var row: [SQLValue] {
        [
            id.sqlValue, entry.vacancy.id.sqlValue, entry.citizen.sqlValue, offer.agency.sqlValue,
            offer.branch.sqlValue, offer.period.sqlValue, entry.status.sqlValue, entry.submittedAt.sqlValue,
            entry.updatedAt.sqlValue, viewedAt.sqlValue, entry.message.sqlValue, .text(applicant.givenName),
            .text(applicant.familyName), .text(applicant.sortKey), applicant.birthDate.sqlValue,
            applicant.municipalityCode.sqlValue, applicant.email.sqlValue, applicant.phone.sqlValue, .text(curriculum),
            applicant.educationCode.sqlValue,
        ]
    }

    /// Who led it to where it is.
    private var mover: ExpressionOfInterest.Mover {
        switch entry.status {
        case .submitted, .withdrawn: .citizen
        case .lapsed, .hiredElsewhere: .system
        case .viewed, .inReview, .contacted, .interviewScheduled, .interviewed, .proposed, .hired, .notSelected,
            .unreachable:
            .agency
        }
    }

    private var viewedAt: Instant? { mover == .agency ? entry.updatedAt : nil }

    /// Its log: that it was sent, and how it came to its state.
    func steps(_ ids: IDGenerator) -> [[SQLValue]] {
        func step(
            _ from: ExpressionOfInterest.Status?,
            _ to: ExpressionOfInterest.Status,
            _ at: Instant,
            _ mover: ExpressionOfInterest.Mover
        ) -> [SQLValue] {
            [
                ids.next(InterestTransition.self).sqlValue, id.sqlValue, from.sqlValue, to.sqlValue, at.sqlValue,
                mover.sqlValue, .null,
            ]
        }
        let sent = step(nil, .submitted, entry.submittedAt, .citizen)
        if entry.status == .submitted { return [sent] }
        return [sent, step(.submitted, entry.status, entry.updatedAt, mover)]
    }
}

extension Store {
    fileprivate func write(_ interests: [TakenInterest], in transaction: borrowing Transaction) throws {
        if interests.isEmpty { return }
        let columns: [StaticString] = [
            "id", "vacancy_id", "citizen_id", "agency_id", "branch_id", "period_id", "status", "submitted_at",
            "updated_at", "viewed_at", "message", "given_name", "family_name", "sort_key", "birth_date",
            "municipality_code", "email", "phone", "curriculum", "education_code",
        ]
        try transaction.upsert(
            into: BulkTable("expression_of_interest", columns: columns, key: [], update: []),
            rows: interests.map(\.row)
        )
        try transaction.upsert(
            into: BulkTable(
                "interest_transition",
                columns: ["id", "interest_id", "from_status", "to_status", "at", "mover", "operator_id"],
                key: [],
                update: []
            ),
            rows: interests.flatMap { $0.steps(ids) }
        )
    }
}
