import Documents
import Domain
import HTML
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("The page of citizens")
struct CitizenListPageTests {
    @Test("It shows whom the scope opens, and nobody else", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await site.world.citizen(.sample("Rossi"), choosing: ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"])
            try await site.world.citizen(
                .sample("Verdi", birth: "1990-01-01"),
                choosing: ["ALFA-TO1", "BETA-RM1", "GAMMA-RM1"]
            )
            let expected: [(TestSite.Visitor, [String])] = [
                (.master, ["Rossi", "Verdi"]), (.super, ["Rossi"]), (.branchOperator, ["Verdi"]),
            ]
            for (visitor, names) in expected {
                let page = try await site.browser(as: visitor).get("/cittadini?sort=surname")
                #expect(page.status == 200)
                #expect(page.rowCount == names.count, "\(visitor)")
                #expect(["Rossi", "Verdi"].filter { page.main.contains(">\($0)</a>") } == names, "\(visitor)")
            }
        }
    }

    @Test("The list, its count and its workbook hold the same people", arguments: Engine.available)
    func export(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await site.citizens(7)
            let browser = try await site.browser(as: .super)
            for query in ["", "?sort=surname", "?age_max=55&sort=-age", "?q=cameriera", "?q=nessuno"] {
                let page = try await browser.get("/cittadini" + query)
                let names = page.main.matches(of: /<th scope="row"[^>]*><a [^>]*>([^<]*)<\/a>/).map { String($0.1) }
                let counted = try await browser.get("/cittadini" + (query.isEmpty ? "?" : query + "&") + "conta=1")
                #expect(counted.main.contains("role=\"status\">\(names.count) "), "\(query)")

                let file = try await browser.get("/cittadini.xlsx" + query)
                #expect(file.status == 200)
                var reader = try TableSource.bytes(file.bytes).open()
                var rows: [String] = []
                while let row = try reader.next() { rows.append(row.cells[0]) }
                #expect(rows == names, "\(query)")
            }
        }
    }

    @Test("The workbook is sent as a file that no browser opens by itself or keeps")
    func headers() async throws {
        try await withSite(on: .sqlite) { site in
            try await site.citizens(1)
            let file = try await site.browser(as: .super).get("/cittadini.xlsx")
            #expect(file.headers[.contentType]?.contains("spreadsheetml") == true)
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"") == true)
            #expect(file.headers[.contentDisposition]?.contains("Persona") == false)
            #expect(file.headers[.cacheControl] == "no-store")
            #expect(file.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test("A page of fifty costs as many statements as one of five", arguments: Engine.available)
    func statements(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await site.citizens(5)
            let browser = try await site.browser(as: .super)
            _ = try await browser.get("/cittadini")
            let few = try await browser.get("/cittadini")
            try await site.citizens(45, from: 5)
            _ = try await browser.get("/cittadini")
            let many = try await browser.get("/cittadini")

            #expect(few.rowCount == 5 && many.rowCount == 50)
            #expect(few.statements.count == many.statements.count, "\(many.statements)")
            #expect(many.statements.count <= 13, "\(many.statements)")
        }
    }

    @Test("Pages follow each other without a gap, there and back", arguments: Engine.available)
    func pages(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await site.citizens(53)
            let browser = try await site.browser(as: .super)
            let first = try await browser.get("/cittadini?sort=age")
            let next = try #require(first.links.first { $0.contains("cursore=") })
            let second = try await browser.get(next)
            #expect(first.rowCount == 50 && second.rowCount == 3)
            let back = try #require(second.links.first { $0.contains("cursore=") })
            #expect(try await browser.get(back).rowCount == 50)
        }
    }

    @Test(
        "A filter that cannot be read is explained at its field, and shows nobody meanwhile",
        arguments: [
            ("age_min=abc", "age-min"), ("age_max=999", "age-max"), ("age_min=40&age_max=30", "age-min"),
            ("province=XX", "province"), ("province=MI,QQ", "province"), ("licence=ZZ", "licence"),
            ("education_min=NULLA", "education-min"), ("sort=caso", "sort"), ("pad_from=domani", "pad-from"),
            ("pad_from=2026-03-01&pad_to=2026-02-01", "pad-from"), ("own_vehicle=forse", "own-vehicle-true"),
            ("q=per", "q"), ("q=il%20la", "q"), ("q=%2B%2B", "q"),
            ("q=a1%20a2%20a3%20a4%20a5%20a6%20a7%20a8%20a9%20b1%20b2%20b3%20b4", "q"),
            ("q=" + String(repeating: "x", count: 401), "q"),
        ]
    )
    func unreadable(query: String, field: String) async throws {
        try await withSite(on: .sqlite) { site in
            try await site.citizens(1)
            let page = try await site.browser(as: .super).get("/cittadini?" + query)
            #expect(page.status == 422)
            #expect(page.fieldErrors[field]?.count == 1, "\(page.fieldErrors)")
            #expect(page.main.contains("<a href=\"#campo-\(field)\">"))
            #expect(page.main.contains("id=\"campo-\(field)\""))
            #expect(page.rowCount == 0)
        }
    }

    @Test(
        "What has no field is explained at the top",
        arguments: ["cursore=x", "branch=zero", "columns=segreto", "measure=XYZ", "cv_since=mai"]
    )
    func withoutField(query: String) async throws {
        try await withSite(on: .sqlite) { site in
            let page = try await site.browser(as: .super).get("/cittadini?" + query)
            #expect(page.status == 422)
            #expect(page.main.contains("role=\"alert\""))
            #expect(!page.main.contains("<li><a href=\"#campo"))
        }
    }

    @Test(
        "All that is wrong is told at once: codes, ranges, and branches of somebody else",
        arguments: Engine.available
    )
    func together(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let foreign = site.world.branch("ALFA-TO1").id.text
            let browser = try await site.browser(as: .super)
            let page = try await browser.get(
                "/cittadini?age_min=40&age_max=30&licence=ZZ&province=QQ&branch=\(foreign)&cursore=x"
            )
            #expect(page.status == 422)
            #expect(Set(page.fieldErrors.filter { !$0.value.isEmpty }.keys) == ["age-min", "licence", "province"])
            #expect(page.main.contains("cambia ambito"))
            let file = try await browser.get("/cittadini.xlsx?branch=\(foreign)")
            #expect(file.status == 303)
            #expect(try await site.browser(as: .master).get("/cittadini?branch=\(foreign)").status == 200)
        }
    }

    @Test("Filters without a field stand beside the list, each with the way to take it out")
    func activeFilters() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            #expect(try await !browser.get("/cittadini?q=sala").main.contains("Altri filtri attivi"))
            let branch = site.world.branch("ALFA-MI1").id.text
            let page = try await browser.get("/cittadini?measure=SFL&cv_since=1/2/2026&branch=\(branch)&q=sala")
            for text in ["Filiali: Milano Centro", "Misure: SFL", "CV aggiornato dal: 01/02/2026"] {
                #expect(page.main.contains(text), "\(text)")
            }
            #expect(page.links.contains("/cittadini?q=sala&branch=\(branch)&cv_since=2026-02-01"))
            let broken = try await browser.get("/cittadini?measure=XYZ&q=sala&cursore=abc")
            #expect(broken.status == 422 && broken.main.contains("Misure: XYZ"))
            #expect(broken.links.contains("/cittadini?q=sala"))
        }
    }

    @Test("A cursor of another order or with another content is refused, not taken for the first page")
    func foreignCursor() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            let cursors = [
                Cursor(keys: [], id: 1, order: "surname"), Cursor(keys: [.integer(1)], id: 1, order: "surname"),
                Cursor(keys: [.text("a")], id: 1, order: "-pact"),
            ]
            for cursor in cursors {
                let page = try await browser.get("/cittadini?sort=surname&cursore=" + cursor.text)
                #expect(page.status == 422, "\(cursor)")
            }
        }
    }

    @Test("The workbook of a filter that cannot be read leads to the page that explains it")
    func exportUnreadable() async throws {
        try await withSite(on: .sqlite) { site in
            let answer = try await site.browser(as: .super).get("/cittadini.xlsx?province=XX&sort=age")
            #expect(answer.status == 303)
            #expect(answer.location == "/cittadini?province=XX&sort=age")
        }
    }

    @Test("Filters that the form does not show stay when it is sent")
    func unshownFilters() async throws {
        try await withSite(on: .sqlite) { site in
            let branch = site.world.branch("ALFA-MI1").id.text
            let query = "branch=\(branch)&measure=SFL&columns=family_name,age&province=MI&province=TO"
            let browser = try await site.browser(as: .super)
            let page = try await browser.get("/cittadini?" + query)
            let again = try await browser.submit(page.form("/cittadini"))
            #expect(again.status == 200)
            let fields = try again.form("/cittadini")
            #expect(fields.values("branch") == [branch])
            #expect(fields.values("measure") == ["SFL"])
            #expect(fields.values("columns") == ["family_name,age"])
            #expect(fields.values("province") == ["MI,TO"])
        }
    }

    @Test("The use of an age filter brings the notice with it")
    func ageNotice() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            let notice = "art. 10 d.lgs. 276/2003"
            #expect(try await !browser.get("/cittadini").main.contains(notice))
            #expect(try await browser.get("/cittadini?age_max=40").main.contains(notice))
        }
    }

    @Test("Names are text, whatever they hold", arguments: Hostile.texts)
    func hostileNames(text: String) async throws {
        try await withSite(on: .sqlite) { site in
            let person = try await site.hostileCitizen(text)
            let browser = try await site.browser(as: .super)
            let list = try await browser.get("/cittadini")
            let detail = try await browser.get("/cittadini/\(person.id.text)")
            for page in [list, detail] {
                #expect(page.status == 200)
                #expect(!page.text.contains("<script>"))
                #expect(!page.text.contains("onmouseover=\"alert"))
                #expect(Page.unescaped(page.main).contains(text))
            }
            let file = try await browser.get("/cittadini.xlsx")
            var reader = try TableSource.bytes(file.bytes).open()
            #expect(try reader.next()?.cells.first == text)
        }
    }

    @Test("What is typed into a filter comes back as text", arguments: Hostile.texts)
    func hostileFilters(text: String) async throws {
        try await withSite(on: .sqlite) { site in
            let encoded = Link.encoded(text)
            let page = try await site.browser(as: .super).get("/cittadini?q=\(encoded)&province=\(encoded)")
            #expect(page.status == 422)
            #expect(!page.text.contains("<script>") && !page.text.contains("onmouseover=\"alert"))
            #expect(try page.form("/cittadini").values("q") == [text])
        }
    }
}
