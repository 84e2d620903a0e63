public import Persistence

/// A body of vacancies that an agency's software sent, on its way into the store, and what became of each of its rows.
public struct VacancyLoad: Hashable, Sendable {
    /// What happens to the good rows when others are refused.
    public enum Mode: String, Hashable, Sendable, CaseIterable, Bindable, ColumnDecodable {
        case validRows = "valid-rows"
        /// One row that is refused, and nothing is written.
        case allOrNothing = "all-or-nothing"
    }

    public enum State: String, Hashable, Sendable, CaseIterable, Bindable, ColumnDecodable {
        /// Its body is still coming in.
        case receiving
        case waiting
        case running
        /// Each row has its receipt.
        case done
        /// Worker after worker broke off; the same request again tries once more.
        case failed
    }

    enum Mover: Hashable, Sendable {
        case client
        case worker
    }

    /// The state machine: what is not here is illegal.
    static let transitions: [Transition<State, Mover>] = [
        Transition(.receiving, .waiting, by: [.client]),
        Transition(.waiting, .running, by: [.worker]),
        // The worker that had it is gone, and another goes on where it was.
        Transition(.running, .running, by: [.worker]),
        Transition(.running, .done, by: [.worker]),
        Transition(.running, .failed, by: [.worker]),
        Transition(.failed, .waiting, by: [.client]),
    ]

    public let id: ID<VacancyLoad>
    public let mode: Mode
    public let isDryRun: Bool
    /// How the body is written, in the words of whoever reads it.
    public let format: String
    public let state: State
    /// How many rows the body has.
    public let total: Int
    /// How many of them have been judged so far.
    public let processed: Int
    public let requestedAt: Instant
    public let finishedAt: Instant?
}

extension VacancyLoad: FromRow {
    static let columns: SQL = """
        l.id, l.mode, l.dry_run, l.format, l.state, l.total, l.processed, l.requested_at, l.finished_at
        """

    public init(from row: inout Row) throws {
        id = try row.next()
        mode = try row.next()
        isDryRun = try row.next()
        format = try row.next()
        state = try row.next()
        total = try row.next()
        processed = try row.next()
        requestedAt = try row.next()
        finishedAt = try row.next()
    }
}

/// Some whole rows of a load's body, as they came.
public struct VacancyLoadPiece: Hashable, Sendable {
    /// From 0, in the order of the body.
    public let number: Int
    /// The number of its first row, as receipts name it.
    public let firstRow: Int
    public let rows: Int
    public let content: [UInt8]

    public init(number: Int, firstRow: Int, rows: Int, content: [UInt8]) {
        self.number = number
        self.firstRow = firstRow
        self.rows = rows
        self.content = content
    }
}

extension VacancyLoadPiece: FromRow {
    public init(from row: inout Row) throws {
        number = try row.next()
        firstRow = try row.next()
        rows = try row.next()
        content = try row.next()
    }
}

/// The rows of a piece, read: those that can be judged, and the receipts of those that nobody can read.
public struct VacancyLoadPortion: Sendable {
    public var rows: [LoadRow<VacancyDraft>]
    public var unreadable: [LoadReceipt]

    public init(rows: [LoadRow<VacancyDraft>] = [], unreadable: [LoadReceipt] = []) {
        self.rows = rows
        self.unreadable = unreadable
    }
}

/// Why a load cannot be begun.
public enum CannotLoadVacancies: Error, Hashable, Sendable {
    /// The key was given to another request.
    case keyReused
    /// The client has so many under way already.
    case tooMany(limit: Int)
}
