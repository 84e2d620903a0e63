internal import Persistence

extension Sightings {
    /// Notes whom a page of a list showed, in the transaction of the page's trace.
    ///
    /// Pages of one day, scope and kind of filters are one occasion: whoever comes back to a page writes nothing.
    func record(_ viewing: Viewing?, of citizens: [ID<Citizen>], in transaction: borrowing Transaction) throws {
        guard let viewing, !citizens.isEmpty else { return }
        let id = try occasion(viewing, in: transaction)
        let members = ViewedMembers(try numbers(of: citizens, in: transaction))
        let known: [MemberBlock] = try transaction.all(
            """
            SELECT m.block, m.members FROM viewing_member m
            WHERE m.block IN \(in: members.blocks.keys.sorted()) AND m.viewing_id = \(id)
            """
        )
        for (block, members) in members.beyond(known.byBlock) {
            try transaction.run(
                """
                INSERT INTO viewing_member (block, viewing_id, members) VALUES (\(block), \(id), \(members))
                ON CONFLICT (block, viewing_id) DO UPDATE SET members = viewing_member.members | excluded.members
                """
            )
        }
    }

    /// Notes whom an export is about to take away; when this returns it is committed, and their rows may leave.
    ///
    /// - Parameters:
    ///   - content: All of them, those noted before among them.
    ///   - noted: Whom an earlier call for the same export has noted.
    /// - Returns: Whom it has noted by now.
    @discardableResult
    func record(
        _ viewing: Viewing?,
        as export: ID<ExportTrace>,
        of content: ExportContent,
        after noted: ViewedMembers = ViewedMembers()
    ) async throws -> ViewedMembers {
        guard let viewing, !content.isEmpty else { return noted }
        var members = content.members
        // In portions, because the first export of all gives a number to everybody and others want to write too.
        for start in stride(from: 0, to: content.unnumbered.count, by: Sightings.portion) {
            let portion = content.unnumbered[start..<min(start + Sightings.portion, content.unnumbered.count)]
            let given: [Int64] = try await store.write { (transaction: borrowing Transaction) in
                try numbers(of: Array(portion), in: transaction)
            }
            for number in given { members.insert(number) }
        }
        let blocks = members.beyond(noted.blocks)
        let grown = Set(blocks.map(\.block)).intersection(noted.blocks.keys).sorted()
        let id = ID<Viewing>(export.rawValue)
        try await store.write { (transaction: borrowing Transaction) in
            try insert(viewing, as: id, on: Day(of: IDGenerator.moment(of: id)), in: transaction)
            if !grown.isEmpty {
                try transaction.run(
                    "DELETE FROM viewing_member WHERE viewing_id = \(id) AND block IN \(in: grown)"
                )
            }
            try transaction.upsert(
                into: BulkTable("viewing_member", columns: ["block", "viewing_id", "members"], key: [], update: []),
                rows: blocks.map { [.integer($0.block), id.sqlValue, .integer($0.members)] }
            )
        }
        return members
    }

    private static let portion = 10_000

    /// The occasion of this day that the page belongs to, made when it is the first.
    private func occasion(_ viewing: Viewing, in transaction: borrowing Transaction) throws -> ID<Viewing> {
        let filters = SightingFilter.words(viewing.filters)
        let query: SQL = """
            SELECT v.id FROM viewing v
            WHERE v.agency_id = \(viewing.agency) AND v.branch_id = \(viewing.branch ?? ID(0))
            AND v.day = \(store.today) AND v.kind = \(viewing.kind) AND v.filters = \(filters)
            AND v.by_software = \(viewing.isBySoftware) AND v.kind <> 'export'
            """
        if let id = try transaction.first(query, as: ID<Viewing>.self) { return id }
        let id = store.ids.next(Viewing.self)
        if try insert(viewing, as: id, on: store.today, in: transaction) == 1 { return id }
        // Somebody else was quicker.
        guard let other = try transaction.first(query, as: ID<Viewing>.self) else { throw NotFound() }
        return other
    }

    /// The moment is the id's own, which for an export is that of its beginning: pages are found by the one and put in order
    /// by the other, so that two orders would lose what lies between them.
    @discardableResult
    private func insert(
        _ viewing: Viewing,
        as id: ID<Viewing>,
        on day: Day,
        in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.run(
            """
            INSERT INTO viewing (id, agency_id, branch_id, by_software, kind, day, filters, columns, at)
            VALUES (
                \(id), \(viewing.agency), \(viewing.branch ?? ID(0)), \(viewing.isBySoftware), \(viewing.kind),
                \(day), \(SightingFilter.words(viewing.filters)),
                \(viewing.columns.map(\.rawValue).joined(separator: " ")), \(IDGenerator.moment(of: id))
            )
            ON CONFLICT DO NOTHING
            """
        )
    }

    /// The citizens' numbers; who has none yet gets the next ones, in the order given.
    private func numbers(of citizens: [ID<Citizen>], in transaction: borrowing Transaction) throws -> [Int64] {
        let query: SQL = "SELECT n.citizen_id, n.number FROM viewed_citizen n WHERE n.citizen_id IN \(in: citizens)"
        var found: [CitizenNumber] = try transaction.all(query)
        let known = Set(found.map(\.citizen))
        let missing = citizens.filter { !known.contains($0) }
        if !missing.isEmpty {
            try transaction.upsert(
                into: BulkTable("viewed_citizen", columns: ["citizen_id"], key: ["citizen_id"], update: []),
                rows: missing.map { [$0.sqlValue] }
            )
            found = try transaction.all(query)
        }
        return found.map(\.number)
    }
}

/// Whom an export holds, as its first pass has found them.
struct ExportContent: Sendable {
    private(set) var members = ViewedMembers()
    /// Those whom no list has shown yet.
    private(set) var unnumbered: [ID<Citizen>] = []

    var isEmpty: Bool { members.blocks.isEmpty && unnumbered.isEmpty }

    mutating func insert(_ citizen: CitizenNumber.Maybe) {
        if let number = citizen.number { members.insert(number) } else { unnumbered.append(citizen.citizen) }
    }
}

/// The number that a citizen got when she was first seen.
struct CitizenNumber: FromRow {
    let citizen: ID<Citizen>
    let number: Int64

    init(from row: inout Row) throws {
        citizen = try row.next()
        number = try row.next()
    }

    /// A citizen who may not have been seen yet.
    struct Maybe: FromRow {
        let citizen: ID<Citizen>
        let number: Int64?

        init(from row: inout Row) throws {
            citizen = try row.next()
            number = try row.next()
        }
    }
}

private struct MemberBlock: FromRow {
    let block: Int64
    let members: Int64

    init(from row: inout Row) throws {
        block = try row.next()
        members = try row.next()
    }
}

extension [MemberBlock] {
    fileprivate var byBlock: [Int64: Int64] {
        Dictionary(map { ($0.block, $0.members) }, uniquingKeysWith: { first, _ in first })
    }
}
