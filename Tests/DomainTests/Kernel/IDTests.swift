import Foundation
import TestSupport
import Testing

@testable import Domain

@Suite("Identities")
struct IDTests {
    private enum Thing {}

    @Test("An id's text has 13 characters and leads back to it")
    func text() {
        var numbers = Numbers(seed: 11)
        let edges: [Int64] = [0, 1, .max, .min, -1, 31, 32]
        for value in edges + (0..<1000).map({ _ in Int64.random(in: .min ... .max, using: &numbers) }) {
            let id = ID<Thing>(value)
            #expect(id.text.utf8.count == 13)
            #expect(ID<Thing>(text: id.text) == id)
        }
    }

    @Test(
        "Other texts are no ids",
        arguments: ["", "0", "000000000000u", "g000000000000", "0000000000000000", "00000000000 0", "000000000000É"]
    )
    func refused(_ text: String) {
        #expect(ID<Thing>(text: text) == nil)
    }

    @Test("Texts sort as the ids do")
    func order() {
        let generator = IDGenerator(clock: .system)
        let ids = (0..<500).map { _ in generator.next(Thing.self) }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.text) == ids.map(\.text).sorted())
    }

    @Test("Ids made at once by many are distinct, each maker's own grow, and none is from the past")
    func concurrent() async {
        let day: Day = "2026-03-10"
        let generator = IDGenerator(clock: .frozen(day.start))
        let series = await withTaskGroup(of: [ID<Thing>].self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<5000).map { _ in generator.next(Thing.self) } }
            }
            return await group.reduce(into: [[ID<Thing>]]()) { $0.append($1) }
        }
        #expect(series.allSatisfy { $0 == $0.sorted() })
        #expect(Set(series.joined()).count == 40_000)
        #expect(series.joined().allSatisfy { $0.rawValue > 0 })
    }

    @Test("An id made later is greater, also from another generator")
    func later() {
        let day: Day = "2026-03-10"
        let early = IDGenerator(clock: .frozen(day.start)).next(Thing.self)
        let late = IDGenerator(clock: .frozen(day.start.adding(milliseconds: 1))).next(Thing.self)
        #expect(early < late)
    }

    @Test("In JSON an id is its text")
    func json() throws {
        let id = ID<Thing>(42)
        let data = try JSONEncoder().encode([id])
        #expect(String(decoding: data, as: UTF8.self) == "[\"000000000001a\"]")
        #expect(try JSONDecoder().decode([ID<Thing>].self, from: data) == [id])
    }
}
