public import Domain

extension World {
    public var vacancies: Vacancies { Vacancies(store) { .shared } }
    public var interests: Interests { Interests(store) }

    /// The software of ALFA, for all its branches.
    public var alfa: Publisher { Publisher(agency: agency("ALFA").id, actor: .system("test")) }

    /// Rows of a file, from row 2 on.
    public func rows(_ drafts: [VacancyDraft]) -> [LoadRow<VacancyDraft>] {
        drafts.enumerated().map { index, draft in
            LoadRow(row: index + 2, key: draft.externalReference ?? "", entry: draft)
        }
    }

    /// Loads vacancies for ALFA as its software does.
    @discardableResult
    public func load(_ drafts: VacancyDraft..., dryRun: Bool = false) async throws -> [LoadReceipt] {
        try await vacancies.load(rows(drafts), as: alfa, dryRun: dryRun)
    }
}
