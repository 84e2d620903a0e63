internal import Crypto
internal import Foundation
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
    public let hash: String
}

extension AuditRecord {
    init(_ entry: AuditEntry, id: ID<AuditRecord>, at instant: Instant, requestID: String?) {
        let parts = entry.actor.auditParts
        let (scope, scopeBranch) = (parts.scope?.word, parts.scope?.branch)
        let details = CanonicalJSON.object(entry.details)
        let fields: [Field] = [
            .number(id.rawValue), .number(instant.milliseconds), .text(parts.kind), .number(parts.id),
            .text(parts.role),
            .number(entry.actor.agency?.rawValue), .text(scope), .number(scopeBranch?.rawValue),
            .text(entry.action.rawValue), .text(entry.subject?.kind), .number(entry.subject?.id),
            .number(entry.citizen?.rawValue), .text(entry.reason), .text(details), .number(entry.rows.map(Int64.init)),
            .text(entry.result.rawValue), .text(requestID),
        ]
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
        self.details = details
        rows = entry.rows
        result = entry.result
        self.requestID = requestID
        hash = AuditRecord.hash(fields)
    }

    /// The hash that the row must carry; another one means that somebody changed it.
    public var expectedHash: String {
        AuditRecord.hash([
            .number(id.rawValue), .number(at.milliseconds), .text(actorKind), .number(actorID), .text(actorRole),
            .number(agency?.rawValue), .text(scope), .number(scopeBranch?.rawValue), .text(action.rawValue),
            .text(subjectKind), .number(subjectID), .number(citizen?.rawValue), .text(reason), .text(details),
            .number(rows.map(Int64.init)), .text(result.rawValue), .text(requestID),
        ])
    }

    public var isIntact: Bool { hash == expectedHash }

    private enum Field {
        case text(String?)
        case number(Int64?)
    }

    /// SHA-256 over the fields in their order, each with its presence and length in front.
    ///
    /// Lengths keep `("ab", "c")` and `("a", "bc")` apart; the version in front lets the encoding change some day.
    private static func hash(_ fields: [Field]) -> String {
        var bytes = Array("incontro.audit.1".utf8)
        func append(_ value: [UInt8]?) {
            guard let value else {
                bytes.append(0)
                return
            }
            bytes.append(1)
            withUnsafeBytes(of: UInt64(value.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: value)
        }
        for field in fields {
            switch field {
            case .text(let text): append(text.map { Array($0.utf8) })
            case .number(let number): append(number.map { Array(String($0).utf8) })
            }
        }
        return Secrets.hex(SHA256.hash(data: Data(bytes)))
    }
}

extension AuditRecord: FromRow {
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
