public import Persistence

/// The kinds of file that a list leaves in.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case xlsx
    case csv
}
