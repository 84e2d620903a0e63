/// One row of an input that could be read, on its way into the store.
public struct LoadRow<Entry: Sendable>: Sendable {
    /// The row's number in the file as a spreadsheet shows it: the header is row 1.
    public let row: Int
    /// The row's own key, the same text as in its receipt.
    public let key: String
    public let entry: Entry
    /// Warnings met while the row was read; they end up in its receipt.
    public let findings: [Finding]

    public init(row: Int, key: String, entry: Entry, findings: [Finding] = []) {
        self.row = row
        self.key = key
        self.entry = entry
        self.findings = findings
    }

    /// The receipt of this row, with what was found while it was read and what the rules add.
    public func receipt(_ outcome: LoadOutcome, code: String? = nil, _ more: [Finding] = []) -> LoadReceipt {
        LoadReceipt(row: row, key: key, outcome: outcome, code: code, findings: findings + more)
    }
}

/// Whether an input is all that its source holds, or some of it.
public enum LoadExtent: Hashable, Sendable {
    /// What the input does not name stays as it is.
    case part
    /// What the input does not name has ended.
    ///
    /// A row that was refused still says that its object is there: those keys come along, so that a typing error in an
    /// address does not close a branch.
    case full(alsoHolding: Set<String>)

    public var isFull: Bool { self != .part }

    /// Keys that the input names although their rows were refused.
    public var refusedKeys: Set<String> {
        switch self {
        case .part: []
        case .full(let keys): keys
        }
    }
}

/// What an entrance that loads is told besides the rows.
public struct LoadRequest: Sendable {
    public let extent: LoadExtent
    /// The code of the only agency that the input may speak of, when one was named.
    public let agency: String?
    /// Everything is checked and answered as if, and nothing is written.
    public let isDryRun: Bool
    public let actor: Actor

    public init(
        extent: LoadExtent = .part,
        agency: String? = nil,
        isDryRun: Bool = false,
        actor: Actor = .system("import")
    ) {
        self.extent = extent
        self.agency = agency
        self.isDryRun = isDryRun
        self.actor = actor
    }
}

extension Finding {
    /// A row whose key an earlier row of the same input has already.
    public static func repeated(_ field: String, firstRow: Int) -> Finding {
        Finding(
            field,
            "duplicate_in_file",
            it: "Lo stesso oggetto compare già alla riga \(firstRow)",
            en: "The same object appears in row \(firstRow) already"
        )
    }

    /// A last day before the first.
    public static func endsBeforeStart(_ field: String) -> Finding {
        Finding(
            field,
            "ends_before_start",
            it: "La data di fine precede la data di inizio",
            en: "The end date comes before the start date"
        )
    }
}
