/// The cell formats of a workbook and their places in its style part.
struct SpreadsheetStyles {
    static let general = 0
    static let heading = 1
    /// Text that looks like a formula: shown as it is, and still text after a person has edited it.
    static let neutral = 2
    static let code = 3
    static let integer = 4
    static let day = 5
    static let instant = 6
    static let wrapped = 7
    private static let firstDecimal = 8

    /// The numbers of decimal places in use, in the order of their styles.
    private let places: [Int]

    init(columns: [Column]) {
        var places: [Int] = []
        for column in columns {
            if case .decimal(let count) = column.kind, !places.contains(Self.clamped(count)) {
                places.append(Self.clamped(count))
            }
        }
        self.places = places
    }

    /// The format of text in a column of this kind.
    func text(_ kind: Column.Kind) -> Int { kind == .code ? Self.code : Self.general }

    /// The format of a number in a column of this kind.
    func number(_ kind: Column.Kind) -> Int {
        switch kind {
        case .integer: Self.integer
        case .decimal(let count): Self.firstDecimal + (places.firstIndex(of: Self.clamped(count)) ?? 0)
        case .text, .code, .day, .instant, .boolean: Self.general
        }
    }

    /// `xl/styles.xml`.
    ///
    /// Days are given in the order of Italy and of most of Europe, whatever the reader's settings: 03/04 must not mean
    /// two days.
    var part: [UInt8] {
        var formats = #"<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>"#
        formats += #"<numFmt numFmtId="165" formatCode="dd/mm/yyyy\ hh:mm"/>"#
        var decimals = ""
        for (index, count) in places.enumerated() {
            let code = count == 0 ? "0" : "0." + String(repeating: "0", count: count)
            formats += #"<numFmt numFmtId="\#(166 + index)" formatCode="\#(code)"/>"#
            decimals += Self.format(166 + index)
        }
        let cells =
            Self.format(0)
            + #"<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" "#
            + #"applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>"#
            + #"<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>"#
            + Self.format(49) + Self.format(1) + Self.format(164) + Self.format(165)
            + #"<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">"#
            + #"<alignment horizontal="left" vertical="top" wrapText="1"/></xf>"#
            + decimals
        let font = #"<sz val="11"/><name val="Calibri"/><family val="2"/>"#
        let text =
            XMLPart.declaration
            + #"<styleSheet xmlns="\#(XMLPart.main)"><numFmts count="\#(2 + places.count)">\#(formats)"#
            + #"</numFmts><fonts count="2"><font>\#(font)</font><font><b/>\#(font)</font></fonts>"#
            + #"<fills count="2"><fill>"#
            + #"<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"#
            + #"<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"#
            + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#
            + #"<cellXfs count="\#(Self.firstDecimal + places.count)">\#(cells)</cellXfs>"#
            + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
        return Array(text.utf8)
    }

    private static func format(_ number: Int) -> String {
        let apply = number == 0 ? "" : #" applyNumberFormat="1""#
        return #"<xf numFmtId="\#(number)" fontId="0" fillId="0" borderId="0" xfId="0"\#(apply)/>"#
    }

    private static func clamped(_ places: Int) -> Int { min(max(places, 0), 15) }
}
