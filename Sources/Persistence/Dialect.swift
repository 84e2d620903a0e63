/// A statement as one engine reads it, with its values in order.
struct Statement: Sendable {
    var text: String
    var values: [SQLValue]
    var isPlannedForItsValues = false
}

extension SQL {
    /// The text that an engine is sent, for whoever compares it with what the engine has kept of it.
    public func text(for engine: Engine) throws(UnstorableValue) -> String {
        try statement(for: engine).text
    }

    /// The text and the values for an engine: `?` for SQLite, `$1` for PostgreSQL.
    func statement(for engine: Engine) throws(UnstorableValue) -> Statement {
        if parts.count == 1, case .literal(let literal) = parts[0] {
            return Statement(text: literal.description, values: [])
        }
        var rendering = Rendering(engine: engine)
        try rendering.append(parts)
        return Statement(
            text: String(decoding: rendering.text, as: UTF8.self),
            values: rendering.values,
            isPlannedForItsValues: isPlannedForItsValues
        )
    }
}

private struct Rendering {
    let engine: Engine
    var text: [UInt8] = []
    var values: [SQLValue] = []

    init(engine: Engine) {
        self.engine = engine
        text.reserveCapacity(512)
    }

    mutating func append(_ parts: [SQL.Part]) throws(UnstorableValue) {
        for part in parts {
            switch part {
            case .literal(let literal):
                literal.withUTF8Buffer { text.append(contentsOf: $0) }
            case .bind(let value):
                try value.checkStorable()
                appendPlaceholder(for: value)
            case .list(let type, let elements):
                try append(list: elements, of: type)
            case .either(let sqlite, let postgresql):
                try append(engine == .sqlite ? sqlite : postgresql)
            }
        }
    }

    private mutating func appendPlaceholder(for value: SQLValue) {
        values.append(value)
        switch engine {
        case .sqlite: text.append(UInt8(ascii: "?"))
        case .postgresql: text.append(contentsOf: "$\(values.count)".utf8)
        }
    }

    private mutating func append(list: [SQLValue], of type: SQLType) throws(UnstorableValue) {
        for element in list { try element.checkStorable() }
        switch engine {
        case .sqlite:
            text.append(contentsOf: "(SELECT value FROM json_each(".utf8)
            appendPlaceholder(for: .text(try jsonArray(list)))
            text.append(contentsOf: "))".utf8)
        case .postgresql:
            text.append(contentsOf: "(SELECT unnest(".utf8)
            appendPlaceholder(for: .text(arrayLiteral(list)))
            text.append(contentsOf: "::\(type.arrayName)))".utf8)
        }
    }
}

extension SQLType {
    fileprivate var arrayName: String {
        switch self {
        case .integer: "bigint[]"
        case .real: "double precision[]"
        case .text: "text[]"
        case .blob: "bytea[]"
        case .boolean: "boolean[]"
        }
    }
}

private let hexadecimal = Array("0123456789abcdef".utf8)

private func jsonArray(_ values: [SQLValue]) throws(UnstorableValue) -> String {
    var json: [UInt8] = [UInt8(ascii: "[")]
    for (index, value) in values.enumerated() {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        switch value {
        case .null: json.append(contentsOf: "null".utf8)
        case .integer(let number): json.append(contentsOf: String(number).utf8)
        case .real(let number):
            if number.isInfinite { throw .infiniteInList }
            json.append(contentsOf: number.description.utf8)
        case .boolean(let flag): json.append(UInt8(ascii: flag ? "1" : "0"))
        case .text(let text): appendJSON(text, to: &json)
        case .blob: throw .blobInList
        }
    }
    json.append(UInt8(ascii: "]"))
    return String(decoding: json, as: UTF8.self)
}

private func appendJSON(_ text: String, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            json.append(UInt8(ascii: "\\"))
            json.append(byte)
        case 0..<0x20:
            json.append(contentsOf: "\\u00".utf8)
            json.append(hexadecimal[Int(byte >> 4)])
            json.append(hexadecimal[Int(byte & 15)])
        default:
            json.append(byte)
        }
    }
    json.append(UInt8(ascii: "\""))
}

/// An array as PostgreSQL reads it (manual, 8.15.2): every text quoted, so that `NULL`, commas and braces stay text.
func arrayLiteral(_ values: [SQLValue]) -> String {
    var literal: [UInt8] = [UInt8(ascii: "{")]
    for (index, value) in values.enumerated() {
        if index > 0 { literal.append(UInt8(ascii: ",")) }
        switch value {
        case .null: literal.append(contentsOf: "NULL".utf8)
        case .integer(let number): literal.append(contentsOf: String(number).utf8)
        case .real(let number): literal.append(contentsOf: number.description.utf8)
        case .boolean(let flag): literal.append(UInt8(ascii: flag ? "t" : "f"))
        case .text(let text):
            literal.append(UInt8(ascii: "\""))
            for byte in text.utf8 {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { literal.append(UInt8(ascii: "\\")) }
                literal.append(byte)
            }
            literal.append(UInt8(ascii: "\""))
        case .blob(let bytes):
            literal.append(contentsOf: "\"\\\\x".utf8)
            for byte in bytes {
                literal.append(hexadecimal[Int(byte >> 4)])
                literal.append(hexadecimal[Int(byte & 15)])
            }
            literal.append(UInt8(ascii: "\""))
        }
    }
    literal.append(UInt8(ascii: "}"))
    return String(decoding: literal, as: UTF8.self)
}
