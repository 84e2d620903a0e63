public import Domain

/// What became of an imported file: the account that the terminal, the page and a script read.
public struct ImportReport: Sendable, Codable {
    public let kind: ImportKind
    public let encoding: String
    public let separator: String?
    public let isDryRun: Bool
    /// What concerns the file as a whole, for instance columns that were ignored.
    public let warnings: [Finding]
    public private(set) var summary = LoadSummary()
    /// In the order of the rows: those that explain something, or all when so asked.
    public private(set) var receipts: [LoadReceipt] = []
    /// Where the file broke off, when it could not be read to its end; what came before is loaded.
    public private(set) var interruption: Finding?
    public var duration: Duration = .zero

    public init(
        kind: ImportKind,
        encoding: String,
        separator: String? = nil,
        isDryRun: Bool = false,
        warnings: [Finding] = []
    ) {
        self.kind = kind
        self.encoding = encoding
        self.separator = separator
        self.isDryRun = isDryRun
        self.warnings = warnings
    }

    public mutating func add(_ receipts: [LoadReceipt], keepingAll: Bool) {
        for receipt in receipts {
            summary.add(receipt)
            if keepingAll || receipt.explains { self.receipts.append(receipt) }
        }
    }

    mutating func interrupt(_ reason: CannotImport, afterRow row: Int) {
        interruption = Finding(
            "",
            "file_broken",
            it: "Dopo la riga \(row) il file non è stato letto, le righe precedenti sì. \(reason.message.it)",
            en: "After row \(row) the file was not read; the rows before were. \(reason.message.en)"
        )
    }

    /// Whether at least one row was refused or not even read: the command's exit status is then not 0.
    public var hasRefusals: Bool { summary[.rejected] > 0 || interruption != nil }

    /// What concerns the file as a whole.
    var fileFindings: [Finding] { warnings + [interruption].compactMap(\.self) }
}

extension ImportReport {
    /// The report with no more than the first rows that explain something.
    func shortened(to limit: Int) -> ImportReport {
        var report = self
        report.receipts = Array(receipts.filter(\.explains).prefix(limit))
        return report
    }
}

extension LoadReceipt {
    fileprivate var explains: Bool { outcome == .rejected || outcome == .ended || !findings.isEmpty }
}
