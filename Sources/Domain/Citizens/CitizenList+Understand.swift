internal import Persistence

/// The rows of a page of citizens, and of which list they are.
struct FoundCitizens {
    let list: CitizenList
    let statement: CitizenStatement
    let rows: [CitizenRow]
    let understood: Understanding?

    /// Reads a page; a first page without anybody is asked for once more, by the words that may have been meant.
    ///
    /// A later page is one of a list that had rows, and is never understood anew.
    init(
        _ list: CitizenList,
        _ statement: CitizenStatement,
        at cursor: Cursor?,
        limit: Int,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot,
        today: Day,
        in transaction: borrowing Transaction
    ) throws {
        let rows: [CitizenRow] = try transaction.all(statement.page(after: cursor, limit: limit))
        guard rows.isEmpty, cursor == nil,
            let understood = try list.understood(as: person, reference: reference, today: today, in: transaction)
        else {
            (self.list, self.statement, self.rows, self.understood) = (list, statement, rows, nil)
            return
        }
        var shown = list
        shown.filter.keywords = understood.understood
        let other = try CitizenStatement(shown, as: person, reference: reference, today: today)
        self.rows = try transaction.all(other.page(after: nil, limit: limit))
        (self.list, self.statement, self.understood) = (shown, other, understood)
    }
}

extension CitizenList {
    /// What the words are taken for, by those of the citizens whom the person may see.
    ///
    /// Branches and provinces of the filter narrow what a suggestion has to find; the other filters do not, because
    /// nobody mistypes a word by asking for an age.
    func understood(
        as person: OperatorIdentity,
        reference: ReferenceSnapshot,
        today: Day,
        in transaction: borrowing Transaction
    ) throws -> Understanding? {
        guard let text = filter.keywords else { return nil }
        func scope(_ filter: CitizenFilter) throws -> SearchScope {
            try CitizenStatement(CitizenList(filter: filter), as: person, reference: reference, today: today).scope
        }
        let narrow = CitizenFilter(keywords: text, branches: filter.branches, provinces: filter.provinces)
        return try Vocabulary.ofCitizens.understand(
            text,
            within: scope(CitizenFilter(keywords: text)),
            for: scope(narrow),
            in: transaction
        )
    }
}
