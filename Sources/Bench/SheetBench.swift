internal import Documents
internal import Foundation

/// The spreadsheet writer alone: rows out of memory, a workbook onto the disk.
///
/// The rows come from a file of tab-separated cells, each with its kind in front (`tText`, `i42`, `d2024-02-10`,
/// `s1700000000000`, `b1`, `e`), and are written over and over until there are as many as wanted.
struct SheetBench {
    let pool: [[Cell]]

    init(file: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        pool = text.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(SheetBench.cell)
        }
    }

    private static func cell(_ text: Substring) -> Cell {
        let value = String(text.dropFirst())
        switch text.first {
        case "t": return .text(value)
        case "i": return Int64(value).map(Cell.integer) ?? .text(value)
        case "d": return .day(value)
        case "s": return .instant(milliseconds: Int64(value) ?? 0, offset: 3600)
        case "b": return .boolean(value == "1")
        default: return .empty
        }
    }

    /// A column is of the kind of its first cell that is not empty.
    private var columns: [Column] {
        (pool.first ?? []).indices.map { index in
            let kind: Column.Kind =
                switch pool.lazy.map({ $0[index] }).first(where: { $0 != .empty }) {
                case .integer: .integer
                case .day: .day
                case .instant: .instant
                case .boolean: .boolean
                case .empty, .text, .decimal, .amount, .localTime, nil: .text
                }
            return Column("Colonna \(index + 1)", kind)
        }
    }

    /// Tells how much processor time the writing took.
    func write(_ rows: Int, to path: String) throws -> String {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        guard !pool.isEmpty, let file = FileHandle(forWritingAtPath: path) else { throw CannotBegin() }
        let before = processorTime
        let start = ContinuousClock.now
        var writer = try SpreadsheetWriter(columns: columns, options: .init(sheetName: "Cittadini"))
        for row in 0..<rows {
            try writer.append(pool[row % pool.count])
            if writer.readyBytes >= 65_536 { try file.write(contentsOf: writer.take()) }
        }
        try writer.finish()
        try file.write(contentsOf: writer.take())
        try file.close()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return "{\"rows\": \(rows), \"cpu\": \(processorTime - before), \"seconds\": \(seconds)}"
    }

    private var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    struct CannotBegin: Error {}
}
