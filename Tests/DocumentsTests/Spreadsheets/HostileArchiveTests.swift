import Testing

@testable import Documents

@Suite("Hostile archives")
struct HostileArchiveTests {
    private let rows = "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>"

    @Test("A part that unpacks to hundreds of times its size is refused")
    func ratio() throws {
        let book = HandmadeWorkbook(rows: rows + String(repeating: "<row/>", count: 400_000))
        var limits = TableLimits()
        limits.ratio = 100
        #expect(throws: CannotReadTable.hostile(.compressionRatio(limit: 100))) { _ = try book.read(limits: limits) }
        #expect(try book.read().rows.count == 1)
    }

    @Test("An archive that says less of its parts than they hold is stopped while it unpacks")
    func lies() throws {
        let book = HandmadeWorkbook(rows: rows + String(repeating: "<row/>   ", count: 40_000))
        var limits = TableLimits()
        limits.entryBytes = 100_000
        var bytes = try book.bytes()
        let name = Array("xl/worksheets/s0.xml".utf8)
        let directory = try #require(
            bytes.indices.last {
                bytes[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02] as [UInt8]) && bytes[($0 + 46)...].starts(with: name)
            }
        )
        for (place, byte) in [UInt8(0x10), 0, 0, 0].enumerated() { bytes[directory + 24 + place] = byte }
        #expect(throws: CannotReadTable.hostile(.entryTooLarge(limit: 100_000))) {
            var reader = try TableSource.bytes(bytes).open(limits: limits)
            _ = try reader.all()
        }
    }

    @Test("Too many entries, or too much in them, is refused before anything is unpacked")
    func amounts() throws {
        var book = HandmadeWorkbook(rows: rows)
        book.extra = (0..<100).map { ("media/\($0).bin", [UInt8(truncatingIfNeeded: $0)]) }
        var limits = TableLimits()
        limits.entries = 50
        #expect(throws: CannotReadTable.hostile(.tooManyEntries(limit: 50))) { _ = try book.read(limits: limits) }
        limits = TableLimits()
        limits.contentBytes = 600
        #expect(throws: CannotReadTable.hostile(.contentTooLarge(limit: 600))) { _ = try book.read(limits: limits) }
        limits = TableLimits()
        limits.entryBytes = 20
        #expect(throws: CannotReadTable.hostile(.entryTooLarge(limit: 20))) { _ = try book.read(limits: limits) }
        #expect(try book.read().rows.count == 1)
    }

    @Test("Shared strings are kept within their limit")
    func sharedTexts() {
        var book = HandmadeWorkbook(rows: rows)
        book.sharedStrings = "<sst>\(String(repeating: "<si><t>a</t></si>", count: 1000))</sst>"
        var limits = TableLimits()
        limits.sharedTextBytes = 10_000
        #expect(throws: CannotReadTable.hostile(.contentTooLarge(limit: 10_000))) { _ = try book.read(limits: limits) }
    }

    @Test("Names that climb out of the archive are only names")
    func paths() throws {
        var book = HandmadeWorkbook(rows: rows)
        book.extra = [("../../../../etc/passwd", [1]), ("/etc/shadow", [2]), ("C:\\Windows\\x", [3])]
        #expect(try book.read().rows.count == 1)
        book.main = "../../../../../etc/passwd"
        #expect(throws: CannotReadTable.self) { _ = try book.read() }
        book.main = "../xl/workbook.xml"
        #expect(try book.read().rows.count == 1)
    }

    @Test(
        "A document type is refused, with or without entities",
        arguments: [
            #"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>"#,
            #"<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>"#, "<!DOCTYPE html>",
        ]
    )
    func documentTypes(_ prologue: String) {
        var book = HandmadeWorkbook(rows: rows)
        book.sheetPrologue = #"<?xml version="1.0"?>"# + prologue
        #expect(throws: CannotReadTable.hostile(.documentType)) { _ = try book.read() }
    }

    @Test("An entity that nobody declared means damage")
    func unknownEntity() {
        let book = HandmadeWorkbook(rows: "<row><c t=\"str\"><v>&f;</v></c></row>")
        #expect(throws: CannotReadTable.damaged(part: "xl/worksheets/s0.xml")) { _ = try book.read() }
    }

    @Test("A changed byte is found by the checksum")
    func checksum() throws {
        var generator = SeededGenerator(7)
        let values = (0..<2000).map { _ in "<row><c><v>\(generator.next() % 1_000_000)</v></c></row>" }.joined()
        let good = try HandmadeWorkbook(rows: values).bytes()
        var unnoticed = 0
        for _ in 0..<60 {
            var bytes = good
            let place = Int.random(in: 400..<6000, using: &generator)
            bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &generator))
            do {
                var reader = try TableSource.bytes(bytes).open()
                _ = try reader.all()
                unnoticed += 1
            } catch {}
        }
        #expect(unnoticed == 0)
    }

    @Test("Random bytes never do worse than an error")
    func fuzz() throws {
        var generator = SeededGenerator(99)
        let good = try SpreadsheetWriter.bytes(
            [Column("A"), Column("B")],
            (0..<50).map { [.integer(Int64($0)), .text("x")] }
        )
        for _ in 0..<400 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            do {
                var reader = try TableSource.bytes(bytes).open()
                _ = try reader.all()
            } catch {
                #expect(error is CannotReadTable)
            }
        }
    }
}
