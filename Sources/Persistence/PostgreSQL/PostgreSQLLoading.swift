internal import CPostgres

extension PostgreSQLConnection {
    /// So few rows go one by one: a COPY and its temporary table would cost more.
    private static let fewRows = 16

    func load(into table: BulkTable, _ rows: inout some IteratorProtocol<[SQLValue]>) throws -> Int {
        var first: [[SQLValue]] = []
        while first.count <= PostgreSQLConnection.fewRows, let row = rows.next() {
            try table.check(row)
            first.append(row)
        }
        if first.count <= PostgreSQLConnection.fewRows {
            let text = table.insertion(for: .postgresql)
            return try first.reduce(0) { try $0 + run(Statement(text: text, values: $1)) }
        }
        if table.key.isEmpty {
            return try copy("\(table.table) (\(table.columnList))", table, first, &rows, isNumbered: false)
        }
        return try stage(table, first, &rows)
    }

    /// COPY to a temporary table, and from there to the table with what is to happen to rows that are there.
    private func stage(
        _ table: BulkTable,
        _ first: [[SQLValue]],
        _ rows: inout some IteratorProtocol<[SQLValue]>
    ) throws -> Int {
        let stage = "stage_\(fingerprint(of: "\(table.table) \(table.columnList)"))"
        if stages.insert(stage).inserted {
            try command(
                """
                CREATE TEMPORARY TABLE \(stage) ON COMMIT DROP AS
                SELECT \(table.columnList), CAST(0 AS BIGINT) AS stage_position FROM \(table.table) WITH NO DATA
                """
            )
        } else {
            try command("TRUNCATE \(stage)")
        }
        let count = try copy("\(stage) (\(table.columnList), stage_position)", table, first, &rows, isNumbered: true)

        let columns = table.columnList
        let insertion = "INSERT INTO \(table.table) (\(columns))"
        if table.update.isEmpty {
            return try command(
                "\(insertion) SELECT \(columns) FROM \(stage) ORDER BY stage_position\(table.onConflict)"
            )
        }
        // ON CONFLICT does not touch a row twice: of the rows with one key the last one counts.
        try command(
            """
            \(insertion) SELECT DISTINCT ON (\(table.keyList)) \(columns) FROM \(stage)
            ORDER BY \(table.keyList), stage_position DESC\(table.onConflict)
            """
        )
        return count
    }

    @discardableResult
    private func command(_ text: String) throws -> Int {
        let result = try execute(Statement(text: text, values: []), keep: false)
        defer { PQclear(result) }
        return changes(result)
    }

    private func copy(
        _ target: String,
        _ table: BulkTable,
        _ first: [[SQLValue]],
        _ rows: inout some IteratorProtocol<[SQLValue]>,
        isNumbered: Bool
    ) throws -> Int {
        let text = "COPY \(target) FROM STDIN"
        // COPY cannot travel in the pipeline that opens the transaction.
        try command("SELECT 1")
        PQclear(try execute(Statement(text: text, values: []), keep: false))
        var lines = CopyLines()
        var count = 0
        do {
            for row in first {
                lines.append(row, number: isNumbered ? count : nil)
                count += 1
            }
            while let row = rows.next() {
                try table.check(row)
                lines.append(row, number: isNumbered ? count : nil)
                count += 1
                if lines.bytes.count >= CopyLines.piece { send(&lines) }
            }
        } catch {
            PQputCopyEnd(handle, "refused")
            try? finishCopy(text)
            throw error
        }
        send(&lines)
        PQputCopyEnd(handle, nil)
        try finishCopy(text)
        return count
    }

    /// A failure to send shows in the result of the COPY.
    private func send(_ lines: inout CopyLines) {
        lines.bytes.withUnsafeBytes { bytes in
            _ = PQputCopyData(handle, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
        }
        lines.bytes.removeAll(keepingCapacity: true)
    }

    private func finishCopy(_ text: String) throws {
        var error: (any Error)?
        while let result = PQgetResult(handle) {
            if PQresultStatus(result) != PGRES_COMMAND_OK { error = failure(result, text, isRetryable: true) }
            PQclear(result)
        }
        if let error { throw error }
    }
}

/// Rows in the text format of COPY (manual, "COPY", file formats).
struct CopyLines {
    static let piece = 64 * 1024
    var bytes: [UInt8] = []

    private static let hexadecimal = Array("0123456789abcdef".utf8)

    mutating func append(_ row: [SQLValue], number: Int?) {
        for (index, value) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "\t")) }
            append(value)
        }
        if let number {
            bytes.append(UInt8(ascii: "\t"))
            bytes.append(contentsOf: String(number).utf8)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func append(_ value: SQLValue) {
        switch value {
        case .null: bytes.append(contentsOf: "\\N".utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .real(let number): bytes.append(contentsOf: number.description.utf8)
        case .boolean(let flag): bytes.append(UInt8(ascii: flag ? "t" : "f"))
        case .text(var text): text.withUTF8 { append(escaping: $0) }
        case .blob(let blob):
            bytes.append(contentsOf: "\\\\x".utf8)
            for byte in blob {
                bytes.append(CopyLines.hexadecimal[Int(byte >> 4)])
                bytes.append(CopyLines.hexadecimal[Int(byte & 15)])
            }
        }
    }

    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
            default: bytes.append(byte)
            }
        }
    }
}

/// A short name for a long one (FNV-1a), within PostgreSQL's 63 bytes.
private func fingerprint(of text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
}
