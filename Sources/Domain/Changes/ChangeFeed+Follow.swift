internal import Persistence

/// A change with the object that it is about, as that is now.
public struct FollowedChange: Hashable, Sendable {
    public enum Object: Hashable, Sendable {
        case vacancy(Vacancy)
        case interest(ReceivedInterest, LatestAnnotation?)
    }

    public let change: Change
    /// As the reader is to take it: what went from one open branch to another is not gone.
    public let operation: Change.Operation
    /// Nil for a tombstone, and for an object that has left the reader's branches since.
    public let object: Object?
}

/// A stretch of the feed with its objects.
public struct FollowedPage: Hashable, Sendable {
    public let items: [FollowedChange]
    /// Up to where the reader now knows everything, also of changes that were filtered out.
    public let next: Int64
}

extension ChangeFeed {
    /// The changes after a number that are open to the publisher, oldest first, with their objects from the same snapshot.
    ///
    /// Citizens whose applications are among them have a trace of it, committed before the answer leaves.
    ///
    /// - Parameter shown: The kinds whose objects are to come along.
    public func follow(
        after sequence: Int64,
        kinds: Set<Change.Kind> = [],
        showing shown: Set<Change.Kind> = Set(Change.Kind.allCases),
        as publisher: Publisher,
        atMost limit: Int = 100
    ) async throws -> FollowedPage {
        let today = store.today
        let (page, citizens) = try await store.read { (transaction: borrowing Transaction) in
            let page = try changes(
                of: publisher.agency,
                after: sequence,
                kinds: kinds,
                branches: publisher.grantedBranches,
                atMost: limit,
                in: transaction
            )
            let vacancies = try transaction.vacancies(of: page.items, as: publisher, on: today)
            let interests =
                shown.contains(.expressionOfInterest)
                ? try transaction.interests(of: page.items, as: publisher, on: today) : [:]
            let annotations = try transaction.latestAnnotations(of: Array(interests.keys), as: publisher, on: today)
            let items = page.items.map { change -> FollowedChange in
                let interest = ID<ExpressionOfInterest>(change.object)
                let object: FollowedChange.Object? =
                    switch change.kind {
                    case .vacancy: vacancies[ID(change.object)].map { .vacancy($0) }
                    case .expressionOfInterest: interests[interest].map { .interest($0, annotations[interest]) }
                    case .proposal, .refusal: nil
                    }
                let isMoved = change.operation == .deleted && object != nil
                return FollowedChange(
                    change: change,
                    operation: isMoved ? .updated : change.operation,
                    object: shown.contains(change.kind) ? object : nil
                )
            }
            return (FollowedPage(items: items, next: page.next), interests.values.map(\.interest.citizen))
        }
        if citizens.isEmpty { return page }
        let entry = AuditEntry(publisher.actor, "interests.followed", rows: citizens.count)
        let viewing = Viewing(.interests, by: publisher.actor)
        try await store.write { (transaction: borrowing Transaction) in
            try store.audit.record(entry, in: transaction)
            try Sightings(store).record(viewing, of: citizens.sorted(), in: transaction)
        }
        return page
    }

    /// The number of the agency's latest change: whoever waits for the next one asks for this, and for nothing else.
    public func head(as publisher: Publisher) async throws -> Int64 {
        try await store.read { (transaction: borrowing Transaction) in
            try head(of: publisher.agency, in: transaction)
        }
    }
}

extension Transaction {
    fileprivate func vacancies(
        of changes: [Change],
        as publisher: Publisher,
        on today: Day
    ) throws -> [ID<Vacancy>: Vacancy] {
        let ids = Set(changes.filter { $0.kind == .vacancy }.map { ID<Vacancy>($0.object) }).sorted()
        if ids.isEmpty { return [:] }
        let vacancies: [Vacancy] = try all(
            """
            SELECT \(Vacancy.columns) FROM \(Vacancy.tables)
            WHERE vacancy.id IN \(in: ids) AND vacancy.agency_id = \(publisher.agency)
                AND vacancy.branch_id IN (\(publisher.branches(on: today)))
            """
        )
        return Dictionary(vacancies.map { ($0.id, $0) }) { first, _ in first }
    }

    fileprivate func interests(
        of changes: [Change],
        as publisher: Publisher,
        on today: Day
    ) throws -> [ID<ExpressionOfInterest>: ReceivedInterest] {
        let ids = Set(changes.filter { $0.kind == .expressionOfInterest }.map { ID<ExpressionOfInterest>($0.object) })
        if ids.isEmpty { return [:] }
        let interests: [ReceivedInterest] = try all(
            """
            SELECT \(ReceivedInterest.columns) FROM \(ReceivedInterest.tables)
            WHERE expression_of_interest.id IN \(in: ids.sorted())
                AND expression_of_interest.agency_id = \(publisher.agency)
                AND expression_of_interest.branch_id IN (\(publisher.receivingBranches(on: today)))
            """
        )
        return Dictionary(interests.map { ($0.interest.id, $0) }) { first, _ in first }
    }
}
