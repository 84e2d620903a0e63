internal import Domain

extension References {
    /// A table of comuni of today, of past periods, or of both as ANPR's archive.
    func importingMunicipalities(source: String) -> ImportDefinition<MunicipalityEntry> {
        ImportDefinition(
            .reference,
            columns: [
                ImportColumn(
                    "codice_belfiore",
                    .obligatory,
                    aliases: ["codcatastale", "codice_catastale", "codice catastale del comune"]
                ),
                ImportColumn(
                    "denominazione",
                    .obligatory,
                    aliases: ["denominazione_it", "denominazione in italiano"]
                ),
                ImportColumn(
                    "sigla_provincia",
                    .obligatory,
                    aliases: ["siglaprovincia", "sigla automobilistica"]
                ),
                ImportColumn("codice_regione", aliases: ["idregione", "codice regione"]),
                ImportColumn("latitudine", aliases: ["lat"]),
                ImportColumn("longitudine", aliases: ["lng", "lon"]),
                ImportColumn("precisione"),
                ImportColumn("istituito_il", aliases: ["dataistituzione", "data_istituzione"]),
                ImportColumn("cessato_il", aliases: ["datacessazione", "data_cessazione"]),
            ],
            portion: .wholeFile,
            mayBeFull: true,
            keyColumn: "codice_belfiore",
            key: { fields in
                fields.raw("codice_belfiore").map { code in
                    // A code has one row for each period.
                    fields.raw("istituito_il").map { "\(code) \($0)" } ?? code
                }
            },
            read: { $0.municipality() },
            load: { rows, request in
                try await load(
                    municipalities: rows,
                    extent: request.extent,
                    source: source,
                    isDryRun: request.isDryRun
                )
            }
        )
    }
}

extension RowFields {
    fileprivate mutating func municipality() -> MunicipalityEntry? {
        let code = filled("codice_belfiore") { $0.cadastralCode("codice_belfiore") }
        let name = required("denominazione")
        let province = required("sigla_provincia", atMost: 2)
        let region = text("codice_regione", atMost: 2).map { $0.utf8.count == 1 ? "0" + $0 : $0 }
        let latitude = coordinate("latitudine", in: 35...48)
        let longitude = coordinate("longitudine", in: 6...19)
        let precision = text("precisione")
        let from = day("istituito_il")
        let to = raw("cessato_il") == "9999-12-31" ? nil : day("cessato_il")
        if let from, let to, to < from { add(.endsBeforeItBegins) }
        guard let code, let name, let province else { return nil }
        return MunicipalityEntry(
            code: code,
            name: name,
            province: province,
            region: region,
            position: latitude.flatMap { latitude in
                longitude.map { Position(latitude: latitude, longitude: $0) }
            },
            isPrecise: precision.map { $0 == "comune" } ?? true,
            validFrom: from,
            validTo: to
        )
    }

    /// A capital letter and three digits; archives hold comuni that never had one as `ND`.
    private mutating func cadastralCode(_ column: String) -> String? {
        guard let text = text(column) else { return nil }
        let bytes = Array(text.utf8)
        if bytes.count == 4, (65...90).contains(bytes[0]), bytes.dropFirst().allSatisfy({ (48...57).contains($0) }) {
            return text
        }
        add(
            Finding(
                column,
                "code_malformed",
                it: "«\(text.prefix(40))» non è un codice catastale (una lettera e tre cifre)",
                en: "“\(text.prefix(40))” is not a code of the cadastre (a letter and three digits)"
            )
        )
        return nil
    }

    /// Degrees inside Italy's bounds, so that a swapped pair does not pass.
    private mutating func coordinate(_ column: String, in range: ClosedRange<Double>) -> Double? {
        guard let text = text(column) else { return nil }
        if let degrees = Double(text.replacing(",", with: ".")), range.contains(degrees) { return degrees }
        add(
            Finding(
                column,
                "out_of_range",
                it: "«\(text.prefix(40))» non è una coordinata in Italia (gradi decimali WGS 84)",
                en: "“\(text.prefix(40))” is not a coordinate in Italy (decimal degrees, WGS 84)"
            )
        )
        return nil
    }
}

extension Finding {
    fileprivate static let endsBeforeItBegins = Finding(
        "cessato_il",
        "ends_before_it_begins",
        it: "La data di cessazione viene prima di quella di istituzione",
        en: "The last day comes before the first"
    )
}
