/// What operators take away of lists, whichever list it is.
public struct Exports: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }
}
