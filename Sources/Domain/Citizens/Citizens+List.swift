internal import Persistence

extension Citizens {
    /// A page of the citizens whom the person may see, with the number of all that the list holds.
    ///
    /// The read is in the audit trail before the answer leaves, and for each of them that she was seen.
    ///
    /// - Throws: ``Invalid`` for a filter or cursor that does not make sense.
    public func list(
        _ list: CitizenList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot,
        at cursor: Cursor? = nil,
        limit: Int = 50
    ) async throws -> CitizenPage {
        let (today, limit) = (store.today, min(max(limit, 1), 200))
        let statement = try CitizenStatement(list, as: person, reference: reference, today: today)
        let page = try await store.read { (transaction: borrowing Transaction) in
            let open = try transaction.open(person.openBranches(on: today, with: .readCurricula), of: person.agency)
            let found = try FoundRows(
                statement,
                within: open,
                at: cursor,
                limit: limit,
                in: transaction,
                understand: {
                    try list.understood($0, as: person, within: open, reference: reference, today: today, in: $1)
                },
                other: { try CitizenStatement($0, as: person, reference: reference, today: today) }
            )
            return CitizenPage(found, limit: limit, at: cursor)
        }
        var details = page.list.trace
        if let understood = page.understood { details["q_typed"] = .text(understood.typed) }
        details["count"] = .number(Int64(page.count.value))
        details["first_page"] = .flag(cursor == nil)
        let entry = AuditEntry(.operator(person), "citizens.listed", details: details, rows: page.rows.count)
        let viewing = Viewing(.list, by: .operator(person), filters: page.list.filter.kinds)
        try await store.write { (transaction: borrowing Transaction) in
            try store.audit.record(entry, in: transaction)
            try Sightings(store).record(viewing, of: page.rows.map(\.id), in: transaction)
        }
        return page
    }

    /// How the list's citizens are spread, each facet without its own filter.
    public func facets(
        _ list: CitizenList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot
    ) async throws -> [FacetCounts<CitizenFacet>] {
        let today = store.today
        let statements = try CitizenFacet.allCases.map { facet in
            (facet, try CitizenStatement(list.without(facet), as: person, reference: reference, today: today))
        }
        let facets = try await store.read { (transaction: borrowing Transaction) in
            try statements.map { facet, statement in
                FacetCounts(facet: facet, counts: try transaction.all(statement.facet(facet)))
            }
        }
        try await store.audit.record(read: AuditEntry(.operator(person), "citizens.counted", details: list.trace))
        return facets.map { $0.facet == .education ? $0.atLeast(reference) : $0 }
    }

    /// The branches through which the person may see citizens today, by name.
    public func branches(openTo person: OperatorIdentity) async throws -> [ID<Branch>: String] {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.branchNames(openTo: person, on: today)
        }
    }

    /// How many citizens the list holds, however many they are.
    public func count(
        _ list: CitizenList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot
    ) async throws -> Int {
        let statement = try CitizenStatement(list, as: person, reference: reference, today: store.today)
        let count = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(statement.count(limit: nil), as: Int.self) ?? 0
        }
        var details = list.trace
        details["count"] = .number(Int64(count))
        try await store.audit.record(read: AuditEntry(.operator(person), "citizens.counted", details: details))
        return count
    }
}

/// What the citizens of a list are counted by.
public enum CitizenFacet: String, ListFacet {
    case branch
    case province
    case education = "education_min"
    case measure

    public var title: Localized {
        switch self {
        case .branch, .province, .measure: FilterWords.name(of: rawValue)
        case .education: CitizenColumn.education.title
        }
    }

    public func label(_ value: String, _ context: ListContext) -> String {
        switch self {
        case .branch: Int64(value).flatMap { context.branches[ID($0)] } ?? value
        case .province: context.reference.label(value, in: .province)[context.language]
        case .education: context.reference.label(value, in: .education)[context.language]
        case .measure: context.reference.label(value, in: .measure)[context.language]
        }
    }
}

extension FacetCounts<CitizenFacet> {
    /// Out of counts by rank, how many have each level or a higher one, as the filter has it; the lowest first.
    fileprivate func atLeast(_ reference: ReferenceSnapshot) -> FacetCounts {
        var sums: [Count] = []
        let codes = Dictionary(
            reference.entries(.education).compactMap { entry in entry.rank.map { ($0, entry.code) } },
            uniquingKeysWith: min
        )
        var total = 0
        for count in counts.sorted(by: { Int($0.value ?? "") ?? -1 > Int($1.value ?? "") ?? -1 }) {
            total += count.rows
            guard let code = count.value.flatMap({ Int($0) }).flatMap({ codes[$0] }) else { continue }
            sums.append(Count(value: code, rows: total))
        }
        return FacetCounts(facet: facet, counts: sums.reversed())
    }
}

extension CitizenList {
    /// As it is, but for what a facet filters by: else only what is chosen already would be left to choose.
    fileprivate func without(_ facet: CitizenFacet) -> CitizenList {
        var list = self
        switch facet {
        case .branch: list.filter.branches = []
        case .province: list.filter.provinces = []
        case .education: list.filter.educationMin = nil
        case .measure: list.filter.measures = []
        }
        return list
    }
}

extension Transaction {
    /// Names of the branches through which the person may see citizens.
    func branchNames(openTo person: OperatorIdentity, on day: Day) throws -> [ID<Branch>: String] {
        try names(of: person.openBranches(on: day, with: .readCurricula))
    }
}
