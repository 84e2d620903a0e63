import Foundation
import Testing

@testable import Documents

/// Other programs' opinion of what we write: openpyxl, python-calamine and LibreOffice.
@Suite("Spreadsheets in other programs")
struct SpreadsheetPeerTests {
    private static let python = ProcessInfo.processInfo.environment["INCONTRO_TEST_PYTHON"]
    private static let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"

    private static let columns = [
        Column("Nome"), Column("CAP", .code), Column("Età", .integer), Column("Ore", .decimal(places: 1)),
        Column("Nascita", .day), Column("Firmato", .instant), Column("Patente", .boolean), Column("Note & <altro>"),
    ]

    @Test(
        "Every reader finds the same cells",
        .enabled(if: python != nil || isRequired, "set INCONTRO_TEST_PYTHON to a Python that has openpyxl"),
        .timeLimit(.minutes(5)),
        arguments: [(0, 1000), (1, 1000), (2500, 1000), (20_000, 1_048_575)]
    )
    func peers(_ count: Int, _ rowsPerSheet: Int) throws {
        let python = try #require(Self.python, "INCONTRO_TEST_PYTHON is not set")
        let folder = FileManager.default.temporaryDirectory.appending(path: "incontro-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        let rows = Self.rows(count)
        let information = TableInformation(
            sheetName: "Informazioni",
            lines: [.init("Righe", .integer(Int64(count))), .init("Filtro", .text("=1+1"))]
        )
        let bytes = try SpreadsheetWriter.bytes(
            Self.columns,
            rows,
            options: .init(sheetName: "Cittadini", title: "Elenco", rowsPerSheet: rowsPerSheet),
            information: information
        )
        let file = folder.appending(path: "elenco.xlsx")
        try Data(bytes).write(to: file)
        let expected = folder.appending(path: "expected.json")
        try JSONSerialization.data(withJSONObject: Self.expected(rows, rowsPerSheet)).write(to: expected)

        let script = URL(filePath: #filePath).appending(path: "../../../Spreadsheets/check_spreadsheet.py").standardized
        let arguments = [script.path, file.path, expected.path] + (Self.isRequired ? ["--require-all"] : [])
        let result = try run(python, arguments)
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("openpyxl"))
    }

    @Test(
        "The archive is sound for unzip",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip"))
    )
    func unzip() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "incontro-\(UUID()).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(SpreadsheetWriter.bytes(Self.columns, Self.rows(5000))).write(to: file)
        let result = try run("/usr/bin/unzip", ["-t", file.path])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("No errors detected"))
    }

    private static func rows(_ count: Int) -> [[Cell]] {
        var generator = SeededGenerator(17)
        return (0..<count).map { number in
            var text = generator.text(longest: 15)
            if number == 0 { text = "=1+1" }
            if number == 1 { text = String(repeating: "lungo à ", count: 5000) }
            return [
                .text("Niccolò \(number)"), .text("0\(1000 + number % 9000)"), .integer(Int64(number % 90) - 3),
                .decimal(Double(number) / 4), .day(CivilTime.iso(days: number - 20_000)),
                .instant(milliseconds: 1_700_000_000_000 + Int64(number) * 977_000, offset: 3600),
                .boolean(number % 2 == 0),
                .text(text),
            ]
        }
    }

    private static func expected(_ rows: [[Cell]], _ rowsPerSheet: Int) -> [[String: Any]] {
        let heading: [Any] = columns.map(\.title)
        var sheets: [[String: Any]] = []
        var start = 0
        repeat {
            let part = rows[start..<min(start + rowsPerSheet, rows.count)]
            let name = start == 0 ? "Cittadini" : "Cittadini \(sheets.count + 1)"
            sheets.append(["name": name, "table": true, "rows": [heading] + part.map { $0.map(json) }])
            start += rowsPerSheet
        } while start < rows.count
        let lines: [[Any]] = [["Righe", rows.count], ["Filtro", "=1+1"]]
        return sheets + [["name": "Informazioni", "table": false, "rows": lines]]
    }

    private static func json(_ cell: Cell) -> Any {
        switch cell {
        case .empty: return NSNull()
        case .text(let text):
            let held = SpreadsheetWriterTests.held(text)
            if held.isEmpty { return NSNull() }
            return held.utf16.count <= 32_767 ? held : String(held.unicodeScalars.prefix(32_766)) + "…"
        case .integer(let value): return value
        case .decimal(let value): return value
        case .day(let iso): return iso >= "1900-03-01" ? ["day": iso] as Any : iso as Any
        case .instant(let milliseconds, let offset):
            let moment = CivilTime.moment(milliseconds: milliseconds, offset: offset)
            return ["instant": "\(CivilTime.iso(days: moment.days))T\(CivilTime.clock(seconds: moment.seconds))"]
        case .boolean(let value): return value
        case .amount(let text), .localTime(let text): return text
        }
    }

    private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
