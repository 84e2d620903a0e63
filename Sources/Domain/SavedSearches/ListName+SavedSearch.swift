internal import Persistence

/// What saved searches ask of each list; nowhere else do saved searches tell lists apart.
extension ListName {
    /// The right that opens the branches of the list.
    var right: AgencyRight {
        switch self {
        case .citizens: .readCurricula
        case .interests, .vacancies: .publishVacancies
        }
    }

    /// The query as the list itself writes it: what means the same is kept the same, and what is not the list's is left
    /// out.
    ///
    /// - Throws: ``Invalid`` with all that cannot be read.
    func canonical(
        _ query: ListAddress,
        reference: ReferenceSnapshot,
        open: [ID<Branch>]
    ) throws -> ListAddress {
        func canonical<List: OperatorList>(_ type: List.Type) throws -> ListAddress {
            let list = try List(query: query.pairs, reference: reference, open: open)
            return ListAddress(list)
        }
        return switch self {
        case .citizens: try canonical(CitizenList.self)
        case .interests: try canonical(InterestList.self)
        case .vacancies: try canonical(VacancyList.self)
        }
    }

    /// A statement with the number of rows of a list that somebody could not see at an instant, and can see now.
    ///
    /// - Throws: ``Invalid`` for a query that cannot be read.
    func newRows(
        of query: ListAddress,
        since instant: Instant,
        limit: Int,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot,
        today: Day
    ) throws -> SQL {
        switch self {
        case .citizens:
            let list = try CitizenList(query: query.pairs, reference: reference)
            return try CitizenStatement(list, as: person, reference: reference, today: today)
                .count(newSince: instant, limit: limit)
        case .interests:
            let list = try InterestList(query: query.pairs, reference: reference)
            return InterestStatement(list, as: Publisher(person), today: today)
                .count(newSince: instant, limit: limit)
        case .vacancies:
            let list = try VacancyList(query: query.pairs, reference: reference)
            return try VacancyStatement(list, as: Publisher(person), reference: reference, today: today)
                .count(newSince: instant, limit: limit)
        }
    }
}
