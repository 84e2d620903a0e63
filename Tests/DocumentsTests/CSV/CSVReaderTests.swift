import Foundation
import Testing

@testable import Documents

@Suite("Reading a CSV file")
struct CSVReaderTests {
    private func read(_ text: String, limits: TableLimits = TableLimits()) throws -> [TableRow] {
        try read(Array(text.utf8), limits: limits)
    }

    private func read(_ bytes: [UInt8], limits: TableLimits = TableLimits()) throws -> [TableRow] {
        var reader = try TableSource.bytes(bytes).open(limits: limits)
        return [TableRow(number: reader.headerRow, line: 0, cells: reader.header)] + (try reader.all())
    }

    @Test("Line endings of all systems end a row, and break lines inside quotes", arguments: ["\n", "\r\n", "\r"])
    func lineEndings(_ end: String) throws {
        let text = "a,b\(end)1,\"x\(end)\(end)y\"\(end)\(end)2,z\(end)"
        let rows = try read(text)
        #expect(rows.map(\.cells) == [["a", "b"], ["1", "x\(end)\(end)y"], ["2", "z"]])
        #expect(rows.map(\.number) == [1, 2, 4])
        #expect(rows.dropFirst().map(\.line) == [2, 6])
    }

    @Test("The last line may lack its end, and quotes may be doubled or empty")
    func quotes() throws {
        #expect(try read("a;b;c\n\"\";\"\"\"x\"\" \";5\" tubo").last?.cells == ["", "\"x\" ", "5\" tubo"])
        #expect(try read("a;b\n\"x\" ;\" y\"").last?.cells == ["x", " y"])
    }

    @Test(
        "The separator is found in the heading",
        arguments: [
            ("a,b,c", CSVSeparator.comma), ("a;b;c", .semicolon), ("a;\"b,b,b\";c", .semicolon),
            ("\"a;a;a\",b,c", .comma),
            ("nome;descrizione, note", .semicolon), ("solo", .comma), ("\n\n;x,\"y\n,,,,\";z;", .semicolon),
            ("sep=;\na,b;c", .semicolon), ("SEP=,\r\na;b;c,d", .comma), ("sep=;\ra;b", .semicolon),
        ]
    )
    func separators(_ text: String, _ expected: CSVSeparator) throws {
        let reader = try TableSource.bytes(Array(text.utf8)).open()
        #expect(reader.format == .csv(expected, .utf8))
        #expect(!reader.header.contains { $0.hasPrefix("sep") })
    }

    @Test("Encodings are told apart by the whole file")
    func encodings() throws {
        let utf8 = Array("città;€\nèé;“x”\n".utf8)
        let windows: [UInt8] = [
            0x63, 0x69, 0x74, 0x74, 0xE0, 0x3B, 0x80, 0x0A, 0xE8, 0xE9, 0x3B, 0x93, 0x78, 0x94, 0x0A,
        ]
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        for (bytes, encoding) in [
            (utf8, TextEncoding.utf8), (mark + utf8, .utf8WithByteOrderMark), (windows, .windows1252),
        ] {
            var reader = try TableSource.bytes(bytes).open()
            #expect(reader.format == .csv(.semicolon, encoding))
            #expect(reader.header == ["città", "€"])
            #expect(try reader.next()?.cells == ["èé", "“x”"])
        }
        let late = Array(String(repeating: "a;b\n", count: 200_000).utf8) + [0xE0, 0x3B, 0x62]
        #expect(try read(late).last?.cells == ["à", "b"])
        #expect(try TextEncoding.detect(.bytes(Array("à".utf8.dropLast()))) == .windows1252)
    }

    @Test("The check of UTF-8 agrees with the language's own, wherever the pieces are cut")
    func validator() {
        var generator = SeededGenerator(8)
        let bytes: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4,
            0xF5,
        ]
        var valid = 0
        for _ in 0..<200_000 {
            let sample = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                bytes[Int.random(in: 0..<bytes.count, using: &generator)]
            }
            var validator = UTF8Validator()
            let cut = Int.random(in: 0...sample.count, using: &generator)
            validator.take(Array(sample[..<cut]))
            validator.take(Array(sample[cut...]))
            let expected = String(validating: sample, as: UTF8.self) != nil
            if validator.isComplete != expected { Issue.record("\(sample) is \(expected ? "" : "not ")valid") }
            if expected { valid += 1 }
        }
        #expect(valid > 1000)
    }

    @Test(
        "What is wrong is said with its line",
        arguments: [
            ("a,b\n1,\"x\ny\n", CannotReadTable.unclosedQuote(line: 2)),
            ("a,b\n\n1,2\n\"x\"y,2", .textAfterQuote(line: 4)),
            ("a,b\n1,\u{0}", .notText(line: 2)), ("", .empty), ("\n \n\t\n;;\n", .empty), ("\u{FEFF}", .empty),
        ]
    )
    func errors(_ text: String, _ expected: CannotReadTable) {
        #expect(throws: expected) { _ = try read(text) }
    }

    @Test("Rows, columns and lengths have their limits")
    func limits() {
        var limits = TableLimits()
        limits.rows = 2
        limits.columns = 3
        limits.rowBytes = 10
        limits.bytes = 60
        #expect(throws: CannotReadTable.tooManyRows(limit: 2)) { _ = try read("a\n1\n2\n3\n", limits: limits) }
        #expect(throws: CannotReadTable.tooManyColumns(row: 2, limit: 3)) {
            _ = try read("a\n1,2,3,4\n", limits: limits)
        }
        #expect(throws: CannotReadTable.rowTooLong(line: 2, limit: 10)) {
            _ = try read("a\n\"1234\n567890\n", limits: limits)
        }
        #expect(throws: CannotReadTable.tooManyBytes(limit: 60)) {
            _ = try read(String(repeating: "a\n", count: 31), limits: limits)
        }
    }

    @Test("Short rows are filled up, text beyond the heading is kept, empty cells beyond it are not")
    func widths() throws {
        #expect(
            try read("a;b;;\n1\n1;2;;;\n1;2;3;\n").map(\.cells) == [
                ["a", "b"], ["1", ""], ["1", "2"], ["1", "2", "3"],
            ]
        )
    }

    @Test("A file on disk reads the same in pieces")
    func files() throws {
        var generator = SeededGenerator(5)
        let rows = (0..<20_000).map { [Cell.integer(Int64($0)), .text(generator.text(longest: 12)), .text("è\n\"")] }
        let bytes = try CSVWriter.bytes([Column("n"), Column("testo"), Column("fine")], rows)
        let url = FileManager.default.temporaryDirectory.appending(path: "incontro-\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(bytes).write(to: url)
        var fromFile = try TableSource.file(url).open()
        var fromMemory = try TableSource.bytes(bytes).open()
        #expect(bytes.count > 600_000)
        var count = 0
        while true {
            let batch = try fromFile.next(777)
            #expect(try batch == fromMemory.next(777))
            count += batch.count
            if batch.count < 777 { break }
        }
        #expect(count == 20_000)
        #expect(throws: CannotReadTable.unreadable) { _ = try TableSource.file(URL(filePath: "/nowhere/x.csv")).open() }
        #expect(throws: CannotReadTable.unreadable) {
            _ = try TableSource.file(FileManager.default.temporaryDirectory).open()
        }
    }

    @Test("Random bytes never do worse than an error")
    func fuzz() {
        var generator = SeededGenerator(3)
        let alphabet: [UInt8] = [0x22, 0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x61, 0x62, 0x20, 0x09, 0xE0, 0xC3, 0xA8]
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }
            do {
                _ = try read(bytes)
            } catch {
                #expect(error is CannotReadTable)
            }
        }
    }
}
