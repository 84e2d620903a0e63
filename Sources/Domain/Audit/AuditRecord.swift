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
        var encoding = AuditEncoding(AuditRecord.encoding)
        for field in AuditRecord.fields { encoding.append(field.value(self)) }
        return encoding.digest
    }

    static let encoding: StaticString = "incontro.audit.1"
}

extension AuditRecord: FromRow {
    static let table = BulkTable("audit_entry", columns: fields.map(\.name) + ["hash"], key: [], update: [])

    /// The values in the order of the table's columns.
    var values: [SQLValue] { AuditRecord.fields.map { $0.value(self) } + [hash.sqlValue] }

    static let columns: SQL = (fields.map(\.name) + ["hash"]).map { "e.\(SQL($0))" as SQL }.joined(by: ", ")

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
        case .account(let account): ("operator", account.id.rawValue, account.role.rawValue, nil)
        case .client(let client, _): ("client", client.rawValue, nil, nil)
        case .official(let person):
            (person.jobCentre == nil ? "authority" : "job_centre", person.id.rawValue, nil, nil)
        case .system(let name): ("system", nil, name, nil)
        }
    }
}
