/// A column of a table on its way out: its heading, what it holds and how wide it is shown.
public struct Column: Hashable, Sendable {
    /// What the cells of a column hold, and so how a spreadsheet shows and edits them.
    public enum Kind: Hashable, Sendable {
        case text
        /// Text that looks like a number and must stay text when a person edits it: postal codes, tax codes.
        case code
        case integer
        case decimal(places: Int = 2)
        case day
        case instant
        case boolean
    }

    public var title: String
    public var kind: Kind
    /// In characters of the standard font.
    public var width: Double

    public init(_ title: String, _ kind: Kind = .text, width: Double? = nil) {
        self.title = title
        self.kind = kind
        // Four characters more than the heading leave room for the filter's button.
        self.width = width ?? max(kind.usualWidth, min(Double(title.count) + 4, 40))
    }
}

extension Column.Kind {
    fileprivate var usualWidth: Double {
        switch self {
        case .text: 24
        case .code: 18
        case .integer, .boolean: 10
        case .decimal, .day: 12
        case .instant: 17
        }
    }
}
