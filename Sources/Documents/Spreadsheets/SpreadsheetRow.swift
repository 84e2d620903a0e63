/// The row of a sheet that is being filled, cell by cell, as XML.
///
/// It cannot be copied, so that nothing writes into the buffer once the row is over.
public struct SpreadsheetRow: ~Copyable, RowCells {
    private struct ColumnLiterals {
        let reference: Literal
        let text: Literal
        let number: Literal
    }

    private var base: UnsafeMutablePointer<UInt8>
    private var position: UnsafeMutablePointer<UInt8>
    private var limit: UnsafeMutablePointer<UInt8>
    private let columns: UnsafeMutablePointer<ColumnLiterals>
    let columnCount: Int
    private var column = 0
    private var number = Literal("")
    private var rowStart = 0

    private let beginOfRow = Literal(#"<row r=""#)
    private let endOfReference = Literal(#"">"#)
    private let endOfRow = Literal("</row>")
    private let endOfText = Literal("</t></is></c>")
    private let neutralOpening = Literal(#"" s="\#(SpreadsheetStyles.neutral)" t="inlineStr"><is><t>"#)
    private let keepingBlanks = Literal(#" xml:space="preserve">"#)
    private let endOfNumber = Literal("</v></c>")
    private let dayOpening = Literal(#"" s="\#(SpreadsheetStyles.day)"><v>"#)
    private let instantOpening = Literal(#"" s="\#(SpreadsheetStyles.instant)"><v>"#)
    private let booleanOpening = Literal(#"" t="b"><v>"#)

    /// Most characters, in UTF-16 units, that a cell holds.
    private static let longestText = 32_767
    /// Room for all the literals of a cell and a number.
    private static let margin = 256
    /// Beyond fifteen digits a spreadsheet changes the last ones.
    private static let largestInteger: Int64 = 999_999_999_999_999

    /// How many texts were longer than a cell can hold, and so were cut.
    private(set) var cutTexts = 0

    init(columns: [Column], styles: SpreadsheetStyles) {
        let capacity = 256 * 1024
        base = .allocate(capacity: capacity)
        position = base
        limit = base + capacity
        columnCount = columns.count
        self.columns = .allocate(capacity: columns.count)
        for (index, column) in columns.enumerated() {
            let text = Self.attribute(styles.text(column.kind))
            let number = Self.attribute(styles.number(column.kind))
            (self.columns + index).initialize(
                to: ColumnLiterals(
                    reference: Literal(#"<c r="\#(Self.letters(index))"#),
                    text: Literal("\"\(text) t=\"inlineStr\"><is><t>"),
                    number: Literal("\"\(number)><v>")
                )
            )
        }
    }

    deinit {
        base.deallocate()
        columns.deallocate()
    }

    // MARK: The writer's side

    /// XML that waits to be compressed.
    var pending: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: position - base) }

    mutating func clearPending() { position = base }

    /// Appends XML outside any row.
    mutating func raw(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            reserve(bytes.count)
            if let source = bytes.baseAddress { position.update(from: source, count: bytes.count) }
            position += bytes.count
        }
    }

    mutating func begin(_ row: Int) {
        rowStart = position - base
        column = 0
        number = Literal(digits: UInt64(row))
        reserve(0)
        var end = position
        beginOfRow.store8(&end)
        number.store8(&end)
        endOfReference.store8(&end)
        position = end
    }

    mutating func end() {
        reserve(0)
        endOfRow.store8(&position)
    }

    /// Takes back the row that was begun.
    mutating func cancel() { position = base + rowStart }

    var cellCount: Int { column }

    /// A cell of text in a style of its own: headings, and the lines of the information sheet.
    mutating func text(_ value: String, style: Int) {
        var value = value
        value.withUTF8 { careful($0, style: style) }
    }

    // MARK: Cells

    public mutating func empty() { column &+= 1 }

    public mutating func text(_ value: String) {
        let done: Void? = value.utf8.withContiguousStorageIfAvailable { put($0) }
        if done == nil {
            var value = value
            value.withUTF8 { put($0) }
        }
    }

    public mutating func integer(_ value: Int64) {
        guard -Self.largestInteger...Self.largestInteger ~= value else { return text(String(value)) }
        guard column < columnCount else { return empty() }
        openCell(columns[column].number)
        digits(value)
        closeNumber()
    }

    public mutating func decimal(_ value: Double) {
        guard value.isFinite else { return empty() }
        guard column < columnCount else { return empty() }
        openCell(columns[column].number)
        raw(value.description)
        closeNumber()
    }

    public mutating func amount(_ digits: String) {
        var digits = digits
        guard digits.withUTF8({ DecimalText.isPlain($0) }) else { return text(digits) }
        guard column < columnCount else { return empty() }
        openCell(columns[column].number)
        raw(digits)
        closeNumber()
    }

    public mutating func day(_ iso: String) {
        var copy = iso
        guard let days = copy.withUTF8({ CivilTime.days(iso: $0) }), let serial = Self.serial(days) else {
            return text(iso)
        }
        guard column < columnCount else { return empty() }
        openCell(dayOpening)
        digits(serial)
        closeNumber()
    }

    public mutating func instant(milliseconds: Int64, offset: Int) {
        // Year 1 to 9999 and some; beyond it the arithmetic is not asked to hold.
        guard abs(milliseconds) < 300_000_000_000_000, abs(offset) <= 86_400 else { return text(String(milliseconds)) }
        let moment = CivilTime.moment(milliseconds: milliseconds, offset: offset)
        put(days: moment.days, seconds: moment.seconds) {
            "\(CivilTime.iso(days: moment.days)) \(CivilTime.clock(seconds: moment.seconds))"
        }
    }

    public mutating func localTime(_ iso: String) {
        var copy = iso
        guard let moment = copy.withUTF8({ CivilTime.moment(iso: $0) }) else { return text(iso) }
        put(days: moment.days, seconds: moment.seconds) { iso }
    }

    public mutating func boolean(_ value: Bool) {
        guard column < columnCount else { return empty() }
        openCell(booleanOpening)
        digits(value ? 1 : 0)
        closeNumber()
    }
}

extension SpreadsheetRow {
    private mutating func put(_ source: UnsafeBufferPointer<UInt8>) {
        guard column < columnCount, let start = source.baseAddress, source.count > 0 else { return empty() }
        let count = source.count
        if Self.needsCare(start[0]) || start[count &- 1] <= 0x20 || count > Self.longestText {
            return careful(source, style: nil)
        }
        reserve(count)
        var end = position
        let literals = columns + column
        literals.pointee.reference.store16(&end)
        number.store8(&end)
        literals.pointee.text.store32(&end)
        guard CleanText.copy(start, count, to: end) else { return careful(source, style: nil) }
        end += count
        endOfText.store16(&end)
        position = end
        column &+= 1
    }

    /// The way of text that has to be escaped, neutralised, shortened, or kept from losing its blanks.
    private mutating func careful(_ source: UnsafeBufferPointer<UInt8>, style: Int?) {
        guard column < columnCount, source.count > 0 else { return empty() }
        let kept = Self.fitting(source)
        let isCut = kept.count < source.count
        if isCut { cutTexts += 1 }
        // `openCell` asks for its own room; this is for the text that follows it.
        reserve(kept.count * XMLText.expansion + Self.margin)
        let start = position - base
        if let style {
            openCell(Literal("\"\(Self.attribute(style)) t=\"inlineStr\"><is><t>"))
        } else {
            openCell(Formula.begins(source) ? neutralOpening : columns[column].text)
        }
        // In the place of the bracket that ends the opening.
        position -= 1
        keepingBlanks.store32(&position)
        let end = XMLText.escape(kept, to: position, inAttribute: false)
        // Nothing but control characters: the cell is empty.
        guard end != position else {
            position = base + start
            return empty()
        }
        position = end
        if isCut { raw("…") }
        reserve(0)
        endOfText.store16(&position)
        column &+= 1
    }

    private mutating func put(days: Int, seconds: Int, orText text: () -> String) {
        guard let serial = Self.serial(days) else { return self.text(text()) }
        guard column < columnCount else { return empty() }
        openCell(instantOpening)
        digits(serial)
        if seconds > 0 {
            // Ten places of a day are 9 microseconds: every reader comes back to the same second.
            fraction((UInt64(seconds) * 10_000_000_000 + 43_200) / 86_400)
        }
        closeNumber()
    }

    @inline(__always)
    private mutating func openCell(_ opening: Literal) {
        reserve(0)
        var end = position
        columns[column].reference.store16(&end)
        number.store8(&end)
        opening.store32(&end)
        position = end
    }

    @inline(__always)
    private mutating func closeNumber() {
        reserve(0)
        endOfNumber.store8(&position)
        column &+= 1
    }

    @inline(__always)
    private mutating func digits(_ value: Int64) {
        var rest = value.magnitude
        if value < 0 {
            position.pointee = UInt8(ascii: "-")
            position += 1
        }
        var count = 1
        var bound: UInt64 = 10
        while rest >= bound {
            count &+= 1
            bound &*= 10
        }
        var index = count
        repeat {
            index &-= 1
            position[index] = UInt8(truncatingIfNeeded: rest % 10) &+ UInt8(ascii: "0")
            rest /= 10
        } while index > 0
        position += count
    }

    /// A point and ten digits.
    private mutating func fraction(_ value: UInt64) {
        var rest = value
        position.pointee = UInt8(ascii: ".")
        for place in 0..<10 {
            position[10 - place] = UInt8(truncatingIfNeeded: rest % 10) &+ UInt8(ascii: "0")
            rest /= 10
        }
        position += 11
    }

    @inline(__always)
    private mutating func reserve(_ count: Int) {
        if limit - position < count &+ Self.margin { grow(by: count &+ Self.margin) }
    }

    @inline(never)
    private mutating func grow(by count: Int) {
        let used = position - base
        let capacity = max((limit - base) * 2, used + count)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: used)
        base.deallocate()
        base = larger
        position = base + used
        limit = base + capacity
    }

    /// Whether text that begins so could be a formula or lose its leading blank.
    @inline(__always)
    private static func needsCare(_ first: UInt8) -> Bool {
        // Blank, `+`, `-`, `=`; then `@`. Control characters are found by the copy.
        let mask: UInt64 = 1 << 0x20 | 1 << 0x2B | 1 << 0x2D | 1 << 0x3D
        return first < 64 ? mask >> UInt64(first) & 1 == 1 : first == UInt8(ascii: "@")
    }

    /// As much of the text as a cell holds, with room for the mark that it was cut.
    private static func fitting(_ source: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        if source.count <= longestText { return source }
        var units = 0
        var fits = source.count
        var isCut = false
        for (index, byte) in source.enumerated() where byte & 0xC0 != 0x80 {
            let width = byte >= 0xF0 ? 2 : 1
            if !isCut, units + width > longestText - 1 {
                fits = index
                isCut = true
            }
            units += width
            if units > longestText { return UnsafeBufferPointer(rebasing: source[..<fits]) }
        }
        return source
    }

    /// A spreadsheet's number for a day, from 1 March 1900 on: before it, readers disagree by a day.
    ///
    /// (Lotus 1-2-3 took 1900 for a leap year, and Excel kept that.)
    private static func serial(_ days: Int) -> Int64? {
        let serial = days + 25_569
        return 61...2_958_465 ~= serial ? Int64(serial) : nil
    }

    private static func attribute(_ style: Int) -> String {
        style == SpreadsheetStyles.general ? "" : #" s="\#(style)""#
    }

    /// `A` to `XFD`.
    static func letters(_ index: Int) -> String {
        var rest = index
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}
