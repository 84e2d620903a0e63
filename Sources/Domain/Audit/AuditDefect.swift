/// Something in the trail that is not as it was written.
public struct AuditDefect: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable, CaseIterable {
        /// The row does not give the hash with which it was sealed or announced.
        case rowChanged = "row_changed"
        /// There is a seal, or an announcement, and no row.
        case rowMissing = "row_missing"
        /// There is a row that was neither sealed nor announced.
        case rowInserted = "row_inserted"
        /// The announcement of an entry that is sealed already.
        case announcementInserted = "announcement_inserted"
        /// The seal's own columns do not give its link.
        case sealChanged = "seal_changed"
        case sealMissing = "seal_missing"
        /// The seal does not continue the one before it: it was moved, inserted, or the one before was made anew.
        case linkBroken = "link_broken"
        /// The chain ends before a checkpoint.
        case chainCut = "chain_cut"
        /// The chain has another link than a checkpoint says.
        case chainRewritten = "chain_rewritten"
        /// The checkpoint's signature is not that of what it says, or it is not the one that was kept.
        case checkpointChanged = "checkpoint_changed"
        case checkpointMissing = "checkpoint_missing"
        /// Signed with a key that was not given.
        case checkpointOfUnknownKey = "checkpoint_of_unknown_key"
        /// Not signed, although one before it was, or a key was given.
        case checkpointUnsigned = "checkpoint_unsigned"
        /// A trigger that refuses changes is gone, switched off, or does something else.
        case guardMissing = "guard_missing"
        /// A key by which no row can be there twice is gone.
        case keyMissing = "key_missing"
        /// Rows wait for longer than any round of the sealer: it is stopped, or kept from its work.
        case sealOverdue = "seal_overdue"
        /// Table and index of the file do not agree: it was written past the engine, or is damaged.
        case fileDamaged = "file_damaged"
    }

    public let kind: Kind
    /// In the chain; for a checkpoint, what it says of the chain.
    public let position: Int64?
    /// The key of the row, as it stands in the database.
    public let entry: Int64?
    public let at: Instant?
    public let what: String

    init(_ kind: Kind, position: Int64? = nil, entry: Int64? = nil, at instant: Instant? = nil, _ what: String) {
        self.kind = kind
        self.position = position
        self.entry = entry
        // An id says when it was made, should the row not be there to say so; a changed one may say anything.
        let moment = instant ?? entry.map { IDGenerator.moment(of: ID<AuditRecord>($0)) }
        at = moment.flatMap { Instant.believable.contains($0) ? $0 : nil }
        self.what = what
    }

    public var description: String {
        [
            position.map { "position \($0)" }, entry.map { "entry \($0)" }, at?.rfc3339,
            "\(kind.rawValue): \(what)",
        ].compactMap(\.self).joined(separator: " · ")
    }
}
