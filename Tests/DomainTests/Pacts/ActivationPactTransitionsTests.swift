import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The states of an activation pact")
struct ActivationPactTransitionsTests {
    typealias State = ActivationPact.State

    /// The machine of the product's description, written down once more: `from mover → states`.
    private static let legal: Set<String> = [
        "draft citizen complete", "complete citizen draft", "complete citizen awaiting_outcome",
        "complete citizen signed", "awaiting_outcome citizen draft", "awaiting_outcome authority signed",
        "awaiting_outcome authority ended", "signed citizen replaced", "signed authority suspended",
        "signed authority ended", "suspended authority signed", "suspended authority ended", "replaced system archived",
        "ended system archived",
    ]

    @Test("Of all pairs of states, just those of the table are allowed, and to whom it says")
    func allPairs() {
        for from in State.allCases {
            for to in State.allCases {
                for mover in ActivationPact.Mover.allCases {
                    let isLegal = Self.legal.contains("\(from.rawValue) \(mover.rawValue) \(to.rawValue)")
                    #expect(ActivationPact.transitions.allow(from, to, by: mover) == isLegal)
                    do throws(IllegalPactTransition) {
                        try Pacts.check(from, to, by: mover)
                        #expect(isLegal)
                    } catch {
                        #expect(!isLegal)
                        #expect(error.allowed == ActivationPact.transitions.next(from: from, by: mover))
                    }
                }
            }
        }
        #expect(ActivationPact.transitions.count == Self.legal.count)
    }

    @Test("From the first state every other can be reached, and from every one but the last something follows")
    func reachable() {
        var reached: Set<State> = [.draft]
        var size = 0
        while size < reached.count {
            size = reached.count
            for row in ActivationPact.transitions where reached.contains(row.from) { reached.insert(row.to) }
        }
        #expect(reached == Set(State.allCases))
        let ends = State.allCases.filter { state in !ActivationPact.transitions.contains { $0.from == state } }
        #expect(ends == [.archived])
    }

    @Test(
        "The store keeps to the table: from each state the authority leads only where it may",
        arguments: Engine.available
    )
    func stored(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let citizen = try await world.citizen(.sample())
            for state in [State.signed, .suspended] {
                for target in State.allCases {
                    try await world.store.write { (transaction: borrowing Transaction) in
                        try transaction.run("UPDATE activation_pact SET state = \(state)")
                    }
                    let isLegal = Self.legal.contains("\(state.rawValue) authority \(target.rawValue)")
                    do {
                        try await world.pacts.apply(target, to: citizen.id, because: "test", as: .system("test"))
                        #expect(isLegal, "\(state) → \(target)")
                        #expect(try await world.pacts.versions(for: citizen).map(\.state) == [target])
                    } catch let error as IllegalPactTransition {
                        #expect(!isLegal, "\(state) → \(target)")
                        #expect(error.from == state)
                        #expect(try await world.pacts.versions(for: citizen).map(\.state) == [state])
                    }
                }
            }
        }
    }
}
