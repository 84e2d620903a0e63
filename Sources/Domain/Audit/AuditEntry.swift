public import Persistence

/// What was done, as a stable word: `vacancy.published`, `citizens.listed`, `citizen.read`, `citizens.exported`.
///
/// Each feature names its own, beside the code that records them.
public struct AuditAction: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral, Bindable, ColumnDecodable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public init(stringLiteral value: String) {
        rawValue = value
    }
}

/// What it was done to.
public struct AuditSubject: Hashable, Sendable {
    public let kind: String
    public let id: Int64

    public init<Entity>(_ kind: String, _ id: ID<Entity>) {
        self.kind = kind
        self.id = id.rawValue
    }
}

/// How it ended.
public enum AuditResult: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    /// The beginning of something long, for instance an export; a second entry tells the end.
    case started
    case succeeded
    case refused
    case failed
    /// Broken off before its end, by whoever asked for it or by the end of the server.
    case cancelled
}

/// A value in the details of a trace: filters of a list, counts, what changed.
public enum AuditValue: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral
{
    case text(String)
    case number(Int64)
    case flag(Bool)
    case list([AuditValue])

    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .number(value) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
}

/// The trace of one act: who, for whom, in which scope, what, to what, why, with which filters and counts.
public struct AuditEntry: Hashable, Sendable {
    public let actor: Actor
    public let action: AuditAction
    public let subject: AuditSubject?
    /// The citizen whom the act concerns, who may ask who looked at the data: article 15 GDPR.
    public let citizen: ID<Citizen>?
    /// Why: the vacancy, the search, the export in whose course it happened.
    public let reason: String?
    public let details: [String: AuditValue]
    /// How many rows were shown or taken away.
    public let rows: Int?
    public let result: AuditResult

    public init(
        _ actor: Actor,
        _ action: AuditAction,
        on subject: AuditSubject? = nil,
        about citizen: ID<Citizen>? = nil,
        because reason: String? = nil,
        details: [String: AuditValue] = [:],
        rows: Int? = nil,
        result: AuditResult = .succeeded
    ) {
        self.actor = actor
        self.action = action
        self.subject = subject
        self.citizen = citizen
        self.reason = reason
        self.details = details
        self.rows = rows
        self.result = result
    }
}

extension AuditEntry {
    /// The trace of a loaded file: how many rows had each outcome, never the rows.
    static func loaded(_ action: AuditAction, _ receipts: [LoadReceipt], _ request: LoadRequest) -> AuditEntry {
        let summary = LoadSummary(receipts)
        var details: [String: AuditValue] = ["full": .flag(request.extent.isFull)]
        for outcome in LoadOutcome.allCases { details[outcome.rawValue] = .number(Int64(summary[outcome])) }
        if let agency = request.agency { details["agency"] = .text(agency) }
        return AuditEntry(request.actor, action, details: details, rows: receipts.count)
    }
}
