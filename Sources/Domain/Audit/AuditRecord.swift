public import Persistence

/// A trace as it stands in the store: flat, and under its own hash.
public struct AuditRecord: Hashable, Sendable {
    public let id: ID<AuditRecord>
    public let at: Instant
    public let actorKind: String
    public let actorID: Int64?
    /// The operator's role, or the name of the job that acted.
    public let actorRole: String?
    public let agency: ID<Agency>?
    public let scope: String?
    public let scopeBranch: ID<Branch>?
    public let action: AuditAction
    public let subjectKind: String?
    public let subjectID: Int64?
    public let citizen: ID<Citizen>?
    public let reason: String?
    /// Canonical JSON.
    public let details: String
    public let rows: Int?
    public let result: AuditResult
    public let requestID: String?
    /// SHA-256 over all of the above, in hexadecimal.
    public private(set) var hash: String
}

extension AuditRecord {
    init(_ entry: AuditEntry, id: ID<AuditRecord>, at instant: Instant, requestID: String?) {
        let parts = entry.actor.auditParts
        let (scope, scopeBranch) = (parts.scope?.word, parts.scope?.branch)
        self.id = id
        at = instant
        actorKind = parts.kind
        actorID = parts.id
        actorRole = parts.role
        agency = entry.actor.agency
        self.scope = scope
        self.scopeBranch = scopeBranch
        action = entry.action
        subjectKind = entry.subject?.kind
        subjectID = entry.subject?.id
        citizen = entry.citizen
        reason = entry.reason
        details = CanonicalJSON.object(entry.details)
        rows = entry.rows
        result = entry.result
        self.requestID = requestID
        hash = ""
        hash = expectedHash
    }

    /// The hash that the row must carry; another one means that somebody changed it.
    public var expectedHash: String {
        var fields = AuditEncoding(AuditRecord.encoding)
        fields.append(id.rawValue)
        fields.append(at.milliseconds)
        fields.append(actorKind)
        fields.append(actorID)
        fields.append(actorRole)
        fields.append(agency?.rawValue)
        fields.append(scope)
        fields.append(scopeBranch?.rawValue)
        fields.append(action.rawValue)
        fields.append(subjectKind)
        fields.append(subjectID)
        fields.append(citizen?.rawValue)
        fields.append(reason)
        fields.append(details)
        fields.append(rows.map(Int64.init))
        fields.append(result.rawValue)
        fields.append(requestID)
        return fields.digest
    }

    public var isIntact: Bool { hash == expectedHash }

    static let encoding: StaticString = "incontro.audit.1"
}

extension AuditRecord: FromRow {
    static let table = BulkTable(
        "audit_entry",
        columns: [
            "id", "at", "actor_kind", "actor_id", "actor_role", "agency_id", "scope", "scope_branch_id", "action",
            "subject_kind", "subject_id", "citizen_id", "reason", "details", "row_count", "result", "request_id",
            "hash",
        ],
        key: [],
        update: []
    )

    /// The values in the order of the table's columns.
    var values: [SQLValue] {
        [
            id.sqlValue, at.sqlValue, actorKind.sqlValue, actorID.sqlValue, actorRole.sqlValue, agency.sqlValue,
            scope.sqlValue, scopeBranch.sqlValue, action.sqlValue, subjectKind.sqlValue, subjectID.sqlValue,
            citizen.sqlValue, reason.sqlValue, details.sqlValue, rows.sqlValue, result.sqlValue, requestID.sqlValue,
            hash.sqlValue,
        ]
    }

    static let columns: SQL =
        """
        e.id, e.at, e.actor_kind, e.actor_id, e.actor_role, e.agency_id, e.scope, e.scope_branch_id, e.action,
        e.subject_kind, e.subject_id, e.citizen_id, e.reason, e.details, e.row_count, e.result, e.request_id, e.hash
        """

    public init(from row: inout Row) throws {
        id = try row.next()
        at = try row.next()
        actorKind = try row.next()
        actorID = try row.next()
        actorRole = try row.next()
        agency = try row.next()
        scope = try row.next()
        scopeBranch = try row.next()
        action = try row.next()
        subjectKind = try row.next()
        subjectID = try row.next()
        citizen = try row.next()
        reason = try row.next()
        details = try row.next()
        rows = try row.next()
        result = try row.next()
        requestID = try row.next()
        hash = try row.next()
    }
}

extension Actor {
    fileprivate var auditParts: (kind: String, id: Int64?, role: String?, scope: OperatingScope?) {
        switch self {
        case .citizen(let person): ("citizen", person.id.rawValue, nil, nil)
        case .operator(let person): ("operator", person.id.rawValue, person.role.rawValue, person.scope)
        case .client(let client, _): ("client", client.rawValue, nil, nil)
        case .official(let person):
            (person.jobCentre == nil ? "authority" : "job_centre", person.id.rawValue, nil, nil)
        case .system(let name): ("system", nil, name, nil)
        }
    }
}
