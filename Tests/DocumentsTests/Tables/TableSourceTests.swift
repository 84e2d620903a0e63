import Testing

@testable import Documents

@Suite("Opening what someone brings")
struct TableSourceTests {
    @Test(
        "Other kinds of file are named",
        arguments: [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] as [UInt8], CannotReadTable.oldExcelFormat),
            (Array("%PDF-1.7".utf8), .pdf), (Array("{\\rtf1".utf8), .richText),
            (Array("\u{FEFF}\n <HTML><table>".utf8), .markup),
            (Array("<?xml version=\"1.0\"?><Workbook/>".utf8), .markup),
            ([0xFF, 0xFE, 0x61, 0x00], .unsupportedEncoding("UTF-16")),
            ([0x61, 0x00, 0x3B, 0x00], .notText(line: 1)), ([], .empty),
            ([0x50, 0x4B, 0x03, 0x04, 0x00], .damaged(part: "ZIP")),
        ]
    )
    func others(_ bytes: [UInt8], _ expected: CannotReadTable) {
        #expect(throws: expected) { _ = try TableSource.bytes(bytes).open() }
    }

    @Test("A workbook with a password is told apart from an old one")
    func password() {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 3000)
        let mark: [UInt8] = "EncryptedPackage".utf8.flatMap { letter in [letter, 0] }
        #expect(throws: CannotReadTable.passwordProtected) { _ = try TableSource.bytes(old + mark + old).open() }
    }

    @Test(
        "Archives that hold no workbook are told apart",
        arguments: [
            (["documento.txt"], CannotReadTable.notASpreadsheet), (["mimetype", "content.xml"], .openDocument),
            ([], .notASpreadsheet),
        ]
    )
    func archives(_ names: [String], _ expected: CannotReadTable) throws {
        var zip = try ZipStream(codec: .zlib)
        for name in names { try zip.add(name, Array("x".utf8)) }
        zip.finish()
        let bytes = zip.take()
        #expect(throws: expected) { _ = try TableSource.bytes(bytes).open() }
    }

    @Test("A binary workbook and a text document are told apart from a workbook")
    func officeFiles() {
        var book = HandmadeWorkbook(rows: "")
        book.main = "xl/workbook.bin"
        #expect(throws: CannotReadTable.binaryWorkbook) { _ = try book.read() }
        book.main = "word/document.xml"
        book.extra = [
            ("word/document.xml", Array("<w:document/>".utf8)),
            ("word/_rels/document.xml.rels", Array("<Relationships/>".utf8)),
        ]
        #expect(throws: CannotReadTable.notASpreadsheet) { _ = try book.read() }
    }
}
