internal import Domain

/// A column that a kind of file may have.
public struct ImportColumn: Hashable, Sendable {
    public enum Presence: Hashable, Sendable {
        /// Without this heading the whole file is refused.
        case obligatory
        case optional
    }

    /// The heading in the documented templates, and the field's name in findings.
    public let name: String
    /// Other headings that mean the same, usually Italian; case, accents, blanks and punctuation do not count.
    public let aliases: [String]
    public let presence: Presence

    public init(_ name: String, _ presence: Presence = .optional, aliases: [String] = []) {
        self.name = name
        self.aliases = aliases
        self.presence = presence
    }
}

/// Which cell of a row belongs to which column.
struct ColumnMap: Sendable {
    let positions: [String: Int]
    let headings: [String]
    /// Headings that no column knows.
    let unknown: [String]

    init(_ headings: [String], columns: [ImportColumn]) throws(CannotImport) {
        if headings.allSatisfy({ Fold.key($0).isEmpty }) { throw .empty }
        var names: [String: String] = [:]
        for column in columns {
            for heading in [column.name] + column.aliases { names[Fold.key(heading)] = column.name }
        }
        var positions: [String: Int] = [:]
        var unknown: [String] = []
        for (position, heading) in headings.enumerated() {
            let key = Fold.key(heading)
            guard let name = names[key] else {
                if !key.isEmpty { unknown.append(heading) }
                continue
            }
            if let first = positions[name] {
                throw .repeatedColumn(name, headings: [headings[first], heading])
            }
            positions[name] = position
        }
        let missing = columns.filter { $0.presence == .obligatory && positions[$0.name] == nil }
        if !missing.isEmpty { throw .missingColumns(missing.map(\.name), found: headings) }
        self.positions = positions
        self.headings = headings
        self.unknown = unknown
    }
}
