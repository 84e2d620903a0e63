public import Persistence

/// A large list that becomes a file in the background, and then waits for its taker for a while.
public struct PreparedExport: Hashable, Sendable {
    public let id: ID<PreparedExport>
    public let list: ListName
    /// The list's own address parameters.
    public let query: ListAddress
    public let format: ExportFormat
    public let language: Language
    public let state: State
    /// How many rows there are to write; nil until they are counted.
    public let total: Int?
    /// How many rows were written so far.
    public let rows: Int
    /// In bytes, so far.
    public let size: Int
    public let requestedAt: Instant
    /// When the file goes.
    public let expiresAt: Instant?

    public enum State: String, Hashable, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case waiting
        case running
        /// The file is whole, and can be taken.
        case ready
        case failed
        case cancelled
        /// The file was removed.
        case expired

        public var isUnderWay: Bool { self == .waiting || self == .running }
    }

    enum Mover: Hashable, Sendable {
        case taker
        case worker
        case clock
    }

    /// The state machine: what is not here is illegal.
    static let transitions: [Transition<State, Mover>] = [
        Transition(.waiting, .running, by: [.worker]),
        // The worker that had it is gone, and another begins anew.
        Transition(.running, .running, by: [.worker]),
        Transition(.running, .ready, by: [.worker]),
        Transition(.running, .failed, by: [.worker]),
        Transition(.waiting, .cancelled, by: [.taker]),
        Transition(.running, .cancelled, by: [.taker]),
        Transition(.ready, .expired, by: [.clock, .taker]),
    ]
}

extension PreparedExport.State {
    public var label: Localized {
        switch self {
        case .waiting: Localized(it: "In attesa", en: "Waiting")
        case .running: Localized(it: "In preparazione", en: "Under way")
        case .ready: Localized(it: "Pronta", en: "Ready")
        case .failed: Localized(it: "Non riuscita", en: "Failed")
        case .cancelled: Localized(it: "Annullata", en: "Cancelled")
        case .expired: Localized(it: "Scaduta", en: "Expired")
        }
    }
}

extension PreparedExport: FromRow {
    static let columns: SQL = """
        x.id, x.list, x.query, x.format, x.language, x.state, x.total, x.rows, x.size, x.requested_at, x.expires_at
        """

    public init(from row: inout Row) throws {
        id = try row.next()
        list = try row.next()
        query = ListAddress(text: try row.next())
        format = try row.next()
        language = try row.next()
        state = try row.next()
        total = try row.next()
        rows = try row.next()
        size = try row.next()
        requestedAt = try row.next()
        expiresAt = try row.next()
    }
}

/// Why an export cannot be asked for, or taken.
public enum CannotExport: Error, Hashable, Sendable {
    /// The person's right to export was withdrawn.
    case notAllowed
    /// So many are under way already.
    case tooMany(limit: Int)
    /// It is not ready, or no longer.
    case notReady
    /// A branch whose people are in the file is no longer open to the person.
    case scopeChanged
}
