internal import Documents
internal import Domain
public import Exchange
public import Foundation
internal import Persistence

extension Services {
    public func pendingMigrations() async throws -> [String] {
        try await database.pendingMigrations(Schema.migrations)
    }

    /// Stops work on tables that are not those of this version.
    public func requireMigrated() async throws {
        let pending = try await pendingMigrations()
        if !pending.isEmpty { throw NotMigrated(count: pending.count) }
    }

    /// How each kind of file is imported on the command line, where the file itself says whose rows are.
    ///
    /// - Throws: ``CannotImport`` for ``ImportKind/reference``, whose tables have an entrance of their own.
    func importer(_ kind: ImportKind) async throws -> Importer {
        let reference = try await references.snapshot()
        let place: PlaceOfMunicipality = { code, day in reference.place(ofMunicipality: code, on: day) }
        let (registry, operators) = (Registry(store), Operators(store))
        switch kind {
        case .agencies: return Importer(registry.importingAgencies())
        case .branches: return Importer(registry.importingBranches(place: place))
        case .jobCentres: return Importer(registry.importingJobCentres(place: place))
        case .operators: return Importer(operators.importing())
        case .grants: return Importer(operators.importingGrants())
        case .applications: return Importer(applications.importing(reference))
        case .servicePacts: return Importer(pacts.importing())
        case .vacancies: return Importer(vacancies.importing())
        case .reference: throw CannotImport.unreadable(Services.referenceNeedsItsTable)
        }
    }

    private static let referenceNeedsItsTable = Localized(
        it: "Indica quale tabella ufficiale contiene il file: import reference cp2021|ateco|comuni|titoli-studio",
        en: "Say which official table the file holds: import reference cp2021|ateco|comuni|titoli-studio"
    )

    /// Imports a file of the register or of another system.
    ///
    /// - Throws: ``UnusableFile`` when the whole file is; rows that are refused are in the outcome.
    public func importFile(_ kind: ImportKind, from file: URL, _ options: ImportOptions) async throws -> ImportOutcome {
        try await outcome {
            let table = try ImportTable(.file(file))
            return try await importer(kind).run(table, options)
        }
    }

    /// Imports an official code list.
    public func importReference(
        _ table: ReferenceImport.Table,
        from file: URL,
        isDryRun: Bool
    ) async throws -> ImportOutcome {
        try await outcome {
            try await ReferenceImport(table, into: references, source: file.lastPathComponent)
                .run(ImportTable(.file(file)), isDryRun: isDryRun)
        }
    }

    private func outcome(_ run: () async throws -> ImportReport) async throws -> ImportOutcome {
        do {
            return ImportOutcome(report: try await run())
        } catch let reason as CannotImport {
            throw UnusableFile(description: reason.message.it)
        }
    }
}

/// The tables are not there, or of an earlier version.
public struct NotMigrated: Error, CustomStringConvertible {
    let count: Int

    public var description: String { "\(count) migrations are pending: run `incontro migrate` first." }
}

/// A file of which nothing could be imported, and why, in Italian.
public struct UnusableFile: Error, CustomStringConvertible {
    public let description: String
}

/// What became of a file, for the command line.
public struct ImportOutcome: Sendable {
    let report: ImportReport

    /// The report for people, in Italian.
    public var text: String { report.text(in: .it) }
    public var hasRefusals: Bool { report.hasRefusals }

    /// Writes the report of every row, as JSON where the file's name says so, else as CSV.
    public func save(to path: String) throws {
        let data = path.hasSuffix(".json") ? try report.json(in: .it) : Data(report.csv(in: .it).utf8)
        try data.write(to: URL(filePath: path))
    }
}
