import HTML
import Testing

@Suite("HTML")
struct HTMLTests {
    @Test("What is interpolated is escaped, in text and in attributes")
    func escaping() {
        let name = "<script>alert(\"x\")</script> & 'D’Angelo'"
        let html: HTML = "<p title=\"\(name)\">\(name)</p>"

        let escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;D’Angelo&#39;"
        #expect(html.description == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test("Markup nests without being escaped again")
    func nesting() {
        let items: [HTML] = ["a<b", "c&d"].map { "<li>\($0)</li>" }

        #expect("<ul>\(items)</ul>" as HTML == "<ul><li>a&lt;b</li><li>c&amp;d</li></ul>")
        #expect(items.joined(by: "<hr>").description == "<li>a&lt;b</li><hr><li>c&amp;d</li>")
    }

    @Test("A literal is markup in an interpolation too", arguments: [true])
    func literals(isShown: Bool) {
        let html: HTML = "<p>\(isShown ? "<b>x</b>" : nil)\(isShown ? "<i>" : "<u>")</p>"

        #expect(html.description == "<p><b>x</b><i></p>")
    }

    @Test("Attributes appear only where they hold")
    func attributes() {
        let value: String? = "a\"b"
        let none: String? = nil
        let html: HTML = "<input\(attribute: "value", value)\(attribute: "id", none)\(attribute: "checked", if: true)>"

        #expect(html.description == "<input value=\"a&quot;b\" checked>")
    }

    @Test(
        "A link's components cannot change where it leads",
        arguments: [
            ("a/b", "/x/a%2Fb"), ("../../etc", "/x/..%2F..%2Fetc"), ("?q=1&r", "/x/%3Fq%3D1%26r"),
            ("città", "/x/citt%C3%A0"),
        ]
    )
    func links(component: String, expected: String) {
        let link: Link = "/x/\(component)"

        #expect(link.text == expected)
    }

    @Test("A query keeps its order and encodes its values")
    func query() {
        let link = ("/cittadini" as Link).query([("q", "c++ & c#"), ("page", "2")])

        #expect(link.text == "/cittadini?q=c%2B%2B%20%26%20c%23&page=2")
        #expect("<a href=\"\(link: link)\">" as HTML == "<a href=\"/cittadini?q=c%2B%2B%20%26%20c%23&amp;page=2\">")
    }

    @Test(
        "Outside, only https, mailto and tel",
        arguments: [
            ("https://www.inps.it/", true), ("javascript:alert(1)", false), ("http://inps.it", false),
            ("JavaScript:alert(1)", false), ("mailto:a@b.it", true), ("https://a b", false), ("//evil.example", false),
        ]
    )
    func external(address: String, isTaken: Bool) {
        #expect((Link(external: address) != nil) == isTaken)
    }
}
