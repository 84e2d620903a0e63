internal import Foundation
internal import Persistence

/// A search as SQL: the words through the text index, the rest on the rows that it finds.
struct SearchStatement: Sendable {
    let search: VacancySearch
    let terms: SearchTerms
    let conditions: [SQL]
    let centre: Position?

    init(_ search: VacancySearch, _ reference: ReferenceSnapshot, today: Day) throws {
        self.search = search
        terms = ItalianAnalyser.terms(query: search.text)
        var conditions = [Vacancy.has(.published, on: today), Vacancy.isServed(on: today)]
        switch search.place {
        case nil:
            centre = nil
        case .province(let code):
            centre = nil
            conditions.append("vacancy.province = \(code)")
        case .near(let code, let kilometres):
            guard let municipality = reference.municipality(code), let position = municipality.position else {
                throw Invalid([.unknownPlace(code)])
            }
            centre = position
            conditions.append(SearchStatement.within(min(kilometres, VacancySearch.longestRadius), of: position))
        }
        if !search.contractKinds.isEmpty {
            let types = reference.entries(.contractType).map(\.code).filter { code in
                reference.contractType(code).map { search.contractKinds.contains($0.kind) } ?? false
            }
            conditions.append("vacancy.contract_type_code IN \(in: types)")
        }
        if !search.workingTimes.isEmpty {
            conditions.append("vacancy.working_time IN \(in: search.workingTimes.sorted { $0.rawValue < $1.rawValue })")
        }
        if !search.remoteWork.isEmpty {
            conditions.append("vacancy.remote_work IN \(in: search.remoteWork.sorted { $0.rawValue < $1.rawValue })")
        }
        if let since = search.publishedSince {
            conditions.append("vacancy.publication_start >= \(since.start)")
        }
        self.conditions = conditions
    }

    /// A box around the place answers from columns; the circle inside it is left to the distance.
    private static func within(_ kilometres: Int, of centre: Position) -> SQL {
        let degrees = Double(kilometres) / kilometresPerDegree
        let width = degrees / max(0.1, cos(centre.latitude * .pi / 180))
        let limit = Int64(kilometres) * Int64(kilometres) * 10_000
        return """
            vacancy.latitude BETWEEN \(centre.latitude - degrees) AND \(centre.latitude + degrees)
            AND vacancy.longitude BETWEEN \(centre.longitude - width) AND \(centre.longitude + width)
            AND \(distance(from: centre)) <= \(limit)
            """
    }

    private static let kilometresPerDegree = 111.195

    /// The square of the distance in tens of metres, on a plane that touches the earth at the centre.
    ///
    /// Neither engine is sure to have a square root, and the order of squares is that of distances. Within Italy the plane
    /// is right to about one part in a hundred.
    private static func distance(from centre: Position) -> SQL {
        let height: SQL = "((vacancy.latitude - \(centre.latitude)) * \(kilometresPerDegree))"
        let scale = kilometresPerDegree * cos(centre.latitude * .pi / 180)
        let width: SQL = "((vacancy.longitude - \(centre.longitude)) * \(scale))"
        return "CAST((\(height) * \(height) + \(width) * \(width)) * 10000 AS BIGINT)"
    }

    private var isByDistance: Bool { search.sort == .closest && centre != nil }
    private var order: String { isByDistance ? "closest" : "newest" }

    /// Where the rows come from, with the conditions that belong to it.
    private var source: (tables: SQL, conditions: [SQL]) {
        if terms.isEmpty { return ("vacancy", conditions) }
        let hits = VacanciesSchema.index.matching(terms.query(scopes: scopes))
        // The index first, the row after: SQLite takes the order of a CROSS JOIN as it is written.
        return ("(\(hits)) AS hit CROSS JOIN vacancy", ["vacancy.position = hit.document"] + conditions)
    }

    private var scopes: [[String]] {
        guard case .province(let code) = search.place else { return [[VacancyText.published]] }
        return [[VacancyText.published], [VacancyText.province(code)]]
    }

    /// The search's rows with other words in the place of its own, as whoever understands a search asks for them.
    var scope: SearchScope { .vacancies(conditions, scopes) }

    func page(after cursor: Cursor?, limit: Int) throws -> SQL {
        let (tables, conditions) = source
        let all = try conditions + after(cursor)
        let distance: SQL = centre.map { SearchStatement.distance(from: $0) } ?? "0"
        // The hit's number and not the row's, so that the index is walked from its newest end.
        let newest: SQL = terms.isEmpty ? "vacancy.position DESC" : "hit.document DESC"
        let inner: SQL = isByDistance ? "distance, " : ""
        let outer: SQL = isByDistance ? "found.distance, " : ""
        return """
            SELECT \(SearchRow.columns), found.distance
            FROM (
                SELECT vacancy.id AS id, \(distance) AS distance FROM \(tables)
                WHERE \(all.joined(by: " AND "))
                ORDER BY \(inner)\(newest) LIMIT \(limit)
            ) AS found
            JOIN vacancy ON vacancy.id = found.id
            JOIN agency ON agency.id = vacancy.agency_id
            ORDER BY \(outer)vacancy.position DESC
            """
    }

    func count(limit: Int) -> SQL {
        let (tables, conditions) = source
        return """
            SELECT count(*) FROM (
                SELECT 1 FROM \(tables) WHERE \(conditions.joined(by: " AND ")) LIMIT \(limit)
            ) AS found
            """
    }

    private func after(_ cursor: Cursor?) throws -> [SQL] {
        guard let cursor else { return [] }
        guard cursor.order == order else { throw Invalid([.foreignCursor]) }
        let position: SQL = terms.isEmpty ? "vacancy.position" : "hit.document"
        guard isByDistance, let centre else { return ["\(position) < \(cursor.id)"] }
        guard case .integer(let last)? = cursor.keys.first else { throw Invalid([.foreignCursor]) }
        let distance = SearchStatement.distance(from: centre)
        return ["(\(distance) > \(last) OR (\(distance) = \(last) AND \(position) < \(cursor.id)))"]
    }

    func cursor(behind row: SearchRow) -> Cursor {
        Cursor(keys: isByDistance ? [.integer(row.distance)] : [], id: row.position, order: order)
    }
}
