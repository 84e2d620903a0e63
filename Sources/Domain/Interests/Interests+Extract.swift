public import Persistence

/// The expressions of interest of an agency on their way to its software, all of one snapshot.
///
/// Whoever consumes ``forEach(_:)`` calls ``finish(rows:result:)`` at the end, whatever the end was.
public struct InterestExtraction: Sendable {
    public struct Item: Hashable, Sendable {
        public let received: ReceivedInterest
        public let latestAnnotation: LatestAnnotation?
    }

    enum Part: Sendable {
        case head(Int64)
        case content(ExportContent)
        case row(Item)
    }

    let list: InterestList
    let publisher: Publisher
    let viewing: Viewing?
    let parts: RowStream<Part>
    let id: ID<ExportTrace>
    let store: Store

    /// Hands the rows over in portions, as they are read; before the first one leaves, each citizen has her trace of it.
    ///
    /// - Returns: The number of the latest change in the snapshot: from there on the feed tells what happens.
    public func forEach(_ body: ([Item]) async throws -> Void) async throws -> Int64 {
        var head: Int64 = 0
        for try await portion in parts {
            var items: [Item] = []
            items.reserveCapacity(portion.count)
            for part in portion {
                switch part {
                case .head(let sequence): head = sequence
                case .content(let content): try await Sightings(store).record(viewing, as: id, of: content)
                case .row(let item): items.append(item)
                }
            }
            if !items.isEmpty { try await body(items) }
        }
        return head
    }

    /// Notes how it ended, and how many rows left; also when whoever asked for it is gone.
    public func finish(rows: Int, result: AuditResult = .succeeded) async throws {
        let (store, trace) = (store, trace(rows: rows, result))
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            try store.audit.record(trace, in: transaction)
        }
    }

    func trace(rows: Int?, _ result: AuditResult) -> AuditEntry {
        AuditEntry(
            publisher.actor,
            "interests.extracted",
            on: AuditSubject("export", id),
            details: list.trace,
            rows: rows,
            result: result
        )
    }
}

extension Interests {
    /// Begins to hand all interests of a list over to software; its trace is there before the first row is.
    public func extract(_ filter: InterestFilter, as publisher: Publisher) async throws -> InterestExtraction {
        let (store, today) = (store, store.today)
        let list = InterestList(filter: filter, columns: InterestColumn.allCases)
        let statement = InterestStatement(list, as: publisher, today: today)
        var viewing = Viewing(.export, by: publisher.actor, filters: filter.kinds)
        let disclosed = Set(list.columns.map(\.disclosed))
        viewing?.columns = CitizenColumn.allCases.filter(disclosed.contains)
        typealias Part = InterestExtraction.Part
        let parts: RowStream<Part> = store.stream { (transaction: borrowing Transaction, emit: (Part) throws -> Void) in
            try emit(.head(try store.changes.head(of: publisher.agency, in: transaction)))
            var content = ExportContent()
            try transaction.forEach(statement.content(limit: nil), as: CitizenNumber.Maybe.self) { content.insert($0) }
            try emit(.content(content))
            try transaction.forEach(statement.extraction, as: InterestExtraction.Item.self) { try emit(.row($0)) }
        }
        let extraction = InterestExtraction(
            list: list,
            publisher: publisher,
            viewing: viewing,
            parts: parts,
            id: store.ids.next(),
            store: store
        )
        try await store.audit.record(read: extraction.trace(rows: nil, .started))
        return extraction
    }
}

extension InterestExtraction.Item: FromRow {
    static let columns: SQL = "\(ReceivedInterest.columns), \(LatestAnnotation.ofInterest)"

    public init(from row: inout Row) throws {
        received = try ReceivedInterest(from: &row)
        let words: String? = try row.next()
        latestAnnotation = words.flatMap { LatestAnnotation(words: $0) }
    }
}

extension LatestAnnotation {
    /// The kind, the outcome and the day of the latest annotation of a row `expression_of_interest`, as one text: one look
    /// into the index for the three.
    static let ofInterest: SQL = """
        (
            SELECT a.kind || '|' || COALESCE(a.outcome, '') || '|' || a.date FROM annotation a
            WHERE a.interest_id = expression_of_interest.id
                AND NOT EXISTS (SELECT 1 FROM annotation c WHERE c.corrects_id = a.id)
            ORDER BY a.date DESC, a.id DESC LIMIT 1
        )
        """

    init?(words: String) {
        let parts = words.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let kind = Annotation.Kind(rawValue: parts[0]), let date = Day(parts[2]) else {
            return nil
        }
        self.init(kind: kind, outcome: Annotation.Outcome(rawValue: parts[1]), date: date)
    }
}
