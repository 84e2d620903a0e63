/// The row of a CSV file that is being filled, cell by cell.
public struct CSVRow: ~Copyable, RowCells, Sendable {
    var bytes: [UInt8] = []
    private(set) var cellCount = 0
    private let options: CSVWriter.Options
    private let separator: UInt8

    init(_ options: CSVWriter.Options) {
        self.options = options
        separator = options.separator.byte
    }

    mutating func begin() { cellCount = 0 }

    mutating func end() {
        // A lone empty field would be an empty line, which readers skip.
        if cellCount == 1, bytes.isEmpty || bytes.last == 0x0A { bytes += [0x22, 0x22] }
        bytes += [0x0D, 0x0A]
        cellCount = 0
    }

    mutating func cancel(to start: Int) {
        bytes.removeSubrange(start...)
        cellCount = 0
    }

    public mutating func empty() { open() }

    public mutating func text(_ value: String) {
        open()
        var value = value
        value.withUTF8 { field($0) }
    }

    public mutating func integer(_ value: Int64) { plain(String(value)) }

    public mutating func decimal(_ value: Double) {
        guard value.isFinite else { return empty() }
        number(DecimalText.shown(value.description) ?? value.description)
    }

    public mutating func amount(_ digits: String) {
        var digits = digits
        guard digits.withUTF8({ DecimalText.isPlain($0) }) else { return text(digits) }
        number(digits)
    }

    public mutating func day(_ iso: String) {
        var copy = iso
        if copy.withUTF8({ CivilTime.days(iso: $0) }) == nil { text(iso) } else { plain(iso) }
    }

    public mutating func instant(milliseconds: Int64, offset: Int) {
        guard abs(milliseconds) < 300_000_000_000_000, abs(offset) <= 86_400 else { return plain(String(milliseconds)) }
        let moment = CivilTime.moment(milliseconds: milliseconds, offset: offset)
        plain("\(CivilTime.iso(days: moment.days)) \(CivilTime.clock(seconds: moment.seconds))")
    }

    public mutating func localTime(_ iso: String) {
        var copy = iso
        guard let moment = copy.withUTF8({ CivilTime.moment(iso: $0) }) else { return text(iso) }
        plain("\(CivilTime.iso(days: moment.days)) \(CivilTime.clock(seconds: moment.seconds))")
    }

    public mutating func boolean(_ value: Bool) { text(value ? options.trueWord : options.falseWord) }

    private mutating func number(_ digits: String) {
        guard options.hasDecimalComma, let point = digits.firstIndex(of: ".") else { return plain(digits) }
        let text = digits[..<point] + "," + digits[digits.index(after: point)...]
        plain(separator == UInt8(ascii: ",") ? "\"\(text)\"" : String(text))
    }

    /// A value that needs no quotes and cannot be a formula.
    private mutating func plain(_ text: String) {
        open()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func open() {
        if cellCount > 0 { bytes.append(separator) }
        cellCount += 1
    }

    private mutating func field(_ source: UnsafeBufferPointer<UInt8>) {
        guard let first = source.first, let last = source.last else { return }
        let isFormula = Formula.begins(source)
        var needsQuotes = first == 0x20 || last == 0x20
        for byte in source where byte == separator || byte == 0x22 || byte == 0x0A || byte == 0x0D {
            needsQuotes = true
            break
        }
        if needsQuotes { bytes.append(0x22) }
        // The apostrophe keeps a spreadsheet from computing what a person wrote.
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        // NUL ends the text for some readers; no person types one.
        if needsQuotes {
            for byte in source where byte != 0 {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        } else if source.contains(0) {
            for byte in source where byte != 0 { bytes.append(byte) }
        } else {
            bytes.append(contentsOf: source)
        }
    }
}
