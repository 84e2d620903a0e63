internal import Persistence

extension CitizenList {
    /// What the words are taken for, by those of the citizens whom the person may see.
    ///
    /// Branches and provinces of the filter narrow what a suggestion has to find; the other filters do not, because
    /// nobody mistypes a word by asking for an age.
    func understood(
        _ text: String,
        as person: OperatorIdentity,
        within open: OpenBranches,
        reference: ReferenceSnapshot,
        today: Day,
        in transaction: borrowing Transaction
    ) throws -> Understanding? {
        func scope(_ filter: CitizenFilter) throws -> SearchScope {
            try CitizenStatement(CitizenList(filter: filter), as: person, reference: reference, today: today)
                .within(open).scope
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
