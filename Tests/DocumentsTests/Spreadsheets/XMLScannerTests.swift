import Testing

@testable import Documents

@Suite("The XML scanner")
struct XMLScannerTests {
    @Test("Tags, attributes, text, CDATA, comments and instructions are told apart")
    func tokens() throws {
        let xml = """
            \u{FEFF}<?xml version='1.0' encoding='utf-8'?><!-- <no> --><a:root xmlns:a="u"><?do it?>
            <b x = 'a>b' a:y="&quot;&#x20AC;&#65;&apos;"/>t&amp;u\r\nv<![CDATA[<&]]></a:root>
            <!-- end -->
            """
        var scanner = try XMLScanner(Array(xml.utf8))
        #expect(try scanner.next() == .start)
        #expect(scanner.name == "root")
        #expect(scanner.attribute("a") == "u")
        #expect(try scanner.next() == .text)
        #expect(try scanner.next() == .start)
        #expect(scanner.name == "b")
        #expect(scanner.attribute("x") == "a>b")
        #expect(scanner.attribute("y") == "\"€A'")
        #expect(scanner.attribute("z") == nil)
        #expect(try scanner.next() == .end)
        #expect(try scanner.next() == .text)
        #expect(String(decoding: scanner.text, as: UTF8.self) == "t&u\nv")
        #expect(try scanner.next() == .text)
        #expect(String(decoding: scanner.text, as: UTF8.self) == "<&")
        #expect(try scanner.next() == .end)
        #expect(try scanner.next() == .finish)
    }

    @Test(
        "What is not well-formed is damage",
        arguments: [
            "<a>", "<a></b>", "</a>", "<a", "<a><b></a></b>", "<a>&nbsp;</a>", "<a>&#xD800;</a>", "<a x='1></a>",
            "text", "<a/>text",
            "<a><!-- never closed</a>", "<a><![CDATA[x</a>", "< a/>", "<a><b<c></b></a>", "<![CDATA[x]]>",
            "<a>&amp</a>",
        ]
    )
    func damage(_ xml: String) {
        #expect(throws: CannotReadTable.damaged(part: "XML")) {
            var scanner = try XMLScanner(Array(xml.utf8))
            while try scanner.next() != .finish {}
        }
    }

    @Test("Nesting and the length of a piece are limited")
    func limits() {
        let deep = String(repeating: "<a>", count: 1000)
        let long = "<a>\(String(repeating: "x", count: 5000))</a>"
        for xml in [deep, long] {
            #expect(throws: CannotReadTable.damaged(part: "XML")) {
                var scanner = try XMLScanner(Array(xml.utf8), limit: 1000)
                while try scanner.next() != .finish {}
            }
        }
    }

    @Test("Other encodings are named, not misread")
    func encodings() {
        let latin = #"<?xml version="1.0" encoding="ISO-8859-1"?><a/>"#
        #expect(throws: CannotReadTable.unsupportedEncoding("ISO-8859-1")) { _ = try XMLScanner(Array(latin.utf8)) }
        #expect(throws: CannotReadTable.unsupportedEncoding("UTF-16")) { _ = try XMLScanner([0xFF, 0xFE, 0x3C, 0x00]) }
    }

    @Test(
        "Escapes of workbooks are resolved",
        arguments: [
            ("_x0041_", "A"), ("_x005F_x0041_", "_x0041_"), ("_x00e8_", "è"), ("_xD83D__xDE00_", "😀"),
            ("_x41_", "_x41_"),
            ("a_b", "a_b"), ("_x004", "_x004"), ("_x+041_", "_x+041_"), ("__x0041__", "_A_"),
        ]
    )
    func escapes(_ raw: String, _ expected: String) {
        #expect(XMLScanner.unescaped(Array(raw.utf8)) == expected)
    }
}
