/// The parts of a workbook that say how to read its sheets.
struct Workbook {
    struct Sheet {
        let name: String
        let part: String
        let isVisible: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var numbers = CellNumbers()
    private(set) var formats: [CellFormat] = []
    private(set) var sharedTexts: [String] = []

    private struct Relationship {
        let type: String
        let target: String
    }

    private let archive: ZipArchive
    private let limits: TableLimits

    init(_ archive: ZipArchive, limits: TableLimits) throws(CannotReadTable) {
        self.archive = archive
        self.limits = limits
        guard archive.contains("_rels/.rels") else {
            throw archive.contains("mimetype") ? .openDocument : .notASpreadsheet
        }
        let package = try relationships(of: "")
        guard let main = package.values.first(where: { $0.type == "officeDocument" })?.target else {
            throw .notASpreadsheet
        }
        if main.lowercased().hasSuffix(".bin") { throw .binaryWorkbook }
        let parts = try relationships(of: main)
        try readSheets(main, parts)
        if let styles = parts.values.first(where: { $0.type == "styles" }) { try readStyles(styles.target) }
        if let shared = parts.values.first(where: { $0.type == "sharedStrings" }) { try readSharedTexts(shared.target) }
    }

    /// The sheet of this name, or the first one that a person sees.
    func sheet(named name: String?) throws(CannotReadTable) -> Sheet {
        let found =
            name.map { name in sheets.first { $0.name.lowercased() == name.lowercased() } }
            ?? sheets.first { $0.isVisible }
        guard let found else { throw .noSheet(named: name) }
        return found
    }

    private mutating func readSheets(_ part: String, _ parts: [String: Relationship]) throws(CannotReadTable) {
        var scanner = try XMLScanner(archive.open(part), limit: limits.rowBytes)
        guard try scanner.next() == .start, scanner.name == "workbook" else { throw .notASpreadsheet }
        while true {
            switch try scanner.next() {
            case .finish: return
            case .start where scanner.name == "workbookPr":
                numbers.countsFrom1904 = ["1", "true", "on"].contains(scanner.attribute("date1904") ?? "")
            case .start where scanner.name == "sheet":
                guard let name = scanner.attribute("name"), let id = scanner.attribute("id"), let target = parts[id],
                    target.type == "worksheet"
                else { continue }
                let state = scanner.attribute("state") ?? "visible"
                sheets.append(Sheet(name: name, part: target.target, isVisible: state == "visible"))
            case .start, .end, .text: continue
            }
        }
    }

    private mutating func readStyles(_ part: String) throws(CannotReadTable) {
        var scanner = try XMLScanner(archive.open(part), limit: limits.rowBytes)
        var codes: [Int: String] = [:]
        var isInCells = false
        while true {
            switch try scanner.next() {
            case .finish: return
            case .start where scanner.name == "numFmt":
                if let id = scanner.attribute("numFmtId").flatMap({ Int($0) }),
                    let code = scanner.attribute("formatCode")
                {
                    codes[id] = code
                }
            case .start where scanner.name == "cellXfs": isInCells = true
            case .end where scanner.name == "cellXfs": isInCells = false
            case .start where scanner.name == "xf" && isInCells:
                let id = scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
                formats.append(codes[id].map(CellFormat.init(code:)) ?? CellFormat(builtIn: id))
            case .start, .end, .text: continue
            }
        }
    }

    private mutating func readSharedTexts(_ part: String) throws(CannotReadTable) {
        var scanner = try XMLScanner(archive.open(part), limit: limits.rowBytes)
        var size = 0
        while true {
            switch try scanner.next() {
            case .finish: return
            case .start where scanner.name == "si":
                let bytes = try scanner.richText(until: "si")
                // A string costs its bytes and about as much as thirty-two more.
                size += bytes.count + 32
                guard size <= limits.sharedTextBytes else {
                    throw .hostile(.contentTooLarge(limit: limits.sharedTextBytes))
                }
                sharedTexts.append(XMLScanner.unescaped(bytes))
            case .start, .end, .text: continue
            }
        }
    }

    private func relationships(of part: String) throws(CannotReadTable) -> [String: Relationship] {
        let folder = Self.folder(of: part)
        let file = part.split(separator: "/").last.map(String.init) ?? ""
        var scanner = try XMLScanner(archive.open("\(folder)_rels/\(file).rels"), limit: limits.rowBytes)
        var found: [String: Relationship] = [:]
        while true {
            switch try scanner.next() {
            case .finish: return found
            case .start where scanner.name == "Relationship":
                guard let id = scanner.attribute("Id"), let type = scanner.attribute("Type"),
                    let target = scanner.attribute("Target"), scanner.attribute("TargetMode") != "External"
                else { continue }
                // The namespaces of the transitional and of the strict format differ; the last word does not.
                let kind = type.split(separator: "/").last.map(String.init) ?? ""
                found[id] = Relationship(type: kind, target: Self.resolve(target, from: folder))
            case .start, .end, .text: continue
            }
        }
    }

    private static func folder(of part: String) -> String {
        part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    }

    private static func resolve(_ target: String, from folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": if !steps.isEmpty { steps.removeLast() }
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}

extension XMLScanner {
    /// The text of a string item: its `t` elements, without the reading aids of East Asian scripts.
    mutating func richText(until end: String) throws(CannotReadTable) -> [UInt8] {
        var bytes: [UInt8] = []
        var isText = false
        var isReading = false
        while true {
            switch try next() {
            case .finish: return bytes
            case .text: if isText && !isReading { bytes += text }
            case .start:
                if name == "t" { isText = true }
                if name == "rPh" { isReading = true }
            case .end:
                if name == end { return bytes }
                if name == "t" { isText = false }
                if name == "rPh" { isReading = false }
            }
        }
    }
}
