public import Domain

/// How one kind of file is read and loaded: its columns, what a row means, and where the rows go.
///
/// The engine around it matches headings, collects findings, refuses repeated keys and writes the report, so that a
/// kind only says what is its own.
public struct ImportDefinition<Entry: Sendable>: Sendable {
    /// How many rows reach the store together.
    public enum Portion: Hashable, Sendable {
        /// All rows in one transaction: a register, where what is missing has a meaning.
        case wholeFile
        /// So many rows to a transaction: files of any length, in constant memory.
        case rows(Int)
    }

    public let kind: ImportKind
    public let columns: [ImportColumn]
    public let portion: Portion
    /// Whether a file may be declared to be all there is (`--full`).
    public let mayBeFull: Bool
    /// Whether a row with errors still goes to `load`, which then adds what the rules find and refuses it.
    ///
    /// For kinds with many rules: people should see all that is wrong with a row at once.
    public let judgesFaultyRows: Bool
    /// The column that a row's findings point to when the whole row is meant, for instance a repeated one.
    public let keyColumn: String
    /// The key of a row as it stands in the file, also of a row that turns out faulty; nil when it has none.
    public let key: @Sendable (RowFields) -> String?
    /// The row in the domain's types; nil, with findings, when it cannot be one.
    public let read: @Sendable (inout RowFields) -> Entry?
    public let load: @Sendable (_ rows: [LoadRow<Entry>], _ request: LoadRequest) async throws -> [LoadReceipt]

    public init(
        _ kind: ImportKind,
        columns: [ImportColumn],
        portion: Portion,
        mayBeFull: Bool = false,
        judgesFaultyRows: Bool = false,
        keyColumn: String,
        key: @escaping @Sendable (RowFields) -> String?,
        read: @escaping @Sendable (inout RowFields) -> Entry?,
        load: @escaping @Sendable (_ rows: [LoadRow<Entry>], _ request: LoadRequest) async throws -> [LoadReceipt]
    ) {
        self.kind = kind
        self.columns = columns
        self.portion = portion
        self.mayBeFull = mayBeFull
        self.judgesFaultyRows = judgesFaultyRows
        self.keyColumn = keyColumn
        self.key = key
        self.read = read
        self.load = load
    }
}

/// How a file is to be imported.
public struct ImportOptions: Sendable {
    public var isFull: Bool
    public var agency: String?
    public var isDryRun: Bool
    public var actor: Actor
    /// Keep every receipt in the report, not only those that explain something.
    public var keepsAllReceipts: Bool
    /// Told the number of rows done, after each portion.
    public var progress: @Sendable (Int) -> Void

    public init(
        isFull: Bool = false,
        agency: String? = nil,
        isDryRun: Bool = false,
        actor: Actor = .system("import"),
        keepsAllReceipts: Bool = false,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.isFull = isFull
        self.agency = agency
        self.isDryRun = isDryRun
        self.actor = actor
        self.keepsAllReceipts = keepsAllReceipts
        self.progress = progress
    }
}

/// A definition without its type, so that all kinds stand in one list.
public struct Importer: Sendable {
    public let kind: ImportKind
    public let columns: [ImportColumn]
    public let run: @Sendable (ImportTable, ImportOptions) async throws -> ImportReport

    public init<Entry>(_ definition: ImportDefinition<Entry>) {
        kind = definition.kind
        columns = definition.columns
        run = { try await definition.run($0, $1) }
    }
}
