internal import Foundation

/// Texts of any language in the seven bits of a mail.
enum MailEncoding {
    /// An address with its name in front; a name is quoted, or encoded where it is not plain.
    static func mailbox(_ mailbox: Mailbox) -> String {
        guard let name = mailbox.name, !name.isEmpty else { return "<\(mailbox.address)>" }
        let isPlain = name.utf8.count <= 60 && name.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return isPlain ? "\"\(escaped)\" <\(mailbox.address)>" : "\(encodedWords(name))\r\n <\(mailbox.address)>"
    }

    /// A header's text: as it is where it is short and plain ASCII, else in encoded words (RFC 2047).
    ///
    /// Whatever ends a line is not plain, so that no text can begin another header.
    static func unstructured(_ text: String) -> String {
        let isPlain =
            text.utf8.count <= 60 && text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        return isPlain ? text : encodedWords(text)
    }

    /// Words each whole in itself: no character is split between two, and no line is longer than 76, the first one after
    /// its field's name.
    static func encodedWords(_ text: String) -> String {
        let (first, others) = (30, 45)
        var words: [String] = []
        var chunk: [UInt8] = []
        func flush() {
            if chunk.isEmpty { return }
            words.append("=?utf-8?B?\(Data(chunk).base64EncodedString())?=")
            chunk = []
        }
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunk.count + bytes.count > (words.isEmpty ? first : others) { flush() }
            chunk += bytes
        }
        flush()
        return words.joined(separator: "\r\n ")
    }

    /// Lines of at most 76 characters (RFC 2045 section 6.7), ending with CRLF.
    static func quotedPrintable(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines {
            var width = 0
            let bytes = Array(line.utf8)
            for (position, byte) in bytes.enumerated() {
                let isLast = position == bytes.count - 1
                let isBlank = byte == 0x20 || byte == 0x09
                let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isBlank && !isLast
                let piece = isPlain ? [byte] : escape(byte)
                if width + piece.count > (isLast ? 76 : 75) {
                    result += Array("=\r\n".utf8)
                    width = 0
                }
                result += piece
                width += piece.count
            }
            result += [0x0D, 0x0A]
        }
        return result
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
