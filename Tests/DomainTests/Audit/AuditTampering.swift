import TestSupport
import Testing

@testable import Domain
@testable import Persistence

/// What somebody with the database in hand does to the trail.
extension World {
    /// Some traces, sealed, of many kinds, so that every column holds something somewhere.
    func leaveTraces(_ count: Int = 12) async throws {
        for number in 0..<count {
            let entry = AuditEntry(
                .operator(number.isMultiple(of: 2) ? anna : identity("ALFA/anna", in: "ALFA-TO1")),
                "citizens.listed",
                on: AuditSubject("vacancy", ID<World>(Int64(number))),
                about: ID(Int64(100 + number)),
                because: "search \(number)",
                details: ["q": .text("cuoco \(number)")],
                rows: number
            )
            try await RequestTrace.$current.withValue(RequestTrace(id: "request-\(number)")) {
                try await store.audit.record(read: entry)
            }
            time.advance(seconds: 1)
        }
    }

    @discardableResult
    func seal() async throws -> Int {
        let sealer = AuditSealer(store, owner: "test")
        var count = 0
        while case let portion = try await sealer.seal(), portion > 0 { count += portion }
        return count
    }

    var seals: [AuditSealRow] {
        get async throws {
            try await store.read { (transaction: borrowing Transaction) in
                try transaction.all(
                    "SELECT position, entry_id, entry_hash, previous, link FROM audit_seal ORDER BY position"
                )
            }
        }
    }

    /// Does what the triggers refuse, and puts them back, as somebody would who owns the database.
    func tamper(_ statements: SQL...) async throws {
        try await database.write { (transaction: borrowing Transaction) in
            let guards = try transaction.all(
                """
                \(
                    sqlite: """
                        SELECT 'DROP TRIGGER ' || name, sql FROM sqlite_schema
                        WHERE type = 'trigger' AND tbl_name LIKE 'audit%'
                        """,
                    postgresql: """
                        SELECT 'ALTER TABLE ' || name || ' DISABLE TRIGGER USER',
                            'ALTER TABLE ' || name || ' ENABLE TRIGGER USER'
                        FROM unnest(ARRAY['audit_entry', 'audit_seal', 'audit_checkpoint']) AS guarded (name)
                        """
                )
                """,
                as: Guard.self
            )
            #expect(guards.count == (transaction.engine == .sqlite ? 10 : 3))
            for each in guards { try transaction.connection.execute(each.removal) }
            for statement in statements { try transaction.run(statement) }
            for each in guards { try transaction.connection.execute(each.restoration) }
        }
    }

    private struct Guard: FromRow {
        let removal: String
        let restoration: String

        init(from row: inout Row) throws {
            removal = try row.next()
            restoration = try row.next()
        }
    }
}

/// A column of a table, and whether it holds texts.
struct TamperedColumn: Sendable, CustomTestStringConvertible {
    let name: SQL
    let isText: Bool
    let testDescription: String

    init(text name: StaticString) {
        self.init(name, isText: true)
    }

    init(number name: StaticString) {
        self.init(name, isText: false)
    }

    private init(_ name: StaticString, isText: Bool) {
        self.name = SQL(name)
        self.isText = isText
        testDescription = name.description
    }

    static let entry: [TamperedColumn] = [
        .init(number: "id"), .init(number: "at"), .init(text: "actor_kind"), .init(number: "actor_id"),
        .init(text: "actor_role"), .init(number: "agency_id"), .init(text: "scope"), .init(number: "scope_branch_id"),
        .init(text: "action"), .init(text: "subject_kind"), .init(number: "subject_id"), .init(number: "citizen_id"),
        .init(text: "reason"), .init(text: "details"), .init(number: "row_count"), .init(text: "result"),
        .init(text: "request_id"), .init(text: "hash"),
    ]

    static let seal: [TamperedColumn] = [
        .init(number: "position"), .init(number: "entry_id"), .init(text: "entry_hash"), .init(text: "previous"),
        .init(text: "link"),
    ]

    /// The value with the lowest bit of one byte flipped, wherever in the text that byte is.
    func flipped(_ value: Stored, at place: Int) -> SQLValue {
        switch value {
        case .number(let number): return .integer(number ^ 1)
        case .text(let text):
            var bytes = Array(text.utf8)
            if bytes.isEmpty { return .text("x") }
            bytes[place % bytes.count] ^= 1
            return .text(String(decoding: bytes, as: UTF8.self))
        case .nothing: return isText ? .text("x") : .integer(1)
        }
    }

    enum Stored: Sendable {
        case text(String)
        case number(Int64)
        case nothing

        var value: SQLValue {
            switch self {
            case .text(let text): .text(text)
            case .number(let number): .integer(number)
            case .nothing: .null
            }
        }
    }
}

extension World {
    /// What a column holds in one row.
    func stored(_ column: TamperedColumn, in table: SQL, where condition: SQL) async throws -> TamperedColumn.Stored {
        try await store.read { (transaction: borrowing Transaction) in
            let query: SQL = "SELECT \(column.name) FROM \(table) WHERE \(condition)"
            if column.isText {
                return try transaction.first(query, as: String?.self).flatMap(\.self).map { .text($0) } ?? .nothing
            }
            return try transaction.first(query, as: Int64?.self).flatMap(\.self).map { .number($0) } ?? .nothing
        }
    }
}

/// A seal as a row, to be put back in another way.
struct AuditSealRow: Hashable, FromRow {
    var position: Int64
    var entry: Int64
    var hash: String
    var previous: String
    var link: String

    init(from row: inout Row) throws {
        position = try row.next()
        entry = try row.next()
        hash = try row.next()
        previous = try row.next()
        link = try row.next()
    }

    /// The row with the link that its columns give, after the link before it.
    func relinked(after previous: String, at position: Int64? = nil) -> AuditSealRow {
        var seal = self
        seal.previous = previous
        seal.position = position ?? self.position
        seal.link = AuditSeal.link(position: seal.position, entry: entry, hash: hash, previous: previous)
        return seal
    }

    var insertion: SQL {
        """
        INSERT INTO audit_seal (position, entry_id, entry_hash, previous, link)
        VALUES (\(position), \(entry), \(hash), \(previous), \(link))
        """
    }
}
