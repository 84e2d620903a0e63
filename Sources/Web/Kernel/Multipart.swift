/// A `multipart/form-data` body (RFC 7578), read as it comes in.
///
/// Bytes go in as the network hands them over and parts come out; a file's bytes are handed on without being collected
/// twice. Limits hold while reading, so a hostile body costs what the limits say and no more.
struct MultipartReader {
    enum Failure: Error, Hashable, Sendable {
        case noBoundary
        case malformed
        case headerTooLong
        case tooManyParts
        case partTooLarge(name: String)
        case tooLarge
        case unfinished
    }

    struct Part: Sendable {
        let name: String
        let fileName: String?
        let contentType: String?
        var bytes: [UInt8] = []
        /// How many bytes it had, kept or not.
        fileprivate(set) var size = 0
    }

    struct Limits: Sendable {
        var parts = 100
        var header = 8192
        /// Bytes of one field that is not a file.
        var field = 65_536
        /// Bytes of all fields together that are no files.
        var fields = 40 << 20
        /// Bytes of one file.
        var file = 32 << 20
        /// Bytes of the whole body.
        var total = 40 << 20
        /// Whether the bytes of files are kept; else they are dropped as they come.
        var keepsFiles = true

        func keeps(_ part: Part) -> Bool { keepsFiles || part.fileName == nil }
    }

    private enum State {
        case preamble
        case header
        case body(Part)
        case finished
    }

    private let delimiter: [UInt8]
    private let limits: Limits
    private var buffer: [UInt8]
    private var state = State.preamble
    /// How far the buffer has been looked through without finding the delimiter.
    private var searched = 0
    private var received = 0
    private var fieldBytes = 0
    private(set) var parts: [Part] = []

    /// - Parameter contentType: the request's Content-Type with its boundary.
    init(contentType: String, limits: Limits = Limits()) throws(Failure) {
        guard let boundary = MultipartReader.parameter("boundary", of: contentType),
            (1...70).contains(boundary.utf8.count)
        else { throw .noBoundary }
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
        buffer = Array("\r\n".utf8)  // so that the first boundary looks like the others
    }

    mutating func append(_ bytes: some Sequence<UInt8>) throws(Failure) {
        let before = buffer.count
        buffer += bytes
        received += buffer.count - before
        guard received <= limits.total else { throw .tooLarge }
        while try advance() {}
    }

    /// The parts, once the closing boundary has been seen.
    mutating func finish() throws(Failure) -> [Part] {
        guard case .finished = state else { throw .unfinished }
        return parts
    }

    /// Does one step; false when more bytes are needed.
    private mutating func advance() throws(Failure) -> Bool {
        switch state {
        case .preamble:
            guard let found = buffer.range(of: delimiter) else {
                keepTail()
                return false
            }
            return try afterDelimiter(found.upperBound)
        case .header:
            return try readHeader()
        case .body(let part):
            return try readBody(part)
        case .finished:
            buffer.removeAll()
            return false
        }
    }

    private mutating func keepTail() {
        let spare = buffer.count - delimiter.count
        if spare > 0 { buffer.removeFirst(spare) }
    }

    private mutating func afterDelimiter(_ index: Int) throws(Failure) -> Bool {
        guard buffer.count >= index + 2 else { return false }
        let mark = (buffer[index], buffer[index + 1])
        if mark == (UInt8(ascii: "-"), UInt8(ascii: "-")) {
            state = .finished
        } else if mark == (13, 10) {
            state = .header
        } else {
            throw .malformed
        }
        buffer.removeFirst(index + 2)
        return true
    }

    private mutating func readHeader() throws(Failure) -> Bool {
        guard let end = buffer.range(of: [13, 10, 13, 10]) else {
            if buffer.count > limits.header { throw .headerTooLong }
            return false
        }
        guard end.lowerBound <= limits.header else { throw .headerTooLong }
        guard parts.count < limits.parts else { throw .tooManyParts }
        let lines = String(decoding: buffer[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        var disposition: String?
        var contentType: String?
        for line in lines {
            let pieces = line.split(separator: ":", maxSplits: 1)
            guard pieces.count == 2 else { throw .malformed }
            switch pieces[0].lowercased() {
            case "content-disposition": disposition = pieces[1].trimmed
            case "content-type": contentType = pieces[1].trimmed
            default: break
            }
        }
        guard let disposition, disposition.lowercased().hasPrefix("form-data"),
            let name = MultipartReader.parameter("name", of: disposition)
        else { throw .malformed }
        let fileName = MultipartReader.parameter("filename", of: disposition)
        buffer.removeFirst(end.upperBound - 2)  // a body may be empty: its CRLF may open the next boundary
        state = .body(Part(name: name, fileName: fileName, contentType: contentType))
        return true
    }

    private mutating func readBody(_ part: Part) throws(Failure) -> Bool {
        var part = part
        let limit = part.fileName == nil ? limits.field : limits.file
        if let found = buffer.range(of: delimiter, from: max(0, searched - delimiter.count)) {
            searched = 0
            if limits.keeps(part) {
                part.bytes += buffer[..<found.lowerBound]
                if part.bytes.starts(with: [13, 10]) { part.bytes.removeFirst(2) }
                part.size = part.bytes.count
            } else {
                part.size = max(0, part.size + found.lowerBound - 2)
            }
            guard part.size <= limit else { throw .partTooLarge(name: part.name) }
            guard buffer.count >= found.upperBound + 2 else { return false }
            guard !part.name.utf8.contains(0), part.fileName?.utf8.contains(0) != true else { throw .malformed }
            if part.fileName == nil { fieldBytes += part.size }
            guard fieldBytes <= limits.fields else { throw .tooLarge }
            parts.append(part)
            return try afterDelimiter(found.upperBound)
        }
        if !limits.keeps(part) {
            // What may be the beginning of the delimiter stays.
            let dropped = max(0, buffer.count - delimiter.count)
            part.size += dropped
            buffer.removeFirst(dropped)
            state = .body(part)
        }
        guard part.size + buffer.count <= limit + delimiter.count + 2 else { throw .partTooLarge(name: part.name) }
        searched = buffer.count
        return false
    }

    /// A parameter of a header value, quoted or not: `form-data; name="a\"b"`.
    static func parameter(_ name: String, of header: String) -> String? {
        var rest = header[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let key = rest[..<equals].trimmed.lowercased()
            rest = rest[rest.index(after: equals)...]
            let value: String
            if rest.first == "\"" {
                (value, rest) = quoted(rest.dropFirst())
            } else {
                let end = rest.firstIndex(of: ";") ?? rest.endIndex
                value = rest[..<end].trimmed
                rest = rest[end...]
            }
            if key == name { return value }
        }
        return nil
    }

    private static func quoted(_ text: Substring) -> (String, Substring) {
        var value = ""
        var index = text.startIndex
        while index < text.endIndex, text[index] != "\"" {
            // Browsers escape only the quote (as %22 or \"); a lone backslash belongs to a Windows path.
            let next = text.index(after: index)
            if text[index] == "\\", next < text.endIndex, text[next] == "\"" { index = next }
            value.append(text[index])
            index = text.index(after: index)
        }
        let rest = index < text.endIndex ? text[text.index(after: index)...] : text[index...]
        return (value, rest)
    }
}

extension [UInt8] {
    /// The first place at or after `start` where `pattern` stands.
    func range(of pattern: [UInt8], from start: Int = 0) -> Range<Int>? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        var index = start
        let last = count - pattern.count
        while index <= last {
            if self[index] == first, self[index..<(index + pattern.count)].elementsEqual(pattern) {
                return index..<(index + pattern.count)
            }
            index += 1
        }
        return nil
    }
}
