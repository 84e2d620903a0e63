internal import Persistence

extension Installation {
    private static let searched = [CitizensSchema.index, VacanciesSchema.index]

    /// Stops the searches of an installation that a load has to itself: nothing is found by words until
    /// ``resumeSearches()``, which indexes all that was loaded at once.
    public func suspendSearches() async throws {
        try await store.write { (transaction: borrowing Transaction) in
            for index in Installation.searched { try index.suspendSearch(in: transaction) }
        }
    }

    /// Makes everything findable again that was loaded since ``suspendSearches()``.
    public func resumeSearches() async throws {
        try await store.write { (transaction: borrowing Transaction) in
            for index in Installation.searched { try index.resumeSearch(in: transaction) }
        }
    }
}
