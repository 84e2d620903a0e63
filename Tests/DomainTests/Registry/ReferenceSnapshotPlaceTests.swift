import TestSupport
import Testing

@testable import Domain

@Suite("Where a municipality lies")
struct ReferenceSnapshotPlaceTests {
    @Test("A municipality of today has province, region and coordinates")
    func today() throws {
        let place = try #require(try ReferenceSnapshot.starter().place(ofMunicipality: "F205", on: "2026-03-10"))
        #expect(place.province == "MI")
        #expect(place.region == "03")
        let (latitude, longitude) = (try #require(place.latitude), try #require(place.longitude))
        #expect(abs(latitude - 45.46) < 0.1)
        #expect(abs(longitude - 9.19) < 0.1)
    }

    @Test("One that is no more still lies somewhere, since registers follow mergers late")
    func former() throws {
        let snapshot = try ReferenceSnapshot.starter()
        #expect(
            snapshot.place(ofMunicipality: "A003", on: "2026-03-10")?.province == "TO",
            "Abbadia Alpina, until 1928"
        )
        #expect(snapshot.place(ofMunicipality: "Z999", on: "2026-03-10") == nil)
    }
}
