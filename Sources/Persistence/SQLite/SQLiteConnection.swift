internal import CSQLite

/// A connection to an SQLite file.
// Sendable because the pool gives it to one thread at a time; `interrupt` alone comes from another, as SQLite allows.
final class SQLiteConnection: Connection, @unchecked Sendable {
    let engine = Engine.sqlite
    var state = UnitState()
    let isUsable = true

    private let handle: OpaquePointer
    private var statements = StatementCache<OpaquePointer>(capacity: 256)

    /// How long a writer waits for a writer of another process, in milliseconds.
    private static let patience: Int32 = 10_000

    init(path: String, access: Access) throws {
        let flags =
            switch access {
            case .read: SQLITE_OPEN_READONLY
            case .write: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        if case .write = access { Platform.makePrivate(file: path) }
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw CannotReachDatabase(message: "\(path): \(String(cString: sqlite3_errstr(code)))")
        }
        handle = opened
        sqlite3_busy_timeout(handle, SQLiteConnection.patience)
        do {
            if access == .write { try execute("PRAGMA journal_mode = WAL") }
            // NORMAL would lose what was committed last when the power goes: a trace whose answer has left among it.
            let synchronous = access == .write ? "FULL" : "NORMAL"
            // No mapped memory: each commit of another connection would unmap it, and the next read fault it in again.
            for setting in [
                "synchronous = \(synchronous)", "foreign_keys = ON", "temp_store = MEMORY", "cache_size = -16384",
                "mmap_size = 0", "journal_size_limit = 67108864", "wal_autocheckpoint = 4000",
                "trusted_schema = OFF",
            ] {
                try execute("PRAGMA \(setting)")
            }
        } catch {
            close()
            throw CannotReachDatabase(message: "\(path): \((error as? StatementFailure)?.message ?? "not a database")")
        }
    }

    func begin(_ access: Access) throws {
        try execute(access == .write ? "BEGIN IMMEDIATE" : "BEGIN")
    }

    func commit(_ access: Access) throws {
        try execute("COMMIT")
    }

    func rollback() {
        // Some failures, a full disk among them, have rolled back by themselves.
        if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
    }

    func run(_ statement: Statement) throws -> Int {
        try withPrepared(statement.text) { prepared in
            try bind(statement.values, to: prepared)
            return try changes { try finish(prepared, statement.text) }
        }
    }

    func query(_ statement: Statement, _ demand: Demand, _ body: (inout Row) throws -> Bool) throws {
        try withPrepared(statement.text) { prepared in
            try bind(statement.values, to: prepared)
            let width = sqlite3_column_count(prepared)
            while true {
                let code = sqlite3_step(prepared)
                guard code == SQLITE_ROW else {
                    if code == SQLITE_DONE { return }
                    throw failure(code, statement.text)
                }
                var row = Row(.sqlite(prepared), width: width)
                if try !body(&row) { return }
            }
        }
    }

    func load(into table: BulkTable, _ rows: inout some IteratorProtocol<[SQLValue]>) throws -> Int {
        let text = table.insertion(for: .sqlite)
        var count = 0
        try withPrepared(text) { prepared in
            while let row = rows.next() {
                try table.check(row)
                try bind(row, to: prepared)
                count += try changes { try finish(prepared, text) }
                sqlite3_reset(prepared)
            }
        }
        return count
    }

    func interrupt() {
        sqlite3_interrupt(handle)
    }

    func close() {
        for prepared in statements.removeAll() { sqlite3_finalize(prepared) }
        sqlite3_close_v2(handle)
    }

    private func finish(_ prepared: OpaquePointer, _ text: String) throws {
        var code = sqlite3_step(prepared)
        while code == SQLITE_ROW { code = sqlite3_step(prepared) }
        if code != SQLITE_DONE { throw failure(code, text) }
    }

    /// The rows that `body` changed; `sqlite3_changes` alone would repeat the number of an earlier statement.
    private func changes(_ body: () throws -> Void) rethrows -> Int {
        let before = sqlite3_total_changes64(handle)
        try body()
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }

    private func withPrepared<T>(_ text: String, _ body: (OpaquePointer) throws -> T) throws -> T {
        if let entry = statements.find(text), !entry.isInUse {
            entry.isInUse = true
            defer { release(entry) }
            return try body(entry.handle)
        }
        guard let prepared = try prepare(text) else {
            throw StatementFailure(engine: .sqlite, code: "1", message: "an empty statement", statement: text)
        }
        // A statement that runs inside itself gets a second handle, which is not kept.
        if statements.find(text) != nil {
            defer { sqlite3_finalize(prepared) }
            return try body(prepared)
        }
        let (entry, evicted) = statements.insert(prepared, for: text)
        for handle in evicted { sqlite3_finalize(handle) }
        defer { release(entry) }
        return try body(prepared)
    }

    private func release(_ entry: StatementCache<OpaquePointer>.Entry) {
        sqlite3_reset(entry.handle)
        sqlite3_clear_bindings(entry.handle)
        entry.isInUse = false
    }

    private func prepare(_ text: String) throws -> OpaquePointer? {
        var prepared: OpaquePointer?
        var text = text
        let (code, hasTail) = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v3(
                    handle,
                    characters.baseAddress,
                    Int32(characters.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT),
                    &prepared,
                    &tail
                )
                guard code == SQLITE_OK, let tail, let start = characters.baseAddress else { return (code, false) }
                let rest = characters[(tail - start)...]
                return (code, !rest.allSatisfy { $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 })
            }
        }
        if code != SQLITE_OK { throw failure(code, text) }
        if hasTail {
            sqlite3_finalize(prepared)
            throw StatementFailure(engine: .sqlite, code: "1", message: "more than one statement", statement: text)
        }
        return prepared
    }

    private func bind(_ values: [SQLValue], to prepared: OpaquePointer) throws {
        for (position, value) in values.enumerated() {
            let code = SQLiteConnection.bind(value, at: Int32(position + 1), to: prepared)
            if code != SQLITE_OK { throw failure(code, String(cString: sqlite3_sql(prepared))) }
        }
    }

    private static func bind(_ value: SQLValue, at position: Int32, to prepared: OpaquePointer) -> Int32 {
        // SQLITE_TRANSIENT, a macro that Swift does not import: SQLite copies what it is given.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(prepared, position)
        case .integer(let number): return sqlite3_bind_int64(prepared, position, number)
        case .real(let number): return sqlite3_bind_double(prepared, position, number)
        case .boolean(let flag): return sqlite3_bind_int(prepared, position, flag ? 1 : 0)
        case .blob(let bytes):
            if bytes.isEmpty { return sqlite3_bind_zeroblob(prepared, position, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob64(prepared, position, $0.baseAddress, UInt64($0.count), copied)
            }
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress else {
                        return sqlite3_bind_text(prepared, position, "", 0, copied)
                    }
                    return sqlite3_bind_text64(
                        prepared,
                        position,
                        start,
                        UInt64(characters.count),
                        copied,
                        UInt8(SQLITE_UTF8)
                    )
                }
            }
        }
    }

    private func failure(_ code: Int32, _ text: String) -> any Error {
        state.fail()
        return SQLiteConnection.failure(code, message: String(cString: sqlite3_errmsg(handle)), statement: text)
    }
}
