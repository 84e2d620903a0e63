extension JSON {
    /// How deep objects and arrays may lie in each other: whoever nests deeper wants to break the reader.
    static let deepest = 16

    /// Reads one JSON text, all of it, and nothing that is not exactly JSON.
    ///
    /// Foundation's readers take the last of two members with one name, and turn numbers into binary fractions.
    public init(reading bytes: [UInt8]) throws(CannotReadJSON) {
        var reader = JSONReader(bytes)
        self = try reader.whole()
    }
}

/// One pass over the bytes of a JSON text.
private struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func whole() throws(CannotReadJSON) -> JSON {
        skipBlanks()
        let value = try value()
        skipBlanks()
        if index < bytes.count { throw error() }
        return value
    }

    private func error(_ reason: CannotReadJSON.Reason = .malformed) -> CannotReadJSON {
        CannotReadJSON(reason: reason, offset: index)
    }

    /// The byte to be read next; 0, which no JSON holds outside, at the end.
    private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    private mutating func value() throws(CannotReadJSON) -> JSON {
        switch next {
        case UInt8(ascii: "{"): return try nested { (reader) throws(CannotReadJSON) in try reader.object() }
        case UInt8(ascii: "["): return try nested { (reader) throws(CannotReadJSON) in try reader.array() }
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(CannotReadJSON) -> JSON
    ) throws(CannotReadJSON) -> JSON {
        if depth == JSON.deepest { throw error(.tooDeep(limit: JSON.deepest)) }
        depth += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(CannotReadJSON) -> JSON {
        for byte in word.description.utf8 {
            if next != byte { throw error() }
            index += 1
        }
        return value
    }

    private mutating func array() throws(CannotReadJSON) -> JSON {
        index += 1
        var items: [JSON] = []
        skipBlanks()
        if next == UInt8(ascii: "]") {
            index += 1
            return .array(items)
        }
        while true {
            skipBlanks()
            do throws(CannotReadJSON) { items.append(try value()) } catch {
                throw error.inside("\(items.count)")
            }
            if try ends(with: UInt8(ascii: "]")) { return .array(items) }
        }
    }

    private mutating func object() throws(CannotReadJSON) -> JSON {
        index += 1
        var members: [JSON.Member] = []
        var names = MemberNames()
        skipBlanks()
        if next == UInt8(ascii: "}") {
            index += 1
            return .object(members)
        }
        while true {
            skipBlanks()
            if next != UInt8(ascii: "\"") { throw error() }
            let name = try text()
            if !names.insert(name, into: members) { throw error(.repeatedMember).inside(name) }
            skipBlanks()
            if next != UInt8(ascii: ":") { throw error() }
            index += 1
            skipBlanks()
            do throws(CannotReadJSON) { members.append(JSON.Member(name, try value())) } catch {
                throw error.inside(name)
            }
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    /// After a value there is a comma, or the end.
    private mutating func ends(with end: UInt8) throws(CannotReadJSON) -> Bool {
        skipBlanks()
        let byte = next
        if byte != end, byte != UInt8(ascii: ",") { throw error() }
        index += 1
        return byte == end
    }

    // MARK: Numbers

    private mutating func number() throws(CannotReadJSON) -> String {
        let start = index
        if next == UInt8(ascii: "-") { index += 1 }
        if next == UInt8(ascii: "0") { index += 1 } else { try digits() }
        if next == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if next | 0x20 == UInt8(ascii: "e") {
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() throws(CannotReadJSON) {
        let start = index
        while (48...57).contains(next) { index += 1 }
        if index == start { throw error() }
    }

    // MARK: Texts

    private mutating func text() throws(CannotReadJSON) -> String {
        index += 1
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                defer { index += 1 }
                return try string(bytes[start..<index])
            case UInt8(ascii: "\\"): return try escapedText(from: start)
            case 0..<0x20: throw error()
            default: index += 1
            }
        }
        throw error()
    }

    private func string(_ utf8: some Sequence<UInt8>) throws(CannotReadJSON) -> String {
        guard let text = String(validating: utf8, as: UTF8.self) else { throw error(.notUTF8) }
        return text
    }

    /// The rest of a text in which something is escaped.
    private mutating func escapedText(from start: Int) throws(CannotReadJSON) -> String {
        var utf8 = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20 { throw error() }
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return try string(utf8)
            case UInt8(ascii: "\\"): try escape(&utf8)
            default: utf8.append(byte)
            }
        }
        throw error()
    }

    private mutating func escape(_ utf8: inout [UInt8]) throws(CannotReadJSON) {
        let byte = next
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): utf8.append(byte)
        case UInt8(ascii: "b"): utf8.append(0x08)
        case UInt8(ascii: "f"): utf8.append(0x0C)
        case UInt8(ascii: "n"): utf8.append(0x0A)
        case UInt8(ascii: "r"): utf8.append(0x0D)
        case UInt8(ascii: "t"): utf8.append(0x09)
        case UInt8(ascii: "u"): utf8 += try scalar().utf8
        default: throw error()
        }
    }

    /// A scalar by its number in hexadecimal digits; half of a pair alone is none.
    private mutating func scalar() throws(CannotReadJSON) -> String {
        let unit = try codeUnit()
        var units = [unit]
        if UTF16.isLeadSurrogate(unit) {
            if next != UInt8(ascii: "\\") { throw error() }
            index += 1
            if next != UInt8(ascii: "u") { throw error() }
            index += 1
            units.append(try codeUnit())
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw error() }
        return text
    }

    private mutating func codeUnit() throws(CannotReadJSON) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(UnicodeScalar(next)).hexDigitValue else { throw error() }
            unit = unit << 4 | UInt16(digit)
            index += 1
        }
        return unit
    }
}

/// The names that an object has so far; a set of them only where walking over all of them would take long.
private struct MemberNames {
    private var set: Set<String> = []

    mutating func insert(_ name: String, into members: [JSON.Member]) -> Bool {
        if members.count < 32 { return !members.contains { $0.name == name } }
        if members.count == 32 { set = Set(members.map(\.name)) }
        return set.insert(name).inserted
    }
}

extension CannotReadJSON {
    /// The same, seen from the value that holds the one in which it was met.
    fileprivate func inside(_ name: String) -> CannotReadJSON {
        guard reason == .repeatedMember else { return self }
        var outer = self
        outer.pointer = "/" + JSON.pointerPart(name) + pointer
        return outer
    }
}
