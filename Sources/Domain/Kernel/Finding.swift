/// What is wrong, or doubtful, in one field of an input.
public struct Finding: Error, Hashable, Sendable, Codable {
    public enum Severity: String, Sendable, Codable {
        case error
        /// The input is taken; somebody should look at it.
        case warning
    }

    /// The field's dotted name as in the API's JSON (`pay.minimum`), or the column of a file.
    public let field: String
    /// A stable word for software, in snake_case.
    public let code: String
    public let message: Localized
    public let suggestion: Localized?
    public let severity: Severity

    public init(
        _ field: String,
        _ code: String,
        it: String,
        en: String,
        suggestion: Localized? = nil,
        severity: Severity = .error
    ) {
        self.field = field
        self.code = code
        self.message = Localized(it: it, en: en)
        self.suggestion = suggestion
        self.severity = severity
    }

    /// The same finding at another field: a form has names of its own.
    public func at(_ field: String) -> Finding {
        Finding(field, code, it: message.it, en: message.en, suggestion: suggestion, severity: severity)
    }
}

extension Sequence<Finding> {
    /// Whether at least one finding stops the input.
    public var haveErrors: Bool { contains { $0.severity == .error } }
}

/// An input that the rules refuse, field by field.
public struct Invalid: Error, Hashable, Sendable {
    public let findings: [Finding]

    public init(_ findings: [Finding]) {
        self.findings = findings
    }
}

/// What became of one row of an input.
public enum LoadOutcome: String, Sendable, CaseIterable, Codable {
    case created
    case updated
    case unchanged
    /// The row was there before, and the new file no longer holds it.
    case ended
    case rejected
}

/// The answer to one row of a loaded file.
public struct LoadReceipt: Hashable, Sendable, Codable {
    /// The row's number in the file as a spreadsheet shows it: the header is row 1.
    ///
    /// 0 for rows that the file lacks.
    public let row: Int
    /// The row's own key, for instance the agency's reference of a vacancy.
    public let key: String
    public let outcome: LoadOutcome
    /// The code that the platform gave, where it gives one.
    public let code: String?
    public let findings: [Finding]

    public init(row: Int, key: String, outcome: LoadOutcome, code: String? = nil, findings: [Finding] = []) {
        self.row = row
        self.key = key
        self.outcome = outcome
        self.code = code
        self.findings = findings
    }
}

/// How many rows had each outcome.
public struct LoadSummary: Hashable, Sendable, Codable {
    public private(set) var counts: [LoadOutcome: Int] = [:]
    public private(set) var warnings = 0

    public init(_ receipts: some Sequence<LoadReceipt> = []) {
        receipts.forEach { add($0) }
    }

    public mutating func add(_ receipt: LoadReceipt) {
        counts[receipt.outcome, default: 0] += 1
        warnings += receipt.findings.count { $0.severity == .warning }
    }

    public subscript(outcome: LoadOutcome) -> Int { counts[outcome] ?? 0 }
}
