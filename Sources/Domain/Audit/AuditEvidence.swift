internal import Persistence

/// A trace as its columns hold it, believed in nothing: to be hashed, and never shown.
struct AuditImage: Sendable, FromRow {
    let id: Int64?
    let at: Instant?
    /// What goes into the hash; nil where a column holds what no writer of ours puts there.
    let fields: AuditEncoding?
    let hash: String?

    init(from row: inout Row) throws {
        var fields = AuditEncoding(AuditRecord.encoding)
        var isReadable = true
        var numbers: [Int64?] = [nil, nil]
        for (index, field) in AuditRecord.fields.enumerated() {
            try row.next { (column: borrowing Column) in
                if column.isNull { return fields.appendNothing() }
                if field.kind.isText {
                    do { try column.withText { fields.append(bytes: $0) } } catch { isReadable = false }
                } else {
                    guard let number = try? column.integer() else { return isReadable = false }
                    if index < 2 { numbers[index] = number }
                    fields.append(number)
                }
            }
        }
        id = numbers[0]
        at = numbers[1].map(Instant.init(milliseconds:))
        self.fields = isReadable ? fields : nil
        hash = try? row.next(String.self)
    }

    /// The hash of what the row holds now; nil when it holds what cannot be hashed.
    var digest: String? { fields?.digest }
}

/// A seal as its columns hold it.
struct SealImage: Sendable, FromRow {
    let position: Int64?
    let entry: Int64?
    let entryHash: String?
    let previous: String?
    let link: String?

    init(from row: inout Row) throws {
        position = try? row.next(Int64.self)
        entry = try? row.next(Int64.self)
        entryHash = try? row.next(String.self)
        previous = try? row.next(String.self)
        link = try? row.next(String.self)
    }

    /// The link that position, entry, hash and the link before give.
    var computedLink: String? {
        guard let position, let entry, let entryHash, let previous else { return nil }
        return AuditSeal.link(position: position, entry: entry, hash: entryHash, previous: previous)
    }
}

/// Everything that the store holds of the trail, in the order in which it is judged.
enum AuditEvidence: Sendable {
    case lack(AuditWeakness)
    /// What the engine says of its file.
    case damage(String)
    /// Nil where a column cannot be read.
    case checkpoint(AuditCheckpoint?)
    /// A seal with all rows of its entry: one, unless somebody has removed or added some.
    case sealed(SealImage, [AuditImage])
    /// A row without a seal, with the hash by which it was announced.
    case unsealed(AuditImage, announced: String?)
    /// An announcement without a row, or of a row that is sealed.
    case announced(entry: Int64?, sealedAt: Int64?)
}

extension AuditTrail {
    /// The evidence from one snapshot, in constant memory: seals with their rows in portions, then what is not sealed.
    func evidence(portion: Int = 1000) -> RowStream<AuditEvidence> {
        store.database.stream(rows: portion) {
            (transaction: borrowing Transaction, emit: (AuditEvidence) throws -> Void) in
            for lack in try transaction.auditLacks() { try emit(.lack(lack)) }
            for damage in try transaction.auditDamage() { try emit(.damage(damage)) }
            try transaction.forEach(
                "SELECT \(AuditCheckpoint.columns) FROM audit_checkpoint c ORDER BY c.number",
                as: CheckpointImage.self
            ) { try emit(.checkpoint($0.checkpoint)) }

            var seals: [SealImage] = []
            try transaction.forEach(
                "SELECT s.position, s.entry_id, s.entry_hash, s.previous, s.link FROM audit_seal s ORDER BY s.position",
                as: SealImage.self
            ) { seal in
                seals.append(seal)
                if seals.count < portion { return }
                try transaction.emitSealed(seals, emit)
                seals.removeAll(keepingCapacity: true)
            }
            try transaction.emitSealed(seals, emit)

            try transaction.forEach(
                """
                SELECT \(AuditRecord.columns), q.entry_hash FROM audit_entry e
                LEFT JOIN audit_queue q ON q.entry_id = e.id
                WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = e.id) ORDER BY e.id
                """,
                as: UnsealedRow.self
            ) { try emit(.unsealed($0.image, announced: $0.announced)) }
            try transaction.forEach(
                """
                SELECT q.entry_id, s.position FROM audit_queue q LEFT JOIN audit_seal s ON s.entry_id = q.entry_id
                WHERE s.position IS NOT NULL OR NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.id = q.entry_id)
                ORDER BY q.entry_id
                """,
                as: Announcement.self
            ) { try emit(.announced(entry: $0.entry, sealedAt: $0.position)) }
        }
    }
}

extension Transaction {
    /// A join would have to sort all rows by position on PostgreSQL; the rows of a portion lie together.
    fileprivate func emitSealed(_ seals: [SealImage], _ emit: (AuditEvidence) throws -> Void) throws {
        if seals.isEmpty { return }
        let ids = seals.compactMap(\.entry)
        let images: [AuditImage] = try all(
            "SELECT \(AuditRecord.columns) FROM audit_entry e WHERE e.id IN \(in: ids)"
        )
        let byID = Dictionary(grouping: images, by: \.id)
        for seal in seals { try emit(.sealed(seal, seal.entry.flatMap { byID[$0] } ?? [])) }
    }

    /// Where the engine's own check of the audit tables finds table and index at odds.
    ///
    /// A row is found by its index, which keeps a copy of the key: what was changed in the table alone, byte by byte in the
    /// file, would be read from that copy. PostgreSQL has such a check as an extension only.
    fileprivate func auditDamage() throws -> [String] {
        guard engine == .sqlite else { return [] }
        let checks: [SQL] = [
            "PRAGMA integrity_check('audit_entry')", "PRAGMA integrity_check('audit_seal')",
            "PRAGMA integrity_check('audit_checkpoint')", "PRAGMA integrity_check('audit_queue')",
        ]
        return try checks.flatMap { try all($0, as: String.self) }.filter { $0 != "ok" }
    }
}

private struct UnsealedRow: FromRow {
    let image: AuditImage
    let announced: String?

    init(from row: inout Row) throws {
        image = try AuditImage(from: &row)
        announced = try? row.next(String.self)
    }
}

private struct Announcement: FromRow {
    let entry: Int64?
    let position: Int64?

    init(from row: inout Row) throws {
        entry = try? row.next(Int64.self)
        position = try? row.next(Int64.self)
    }
}

private struct CheckpointImage: FromRow {
    let checkpoint: AuditCheckpoint?

    init(from row: inout Row) throws {
        checkpoint = try? AuditCheckpoint(from: &row)
    }
}
