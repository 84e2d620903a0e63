import Testing

@testable import Web

@Suite("Multipart forms")
struct MultipartTests {
    private static let type = "multipart/form-data; boundary=\"x-Y\""

    private func body(_ parts: [(head: String, content: [UInt8])]) -> [UInt8] {
        parts.flatMap { Array("--x-Y\r\n\($0.head)\r\n\r\n".utf8) + $0.content + Array("\r\n".utf8) }
            + Array("--x-Y--\r\n".utf8)
    }

    private func read(
        _ bytes: [UInt8],
        by step: Int = .max,
        limits: MultipartReader.Limits = .init()
    ) throws -> [MultipartReader.Part] {
        var reader = try MultipartReader(contentType: MultipartTests.type, limits: limits)
        var rest = bytes[...]
        while !rest.isEmpty {
            try reader.append(rest.prefix(step))
            rest = rest.dropFirst(step)
        }
        return try reader.finish()
    }

    @Test("Parts come out the same however the network cuts the bytes", arguments: [1, 2, 3, 7, 64, 4096])
    func portions(step: Int) throws {
        let file = Array("a\r\n--x-\r\nà;b\r\n".utf8) + [0, 255, 13, 10]
        let parts = try read(
            body([
                ("Content-Disposition: form-data; name=\"_csrf\"", Array("abc".utf8)),
                (
                    "Content-Disposition: form-data; name=\"file\"; filename=\"elenco \\\"à\\\".csv\"\r\nContent-Type: text/csv",
                    file
                ),
                ("content-disposition: form-data; name=empty", []),
            ]),
            by: step
        )

        #expect(parts.map(\.name) == ["_csrf", "file", "empty"])
        #expect(parts.map(\.bytes) == [Array("abc".utf8), file, []])
        #expect(parts[1].fileName == "elenco \"à\".csv")
        #expect(parts[1].contentType == "text/csv")
    }

    @Test("A random body is read as it was written")
    func random() throws {
        let bytes: [UInt8] = [13, 10, 45, 120, 89, 65, 0, 200]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var contents: [[UInt8]] = []
            for _ in 0..<Int.random(in: 0...5, using: &generator) {
                let length = Int.random(in: 0...300, using: &generator)
                contents.append((0..<length).map { _ in bytes.randomElement(using: &generator) ?? 0 })
            }
            // A content that holds the delimiter itself could not be sent under this boundary.
            guard contents.allSatisfy({ $0.range(of: Array("\r\n--x-Y".utf8)) == nil }) else { continue }
            let sent = body(contents.map { ("Content-Disposition: form-data; name=\"f\"; filename=\"f\"", $0) })

            let parts = try read(sent, by: Int.random(in: 1...50, using: &generator))

            #expect(parts.map(\.bytes) == contents)
        }
    }

    @Test("Random bytes are refused or read, and never crash")
    func noise() {
        var generator = SystemRandomNumberGenerator()
        let pieces = ["--x-Y", "\r\n", "--", "Content-Disposition: form-data; name=\"a\"", ":", ";", "\"", "é", "\0"]
        for _ in 0..<500 {
            let text = (0..<20).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            _ = try? read(Array(text.utf8), by: Int.random(in: 1...9, using: &generator))
        }
    }

    @Test("A body that breaks off is no form")
    func unfinished() throws {
        let whole = body([("Content-Disposition: form-data; name=\"a\"", Array("b".utf8))])

        #expect(throws: MultipartReader.Failure.unfinished) { try read(whole.dropLast(6)) }
        #expect(throws: MultipartReader.Failure.unfinished) { try read([]) }
    }

    @Test("Limits hold while reading")
    func limits() throws {
        let long = body([("Content-Disposition: form-data; name=\"a\"", Array(repeating: 65, count: 70_000))])
        let large = body([
            ("Content-Disposition: form-data; name=\"f\"; filename=\"f\"", Array(repeating: 65, count: 5000))
        ])
        let many = body((0..<101).map { ("Content-Disposition: form-data; name=\"a\($0)\"", []) })
        let head = body([("Content-Disposition: form-data; name=\"\(String(repeating: "a", count: 9000))\"", [])])
        var small = MultipartReader.Limits()
        small.file = 4000

        #expect(throws: MultipartReader.Failure.partTooLarge(name: "a")) { try read(long) }
        #expect(throws: MultipartReader.Failure.partTooLarge(name: "f")) { try read(large, by: 100, limits: small) }
        #expect(throws: MultipartReader.Failure.tooManyParts) { try read(many) }
        #expect(throws: MultipartReader.Failure.headerTooLong) { try read(head) }
    }

    @Test("Of files that are not kept their size is all that stays", arguments: [1, 7, 4096])
    func dropped(step: Int) throws {
        let file = Array("a\r\n--x-\r\n".utf8) + Array(repeating: 66, count: 20_000)
        let bytes = body([
            ("Content-Disposition: form-data; name=\"f\"; filename=\"f\"", file),
            ("Content-Disposition: form-data; name=\"e\"; filename=\"\"", []),
            ("Content-Disposition: form-data; name=\"a\"", Array("testo".utf8)),
        ])
        let parts = try read(bytes, by: step, limits: .init(keepsFiles: false))
        #expect(parts.map(\.name) == ["f", "e", "a"])
        #expect(parts.map(\.size) == [file.count, 0, 5])
        #expect(parts.map { $0.bytes.count } == [0, 0, 5])
        #expect(throws: MultipartReader.Failure.tooLarge) { try read(bytes, limits: .init(fields: 4)) }
        #expect(throws: MultipartReader.Failure.partTooLarge(name: "f")) {
            try read(bytes, by: step, limits: .init(file: 19_000, keepsFiles: false))
        }
    }

    @Test(
        "A form without a usable boundary is refused",
        arguments: ["", "multipart/form-data", "text/plain; boundary="]
    )
    func boundary(type: String) {
        #expect(throws: MultipartReader.Failure.noBoundary) { try MultipartReader(contentType: type) }
    }
}
