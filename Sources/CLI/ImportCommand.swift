internal import App
internal import ArgumentParser
internal import Exchange
internal import Foundation

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring in a file: registers, applications, pacts, vacancies, official code lists.",
        discussion: """
            incontro import agencies|branches|operators|grants|job-centres|applications|service-pacts|vacancies FILE
            incontro import reference cp2021|ateco|comuni|titoli-studio FILE

            CSV in UTF-8 or Windows-1252 with `,` or `;`; vacancies also as .xlsx. docs/import.md explains the columns.
            Each row is taken whole or refused whole; what was refused is explained, and the exit status is then 2.
            """
    )

    @OptionGroup var common: CommonOptions

    @Option(help: "The code of the agency that all rows belong to.")
    var agency: String?

    @Flag(help: "The file is all there is: what it no longer holds has ended (grants, branches).")
    var full = false

    @Flag(help: "Check and report, write nothing.")
    var dryRun = false

    @Option(help: "Write the report of every row to this file (.csv or .json).")
    var report: String?

    @Argument(help: "What to import, then the file; after `reference`, the list and the file.")
    var words: [String] = []

    func run() async throws {
        let outcome: ImportOutcome
        do {
            outcome = try await imported()
        } catch let unusable as UnusableFile {
            tell(unusable.description)
            throw ExitCode(2)
        }
        print(outcome.text)
        if let report { try outcome.save(to: report) }
        if outcome.hasRefusals { throw ExitCode(2) }
    }

    private func imported() async throws -> ImportOutcome {
        var options = ImportOptions(
            isFull: full,
            agency: agency,
            isDryRun: dryRun,
            keepsAllReceipts: report != nil
        )
        if words.count == 3, words[0] == "reference" {
            guard let list = ReferenceImport.Table(rawValue: words[1]) else {
                let known = ReferenceImport.Table.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("'\(words[1])' is no official list; there are \(known).")
            }
            return try await common.withServices { services in
                try await services.requireMigrated()
                return try await services.importReference(list, from: URL(filePath: words[2]), isDryRun: dryRun)
            }
        }
        guard words.count == 2, let kind = ImportKind(rawValue: words[0]) else {
            let known = ImportKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("say what to import (\(known), reference) and the file.")
        }
        options.progress = { count in if count.isMultiple(of: 10_000) { tell("\(count) righe…") } }
        return try await common.withServices { services in
            try await services.requireMigrated()
            return try await services.importFile(kind, from: URL(filePath: words[1]), options)
        }
    }
}
