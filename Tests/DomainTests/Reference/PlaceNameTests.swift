import TestSupport
import Testing

@testable import Domain

@Suite("Names of places")
struct PlaceNameTests {
    @Test(
        "A province stands in brackets behind the name",
        arguments: [
            ("Samone", "Samone", nil), ("Samone (to)", "Samone", "TO"), (" Samone ( TO )", "Samone", "TO"),
            ("Samone (TO", "Samone (TO", nil), ("(TO)", "", "TO"), ("", "", nil),
        ] as [(String, String, String?)]
    )
    func reading(_ text: String, _ name: String, _ province: String?) {
        let place = PlaceName(text)
        #expect(place.name == name && place.province == province)
    }

    @Test("A comune is found by how it is told")
    func wayAndBack() throws {
        let snapshot = ReferenceSnapshot.shared
        for name in ["Samone (TO)", "Milano", "Genova (GE)"] {
            let found = snapshot.municipalities(named: PlaceName(name))
            #expect(found.count == 1, "\(name)")
            let comune = try #require(found.first)
            #expect(snapshot.municipalities(named: PlaceName(comune.fullName)) == [comune])
        }
    }
}
