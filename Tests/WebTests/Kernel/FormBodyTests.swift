import Testing

@testable import Web

@Suite("Form bodies")
struct FormBodyTests {
    @Test("Names may repeat, and values keep their order")
    func repeated() throws {
        let form = try #require(FormBody(encoded: "filiale=a&filiale=b&x=1+%2B+1%3D2&vuoto=&citt%C3%A0=Forl%C3%AC"))

        #expect(form.all("filiale") == ["a", "b"])
        #expect(form.text("x") == "1 + 1=2")
        #expect(form.text("vuoto") == nil)
        #expect(form.text("città") == "Forlì")
        #expect(form.isTicked("vuoto"))
        #expect(!form.isTicked("assente"))
    }

    @Test("Broken escapes are refused", arguments: ["a=%", "a=%2", "a=%zz", "a=%ff"])
    func broken(text: String) {
        #expect(FormBody(encoded: text) == nil)
    }

    @Test("Blanks around a value do not count")
    func trimmed() throws {
        let form = try #require(FormBody(encoded: "a=++1+&b=%0A%20x%20y%09"))

        #expect(form.integer("a") == 1)
        #expect(form.text("b") == "x y")
    }

    @Test("Only the session's own token opens a form")
    func token() throws {
        let form = FormBody([("_csrf", "secret")])

        #expect(form.hasToken("secret"))
        #expect(!form.hasToken("other!"))
        #expect(!form.hasToken("secre"))
        #expect(!form.hasToken(""))
        #expect(!FormBody().hasToken("secret"))
        #expect(!FormBody([("_csrf", "")]).hasToken(""))
    }
}
