internal import Persistence
internal import Synchronization

extension VacancyLoads {
    /// How the rows of a piece are read: the domain knows no format.
    public typealias ReadPiece = @Sendable (VacancyLoadPiece) -> VacancyLoadPortion

    /// Judges the rows of a load piece by piece, and writes what is to be written with its receipts.
    ///
    /// A piece, its receipts and the place to go on from are one transaction: a worker that dies leaves nothing half done,
    /// and the next one comes to the same end. All or nothing is judged by pieces as well, and written in one transaction.
    ///
    /// - Throws: `CancellationError` also when another worker has taken the load over.
    public func process(
        _ claimed: ClaimedVacancyLoad,
        by vacancies: Vacancies,
        read: @escaping ReadPiece
    ) async throws {
        var run = LoadRun(loads: self, claimed: claimed, vacancies: vacancies, read: read)
        do {
            try await run.toTheEnd()
        } catch let cancellation as CancellationError {
            try await release(claimed)
            throw cancellation
        }
    }
}

/// One worker's way through a load.
private struct LoadRun: Sendable {
    let loads: VacancyLoads
    let claimed: ClaimedVacancyLoad
    let vacancies: Vacancies
    let read: VacancyLoads.ReadPiece
    private var seen = SeenReferences()

    init(
        loads: VacancyLoads,
        claimed: ClaimedVacancyLoad,
        vacancies: Vacancies,
        read: @escaping VacancyLoads.ReadPiece
    ) {
        self.loads = loads
        self.claimed = claimed
        self.vacancies = vacancies
        self.read = read
    }

    private var store: Store { loads.store }
    private var load: VacancyLoad { claimed.load }
    private var writesAtOnce: Bool { load.mode == .allOrNothing && !load.isDryRun }

    mutating func toTheEnd() async throws {
        seen = SeenReferences(
            try await store.read { [claimed] (transaction: borrowing Transaction) in
                try transaction.references(of: claimed)
            }
        )
        var next = claimed.nextPiece
        for _ in 1...3 {
            try await judge(from: next)
            if load.mode == .allOrNothing, try await refuseWhole() { return }
            if !writesAtOnce { return try await finish() }
            do {
                return try await writeWhole()
            } catch is RefusedMeanwhile {
                // Somebody else has changed what the judgement was about: judged again, the receipts say so.
            } catch let violation as ConstraintViolation where violation.kind == .unique {
                // Somebody else has just created one of the references: judged again, it is there.
            }
            try await startAgain()
            (next, seen) = (0, SeenReferences())
        }
        throw LoadDisturbed()
    }

    // MARK: Piece by piece

    /// While a piece is written the next one is read and judged: a load has two processors.
    private func judge(from first: Int) async throws {
        let reference = try await vacancies.reference()
        var current = try await judged(first, reference)
        while let piece = current {
            try Task.checkCancellation()
            async let next = judged(piece.number + 1, reference)
            try await keep(piece)
            current = try await next
        }
    }

    /// A piece with all that is known of it before it is written.
    private struct JudgedPiece: Sendable {
        let number: Int
        let batch: VacancyBatch
        let judged: JudgedBatch
        let refused: [LoadReceipt]
    }

    private func judged(_ number: Int, _ reference: ReferenceSnapshot) async throws -> JudgedPiece? {
        guard let piece = try await piece(number) else { return nil }
        let (batch, refused) = seen.rows.withLock { sift(piece, reference, &$0) }
        return JudgedPiece(number: number, batch: batch, judged: try await vacancies.judge(batch), refused: refused)
    }

    private func keep(_ piece: JudgedPiece) async throws {
        let (claimed, now, keepsPiece) = (claimed, store.now, writesAtOnce)
        _ = try await vacancies.load(
            piece.batch,
            judged: piece.judged,
            dryRun: load.isDryRun || writesAtOnce
        ) { receipts, transaction in
            try transaction.keep(receipts + piece.refused, of: piece.number, claimed, at: now)
            if !keepsPiece { try transaction.removePiece(piece.number, of: claimed) }
        }
    }

    private func piece(_ number: Int) async throws -> VacancyLoadPiece? {
        try await store.read { [claimed] (transaction: borrowing Transaction) in
            try transaction.piece(number, of: claimed)
        }
    }

    /// The rows that are to be judged together, and the receipts of those that are refused before.
    private func sift(
        _ piece: VacancyLoadPiece,
        _ reference: ReferenceSnapshot,
        _ seen: inout [String: Int]
    ) -> (VacancyBatch, [LoadReceipt]) {
        let portion = read(piece)
        var (accepted, refused): ([LoadRow<VacancyDraft>], [LoadReceipt]) = ([], portion.unreadable)
        accepted.reserveCapacity(portion.rows.count)
        for row in portion.rows {
            if let finding = row.keyFinding(&seen) {
                let isKnown = row.findings.contains { $0.field == finding.field && $0.code == finding.code }
                refused.append(row.receipt(.rejected, isKnown ? [] : [finding]))
            } else {
                accepted.append(row)
            }
        }
        return (VacancyBatch(rows: accepted, publisher: claimed.publisher, reference: reference), refused)
    }

    private func finish() async throws {
        try await store.write { [self] (transaction: borrowing Transaction) in
            try finish(in: transaction)
        }
    }

    private func finish(in transaction: borrowing Transaction) throws {
        try transaction.step(
            claimed,
            """
            UPDATE vacancy_load SET state = \(VacancyLoad.State.done), total = processed, finished_at = \(store.now)
            """
        )
        try transaction.run("DELETE FROM vacancy_load_piece WHERE load_id = \(load.id)")
        let counts = try transaction.counts(of: load.id)
        var details: [String: AuditValue] = [
            "agency": .text(claimed.publisher.agency.text), "mode": .text(load.mode.rawValue),
            "dry_run": .flag(load.isDryRun),
        ]
        for outcome in LoadOutcome.allCases where outcome != .ended {
            details[outcome.rawValue] = .number(Int64(counts[outcome] ?? 0))
        }
        let entry = AuditEntry(
            claimed.publisher.actor,
            "vacancy_load.finished",
            on: AuditSubject("vacancy_load", load.id),
            details: details,
            rows: counts.values.reduce(0, +)
        )
        try store.audit.record(entry, in: transaction)
    }

    // MARK: All or nothing

    /// Where a row was refused the others are not written, and say so.
    private func refuseWhole() async throws -> Bool {
        try await store.write { [self] (transaction: borrowing Transaction) in
            let counts = try transaction.counts(of: load.id)
            guard counts[.rejected] ?? 0 > 0 else { return false }
            try transaction.run(
                """
                UPDATE vacancy_load_receipt
                SET outcome = \(LoadOutcome.rejected.rawValue), code = NULL, findings = \(try [Finding.notAll].stored)
                WHERE load_id = \(load.id) AND outcome IN ('created', 'updated')
                """
            )
            try finish(in: transaction)
            return true
        }
    }

    private func writeWhole() async throws {
        let reference = try await vacancies.reference()
        try await store.write { [self] (transaction: borrowing Transaction) in
            try transaction.startAgain(claimed, at: store.now)
            var (seen, number): ([String: Int], Int) = ([:], 0)
            while let piece = try transaction.piece(number, of: claimed) {
                let (batch, refused) = sift(piece, reference, &seen)
                let (claimed, now, place) = (claimed, store.now, number)
                let receipts = try vacancies.load(
                    batch,
                    keeping: { receipts, transaction in
                        try transaction.keep(receipts + refused, of: place, claimed, at: now)
                    },
                    in: transaction
                )
                if !refused.isEmpty || receipts.contains(where: { $0.outcome == .rejected }) {
                    throw RefusedMeanwhile()
                }
                number += 1
            }
            try finish(in: transaction)
        }
    }

    private func startAgain() async throws {
        try await store.write { [claimed, store] (transaction: borrowing Transaction) in
            try transaction.startAgain(claimed, at: store.now)
        }
    }

    private struct RefusedMeanwhile: Error {}
}

/// The references that a load has had so far, with the row of each; pieces are sifted one after the other.
private final class SeenReferences: Sendable {
    let rows: Mutex<[String: Int]>

    init(_ rows: [String: Int] = [:]) {
        self.rows = Mutex(rows)
    }
}

// MARK: - Rows

private let receiptTable = BulkTable(
    "vacancy_load_receipt",
    columns: ["load_id", "number", "external_reference", "outcome", "code", "findings"],
    key: [],
    update: []
)

extension Transaction {
    /// A change that only the worker makes that has the load now, and only while its client is one.
    fileprivate func step(_ claimed: ClaimedVacancyLoad, _ change: SQL) throws {
        let changed = try run(
            """
            \(change) WHERE id = \(claimed.load.id) AND state = 'running' AND attempt = \(claimed.attempt)
                AND NOT \(VacancyLoads.isRevoked)
            """
        )
        if changed != 1 { throw CancellationError() }
    }

    /// Keeps the receipts of a piece, and that the work goes on after it.
    fileprivate func keep(
        _ receipts: [LoadReceipt],
        of piece: Int,
        _ claimed: ClaimedVacancyLoad,
        at now: Instant
    ) throws {
        try step(
            claimed,
            """
            UPDATE vacancy_load SET processed = processed + \(receipts.count), next_piece = \(piece + 1),
                beat_at = \(now), idle_attempts = 0
            """
        )
        let rows = try receipts.map { receipt -> [SQLValue] in
            // A reference that is no reference may be anything, and of any length.
            let isStorable = !receipt.key.hasControlCharacter(isMultiline: false)
            // The code of a vacancy that a dry run would have made leads nowhere.
            let isImagined = claimed.load.isDryRun && receipt.outcome == .created
            return [
                claimed.load.id.sqlValue, .integer(Int64(receipt.row)),
                .text(isStorable ? String(receipt.key.prefix(100)) : ""), .text(receipt.outcome.rawValue),
                isImagined ? .null : receipt.code.sqlValue, try receipt.findings.stored.sqlValue,
            ]
        }
        try upsert(into: receiptTable, rows: rows)
    }

    fileprivate func removePiece(_ number: Int, of claimed: ClaimedVacancyLoad) throws {
        try run("DELETE FROM vacancy_load_piece WHERE load_id = \(claimed.load.id) AND number = \(number)")
    }

    fileprivate func piece(_ number: Int, of claimed: ClaimedVacancyLoad) throws -> VacancyLoadPiece? {
        try first(
            """
            SELECT p.number, p.first_row, p.rows, p.content FROM vacancy_load_piece p
            WHERE p.load_id = \(claimed.load.id) AND p.number = \(number)
            """
        )
    }

    /// The references that the load has had so far, with the row of each.
    fileprivate func references(of claimed: ClaimedVacancyLoad) throws -> [String: Int] {
        struct Reference: FromRow {
            let row: Int
            let key: String

            init(from row: inout Row) throws {
                self.row = try row.next()
                key = try row.next()
            }
        }
        var references: [String: Int] = [:]
        try forEach(
            """
            SELECT r.number, r.external_reference FROM vacancy_load_receipt r
            WHERE r.load_id = \(claimed.load.id) AND r.external_reference <> '' ORDER BY r.number
            """,
            as: Reference.self
        ) { if references[$0.key] == nil { references[$0.key] = $0.row } }
        return references
    }

    fileprivate func startAgain(_ claimed: ClaimedVacancyLoad, at now: Instant) throws {
        try step(claimed, "UPDATE vacancy_load SET processed = 0, next_piece = 0, beat_at = \(now)")
        try run("DELETE FROM vacancy_load_receipt WHERE load_id = \(claimed.load.id)")
    }
}

extension Finding {
    fileprivate static let notAll = Finding(
        "",
        "load_not_applied",
        it: "La riga è corretta, ma altre righe sono state rifiutate: nulla è stato scritto (all-or-nothing).",
        en: "The row is good, but other rows were refused: nothing was written (all-or-nothing).",
        suggestion: Localized(
            it: "Correggere le altre righe e inviare di nuovo, con un'altra chiave.",
            en: "Correct the other rows and send all of it again, with another key."
        )
    )
}
