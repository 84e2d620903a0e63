/// The fixed parts of a workbook's package (ECMA-376).
enum XMLPart {
    static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    static var packageRelationships: [UInt8] {
        relationships([
            ("officeDocument", "\(office)/officeDocument", "xl/workbook.xml"),
            ("core", "\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
        ])
    }

    static func core(title: String, creator: String, language: String, created: Int64?) -> [UInt8] {
        var text = declaration + #"<cp:coreProperties xmlns:cp="\#(package)/metadata/core-properties" "#
        text += #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" "#
        text += #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#
        var bytes = Array(text.utf8)
        for (name, value) in [("dc:title", title), ("dc:creator", creator), ("dc:language", language)]
        where !value.isEmpty {
            bytes += Array("<\(name)>".utf8) + XMLText.escaped(value) + Array("</\(name)>".utf8)
        }
        if let created {
            let moment = CivilTime.moment(milliseconds: created, offset: 0)
            let stamp = "\(CivilTime.iso(days: moment.days))T\(CivilTime.clock(seconds: moment.seconds))Z"
            bytes += Array(#"<dcterms:created xsi:type="dcterms:W3CDTF">\#(stamp)</dcterms:created>"#.utf8)
        }
        return bytes + Array("</cp:coreProperties>".utf8)
    }

    static func workbook(sheets: [String]) -> [UInt8] {
        var bytes = Array((declaration + #"<workbook xmlns="\#(main)" xmlns:r="\#(office)"><workbookPr/>"#).utf8)
        bytes += Array("<bookViews><workbookView/></bookViews><sheets>".utf8)
        for (index, name) in sheets.enumerated() {
            bytes += Array(#"<sheet name=""#.utf8) + XMLText.escaped(name, inAttribute: true)
            bytes += Array(#"" sheetId="\#(index + 1)" r:id="rId\#(index + 1)"/>"#.utf8)
        }
        return bytes + Array("</sheets></workbook>".utf8)
    }

    static func workbookRelationships(sheets: Int) -> [UInt8] {
        var all = (1...sheets).map { ("rId\($0)", "\(office)/worksheet", "worksheets/sheet\($0).xml") }
        all.append(("rId\(sheets + 1)", "\(office)/styles", "styles.xml"))
        return relationships(all)
    }

    static func contentTypes(sheets: Int, tables: Int) -> [UInt8] {
        var text = declaration + #"<Types xmlns="\#(package)/content-types">"#
        text += #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
        text += #"<Default Extension="xml" ContentType="application/xml"/>"#
        func override(_ part: String, _ type: String) {
            text += #"<Override PartName="\#(part)" ContentType="\#(type)+xml"/>"#
        }
        override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
        override("/xl/workbook.xml", "\(types).sheet.main")
        override("/xl/styles.xml", "\(types).styles")
        for index in 0..<sheets { override("/xl/worksheets/sheet\(index + 1).xml", "\(types).worksheet") }
        for index in 0..<tables { override("/xl/tables/table\(index + 1).xml", "\(types).table") }
        return Array((text + "</Types>").utf8)
    }

    static func sheetRelationships(table: Int) -> [UInt8] {
        relationships([("rId1", "\(office)/table", "../tables/table\(table).xml")])
    }

    /// The table over the rows of a sheet, which gives each column its filter.
    static func table(_ number: Int, titles: [String], lastRow: Int) -> [UInt8] {
        let area = "A1:\(SpreadsheetRow.letters(titles.count - 1))\(lastRow)"
        var bytes = Array((declaration + #"<table xmlns="\#(main)" id="\#(number)" name="Table\#(number)" "#).utf8)
        bytes += Array(#"displayName="Table\#(number)" ref="\#(area)" totalsRowShown="0">"#.utf8)
        bytes += Array(#"<autoFilter ref="\#(area)"/><tableColumns count="\#(titles.count)">"#.utf8)
        for (index, title) in titles.enumerated() {
            bytes += Array(#"<tableColumn id="\#(index + 1)" name=""#.utf8)
            bytes += XMLText.escaped(title, inAttribute: true) + Array(#""/>"#.utf8)
        }
        // Black on white with bands of grey: readable for all, printable, and the same in every program.
        let style = #"<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" "#
        return bytes + Array("</tableColumns>\(style)showRowStripes=\"1\" showColumnStripes=\"0\"/></table>".utf8)
    }

    /// The beginning of a sheet up to its rows.
    static func sheetOpening(widths: [Double], isFirst: Bool, hasHeading: Bool) -> String {
        var text = declaration + #"<worksheet xmlns="\#(main)" xmlns:r="\#(office)"><sheetViews>"#
        text += #"<sheetView\#(isFirst ? #" tabSelected="1""# : "") workbookViewId="0">"#
        if hasHeading {
            text += #"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#
            text += #"<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>"#
        }
        text += #"</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>"#
        for (index, width) in widths.enumerated() {
            text +=
                #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(min(max(width, 1), 255))" customWidth="1"/>"#
        }
        return text + "</cols><sheetData>"
    }

    private static func relationships(_ all: [(id: String, type: String, target: String)]) -> [UInt8] {
        var text = declaration + #"<Relationships xmlns="\#(package)/relationships">"#
        for one in all {
            text += #"<Relationship Id="\#(one.id)" Type="\#(one.type)" Target="\#(one.target)"/>"#
        }
        return Array((text + "</Relationships>").utf8)
    }
}
