import Domain
import Testing

@testable import Exchange

@Suite("JSON")
struct JSONTests {
    private func reason(_ text: String) -> CannotReadJSON? {
        do throws(CannotReadJSON) {
            _ = try JSON(reading: Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("Of errors without end the first hundred are told, and that there are more")
    func manyErrors() throws {
        let json = try JSON(reading: Array("[\(Array(repeating: "1", count: 5_000).joined(separator: ","))]".utf8))
        var fields = JSONFields()
        #expect(fields.texts(json, "skills").isEmpty)
        #expect(fields.findings.count == JSONFields.mostFindings + 1)
        #expect(fields.findings.first?.field == "skills.0" && fields.findings.last?.code == "too_many_errors")
    }

    @Test("What was read is written as it was, with its order and its digits")
    func roundTrip() throws {
        let text = #"{"b":[1,-0.50,1E+2,true,false,null],"a":{"":"è \"\\ \u0001\n"},"c":[],"d":{}}"#

        let json = try JSON(reading: Array(text.utf8))

        #expect(String(decoding: json.bytes, as: UTF8.self) == text)
        #expect(json["a"] == .object([JSON.Member("", .text("è \"\\ \u{1}\n"))]))
    }

    @Test("Escapes are read, pairs of surrogates too")
    func escapes() throws {
        let json = try JSON(reading: Array(#" "\b\f\n\r\t\/\"\\\u00e8\ud83c\udf7d" "#.utf8))

        #expect(json == .text("\u{8}\u{c}\n\r\t/\"\\è\u{1F37D}"))
    }

    @Test(
        "What is not exactly JSON is refused",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,}", "{'a':1}", "01", "1.", ".5", "+1", "1e", "-", "tru", "nul", "\"a",
            "\"\u{1}\"",
            "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\u12g4\"", "1 2", "{\"a\" 1}", "[1 2]",
            "NaN",
            "\u{FEFF}1", "{\"a\":}", "{1:2}", "\"\\",
        ]
    )
    func malformed(_ text: String) {
        #expect(reason(text)?.reason == .malformed)
    }

    @Test("Bytes that are no UTF-8 are refused")
    func encoding() {
        #expect(throws: CannotReadJSON.self) { try JSON(reading: [0x22, 0xE8, 0x22]) }
        #expect(throws: CannotReadJSON.self) { try JSON(reading: [0x22, 0xC0, 0x80, 0x22]) }
    }

    @Test("Nesting has a limit, however long the text is")
    func depth() {
        let deepest = String(repeating: "[", count: 16) + String(repeating: "]", count: 16)

        #expect(reason(deepest) == nil)
        #expect(reason("[" + deepest + "]")?.reason == .tooDeep(limit: 16))
        #expect(reason(String(repeating: "{\"a\":", count: 100_000))?.reason == .tooDeep(limit: 16))
    }

    @Test("A member that is there twice is named by its pointer, in small objects and in large ones")
    func repeated() {
        #expect(reason(#"{"a":1,"b":2,"a":3}"#)?.pointer == "/a")
        #expect(reason(#"{"x":[0,{"a/b":{"~":1,"~":1}}]}"#)?.pointer == "/x/1/a~1b/~0")
        let many = (0..<100).map { "\"m\($0)\":0" }.joined(separator: ",")
        #expect(reason("{\(many)}") == nil)
        for name in ["m0", "m31", "m32", "m33", "m99"] {
            #expect(reason("{\(many),\"\(name)\":1}")?.pointer == "/\(name)")
        }
    }

    @Test(
        "A merge patch does what the examples of RFC 7396 say",
        arguments: [
            (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
            (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
            (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
            (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
            (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
            (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
            (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
            (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
            (#"{"a":"foo"}"#, #"null"#, #"null"#),
            (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
            (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
            (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
            (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
        ]
    )
    func mergePatch(_ document: String, _ patch: String, _ result: String) throws {
        let merged = try JSON(reading: Array(document.utf8)).merging(JSON(reading: Array(patch.utf8)))

        #expect(String(decoding: merged.bytes, as: UTF8.self) == result)
    }

    @Test(
        "A number is read to the hundredth, however it is written",
        arguments: [
            ("0", 0), ("-0.0", 0), ("3", 300), ("3.0", 300), ("37.5", 3750), ("37.25", 3725), ("1e2", 10000),
            ("1.5E+1", 1500), ("2500e-2", 2500), ("-1.05", -105), ("0.010", 1), ("0e-39", 0), ("1.000000", 100),
        ]
    )
    func hundredths(_ digits: String, _ value: Int64) {
        #expect(JSON.hundredths(digits) == value)
    }

    @Test(
        "A number with more decimals, or beyond all reason, is none",
        arguments: ["0.001", "1e-3", "37.255", "1e30", "1e400", "1e-9223372036854775808", "99999999999999999999"]
    )
    func unreasonable(_ digits: String) {
        #expect(JSON.hundredths(digits) == nil)
    }
}
