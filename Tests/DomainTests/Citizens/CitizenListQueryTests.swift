import TestSupport
import Testing

@testable import Domain

@Suite("The address of a list of citizens")
struct CitizenListQueryTests {
    @Test("Reading the address gives the list back, whatever it is")
    func roundTrip() throws {
        var random = Numbers(seed: 21)
        for _ in 0..<500 {
            let list = CitizenList.random(using: &random, branches: (1...4).map { ID($0) })
            // An address holds no search in which words would fall away.
            if let text = list.filter.keywords, ItalianAnalyser.unheeded(in: text, at: "q") != nil { continue }
            #expect(try CitizenList(query: list.query.map { ($0.name, $0.value) }) == list)
        }
    }

    @Test("The standard list has an empty address")
    func standard() throws {
        #expect(CitizenList().query.isEmpty)
        #expect(try CitizenList(query: []) == CitizenList())
    }

    @Test("Fields left blank, and parameters of other things, are passed over")
    func blanks() throws {
        let pairs = [("age_min", ""), ("q", "  "), ("branch", ""), ("cursore", "abc"), ("utm", "x"), ("sort", "")]
        #expect(try CitizenList(query: pairs) == CitizenList())
    }

    @Test("Parameters may repeat or hold commas")
    func many() throws {
        let list = try CitizenList(query: [("province", "mi,to"), ("province", "RM"), ("measure", "sfl")])
        #expect(list.filter.provinces == ["MI", "RM", "TO"])
        #expect(list.filter.measures == ["SFL"])
    }

    @Test("Days are read as people write them")
    func days() throws {
        let list = try CitizenList(query: [("pad_from", "1/2/2026"), ("pad_to", "2026-02-28")])
        #expect(list.filter.padFrom == "2026-02-01")
        #expect(list.filter.padTo == "2026-02-28")
    }

    @Test(
        "A filter that cannot be read is told, and never falls away",
        arguments: [
            ("age_min", "abc"), ("age_min", "-1"), ("age_max", "1000"), ("pad_from", "31/02/2026"),
            ("cv_since", "ieri"),
            ("own_vehicle", "forse"), ("sort", "tax_code"), ("columns", "tax_code"),
            ("branch", "1; DROP TABLE citizen"), ("q", "per"), ("q", String(repeating: "sala ", count: 81)),
        ]
    )
    func unreadable(_ name: String, _ value: String) {
        #expect {
            try CitizenList(query: [(name, value)])
        } throws: { error in
            (error as? Invalid)?.findings.map(\.field) == [name]
        }
    }

    @Test("Columns are chosen and ordered, each once")
    func columns() throws {
        let list = try CitizenList(query: [("columns", "age,family_name,age")])
        #expect(list.columns == [.age, .familyName])
        #expect(try CitizenList(query: [("columns", "all")]).columns == CitizenColumn.allCases)
    }

    @Test("No column holds a tax code, a birth date, or anything of benefit, family or health")
    func minimised() {
        let words = CitizenColumn.allCases.flatMap { [$0.rawValue, Fold.key($0.title.it), Fold.key($0.title.en)] }
        for forbidden in ["tax", "fiscale", "nascita", "birth", "isee", "importo", "famil", "health", "salute"] {
            let found = words.filter { $0.contains(forbidden) && $0 != "family_name" && $0 != "family name" }
            #expect(found == [])
        }
    }
}
