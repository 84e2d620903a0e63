import Domain
import Persistence
import TestSupport
import Testing

@testable import Exchange

@Suite("The body of a load")
struct VacancyLoadBodyTests {
    private func pieces(
        _ format: VacancyLoadFormat,
        _ text: String,
        chunk: Int = 1_000_000
    ) throws -> [VacancyLoadPiece] {
        var body = VacancyLoadBody(format)
        var (pieces, rest): ([VacancyLoadPiece], ArraySlice<UInt8>) = ([], Array(text.utf8)[...])
        while !rest.isEmpty {
            pieces += try body.take(Array(rest.prefix(chunk)))
            rest = rest.dropFirst(chunk)
        }
        return pieces + (try body.end())
    }

    private func text(_ piece: VacancyLoadPiece) -> String { String(decoding: piece.content, as: UTF8.self) }

    @Test("An array is cut into its items, wherever the chunks end", arguments: [1, 2, 3, 7, 1000])
    func items(chunk: Int) throws {
        let body = """
            \u{20}{ "items" : [ {"a": "]}\\"{", "b": {"c": [1, {}]}},
              {
                "d": "é" }
            ] }\u{20}
            """
        let found = try pieces(.json, body, chunk: chunk)

        #expect(found.map(\.rows) == [2])
        #expect(
            text(try #require(found.first)) == "{\"a\": \"]}\\\"{\", \"b\": {\"c\": [1, {}]}}\n{     \"d\": \"é\" }\n"
        )
        #expect(try pieces(.json, "{\"items\":[]}", chunk: chunk) == [])
    }

    @Test(
        "What is not an object with items is refused",
        arguments: [
            "", "[]", "{}", "{\"items\":{}}", "{\"item\":[]}", "{\"items\":[{}", "{\"items\":[{}]", "{\"items\":[1]}",
            "{\"items\":[{},]}", "{\"items\":[{}{}]}", "{\"items\":[]}x", "{\"items\":[],\"a\":1}", "{\"it ems\":[]}",
        ]
    )
    func noItems(_ text: String) {
        #expect(throws: CannotTakeBody.self) { try pieces(.json, text) }
    }

    @Test("An end of line within a text of an item is no valid JSON, as it was before")
    func endOfLineInText() throws {
        let piece = try #require(try pieces(.json, "{\"items\":[{\"title\":\"a\nb\"}]}").first)
        let portion = VacancyLoadFormat.json.staged.portion(of: piece)

        #expect(portion.unreadable.map { $0.findings.map(\.code) } == [["json_malformed"]])
    }

    @Test("Lines keep their numbers, and blank ones are no rows", arguments: [1, 5, 1000])
    func lines(chunk: Int) throws {
        let piece = try #require(
            try pieces(.ndjson, "{\"title\":\"a\"}\r\n\n {\"external_reference\":\"B\"}\n{\n\n7", chunk: chunk).first
        )
        #expect(piece.rows == 4)
        let portion = VacancyLoadFormat.ndjson.portion(of: piece)
        #expect(portion.rows.map(\.row) == [1, 3, 6])
        #expect(portion.rows.map(\.key) == ["", "B", ""])
        #expect(portion.rows.map { $0.findings.map(\.code) } == [[], [], ["wrong_type"]])
        #expect(portion.unreadable.map(\.row) == [4])
    }

    @Test("Pieces are whole rows, and their numbers go on")
    func manyPieces() throws {
        let lines = (1...2500).map { "{\"external_reference\":\"R-\($0)\"}" }.joined(separator: "\n")
        let found = try pieces(.ndjson, lines, chunk: 777)

        #expect(found.map(\.rows) == [1000, 1000, 500])
        #expect(found.map(\.firstRow) == [1, 1001, 2001])
        let rows = found.flatMap { VacancyLoadFormat.ndjson.portion(of: $0).rows }
        #expect(rows.map(\.row) == Array(1...2500))
        #expect(rows.map(\.key) == (1...2500).map { "R-\($0)" })
    }

    @Test("Each piece of a table has its headings, and rows are numbered as a spreadsheet does", arguments: [1, 1000])
    func table(chunk: Int) throws {
        let rows = (1...1500).map { "R-\($0);ALFA-MI1;\"Riga\n\"\"\($0)\"\"\"" }.joined(separator: "\r\n")
        let found = try pieces(.csv, "\u{FEFF}Codice annuncio;Filiale;Titolo;Colore\r\n" + rows, chunk: chunk)

        #expect(found.map(\.rows) == [1000, 500])
        let portions = found.map { VacancyLoadFormat.csv.portion(of: $0) }
        #expect(portions.flatMap { $0.rows.map(\.row) } == Array(2...1501))
        #expect(portions[1].rows[0].key == "R-1001")
        #expect(portions[1].rows[0].entry.terms.title == "Riga\n\"1001\"")
        #expect(portions[0].rows[0].findings.map(\.code) == ["unknown_column"])
        #expect(portions[1].rows[0].findings == [])
    }

    @Test(
        "Rows of a table are those that its reader finds, whatever program wrote it",
        arguments: ["\n", "\r\n", "\r"],
        ["", "sep=;\n", "\u{FEFF}"]
    )
    func tablesOfPrograms(end: String, start: String) throws {
        let rows = [
            "external_reference;branch_code;title", "A;X;Tubo 5\" zincato", "B;X;\"a\"\"\(end)\"\"b\"", "", "C;X;\"x\"",
            "\"D\";X;L'\"oro\"",
        ]
        let found = try pieces(.csv, start + rows.joined(separator: end) + end)
        let portion = VacancyLoadFormat.csv.portion(of: try #require(found.first))
        let offset = start.hasPrefix("sep") ? 1 : 0

        #expect(found.map(\.rows) == [4])
        #expect(portion.unreadable == [])
        #expect(portion.rows.map(\.key) == ["A", "B", "C", "D"])
        #expect(portion.rows.map(\.row) == [2, 3, 5, 6].map { $0 + offset })
        #expect(portion.rows[0].entry.terms.title == "Tubo 5\" zincato")
        #expect(portion.rows[3].entry.terms.title == "L'\"oro\"")
    }

    @Test("A table without its obligatory headings is refused at once")
    func headings() throws {
        #expect(
            throws: CannotTakeBody.headings(.missingColumns(["external_reference"], found: ["Filiale", "Titolo"]))
        ) { try pieces(.csv, "Filiale;Titolo\nA;B") }
        #expect(throws: CannotTakeBody.empty) { try pieces(.csv, "\n\n") }
    }

    @Test("Rows, and their number, have a limit")
    func limits() throws {
        let long = "{\"a\":\"" + String(repeating: "x", count: VacancyLoadBody.mostRowBytes) + "\"}"
        #expect(throws: CannotTakeBody.rowTooLong(row: 2, limit: VacancyLoadBody.mostRowBytes)) {
            try pieces(.ndjson, "{}\n" + long)
        }
        #expect(throws: CannotTakeBody.rowTooLong(row: 1, limit: VacancyLoadBody.mostRowBytes)) {
            try pieces(.json, "{\"items\":[" + long)
        }
        #expect(throws: CannotTakeBody.tooManyRows(limit: VacancyLoads.mostRows)) {
            try pieces(.ndjson, String(repeating: "{}\n", count: VacancyLoads.mostRows + 1))
        }
    }

    @Test("What software sends is loaded, in each format", arguments: Engine.available, VacancyLoadFormat.allCases)
    func wholeWay(on engine: Engine, format: VacancyLoadFormat) async throws {
        try await withWorld(on: engine, today: "2026-12-01") { world in
            let agency = world.agency("ALFA").id
            let software = Publisher(agency: agency, actor: .client(ID(1), agency: agency))
            let loads = VacancyLoads(world.store)
            let vacancies = ["A", "B", "A", "C"].map { reference in
                JSON.object(
                    VacancyJSON.members(of: .sample(reference).with { if reference == "C" { $0.terms.title = "?" } })
                )
            }
            let lines = vacancies.map { String(decoding: $0.bytes, as: UTF8.self) }
            let body =
                switch format {
                case .json: "{\"items\":[" + lines.joined(separator: ",") + "]}"
                case .ndjson: lines.joined(separator: "\n")
                case .csv:
                    (["external_reference;branch_code;title"]
                        + ["A", "B", "A", "C"].map { "\($0);ALFA-MI1;\($0 == "C" ? "?" : "Cameriere/a")" })
                        .joined(separator: "\n")
                }
            let load = try await loads.receive(format.rawValue, mode: .validRows, isDryRun: false, as: software)
            for piece in try pieces(format, body) { try await loads.append(piece, to: load) }
            let id = try await loads.complete(load, key: "k", hash: "h", rows: 4, as: software)

            #expect(try await VacancyLoading(loads: loads, vacancies: world.vacancies).loadNext() == 1)

            let result = try await loads.result(id, of: software)
            #expect(result.items.map(\.outcome) == [.created, .created, .rejected, .rejected])
            #expect(result.items.map { $0.findings.first?.code } == [nil, nil, "duplicate_in_file", "too_short"])
            #expect(result.items.map(\.row) == (format == .csv ? [2, 3, 4, 5] : [1, 2, 3, 4]))
            #expect(
                try await world.vacancies.find(externalReference: "A", as: world.alfa).code.text == result.items[0].code
            )
        }
    }
}
