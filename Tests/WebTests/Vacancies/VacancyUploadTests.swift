import Domain
import Exchange
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Uploading a file of vacancies")
struct VacancyUploadTests {
    /// The template as the page offers it, with the branch of the one who uploads, and further rows.
    private func file(_ site: TestSite, faulty: Int = 0) throws -> [UInt8] {
        let guide = try #require(ImportGuide(.vacancies, isForOneAgency: true))
        let headings = guide.columns.map(\.name)
        var rows = guide.rows(on: site.world.today).map { row in
            zip(headings, row).map { $0 == "branch_code" ? "ALFA-MI1" : $1 }
        }
        for index in 0..<faulty {
            rows.append(
                zip(headings, rows[0]).map { name, cell in
                    switch name {
                    case "external_reference": "F-\(index)"
                    case "title": index == 0 ? Hostile.script : cell
                    case "positions": "-1"
                    default: cell
                    }
                }
            )
        }
        let lines = ([headings] + rows).map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ";")
        }
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    @Test(
        "A preview writes nothing, the confirmation loads exactly what was previewed, once",
        arguments: Engine.available
    )
    func journey(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .super)
            let preview = try await browser.upload("/offerte/carica", file: file(site, faulty: 3), named: "Offerte.csv")
            #expect(preview.status == 200)
            #expect(preview.main.contains("Offerte.csv"))
            #expect(preview.rowCount == 3)
            #expect(preview.main.contains("<code>positions</code>"))
            #expect(!preview.text.contains("<script>"))
            #expect(try await browser.get("/offerte").rowCount == 0)

            let form = try #require(preview.forms.first { $0.action.hasSuffix("/conferma") })
            let done = try await browser.submit(form, following: true)
            #expect(done.status == 200 && done.heading == "Esito del caricamento")
            #expect(done.rowCount == 3 && done.main.contains("Offerte.csv"))
            #expect(try await browser.get("/offerte").rowCount == 2)
            // Sent twice, by F5 or a double click, it tells the same and loads nothing.
            let trail = try await site.world.auditTrail()
            let again = try await browser.submit(form, following: true)
            #expect(again.address == done.address && again.main == done.main)
            #expect(try await site.world.auditTrail() == trail)
            #expect(try await site.browser(as: .master).get(done.address).status == 404)
        }
    }

    @Test("What one person previewed nobody else can confirm, and not after an hour")
    func confirmation() async throws {
        try await withSite(on: .sqlite) { site in
            let bruno = try await site.browser(as: .super)
            let preview = try await bruno.upload("/offerte/carica", file: file(site), named: "o.csv")
            let form = try #require(preview.forms.first { $0.action.hasSuffix("/conferma") })
            let anna = try await site.browser(as: .master)
            #expect(try await anna.post(form.action).status == 404)
            #expect(try await bruno.post("/offerte/carica/niente/conferma").status == 404)
            for _ in 0..<4 {
                site.world.time.advance(seconds: 15 * 60)
                _ = try await bruno.get("/offerte")
            }
            let late = try await bruno.submit(form)
            #expect(late.status == 410 && late.links.contains("/offerte/carica"))
            #expect(try await bruno.get(String(form.action.dropLast("/conferma".count))).status == 410)

            let first = try await bruno.upload("/offerte/carica", file: file(site), named: "a.csv")
            _ = try await bruno.upload("/offerte/carica", file: file(site), named: "b.csv")
            let given = try #require(first.forms.first { $0.action.hasSuffix("/conferma") })
            #expect(try await bruno.submit(given).status == 410)
            let uploads = VacancyUploads(site.world.store)
            #expect(try await uploads.removeExpired() == 0)
            site.world.time.advance(days: 2)
            #expect(try await uploads.removeExpired() == 3)
            #expect(try await site.browser(as: .super).submit(given).status >= 400)
        }
    }

    @Test("A loading that broke off has no outcome, and the page says what to do")
    func brokenOff() async throws {
        try await withSite(on: .sqlite) { site in
            let bruno = try await site.browser(as: .super)
            let uploads = VacancyUploads(site.world.store)
            let id = try await uploads.keep([1], named: "x.csv", by: site.world.bruno)
            _ = try await uploads.take(id, by: site.world.bruno)
            let page = try await bruno.get("/offerte/carica/\(id.text)")
            #expect(page.status == 200 && page.main.contains("non risulta ancora concluso"))
        }
    }

    @Test("A file of which no row is good offers nothing to confirm")
    func nothingToLoad() async throws {
        try await withSite(on: .sqlite) { site in
            let text = "external_reference;branch_code;title\r\nX-1;BETA-MI1;Cameriere\r\n"
            let page = try await site.browser(as: .super).upload(
                "/offerte/carica",
                file: Array(text.utf8),
                named: "x.csv"
            )
            #expect(page.status == 200 || page.status == 422)
            #expect(!page.forms.contains { $0.action.hasSuffix("/conferma") })
        }
    }

    @Test("A file that is none is explained at its field", arguments: ["", "\u{0}\u{1}\u{2}", "PK\u{3}\u{4}rotto"])
    func unreadable(content: String) async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            let page = try await browser.upload("/offerte/carica", file: Array(content.utf8), named: "x.xlsx")
            #expect(page.status == 422)
            #expect(page.fieldErrors["file"]?.isEmpty == false)
        }
    }

    @Test("A form without a file is told so")
    func missing() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            let page = try await browser.upload("/offerte/carica", field: "altro", file: [1], named: "x.csv")
            #expect(page.status == 422)
            #expect(page.fieldErrors["file"]?.count == 1)
        }
    }

    @Test("A body that is no form, or breaks off, is refused without a trace of what is inside")
    func malformed() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            for type in ["multipart/form-data", "multipart/form-data; boundary=x", "application/json"] {
                let page = try await browser.send(
                    .post,
                    "/offerte/carica",
                    headers: [.contentType: type],
                    body: [1, 2]
                )
                #expect(page.status == 400, "\(type)")
                #expect(page.log.allSatisfy { !$0.hasPrefix("error") })
            }
        }
    }

    @Test("Names of files are text, whatever they hold", arguments: Hostile.texts)
    func fileName(text: String) async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            let page = try await browser.upload("/offerte/carica", file: file(site), named: text + ".csv")
            #expect(page.status == 200)
            #expect(!page.text.contains("<script>") && !page.text.contains("onmouseover=\"alert"))
        }
    }

    @Test("The upload leads to its template and to the explanation of its columns")
    func templates() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            let page = try await browser.get("/offerte/carica")
            for link in ["/modelli/vacancies.csv", "/modelli/vacancies.xlsx", "/modelli"] {
                #expect(page.links.contains(link))
                #expect(try await browser.get(link).status == 200)
            }
        }
    }
}
