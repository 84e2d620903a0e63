import Foundation
import Testing

@testable import Outbound

@Suite("A mail's bytes")
struct MailEncodingTests {
    private func mail(subject: String = "Prova", text: String = "Testo") throws -> Mail {
        Mail(
            from: try #require(Mailbox(text: "Incontro <noreply@incontro.example>")),
            to: try #require(Mailbox("bruno@alfa.example")),
            subject: subject,
            text: text,
            date: Date(timeIntervalSince1970: 1_773_133_205),
            id: "incontro0abc"
        )
    }

    private func lines(_ mail: Mail) -> [String] {
        String(decoding: mail.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test("Date, Message-ID and the fields of MIME stand in the head")
    func head() throws {
        let lines = lines(try mail())
        #expect(lines.contains("Date: Tue, 10 Mar 2026 09:00:05 +0000"))
        #expect(lines.contains("From: \"Incontro\" <noreply@incontro.example>"))
        #expect(lines.contains("To: <bruno@alfa.example>"))
        #expect(lines.contains("Message-ID: <incontro0abc@incontro.example>"))
        #expect(lines.contains("Subject: Prova"))
        #expect(lines.contains("Auto-Submitted: auto-generated"))
        #expect(lines.contains("Content-Type: text/plain; charset=utf-8"))
    }

    @Test(
        "A subject can begin no header of its own",
        arguments: ["Ciao\r\nBcc: tutti@example.it", "Ciao\nX: y", "Ciao\rX: y", "=?utf-8?Q?=0AX?=", "a\u{0}b"]
    )
    func injection(subject: String) throws {
        let lines = lines(try mail(subject: subject))
        let end = try #require(lines.firstIndex(of: ""))
        let names = lines[..<end].filter { !$0.hasPrefix(" ") }.compactMap { $0.split(separator: ":").first }
        #expect(
            names == [
                "Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Auto-Submitted",
            ]
        )
        #expect(lines.contains { $0.hasPrefix("Subject: =?utf-8?B?") })
    }

    @Test("Encoded words are short, whole, and split no character", arguments: ["è", "𝄞", "e\u{301}", "aè"])
    func words(character: String) throws {
        let text = String(repeating: character, count: 100)
        let words = MailEncoding.encodedWords(text).components(separatedBy: "\r\n ")
        var decoded = ""
        for (position, word) in words.enumerated() {
            #expect(word.utf8.count <= (position == 0 ? 58 : 75))
            let data = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
            decoded += try #require(String(data: data, encoding: .utf8))
        }
        #expect(decoded.unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test("Quoted-printable lines have at most 76 characters and come back as they were")
    func quotedPrintable() throws {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("abc =.\tàèü€𝄞~Z")
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0...6)).map { _ in
                String((0..<Int.random(in: 0...120)).compactMap { _ in alphabet.randomElement(using: &generator) })
            }.joined(separator: "\n")
            let bytes = MailEncoding.quotedPrintable(text)
            let encoded = String(decoding: bytes, as: UTF8.self)
            let lines = encoded.components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasSuffix(" ") && !$0.hasSuffix("\t") })
            #expect(bytes.allSatisfy { $0 < 0x80 })
            #expect(decoded(encoded) == text + "\n")
        }
    }

    /// The other way round, after RFC 2045.
    private func decoded(_ text: String) -> String {
        let bytes = Array(text.replacing("=\r\n", with: "").replacing("\r\n", with: "\n").utf8)
        var (result, index) = ([UInt8](), 0)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "=") {
                result.append(UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16) ?? 0)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    @Test(
        "What could be read as more than an address is none",
        arguments: [
            "", "a", "a@", "@b.it", "a@b@c", "a b@c.it", "a@b.it\r\nX: y", "a@b.it>", "<a@b.it", "\"a\"@b.it",
            "a@b..it",
            ".a@b.it", "è@b.it", "a@è.it", "a@b.it,c@d.it", "a@b_c.it",
        ]
    )
    func addresses(text: String) {
        #expect(Mailbox(text) == nil)
    }

    @Test("Addresses with and without a name are read")
    func named() {
        #expect(Mailbox(text: "a.b+c@d-e.it") == Mailbox("a.b+c@d-e.it"))
        #expect(Mailbox(text: "Sportello  lavoro <a@b.it>") == Mailbox("a@b.it", name: "Sportello lavoro"))
        #expect(Mailbox(text: "Nome <a@b.it> altro") == nil)
    }
}
