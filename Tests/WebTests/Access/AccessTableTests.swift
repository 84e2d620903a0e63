import Domain
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

/// What the pages answer to whom.
@Suite("The table of roles and pages")
struct AccessTableTests {
    private static let columns: [(TestSite.Visitor, String)] = [
        (.nobody, "not signed in"), (.citizen, "citizen"), (.branchOperator, "branch operator"), (.super, "super"),
        (.master, "master"), (.withoutScope, "operator, no scope"), (.severalHats, "several roles, none chosen"),
        (.jobCentreOperator, "job centre"), (.authority, "authority"),
    ]

    /// What an answer means to the one who asked.
    private enum Outcome {
        static func of(_ page: Page) -> String {
            // Ids are others at each run.
            let path = page.location.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
                .map { $0.wholeMatch(of: /[0-9a-z]{13}/) == nil ? String($0) : "{id}" }.joined(separator: "/")
            switch page.status {
            case 200: return "ok"
            case 303 where path == "/accedi" || path == "/accedi/scaduta": return "sign in"
            case 303 where path == "/accedi/conferma": return "sign in again"
            case 303 where path == "/accedi/ruolo": return "choose role"
            case 303 where path == "/ambito": return "choose scope"
            case 303: return "ok → \(path.hasPrefix(TestSite.publicURL) ? "provider" : path)"
            case 302: return "ok → elsewhere"
            case 400, 409, 422: return "input refused"
            case 403 where page.heading.map(Page.unescaped) == Words(.it)(.expiredFormTitle): return "token refused"
            case 403: return "forbidden"
            case 404: return "not found"
            default: return "\(page.status)"
            }
        }
    }

    @Test("Each route answers each role as the table says", arguments: Engine.available)
    func table(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let examples = try await site.examples()
            var rows = [["action", "page"] + Self.columns.map(\.1)]
            for (route, example, address) in site.asked(examples) {
                var row = [route.method.rawValue, route.path]
                for (visitor, _) in Self.columns {
                    let browser = try await site.browser(as: visitor)
                    let example = try await example.own?(site, visitor, browser) ?? example
                    let address = site.address(of: route, example) ?? address
                    let page = try await site.ask(route, example, at: address, with: browser)
                    #expect(page.status < 500, "\(route) as \(visitor): \(page.log)")
                    row.append(Outcome.of(page))
                }
                rows.append(row)
            }
            Snapshot.expect(AccessTableTests.text(rows), named: "access.txt")
        }
    }

    @Test("Every example is of a route that exists")
    func examples() async throws {
        try await withSite(on: .sqlite) { site in
            let routes = Set(site.routes.map(\.description))
            let unknown = Set(try await site.examples().keys).subtracting(routes)
            #expect(unknown.isEmpty, "\(unknown.sorted())")
        }
    }

    private static func text(_ rows: [[String]]) -> String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return cells.joined(separator: " | ").trimmed
        }.joined(separator: "\n") + "\n"
    }
}
