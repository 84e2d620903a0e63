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
                guard let applicant = applicants[entry.citizen], let version = applicant.curriculumVersion,
                    let offer = offers[entry.vacancy.id]?.at(entry.submittedAt),
                    taken.insert(TakenInterest.Pair(vacancy: entry.vacancy.id, citizen: entry.citizen)).inserted
                else { continue }
                new.append(TakenInterest(store.ids.next(), entry, applicant, version, offer))
            }
            try store.write(new, in: transaction)
            let entry = AuditEntry(
                actor,
                "interests.loaded",
                details: ["created": .number(Int64(new.count))],
                rows: entries.count
            )
            try store.audit.record(entry, in: transaction)
            for (agency, own) in Dictionary(grouping: new.map(\.row), by: \.offer.agency).sorted(by: { $0.key < $1.key }
            ) {
                let notes = own.map { ChangeNote(.expressionOfInterest, $0.id, .created, branch: $0.offer.branch) }
                try store.changes.record(notes, of: agency, in: transaction)
            }
            return new.count
        }
    }
}

/// A vacancy with one of its publications.
private struct OfferedThen: Sendable, FromRow {
    let offer: Offer
    let startedAt: Instant

    init(from row: inout Row) throws {
        offer = try Offer(from: &row)
        startedAt = try row.next()
    }

    static func read(
        _ vacancies: [ID<Vacancy>],
        in transaction: borrowing Transaction
    ) throws -> [ID<Vacancy>: [OfferedThen]] {
        let found: [OfferedThen] = try transaction.all(
            """
            SELECT \(Offer.columns), publication_period.started_at
            FROM vacancy JOIN publication_period ON publication_period.vacancy_id = vacancy.id
            WHERE vacancy.id IN \(in: Set(vacancies).sorted())
            ORDER BY publication_period.started_at, publication_period.id
            """
        )
        return Dictionary(grouping: found, by: \.offer.vacancy)
    }
}

extension [OfferedThen] {
    /// The publication that was open at an instant: the last one that had begun, or else the first.
    fileprivate func at(_ instant: Instant) -> Offer? {
        (last { $0.startedAt <= instant } ?? first)?.offer
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

    let row: NewInterest
    /// Who led it to where it is.
    private let mover: ExpressionOfInterest.Mover

    init(
        _ id: ID<ExpressionOfInterest>,
        _ entry: InterestEntry,
        _ applicant: Applicant,
        _ curriculumVersion: Int,
        _ offer: Offer
    ) {
        mover = TakenInterest.mover(to: entry.status)
        row = NewInterest(
            id: id,
            offer: offer,
            applicant: applicant,
            curriculumVersion: curriculumVersion,
            status: entry.status,
            submittedAt: entry.submittedAt,
            updatedAt: entry.updatedAt,
            viewedAt: mover == .agency ? entry.updatedAt : nil,
            message: entry.message
        )
    }

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

    private static func mover(to status: ExpressionOfInterest.Status) -> ExpressionOfInterest.Mover {
        switch status {
        case .submitted, .withdrawn: .citizen
        case .lapsed, .hiredElsewhere: .system
        case .viewed, .inReview, .contacted, .interviewScheduled, .interviewed, .proposed, .hired, .notSelected,
            .unreachable:
            .agency
        }
    }

    /// Its log: that it was sent, and how it came to its state.
    func steps(_ ids: IDGenerator) -> [[SQLValue]] {
        func step(
            _ from: ExpressionOfInterest.Status?,
            _ to: ExpressionOfInterest.Status,
            _ at: Instant,
            _ mover: ExpressionOfInterest.Mover
        ) -> [SQLValue] {
            [
                ids.next(InterestTransition.self).sqlValue, row.id.sqlValue, from.sqlValue, to.sqlValue, at.sqlValue,
                mover.sqlValue, .null,
            ]
        }
        let sent = step(nil, .submitted, row.submittedAt, .citizen)
        if row.status == .submitted { return [sent] }
        return [sent, step(.submitted, row.status, row.updatedAt, mover)]
    }
}

extension Store {
    fileprivate func write(_ interests: [TakenInterest], in transaction: borrowing Transaction) throws {
        if interests.isEmpty { return }
        try NewInterest.write(interests.map(\.row), in: transaction)
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
