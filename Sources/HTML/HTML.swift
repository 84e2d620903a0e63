/// A piece of a page, in UTF-8.
///
/// Literals are markup; everything interpolated is escaped, unless it is `HTML` already. There is no way to turn a
/// run-time text into markup, so a name like `<script>` stays a name.
public struct HTML: Sendable, Hashable {
    public private(set) var bytes: [UInt8]

    public init() {
        bytes = []
    }

    public var isEmpty: Bool { bytes.isEmpty }

    public static func += (left: inout HTML, right: HTML) {
        left.bytes += right.bytes
    }

    public static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum += right
        return sum
    }
}

extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral value: StaticString) {
        bytes = []
        bytes.append(literal: value)
    }

    public init(stringInterpolation: Interpolation) {
        bytes = stringInterpolation.bytes
    }

    public struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            bytes.append(literal: literal)
        }

        /// Text between tags or in a quoted attribute.
        ///
        /// Disfavoured, so that a literal in an interpolation is markup as it is everywhere else.
        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: String) {
            bytes.append(escaped: text)
        }

        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            bytes += String(number).utf8
        }

        /// Nothing where there is no text.
        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: String?) {
            if let text { bytes.append(escaped: text) }
        }

        public mutating func appendInterpolation(_ html: HTML) {
            bytes += html.bytes
        }

        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes += html.bytes }
        }

        public mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
            for piece in pieces { bytes += piece.bytes }
        }

        /// The address of a `href`, `src` or `action`.
        public mutating func appendInterpolation(link: Link) {
            bytes.append(escaped: link.text)
        }

        /// A bare attribute such as ` checked`, with its leading blank, when the condition holds.
        public mutating func appendInterpolation(attribute name: StaticString, if condition: Bool) {
            if condition {
                bytes.append(0x20)
                bytes.append(literal: name)
            }
        }

        /// A named attribute with its leading blank, when there is a value.
        public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            bytes.append(0x20)
            bytes.append(literal: name)
            bytes += [0x3D, 0x22]
            bytes.append(escaped: value)
            bytes.append(0x22)
        }
    }
}

extension HTML: CustomStringConvertible {
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension Sequence<HTML> {
    public func joined(by separator: HTML = "") -> HTML {
        var sum = HTML()
        for (index, piece) in enumerated() {
            if index > 0 { sum += separator }
            sum += piece
        }
        return sum
    }
}

extension [UInt8] {
    mutating func append(literal: StaticString) {
        if literal.hasPointerRepresentation {
            append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
        } else {
            append(contentsOf: String(Character(literal.unicodeScalar)).utf8)
        }
    }

    /// Escapes the five characters that end a text or a quoted attribute; runs of others are copied whole.
    mutating func append(escaped text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var clean = 0
            for index in utf8.indices {
                guard let entity = Entity.of(utf8[index]) else { continue }
                append(contentsOf: utf8[clean..<index])
                append(literal: entity)
                clean = index + 1
            }
            append(contentsOf: utf8[clean...])
        }
    }
}

private enum Entity {
    @inline(__always)
    static func of(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
