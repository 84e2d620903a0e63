public import Persistence

/// A link of the chain: it ties an entry to all that were sealed before it.
///
/// Whoever changes, removes or inserts an entry has to make every later link anew, which the checkpoints that are kept
/// elsewhere give away.
public struct AuditSeal: Hashable, Sendable {
    /// 1, 2, 3, … without a gap.
    public let position: Int64
    public let entry: ID<AuditRecord>
    public let entryHash: String
    /// The link before this one; ``AuditSeal/genesis`` at position 1.
    public let previous: String
    public let link: String

    /// What the first link continues.
    public static let genesis = String(repeating: "0", count: 64)

    /// The seal that continues a chain.
    init(sealing entry: ID<AuditRecord>, hash: String, after head: AuditHead) {
        position = head.position + 1
        self.entry = entry
        entryHash = hash
        previous = head.link
        link = AuditSeal.link(position: position, entry: entry.rawValue, hash: hash, previous: head.link)
    }

    /// SHA-256 over position, entry, the entry's hash and the link before.
    static func link(position: Int64, entry: Int64, hash: String, previous: String) -> String {
        var fields = AuditEncoding("incontro.audit.link.1", capacity: 256)
        fields.append(position)
        fields.append(entry)
        fields.append(hash)
        fields.append(previous)
        return fields.digest
    }
}

/// How far the chain has come.
public struct AuditHead: Hashable, Sendable {
    /// The number of sealed entries.
    public let position: Int64
    public let link: String

    public static let genesis = AuditHead(position: 0, link: AuditSeal.genesis)
}

extension AuditHead: FromRow {
    public init(from row: inout Row) throws {
        position = try row.next()
        link = try row.next()
    }
}

extension Transaction {
    func auditHead() throws -> AuditHead {
        try first("SELECT s.position, s.link FROM audit_seal s ORDER BY s.position DESC LIMIT 1") ?? .genesis
    }
}
