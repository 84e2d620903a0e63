/// Reads XML forwards, one tag or text at a time, in little memory.
///
/// It knows the part of XML 1.0 that office programs write, and nothing that could harm: a document type is refused, so
/// there are no entities but the five of XML and character references. Names are without their prefix.
struct XMLScanner {
    enum Token {
        case start
        case end
        case text
        case finish
    }

    /// The name of the tag just read.
    private(set) var name = ""
    /// The text just read, in UTF-8.
    private(set) var text: [UInt8] = []

    private let part: String
    private let limit: Int
    private var entry: ZipEntry?
    private var buffer: [UInt8]
    private var position = 0
    private var isAtEnd = false
    private var tag = 0..<0
    private var closesItself = false
    private var open: [String] = []

    /// Office documents nest a dozen deep.
    private static let deepest = 256

    init(_ entry: ZipEntry, limit: Int) throws(CannotReadTable) {
        self.entry = entry
        part = entry.name
        self.limit = limit
        buffer = []
        try begin()
    }

    init(_ bytes: [UInt8], limit: Int = 1024 * 1024) throws(CannotReadTable) {
        part = "XML"
        self.limit = limit
        buffer = bytes
        try begin()
    }

    private var damage: CannotReadTable { .damaged(part: part) }

    mutating func next() throws(CannotReadTable) -> Token {
        if closesItself {
            closesItself = false
            open.removeLast()
            return .end
        }
        compact()
        while true {
            guard try has(1) else {
                guard open.isEmpty else { throw damage }
                return .finish
            }
            if buffer[position] != UInt8(ascii: "<") {
                if try readText() { return .text }
                continue
            }
            guard try has(2) else { throw damage }
            switch buffer[position + 1] {
            case UInt8(ascii: "?"): try skip(past: "?>")
            case UInt8(ascii: "!"):
                if try isNext("<!--") {
                    position += 4
                    try skip(past: "-->")
                } else if try isNext("<![CDATA["), !open.isEmpty {
                    try readCharacterData()
                    return .text
                } else {
                    throw try isNext("<![") ? damage : .hostile(.documentType)
                }
            case UInt8(ascii: "/"): return try readEnd()
            default: return try readStart()
            }
        }
    }

    /// The value of an attribute of the tag just read, by its name without prefix.
    func attribute(_ wanted: String) -> String? {
        var index = tag.lowerBound
        while index < tag.upperBound {
            while index < tag.upperBound, Self.isBlank(buffer[index]) { index += 1 }
            var nameStart = index
            while index < tag.upperBound, buffer[index] != UInt8(ascii: "="), !Self.isBlank(buffer[index]) {
                if buffer[index] == UInt8(ascii: ":") { nameStart = index + 1 }
                index += 1
            }
            let nameEnd = index
            while index < tag.upperBound, Self.isBlank(buffer[index]) { index += 1 }
            guard index < tag.upperBound, buffer[index] == UInt8(ascii: "=") else { return nil }
            index += 1
            while index < tag.upperBound, Self.isBlank(buffer[index]) { index += 1 }
            guard index < tag.upperBound else { return nil }
            let quote = buffer[index]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
            guard let end = buffer[(index + 1)..<tag.upperBound].firstIndex(of: quote) else { return nil }
            if buffer[nameStart..<nameEnd].elementsEqual(wanted.utf8) {
                var value: [UInt8] = []
                guard Self.decode(buffer[(index + 1)..<end], into: &value) else { return nil }
                return String(decoding: value, as: UTF8.self)
            }
            index = end + 1
        }
        return nil
    }

    /// Reads to the end, so that the archive compares its checksum.
    mutating func drain() throws(CannotReadTable) {
        while let entry {
            buffer.removeAll(keepingCapacity: true)
            position = 0
            if try !entry.read(into: &buffer) { self.entry = nil }
        }
    }

    // MARK: Pieces

    private mutating func begin() throws(CannotReadTable) {
        guard try has(1) else { return }
        if try isNext("\u{FEFF}") { position += 3 }
        if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
            throw .unsupportedEncoding("UTF-16")
        }
        guard try isNext("<?xml") else { return }
        guard let end = try find("?>", from: position) else { throw damage }
        tag = (position + 5)..<end
        if let encoding = attribute("encoding"), !["utf-8", "us-ascii", "ascii"].contains(encoding.lowercased()) {
            throw .unsupportedEncoding(encoding)
        }
        position = end + 2
    }

    private mutating func readStart() throws(CannotReadTable) -> Token {
        var end = position + 1
        var quote: UInt8 = 0
        while true {
            if end >= buffer.count, try !fill() { throw damage }
            let byte = buffer[end]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "<") {
                throw damage
            }
            end += 1
            guard end - position <= limit else { throw damage }
        }
        closesItself = buffer[end - 1] == UInt8(ascii: "/")
        let last = closesItself ? end - 1 : end
        let nameEnd = readName(from: position + 1, to: last)
        tag = nameEnd..<last
        guard !name.isEmpty, open.count < Self.deepest else { throw damage }
        open.append(name)
        position = end + 1
        return .start
    }

    private mutating func readEnd() throws(CannotReadTable) -> Token {
        guard let end = try find(">", from: position) else { throw damage }
        _ = readName(from: position + 2, to: end)
        guard open.popLast() == name else { throw damage }
        tag = end..<end
        position = end + 1
        return .end
    }

    private mutating func readName(from start: Int, to end: Int) -> Int {
        var nameStart = start
        var index = start
        while index < end, !Self.isBlank(buffer[index]) {
            if buffer[index] == UInt8(ascii: ":") { nameStart = index + 1 }
            index += 1
        }
        name = String(decoding: buffer[nameStart..<index], as: UTF8.self)
        return index
    }

    /// Reads up to the next tag; false when it is blank space outside all tags.
    private mutating func readText() throws(CannotReadTable) -> Bool {
        let end = try find("<", from: position) ?? buffer.count
        let raw = buffer[position..<end]
        if open.isEmpty {
            guard raw.allSatisfy(Self.isBlank) else { throw damage }
            position = end
            return false
        }
        text.removeAll(keepingCapacity: true)
        guard Self.decode(raw, into: &text) else { throw damage }
        position = end
        return true
    }

    private mutating func readCharacterData() throws(CannotReadTable) {
        guard let end = try find("]]>", from: position + 9) else { throw damage }
        text = Array(buffer[(position + 9)..<end])
        position = end + 3
    }

    private mutating func skip(past mark: StaticString) throws(CannotReadTable) {
        guard let end = try find(mark, from: position) else { throw damage }
        position = end + mark.utf8CodeUnitCount
    }

    // MARK: Bytes

    private mutating func find(_ mark: StaticString, from start: Int) throws(CannotReadTable) -> Int? {
        let first = mark.utf8Start.pointee
        let length = mark.utf8CodeUnitCount
        var index = start
        while true {
            while index + length <= buffer.count {
                if buffer[index] == first, matches(mark, at: index) { return index }
                index += 1
                guard index - position <= limit else { throw damage }
            }
            if try !fill() { return nil }
        }
    }

    private func matches(_ mark: StaticString, at index: Int) -> Bool {
        guard index + mark.utf8CodeUnitCount <= buffer.count else { return false }
        for offset in 0..<mark.utf8CodeUnitCount where buffer[index + offset] != mark.utf8Start[offset] { return false }
        return true
    }

    private mutating func isNext(_ mark: StaticString) throws(CannotReadTable) -> Bool {
        guard try has(mark.utf8CodeUnitCount) else { return false }
        return matches(mark, at: position)
    }

    private mutating func has(_ count: Int) throws(CannotReadTable) -> Bool {
        while buffer.count - position < count {
            if try !fill() { return false }
        }
        return true
    }

    private mutating func fill() throws(CannotReadTable) -> Bool {
        guard let entry else { return false }
        if try entry.read(into: &buffer) { return true }
        self.entry = nil
        return false
    }

    private mutating func compact() {
        guard position >= 64 * 1024 else { return }
        buffer.removeSubrange(..<position)
        position = 0
        tag = 0..<0
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
