public import Persistence

/// A column of a trace that goes into its hash.
public struct AuditField: Sendable {
    /// What it holds: how it is stored, and how it is said outside.
    public enum Kind: Sendable {
        case text
        case number
        /// A number that many readers of JSON would round.
        case id
        case instant

        var isText: Bool { self == .text }
    }

    public let name: StaticString
    public let kind: Kind
    public let value: @Sendable (AuditRecord) -> SQLValue

    fileprivate init(_ name: StaticString, _ kind: Kind, _ value: @escaping @Sendable (AuditRecord) -> SQLValue) {
        self.name = name
        self.kind = kind
        self.value = value
    }
}

extension AuditRecord {
    /// The columns before the hash, in the order in which they are stored and go into it: once released, for ever.
    public static let fields: [AuditField] = [
        AuditField("id", .id) { $0.id.sqlValue },
        AuditField("at", .instant) { $0.at.sqlValue },
        AuditField("actor_kind", .text) { $0.actorKind.sqlValue },
        AuditField("actor_id", .id) { $0.actorID.sqlValue },
        AuditField("actor_role", .text) { $0.actorRole.sqlValue },
        AuditField("agency_id", .id) { $0.agency.sqlValue },
        AuditField("scope", .text) { $0.scope.sqlValue },
        AuditField("scope_branch_id", .id) { $0.scopeBranch.sqlValue },
        AuditField("action", .text) { $0.action.sqlValue },
        AuditField("subject_kind", .text) { $0.subjectKind.sqlValue },
        AuditField("subject_id", .id) { $0.subjectID.sqlValue },
        AuditField("citizen_id", .id) { $0.citizen.sqlValue },
        AuditField("reason", .text) { $0.reason.sqlValue },
        AuditField("details", .text) { $0.details.sqlValue },
        AuditField("row_count", .number) { $0.rows.sqlValue },
        AuditField("result", .text) { $0.result.sqlValue },
        AuditField("request_id", .text) { $0.requestID.sqlValue },
    ]

    /// What a field is said to be outside, by its name.
    public enum Member: Hashable, Sendable {
        case text(String?)
        case number(Int64?)
    }

    /// The fields by their names, for whoever takes the trace away.
    public var members: [(name: StaticString, value: Member)] {
        AuditRecord.fields.map { field in
            switch (field.value(self), field.kind) {
            case (.integer(let number), .number): (field.name, .number(number))
            case (.integer(let number), .instant): (field.name, .text(Instant(milliseconds: number).rfc3339))
            case (.integer(let number), .id), (.integer(let number), .text): (field.name, .text(String(number)))
            case (.text(let text), _): (field.name, .text(text))
            case (_, .number): (field.name, .number(nil))
            case (_, .text), (_, .id), (_, .instant): (field.name, .text(nil))
            }
        }
    }
}
