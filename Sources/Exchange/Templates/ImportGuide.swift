public import Documents
public import Domain

/// What people are told about a kind of file: each column with its meaning, and a template with two example rows.
///
/// It is made from the columns that the importer reads, so that the page, the documentation and the import cannot say different things.
public struct ImportGuide: Sendable {
    public struct Column: Hashable, Sendable {
        /// The heading, which is also the field's name in findings.
        public let name: String
        /// Further headings that mean the same.
        public let aliases: [String]
        /// Whether a file without it is refused.
        public let isObligatory: Bool
        public let help: Localized
        /// A cell of each example row.
        public let examples: [String]

        /// A cell as it may look, where one of the examples says something.
        public var example: String {
            examples.first { !$0.isEmpty && $0 != ImportGuide.inOneMonth } ?? ""
        }
    }

    public let kind: ImportKind
    public let columns: [Column]

    /// An example cell that stands for the day a month after the template is made.
    static let inOneMonth = "{in one month}"

    /// The guides to all kinds of files that have one.
    public static func all(isForOneAgency: Bool = false) -> [ImportGuide] {
        ImportKind.allCases.compactMap { ImportGuide($0, isForOneAgency: isForOneAgency) }
    }

    /// - Parameter isForOneAgency: Whether the file is one that an agency uploads for itself: nothing in it says whose
    ///   the rows are.
    /// - Returns: nil when a column of the importer is not explained (a test sees to it that none is left), and for the
    ///   official code lists, whose files are not ours to design.
    public init?(_ kind: ImportKind, isForOneAgency: Bool = false) {
        self.kind = kind
        if kind == .reference { return nil }
        let texts = ImportGuide.texts(of: kind)
        let hidden = ImportGuide.undocumented(of: kind)
        let known = isForOneAgency && kind == .vacancies ? ImportColumn.vacancies : kind.columns
        var columns: [Column] = []
        for column in known where !hidden.contains(column.name) {
            guard let text = texts[column.name] else { return nil }
            columns.append(
                Column(
                    name: column.name,
                    aliases: column.aliases,
                    isObligatory: column.presence == .obligatory,
                    help: text.help,
                    examples: text.examples
                )
            )
        }
        self.columns = columns
    }

    /// The example rows, as of `day`.
    public func rows(on day: Day) -> [[String]] {
        (0..<2).map { row in
            columns.map { column in
                let cell = column.examples[row]
                return cell == ImportGuide.inOneMonth ? day.adding(months: 1).description : cell
            }
        }
    }

    /// The template as CSV: UTF-8 with its mark and `;` between cells, which Italian spreadsheets open as they are.
    public func csv(on day: Day) throws(CannotWriteTable) -> [UInt8] {
        var writer = try CSVWriter(columns: columns.map { Documents.Column($0.name, .code) })
        for row in rows(on: day) { try writer.append(row.map(Cell.text)) }
        try writer.finish(nil)
        return writer.take()
    }

    /// The template as a workbook; its second sheet explains the columns.
    public func workbook(on day: Day, in language: Language = .it) throws(CannotWriteTable) -> [UInt8] {
        let options = SpreadsheetWriter.Options(sheetName: kind.title[language], title: kind.title[language])
        var writer = try SpreadsheetWriter(columns: columns.map { Documents.Column($0.name, .code) }, options: options)
        for row in rows(on: day) { try writer.append(row.map { $0.isEmpty ? Cell.empty : Cell.text($0) }) }
        try writer.finish(
            TableInformation(
                sheetName: language == .it ? "Istruzioni" : "Instructions",
                lines: columns.map { TableInformation.Line($0.name, .text($0.help[language])) }
            )
        )
        return writer.take()
    }

    /// The chapter of the documentation about this kind of file, as Markdown.
    public var chapter: String {
        var lines = [
            "## \(kind.title.it) / \(kind.title.en)",
            "",
            "`incontro import \(kind.rawValue) FILE` · [\(kind.rawValue).csv](templates/\(kind.rawValue).csv)",
            "",
            "| colonna / column | intestazioni / headings | significato | meaning |",
            "| --- | --- | --- | --- |",
        ]
        lines += columns.map { column in
            let name = column.isObligatory ? "**`\(column.name)`**" : "`\(column.name)`"
            let cells = [name, column.aliases.joined(separator: ", "), column.help.it, column.help.en]
            return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension ImportGuide {
    struct Text: Sendable {
        let help: Localized
        let examples: [String]

        init(_ first: String, _ second: String, it: String, en: String) {
            help = Localized(it: it, en: en)
            examples = [first, second]
        }
    }

    private static func texts(of kind: ImportKind) -> [String: Text] {
        switch kind {
        case .agencies: agencies
        case .branches: branches
        case .operators: operators
        case .grants: grants
        case .jobCentres: jobCentres
        case .applications: applications
        case .servicePacts: servicePacts
        case .vacancies: vacancies
        // Official tables come as their publishers made them: there is nothing to fill in.
        case .reference: [:]
        }
    }

    private static let vacancies: [String: Text] = {
        var texts = ["agency_code": vacancyAgency]
        for column in VacancyColumn.all {
            let (first, second) = column.examples
            texts[column.name] = Text(first, second, it: column.help.it, en: column.help.en)
        }
        return texts
    }()

    private static func undocumented(of kind: ImportKind) -> Set<String> {
        guard kind == .vacancies else { return [] }
        return Set(VacancyColumn.all.filter { !$0.isDocumented }.map(\.name))
    }
}
