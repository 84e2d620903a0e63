public import Domain

/// The worker that makes files of large lists in the background.
public struct ExportPreparation: Sendable {
    private let exports: Exports
    private let citizens: Citizens
    private let interests: Interests
    private let vacancies: Vacancies
    private let references: References
    private let rowsPerSheet: Int?

    /// Pieces of a file in the store, in bytes: a million rows are a hundred of them.
    private static let piece = 262_144

    public init(
        exports: Exports,
        citizens: Citizens,
        interests: Interests,
        vacancies: Vacancies,
        references: References
    ) {
        self.init(
            exports: exports,
            citizens: citizens,
            interests: interests,
            vacancies: vacancies,
            references: references,
            rowsPerSheet: nil
        )
    }

    init(
        exports: Exports,
        citizens: Citizens,
        interests: Interests,
        vacancies: Vacancies,
        references: References,
        rowsPerSheet: Int?
    ) {
        self.exports = exports
        self.citizens = citizens
        self.interests = interests
        self.vacancies = vacancies
        self.references = references
        self.rowsPerSheet = rowsPerSheet
    }

    /// Makes the file of the export that waits longest, from one snapshot of its list, with the rights of now.
    ///
    /// - Returns: How many were taken on: one, or none when none waits.
    public func prepareNext() async throws -> Int {
        guard let claimed = try await exports.claim() else { return 0 }
        do {
            try await prepare(claimed)
        } catch is CancellationError {
            // Given up by its taker, or taken over: nothing of it is left to do here.
            try Task.checkCancellation()
        } catch {
            try? await exports.fail(claimed)
            // What was asked for has changed its meaning, or the right is gone: that is no failure of the worker.
            if !(error is Invalid), !(error is CannotExport) { throw error }
        }
        return 1
    }

    private func prepare(_ claimed: ClaimedExport) async throws {
        let (person, reference) = (claimed.person, try await references.snapshot())
        let language = claimed.export.language
        switch claimed.export.list {
        case .citizens:
            let list: CitizenList = try read(claimed, reference)
            let total = try await citizens.count(list, as: person, reference: reference)
            let export = try await citizens.export(list, as: person, reference: reference, in: language)
            try await write(export, total: total, claimed)
        case .interests:
            let list: InterestList = try read(claimed, reference)
            let total = try await interests.count(list, as: Publisher(person))
            let export = try await interests.export(list, as: person, reference: reference, in: language)
            try await write(export, total: total, claimed)
        case .vacancies:
            let list: VacancyList = try read(claimed, reference)
            let total = try await vacancies.count(list, as: Publisher(person))
            let export = try await vacancies.export(list, as: person, in: language)
            try await write(export, total: total, claimed)
        }
    }

    private func read<List: OperatorList>(_ claimed: ClaimedExport, _ reference: ReferenceSnapshot) throws -> List {
        try List(query: claimed.export.query.pairs, reference: reference)
    }

    private func write<List>(_ export: ListExport<List>, total: Int, _ claimed: ClaimedExport) async throws {
        try await exports.begin(claimed, total: total, branches: export.context.branches.keys)
        let format = claimed.export.format
        let sheet =
            rowsPerSheet.map { ListSheet(export, as: format, rowsPerSheet: $0) } ?? ListSheet(export, as: format)
        var (piece, number, rows): ([UInt8], Int, Int) = ([], 0, 0)
        try await sheet.write(progress: { rows = $0 }) { bytes in
            piece += bytes
            guard piece.count >= ExportPreparation.piece else { return }
            try await exports.append(piece, number: number, rows: rows, to: claimed)
            (piece, number) = ([], number + 1)
        }
        if !piece.isEmpty { try await exports.append(piece, number: number, rows: rows, to: claimed) }
        try await exports.complete(claimed, rows: rows)
    }
}
