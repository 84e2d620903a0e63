import TestSupport
import Testing

@testable import Domain
@testable import Web

@Suite("The form of the search of vacancies")
struct WorkSearchFormTests {
    /// A comune whose position nobody has written down.
    private var reference: ReferenceSnapshot {
        let comune = Municipality(
            code: "M999",
            name: "Borgo Nuovo",
            province: "TO",
            region: "01",
            position: nil,
            isPrecise: false,
            validFrom: "2025-01-01",
            validTo: nil
        )
        return ReferenceSnapshot(version: 1, codes: [:], municipalities: [(comune, "borgo nuovo")], official: [])
    }

    @Test("A comune without a position is searched by its province, and no distance is counted from it")
    func withoutPosition() throws {
        let province = WorkSearchForm(FormBody([("dove", "Borgo Nuovo")]), reference)
        try province.check()
        #expect(province.search.place == .province("TO"))
        let near = WorkSearchForm(FormBody([("dove", "Borgo Nuovo"), ("entro", "20")]), reference)
        #expect(throws: Invalid([Finding("dove", "place_without_position", Localized.placeWithoutPosition)])) {
            try near.check()
        }
    }
}
