internal import Documents
internal import Domain

/// What goes with an exported list on a sheet of its own.
struct ExportInformation<List: OperatorList> {
    let export: ListExport<List>
    let rows: Int

    private var language: Language { export.context.language }

    var table: TableInformation {
        TableInformation(
            sheetName: Localized(it: "Informazioni", en: "Information")[language],
            lines: whoAndWhen + filters + [
                line("Colonne", "Columns", .text(titles)), line("Avvertenza", "Notice", .text(notice)),
            ]
        )
    }

    private func line(_ it: String, _ en: String, _ value: Cell) -> TableInformation.Line {
        TableInformation.Line(Localized(it: it, en: en)[language], value)
    }

    private var whoAndWhen: [TableInformation.Line] {
        let person = export.person
        return [
            line("Esportato da", "Exported by", .text("\(person.givenName) \(person.familyName)")),
            line("Ruolo", "Role", .text(person.role.title[language])),
            line("Agenzia", "Agency", .text(export.agencyName)),
            line("Ambito", "Scope", .text(scope)),
            line("Quando", "When", export.startedAt.cell),
            line("Righe", "Rows", .integer(Int64(rows))),
            line("Ordine", "Order", .text(export.list.sort.title[language])),
        ]
    }

    private var filters: [TableInformation.Line] {
        let words = export.list.filter.words(export.context.reference, branches: export.context.branches)
        if words.isEmpty {
            return [line("Filtri", "Filters", .text(Localized(it: "nessuno", en: "none")[language]))]
        }
        return words.map {
            TableInformation.Line(
                "\(Localized(it: "Filtro", en: "Filter")[language]): \($0.name[language])",
                .text($0.value[language])
            )
        }
    }

    private var titles: String { export.list.columns.map { $0.title[language] }.joined(separator: ", ") }

    private var scope: String {
        switch export.person.scope {
        case .branch(let id): export.context.branches[id] ?? id.text
        case .crossBranch:
            Localized(it: "Cross-filiale: ", en: "Cross-branch: ")[language]
                + export.context.branches.values.sorted().joined(separator: ", ")
        }
    }

    private var notice: String {
        Localized(
            it: """
                Chi esporta l'elenco ne diventa titolare autonomo del trattamento (artt. 4 e 24 GDPR): usarlo solo per \
                l'intermediazione, conservarlo al sicuro e cancellarlo quando non serve più. L'esportazione è registrata.
                """,
            en: """
                Whoever exports the list becomes a controller of it (GDPR, articles 4 and 24): use it for brokering only, \
                keep it safe and delete it when it is no longer needed. The export is on record.
                """
        )[language]
    }
}
