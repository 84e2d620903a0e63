import TestSupport
import Testing

@testable import Domain

@Suite("Cursors")
struct CursorTests {
    @Test("A cursor's text leads back to it")
    func roundTrip() {
        let keys: [Cursor.Key] = [.text("D'Angelò \u{1F600}"), .integer(.min), .null, .integer(.max), .text("")]
        for direction in [Cursor.Direction.forward, .backward] {
            let cursor = Cursor(keys: keys, id: .max, direction: direction, order: "name")
            #expect(Cursor(text: cursor.text) == cursor)
            #expect(cursor.text.utf8.allSatisfy { Secrets.isBase64URL($0) })
        }
    }

    @Test("A text that somebody made up is no cursor", arguments: ["", "x", "e30", "bnVsbA", "%%%", "eyJrIjpbXX0"])
    func madeUp(_ text: String) {
        #expect(Cursor(text: text) == nil)
    }

    @Test("A text of any length is refused without being decoded")
    func long() {
        #expect(Cursor(text: String(repeating: "A", count: 100_000)) == nil)
    }
}
