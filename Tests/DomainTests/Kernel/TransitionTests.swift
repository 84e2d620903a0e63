import Testing

@testable import Domain

@Suite("Tables of transitions")
struct TransitionTests {
    private enum Light: CaseIterable { case red, green, amber }
    private enum Hand: CaseIterable { case clock, person }

    private static let table: [Transition<Light, Hand>] = [
        Transition(.red, .green, by: [.clock, .person]), Transition(.green, .amber, by: [.clock]),
        Transition(.amber, .red, by: [.clock]), Transition(.red, .amber, by: [.person]),
    ]

    @Test("What is not in the table is not allowed")
    func allowed() {
        for from in Light.allCases {
            for to in Light.allCases {
                for hand in Hand.allCases {
                    let row = Self.table.first { $0.from == from && $0.to == to && $0.by.contains(hand) }
                    #expect(Self.table.allow(from, to, by: hand) == (row != nil))
                    #expect(Self.table.next(from: from, by: hand).contains(to) == (row != nil))
                }
            }
        }
        #expect(Self.table.next(from: .red, by: .person) == [.green, .amber])
    }
}
