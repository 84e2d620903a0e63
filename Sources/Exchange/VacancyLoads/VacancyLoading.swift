public import Domain

/// The worker that loads what agencies' software has sent.
public struct VacancyLoading: Sendable {
    private let loads: VacancyLoads
    private let vacancies: Vacancies

    public init(loads: VacancyLoads, vacancies: Vacancies) {
        self.loads = loads
        self.vacancies = vacancies
    }

    /// Brings the load that waits longest to its end.
    ///
    /// - Returns: How many were taken on: one, or none when none waits.
    public func loadNext() async throws -> Int {
        guard let claimed = try await loads.claim() else { return 0 }
        let format = VacancyLoadFormat(rawValue: claimed.load.format) ?? .ndjson
        do {
            try await loads.process(claimed, by: vacancies) { format.staged.portion(of: $0) }
        } catch is CancellationError {
            // Another worker has taken it over, or this one has to stop.
            try Task.checkCancellation()
        }
        return 1
    }
}
