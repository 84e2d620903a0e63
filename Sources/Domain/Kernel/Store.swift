public import Persistence

/// What every entrance of the domain needs: where rows are, what time it is, where ids come from.
public struct Store: Sendable {
    public let database: Database
    public let clock: Clock
    public let ids: IDGenerator
    /// The words of the text indexes that are known to be stored: for as long as this value and its copies live.
    let knownWords = KnownWords()

    public init(database: Database, clock: Clock, ids: IDGenerator? = nil) {
        self.database = database
        self.clock = clock
        self.ids = ids ?? IDGenerator(clock: clock)
    }

    public var now: Instant { clock.now() }
    public var today: Day { clock.today }
}

/// What was asked for is not there, or is not open to the person who asks: both get this same answer.
public struct NotFound: Error, Hashable, Sendable {
    public init() {}
}
