import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Analysing again")
struct CitizensReindexTests {
    @Test("What an earlier analyser has left is found again, portion by portion", arguments: Engine.available)
    func reindex(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            for name in ["Rossi", "Verdi", "Neri"] { try await world.citizen(.sample(name)) }
            let servicePact = ServicePactEntry(
                taxCode: ApplicationEntry.sample("Bianchi").taxCode,
                jobCentreCode: "CPI-MI",
                state: .signed,
                signedOn: "2026-02-01",
                branchCodes: ["ALFA-MI1"]
            )
            try await world.register(.sample("Bianchi"))
            let row = LoadRow(row: 2, key: servicePact.key, entry: servicePact)
            _ = try await world.pacts.load(servicePacts: [row])
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run(
                    "UPDATE curriculum SET words = 'vecchio', analyser = 0, profession_text = NULL, experience_months = 0"
                )
                let positions: [Int64] = try transaction.all("SELECT position FROM citizen_document")
                for position in positions {
                    try CitizensSchema.index.put(position, tokens: "vecchio", scopes: ["x"], in: transaction)
                }
                try transaction.run("UPDATE citizen_document SET analyser = 0")
            }
            var (cameriera, bianchi) = (CitizenList(), CitizenList())
            cameriera.filter.keywords = "cameriera"
            bianchi.filter.keywords = "bianchi"
            #expect(try await world.names(cameriera, for: world.anna) == [])

            var done = 0
            while true {
                let portion = try await world.citizens.reindex(reference: .shared, atMost: 2)
                if portion == 0 { break }
                #expect(portion <= 2)
                done += portion
            }
            #expect(done == 4)
            #expect(Set(try await world.names(cameriera, for: world.anna)) == ["Rossi", "Verdi", "Neri"])
            #expect(try await world.names(bianchi, for: world.anna) == ["Bianchi"])
            let filled: SQL = "profession_text = 'Camerieri di ristorante' AND experience_months = 60"
            #expect(try await world.count("curriculum", where: filled) == 3)
        }
    }
}
