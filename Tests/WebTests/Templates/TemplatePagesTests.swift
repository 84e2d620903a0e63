import Documents
import Domain
import Exchange
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("The pages of templates")
struct TemplatePagesTests {
    @Test("Everybody finds each kind of file explained, with a template in two formats")
    func all() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = site.browser()
            let list = try await browser.get("/modelli")
            let kinds = ImportKind.allCases.filter { $0 != .reference }
            for kind in kinds {
                let address = "/modelli/\(kind.rawValue)"
                #expect(list.links.contains(address))
                let page = try await browser.get(address)
                let guide = try #require(ImportGuide(kind, isForOneAgency: true))
                #expect(page.rowCount == guide.columns.count, "\(kind)")
                for ending in ["csv", "xlsx"] {
                    #expect(page.links.contains("\(address).\(ending)"))
                    let file = try await browser.get("\(address).\(ending)")
                    #expect(file.status == 200)
                    #expect(file.headers[.contentDisposition]?.contains("\(kind.rawValue).\(ending)") == true)
                    let reader = try TableSource.bytes(file.bytes).open()
                    #expect(reader.header == guide.columns.map(\.name), "\(kind).\(ending)")
                }
            }
        }
    }

    @Test(
        "What is no template is not there",
        arguments: ["niente", "reference", "reference.csv", "vacancies.pdf", "vacancies.csv.csv", ".csv", "vacancies."]
    )
    func absent(name: String) async throws {
        try await withSite(on: .sqlite) { site in
            let page = try await site.browser().get("/modelli/" + name)
            #expect(page.status == 404)
        }
    }

    @Test("The footer of each page leads there")
    func footer() async throws {
        try await withSite(on: .sqlite) { site in
            for visitor in [TestSite.Visitor.nobody, .citizen, .super] {
                let page = try await site.browser(as: visitor).get("/privacy")
                #expect(page.links.contains("/modelli"))
            }
        }
    }
}
