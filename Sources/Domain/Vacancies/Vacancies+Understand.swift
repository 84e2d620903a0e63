internal import Persistence

extension VacancyList {
    /// What the words are taken for, by those of the vacancies that are open to the publisher.
    func understood(
        _ text: String,
        as publisher: Publisher,
        today: Day,
        in transaction: borrowing Transaction
    ) throws -> Understanding? {
        let open: [SQL] = [
            "vacancy.agency_id = \(publisher.agency)",
            "vacancy.branch_id IN (\(publisher.branches(on: today)))",
        ]
        let listed: [SQL] =
            filter.branches.isEmpty ? [] : ["vacancy.branch_id IN \(in: filter.branches)"]
        let scopes = [[VacancyText.agency(publisher.agency)]]
        return try Vocabulary.ofVacancies.understand(
            text,
            within: .vacancies(open, scopes),
            for: .vacancies(open + listed, scopes),
            in: transaction
        )
    }
}

extension VacancySearch {
    /// What the words are taken for, by those of the vacancies that are published today.
    ///
    /// The place narrows what a suggestion has to find; the other filters do not, because nobody mistypes a word by asking
    /// for part time.
    func understood(
        _ reference: ReferenceSnapshot,
        today: Day,
        in transaction: borrowing Transaction
    ) throws -> Understanding? {
        var (everywhere, there) = (VacancySearch(), VacancySearch())
        (everywhere.text, there.text, there.place) = (text, text, place)
        return try Vocabulary.ofVacancies.understand(
            text,
            within: SearchStatement(everywhere, reference, today: today).scope,
            for: SearchStatement(there, reference, today: today).scope,
            in: transaction
        )
    }
}

extension SearchScope {
    /// The vacancies that satisfy some conditions, and of which the index holds the words under some scopes.
    static func vacancies(_ conditions: [SQL], _ scopes: [[String]]) -> SearchScope {
        SearchScope { terms in
            let hits = VacanciesSchema.index.matching(terms.query(scopes: scopes))
            let all = ["vacancy.position = hit.document"] + conditions
            return "SELECT 1 FROM (\(hits)) AS hit CROSS JOIN vacancy WHERE \(all.joined(by: " AND "))"
        }
    }
}
