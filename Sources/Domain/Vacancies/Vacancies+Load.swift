internal import Persistence

extension Vacancies {
    /// How many rows of a load are judged and written together.
    static let batch = 1000

    /// Loads vacancies: a row is known by the agency's own reference, and is created, updated, found unchanged, or
    /// refused with all that is wrong with it.
    ///
    /// A row says all there is to say about its vacancy; what it leaves out is empty. Each batch is one transaction, so
    /// that a load that breaks off can simply be repeated: what went in is then unchanged. A dry run judges by the same
    /// rules, and writes nothing.
    ///
    /// - Returns: A receipt for each row, in the order of the rows.
    public func load(
        _ rows: [LoadRow<VacancyDraft>],
        as publisher: Publisher,
        dryRun: Bool = false
    ) async throws -> [LoadReceipt] {
        let reference = try await reference()
        var receipts: [LoadReceipt] = []
        receipts.reserveCapacity(rows.count)
        var seen: [String: Int] = [:]
        var rest = rows[...]
        while !rest.isEmpty {
            var refused: [LoadReceipt] = []
            var accepted: [LoadRow<VacancyDraft>] = []
            for row in rest.prefix(Vacancies.batch) {
                if let finding = row.keyFinding(&seen) {
                    // The reader of a file looks for repeated rows as well, over the whole of it.
                    refused.append(row.receipt(.rejected, row.findings.contains(finding) ? [] : [finding]))
                } else {
                    accepted.append(row)
                }
            }
            let batch = VacancyBatch(rows: accepted, publisher: publisher, reference: reference)
            receipts += (refused + (try await load(batch, dryRun: dryRun))).sorted { $0.row < $1.row }
            rest = rest.dropFirst(Vacancies.batch)
        }
        return receipts
    }

    /// What goes with a batch into its transaction: the receipts that somebody keeps.
    typealias KeepReceipts = @Sendable (_ receipts: [LoadReceipt], _ transaction: borrowing Transaction) throws -> Void

    /// Judges where nobody waits for it, and writes only what nobody has changed since.
    ///
    /// Whoever is disturbed twice judges the third time inside the writing transaction.
    ///
    /// - Parameters:
    ///   - first: the batch as it was judged before, while another one was written.
    ///   - keep: called in the transaction that writes the batch, also where there is nothing else to write.
    func load(
        _ batch: VacancyBatch,
        judged first: JudgedBatch? = nil,
        dryRun: Bool,
        keeping keep: KeepReceipts? = nil
    ) async throws -> [LoadReceipt] {
        if batch.rows.isEmpty, keep == nil { return [] }
        for attempt in 1...5 {
            do {
                if attempt > 2 {
                    return try await store.write { (transaction: borrowing Transaction) in
                        try load(batch, keeping: keep, in: transaction)
                    }
                }
                let judged = if attempt == 1, let first { first } else { try await judge(batch) }
                if dryRun || judged.plans.isEmpty {
                    if let keep {
                        try await store.write { (transaction: borrowing Transaction) in
                            try keep(judged.receipts, transaction)
                        }
                    }
                    return judged.receipts
                }
                let isWritten = try await store.write { (transaction: borrowing Transaction) in
                    guard try judged.isCurrent(batch, in: transaction) else { return false }
                    try write(judged, of: batch, keeping: keep, in: transaction)
                    return true
                }
                if isWritten { return judged.receipts }
            } catch let violation as ConstraintViolation where violation.kind == .unique && attempt < 5 {
                // Somebody created one of the references meanwhile: judged again, it is there.
                continue
            }
        }
        throw LoadDisturbed()
    }

    /// What is to become of a batch as things are now; nothing is written.
    func judge(_ batch: VacancyBatch) async throws -> JudgedBatch {
        try await store.read { (transaction: borrowing Transaction) in
            try judge(batch, in: transaction)
        }
    }

    /// Judges and writes within one transaction.
    func load(
        _ batch: VacancyBatch,
        keeping keep: KeepReceipts?,
        in transaction: borrowing Transaction
    ) throws -> [LoadReceipt] {
        let judged = try judge(batch, in: transaction, isWriting: true)
        try write(judged, of: batch, keeping: keep, in: transaction)
        return judged.receipts
    }

    /// - Parameter isWriting: Whether the same transaction writes what is judged: nobody may change it in between.
    private func judge(
        _ batch: VacancyBatch,
        in transaction: borrowing Transaction,
        isWriting: Bool = false
    ) throws -> JudgedBatch {
        let planner = VacancyPlanner(
            publisher: batch.publisher,
            standing: try PublisherStanding.read(
                batch.publisher,
                branchCodes: Set(batch.rows.compactMap(\.entry.branchCode)),
                on: store.today,
                in: transaction
            ),
            reference: batch.reference,
            policy: policy,
            now: store.now,
            ids: store.ids
        )
        let stored = try batch.stored(on: store.today, isLocked: isWriting, in: transaction)
        var judged = JudgedBatch()
        for row in batch.rows {
            let entry = stored[row.key]
            if let entry, !entry.isOpen {
                judged.receipts.append(row.receipt(.rejected, [.referenceOfOtherBranch]))
                continue
            }
            judged.add(row, try planner.judge(row.entry, stored: entry?.vacancy, read: row.findings))
        }
        return judged
    }

    private func write(
        _ judged: JudgedBatch,
        of batch: VacancyBatch,
        keeping keep: KeepReceipts?,
        in transaction: borrowing Transaction
    ) throws {
        if !judged.plans.isEmpty { try write(judged.plans, as: batch.publisher, in: transaction) }
        try keep?(judged.receipts, transaction)
        if judged.plans.isEmpty { return }
        try record(judged, as: batch.publisher, in: transaction)
    }
}

/// A load was changed under its feet again and again.
public struct LoadDisturbed: Error, Hashable, Sendable {}

/// Rows that are judged together.
struct VacancyBatch: Sendable {
    let rows: [LoadRow<VacancyDraft>]
    let publisher: Publisher
    let reference: ReferenceSnapshot

    struct Stored: Sendable, FromRow {
        let vacancy: StoredVacancy
        /// Whether its branch is open to the publisher.
        let isOpen: Bool

        init(from row: inout Row) throws {
            vacancy = try StoredVacancy(from: &row)
            isOpen = try row.next()
        }
    }

    /// What is stored under the references of the rows.
    ///
    /// - Parameter isLocked: Whether they are held until the transaction ends, in the order in which all loads take them.
    func stored(
        on today: Day,
        isLocked: Bool = false,
        in transaction: borrowing Transaction
    ) throws -> [String: Stored] {
        // What cannot be stored is found under nothing; the rules refuse it.
        let references = rows.map(\.key).filter { !$0.utf8.contains(0) }
        let lock: SQL = isLocked ? "\(sqlite: "", postgresql: "ORDER BY vacancy.id FOR UPDATE OF vacancy")" : ""
        let rows: [Stored] = try transaction.all(
            """
            SELECT \(StoredVacancy.columns),
                CASE WHEN vacancy.branch_id IN (\(publisher.branches(on: today))) THEN TRUE ELSE FALSE END
            FROM vacancy
            WHERE vacancy.agency_id = \(publisher.agency) AND vacancy.external_reference IN \(in: references)
            \(lock)
            """
        )
        return Dictionary(rows.map { ($0.vacancy.externalReference ?? "", $0) }) { first, _ in first }
    }
}

/// What is to become of the rows of a batch.
struct JudgedBatch: Sendable {
    var receipts: [LoadReceipt] = []
    var plans: [PlannedVacancy] = []

    mutating func add(_ row: LoadRow<VacancyDraft>, _ verdict: VacancyVerdict) {
        // What was read is already among the findings of the verdict.
        func receipt(_ outcome: LoadOutcome, _ code: String?, _ findings: [Finding]) -> LoadReceipt {
            LoadReceipt(row: row.row, key: row.key, outcome: outcome, code: code, findings: findings)
        }
        switch verdict {
        case .write(let plan):
            plans.append(plan)
            receipts.append(receipt(plan.isNew ? .created : .updated, plan.code.text, plan.findings))
        case .unchanged(let stored):
            receipts.append(receipt(.unchanged, VacancyCode(stored.id).text, row.findings))
        case .refuse(let findings):
            receipts.append(receipt(.rejected, nil, findings))
        }
    }

    /// Whether the vacancies are still as they were when they were judged; from here on nobody else changes them.
    func isCurrent(_ batch: VacancyBatch, in transaction: borrowing Transaction) throws -> Bool {
        struct Version: FromRow, Hashable {
            let id: ID<Vacancy>
            let version: Int

            init(id: ID<Vacancy>, version: Int) {
                self.id = id
                self.version = version
            }

            init(from row: inout Row) throws {
                id = try row.next()
                version = try row.next()
            }
        }
        let found: [Version] = try transaction.all(
            """
            SELECT vacancy.id, vacancy.version FROM vacancy
            WHERE vacancy.agency_id = \(batch.publisher.agency)
                AND vacancy.external_reference IN \(in: plans.compactMap(\.draft.externalReference))
            \(sqlite: "", postgresql: "FOR UPDATE")
            """
        )
        let expected = plans.compactMap { plan in plan.basis.map { Version(id: $0.id, version: $0.version) } }
        return Set(found) == Set(expected)
    }
}

extension LoadRow<VacancyDraft> {
    /// Refuses a row without a reference, and one whose reference an earlier row has.
    func keyFinding(_ seen: inout [String: Int]) -> Finding? {
        let field = VacancyField.externalReference
        if key.isEmpty {
            return Finding(
                field.name,
                "required",
                it: "Manca il codice dell'agenzia, che identifica l'offerta a ogni caricamento.",
                en: "The agency's own code is missing, by which a load knows the vacancy."
            )
        }
        // One that is too long is no reference: the rules say so, and nobody keeps it.
        if key.utf8.count > 100 { return nil }
        if let first = seen[key] { return .repeated(field.name, firstRow: first) }
        seen[key] = row
        return nil
    }
}

extension Finding {
    fileprivate static let referenceOfOtherBranch = Finding(
        "external_reference",
        "external_reference_of_other_branch",
        it: "Il codice è già di un'offerta di un'altra filiale dell'agenzia, per cui non si può operare.",
        en: "The code already belongs to a vacancy of another branch of the agency, which is not open to you."
    )
}
