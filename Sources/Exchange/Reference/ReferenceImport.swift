public import Domain

/// An official table as its publisher issues it, read into the code lists.
///
/// ```
/// incontro import reference cp2021 CP-2021.csv
/// ```
public struct ReferenceImport: Sendable {
    /// The tables that are known; the raw value is the word on the command line.
    public enum Table: String, Sendable, CaseIterable {
        /// Professions, Istat CP2021: `livello,codice,codice_padre,denominazione`.
        case cp2021
        /// Activities, Istat ATECO: `codice,descrizione,aggiornamento`.
        case ateco
        /// Comuni: `codice_belfiore,denominazione,sigla_provincia,…`, or ANPR's archive.
        case comuni
        /// Education levels, Istat: `codice,titolo_it,titolo_en,definizione`.
        case educationLevels = "titoli-studio"
    }

    private let importer: Importer

    /// - Parameters:
    ///   - source: Where the table comes from, as the lists will tell: usually the file's name.
    ///   - atecoList: The edition of ATECO that the table is of.
    public init(
        _ table: Table,
        into references: References,
        source: String,
        atecoList: ReferenceList = .ateco2007
    ) {
        importer =
            switch table {
            case .cp2021: Importer(references.importing(.professions, into: .profession, source: source))
            case .ateco: Importer(references.importing(.activities, into: atecoList, source: source))
            case .educationLevels: Importer(references.importing(.educationLevels, into: .education, source: source))
            case .comuni: Importer(references.importingMunicipalities(source: source))
            }
    }

    /// The columns that the table may have.
    public var columns: [ImportColumn] { importer.columns }

    /// Imports the table, in one transaction: what it lacks ends, and the same table again changes nothing.
    ///
    /// - Throws: ``CannotImport`` when the file as a whole is refused.
    public func run(
        _ table: ImportTable,
        isDryRun: Bool = false,
        keepsAllReceipts: Bool = false
    ) async throws -> ImportReport {
        do {
            let options = ImportOptions(isFull: true, isDryRun: isDryRun, keepsAllReceipts: keepsAllReceipts)
            return try await importer.run(table, options)
        } catch let refusal as CannotLoadReferenceTable {
            throw CannotImport.unreadable(refusal.message)
        }
    }
}
