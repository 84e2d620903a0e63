import Foundation
import Logging
import Synchronization
import Testing

@testable import App

@Suite("Lines of the log")
struct LineLogHandlerTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    /// What a logger of that format writes.
    private func lines(_ format: Settings.LogFormat, _ body: (inout Logger) -> Void) -> [String] {
        let lines = Lines()
        var logger = Logger(label: "incontro") { label in
            var handler = LineLogHandler(label: label, format: format, logLevel: .info)
            handler.write = { line in lines.all.withLock { $0.append(line) } }
            return handler
        }
        body(&logger)
        return lines.all.withLock { $0 }
    }

    @Test("As text: moment, level, logger, message, then the pairs in the order of their keys")
    func text() throws {
        let found = lines(.text) { logger in
            logger[metadataKey: "hb.request.id"] = "a1"
            logger.info("request", metadata: ["status": "200", "path": "/offerte"])
            logger.debug("not at this level")
        }
        let line = try #require(found.first)
        #expect(found.count == 1)
        #expect(line.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z info incontro: request .*/) != nil, "\(line)")
        #expect(line.hasSuffix("request hb.request.id=a1 path=/offerte status=200"))
    }

    @Test(
        "No value ends the line, begins another one, passes for a pair or moves the cursor",
        arguments: [
            ("two\nlines", "\"two\\nlines\""),
            (
                "a\r\n2026-01-01T00:00:00Z error incontro: broken",
                "\"a\\r\\n2026-01-01T00:00:00Z error incontro: broken\""
            ),
            ("x status=500", "\"x status=500\""),
            ("say \"so\"", "\"say \\\"so\\\"\""),
            ("back\\n", "\"back\\\\n\""),
            ("\u{1B}[2Jgone", "\"\\u{1b}[2Jgone\""),
            ("\u{9B}31m", "\"\\u{9b}31m\""),
            ("a\u{2028}b\u{85}c", "\"a\\u{2028}b\\u{85}c\""),
            ("abc\u{202E}cba", "\"abc\\u{202e}cba\""),
            ("", "\"\""),
            ("D'Angelò/è", "D'Angelò/è"),
        ]
    )
    func forged(value: String, shown: String) throws {
        let found = lines(.text) { $0.info("request", metadata: ["path": "\(value)", "z": "end"]) }
        #expect(found.count == 1)
        #expect(try #require(found.first).hasSuffix("request path=\(shown) z=end"))
        #expect(!found.joined().unicodeScalars.contains { $0.properties.generalCategory == .control })
    }

    @Test("Neither do messages and keys, of whichever library they are")
    func messages() throws {
        let found = lines(.text) { $0.info("a\nb", metadata: ["k y\n": "v"]) }
        #expect(try #require(found.first).hasSuffix("incontro: a\\nb \"k y\\n\"=v"))
    }

    @Test("As JSON: one object a line, whose own members no metadata replaces")
    func json() throws {
        let found = lines(.json) { logger in
            logger.error("broken\nline", metadata: ["level": "info", "value": "a\n\u{1B}\"b\"", "list": ["x", "y"]])
        }
        let line = try #require(found.first)
        #expect(found.count == 1 && !line.contains("\n"))
        let object = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
        #expect(object["level"] == "error" && object["message"] == "broken\nline" && object["logger"] == "incontro")
        #expect(object["value"] == "a\n\u{1B}\"b\"")
        #expect(object["at"]?.hasSuffix("Z") == true)
    }

    @Test("An error that is given as such is told, once", arguments: [Settings.LogFormat.text, .json])
    func errors(_ format: Settings.LogFormat) throws {
        struct Broken: Error {}
        let found = lines(format) { $0.error("job failed", error: Broken()) }
        #expect(try #require(found.first).contains("Broken"))
    }
}
