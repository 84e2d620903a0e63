public import Domain
internal import Foundation

/// The audit trail in lines of JSON (NDJSON), for software and for whoever checks it away from the database.
///
/// Ids are texts, because many readers of JSON know no whole numbers of 64 bits; `details` is the text that went into the
/// hash, and JSON itself.
public enum AuditLines {
    public static func line(_ trace: SealedTrace) -> String {
        let record = trace.record
        var line = JSONLine()
        for (name, value) in record.members {
            switch value {
            case .text(let text): line.append(name, text)
            case .number(let number): line.append(name, number)
            }
        }
        line.append("hash", record.hash)
        line.append("position", trace.position)
        line.append("previous", trace.previous)
        line.append("link", trace.link)
        return line.text
    }

    public static func line(_ checkpoint: AuditCheckpoint) -> String {
        var line = JSONLine()
        line.append("number", checkpoint.number)
        line.append("position", checkpoint.position)
        line.append("link", checkpoint.link)
        line.append("at", checkpoint.at.rfc3339)
        line.append("count", checkpoint.count)
        line.append("key", checkpoint.keyID)
        line.append("signature", checkpoint.signature)
        return line.text
    }

    /// Reads the checkpoints that were kept, one a line.
    ///
    /// - Throws: ``UnreadableCheckpoints`` with the first line that is none.
    public static func checkpoints(_ text: String) throws -> [AuditCheckpoint] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        return try lines.compactMap { index, line in
            if line.allSatisfy(\.isWhitespace) { return nil }
            let form = try? JSONDecoder().decode(CheckpointForm.self, from: Data(line.utf8))
            guard let form, let at = Instant(rfc3339: form.at) else { throw UnreadableCheckpoints(line: index + 1) }
            return AuditCheckpoint(
                number: form.number,
                position: form.position,
                link: form.link,
                at: at,
                count: form.count,
                keyID: form.key,
                signature: form.signature
            )
        }
    }

    private struct CheckpointForm: Decodable {
        let number: Int64
        let position: Int64
        let link: String
        let at: String
        let count: Int64
        let key: String?
        let signature: String?
    }
}

/// A file of kept checkpoints has a line that is none.
public struct UnreadableCheckpoints: Error, Hashable, Sendable, CustomStringConvertible {
    public let line: Int

    public var description: String { "line \(line) holds no checkpoint" }
}

/// One object of JSON in one line, its members in the order in which they are put in.
private struct JSONLine {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    mutating func append(_ name: StaticString, _ value: String?) {
        appendName(name)
        guard let value else { return bytes.append(contentsOf: "null".utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: (digits.utf8.count == 1 ? "\\u000\(digits)" : "\\u00\(digits)").utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func append(_ name: StaticString, _ value: Int64?) {
        appendName(name)
        bytes.append(contentsOf: (value.map { String($0) } ?? "null").utf8)
    }

    private mutating func appendName(_ name: StaticString) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: "\":".utf8)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) + "}" }
}
