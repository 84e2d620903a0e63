import Foundation
import HTTPTypes
import Testing

/// An answer as a browser has it.
struct Page: Sendable, CustomTestStringConvertible {
    /// The path and query that were asked for.
    let address: String
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]
    /// Whether anything asked for the body of the request.
    let isBodyRead: Bool
    /// The SQL that the request caused, without what opens and ends transactions.
    let statements: [String]
    /// What was logged about the request.
    let log: [String]

    var testDescription: String { "\(status) \(address)" }

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String { headers[.location] ?? "" }
    /// What stands in the page's main part, without header and footer.
    var main: String {
        guard let start = text.range(of: "<main"), let end = text.range(of: "</main>") else { return "" }
        return String(text[start.lowerBound..<end.lowerBound])
    }
    var heading: String? { main.firstMatch(of: /<h1[^>]*>(.*?)<\/h1>/.dotMatchesNewlines()).map { String($0.1) } }
    /// The addresses that the page leads to, in their order.
    var links: [String] { text.matches(of: /<a [^>]*href="([^"]*)"/).map { Page.unescaped($0.1) } }
    /// The texts of the errors that the page shows at its fields.
    var fieldErrors: [String: [String]] {
        var errors: [String: [String]] = [:]
        for match in main.matches(of: /<div id="campo-([^"]*)-error" class="field-findings">(.*?)<\/div>/) {
            errors[String(match.1), default: []] += match.2.matches(of: /<span class="field-error">(.*?)<\/span>/)
                .map { Page.unescaped($0.1) }
        }
        return errors
    }
    /// What the first form that changes something carries against forgery.
    var token: String? { text.firstMatch(of: /name="_csrf" value="([^"]+)"/).map { String($0.1) } }

    /// How many rows the page's lists have.
    var rowCount: Int {
        main.matches(of: /<tbody>(.*?)<\/tbody>/.dotMatchesNewlines()).reduce(0) { $0 + $1.1.matches(of: /<tr/).count }
    }

    struct Form: Sendable {
        let action: String
        let method: String
        /// The pairs that a browser would send if nobody touched anything.
        let fields: [(String, String)]

        func values(_ name: String) -> [String] { fields.filter { $0.0 == name }.map(\.1) }
    }

    struct NoSuchForm: Error { let action: String }

    /// The forms of the page, those of the header included.
    var forms: [Form] {
        text.matches(of: /<form ([^>]*)>(.*?)<\/form>/.dotMatchesNewlines()).map { match in
            let attributes = Page.attributes(of: match.1)
            return Form(
                action: attributes["action"] ?? address,
                method: (attributes["method"] ?? "get").lowercased(),
                fields: Page.fields(in: String(match.2))
            )
        }
    }

    func form(_ action: String) throws -> Form {
        guard let form = forms.first(where: { $0.action == action }) else { throw NoSuchForm(action: action) }
        return form
    }

    private static func fields(in markup: String) -> [(String, String)] {
        let pattern = /<input ([^>]*)>|<select ([^>]*)>(.*?)<\/select>|<textarea ([^>]*)>(.*?)<\/textarea>/
            .dotMatchesNewlines()
        return markup.matches(of: pattern).compactMap { match in
            if let input = match.1 { return self.input(attributes(of: input)) }
            if let select = match.2, let options = match.3 {
                guard let name = attributes(of: select)["name"] else { return nil }
                let all = options.matches(of: /<option ([^>]*)>/).map { attributes(of: $0.1) }
                let chosen = all.first { $0["selected"] != nil } ?? all.first
                return chosen.map { (name, $0["value"] ?? "") }
            }
            guard let area = match.4, let text = match.5, let name = attributes(of: area)["name"] else { return nil }
            return (name, unescaped(text))
        }
    }

    private static func input(_ attributes: [String: String]) -> (String, String)? {
        guard let name = attributes["name"] else { return nil }
        switch attributes["type"] ?? "text" {
        case "checkbox", "radio": return attributes["checked"] == nil ? nil : (name, attributes["value"] ?? "on")
        case "file", "submit", "button": return nil
        default: return (name, attributes["value"] ?? "")
        }
    }

    private static func attributes(of tag: Substring) -> [String: String] {
        var found: [String: String] = [:]
        for match in tag.matches(of: /([a-z-]+)(?:="([^"]*)")?/) {
            found[String(match.1)] = match.2.map { unescaped($0) } ?? ""
        }
        return found
    }

    static func unescaped(_ text: some StringProtocol) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
