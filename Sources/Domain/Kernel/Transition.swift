/// One row of a state machine: who may lead which state into which other.
///
/// The array of rows is the specification: pages, API and tests read the same one, and what is not in it is illegal.
public struct Transition<State: Hashable & Sendable, Actor: Hashable & Sendable>: Hashable, Sendable {
    public let from: State
    public let to: State
    public let by: Set<Actor>

    public init(_ from: State, _ to: State, by: Set<Actor>) {
        self.from = from
        self.to = to
        self.by = by
    }
}

extension Sequence {
    /// The states that `actor` may lead `state` into, in the order of the table.
    public func next<State, Actor>(from state: State, by actor: Actor) -> [State]
    where Element == Transition<State, Actor> {
        filter { $0.from == state && $0.by.contains(actor) }.map(\.to)
    }

    public func allow<State, Actor>(_ from: State, _ to: State, by actor: Actor) -> Bool
    where Element == Transition<State, Actor> {
        contains { $0.from == from && $0.to == to && $0.by.contains(actor) }
    }
}
