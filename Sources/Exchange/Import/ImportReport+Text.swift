public import Domain

extension ImportReport {
    /// The report for a terminal, one line for each finding.
    ///
    /// - Parameter limit: how many lines of findings at most; the rest is counted.
    public func text(in language: Language = .it, limit: Int = 200) -> String {
        let all = fileFindings.map { line(nil, $0, in: language) } + receipts.flatMap { lines(for: $0, in: language) }
        var shown = Array(all.prefix(limit))
        if all.count > limit {
            let rest = all.count - limit
            shown.append(Localized(it: "… e altre \(rest) segnalazioni", en: "… and \(rest) more findings")[language])
        }
        return (shown + [closing(in: language)]).joined(separator: "\n") + "\n"
    }

    private func lines(for receipt: LoadReceipt, in language: Language) -> [String] {
        if receipt.outcome == .ended {
            return [Localized(it: "\(receipt.key): chiuso, non è più nel file", en: "\(receipt.key): ended")[language]]
        }
        return receipt.findings.map { line(receipt, $0, in: language) }
    }

    private func line(_ receipt: LoadReceipt?, _ finding: Finding, in language: Language) -> String {
        var start: [String] = []
        if let receipt { start.append(Localized(it: "Riga \(receipt.row)", en: "Row \(receipt.row)")[language]) }
        if !finding.field.isEmpty {
            start.append(Localized(it: "campo \(finding.field)", en: "field \(finding.field)")[language])
        }
        let kind = finding.severity == .warning ? Localized(it: "avviso: ", en: "warning: ")[language] : ""
        let suggestion = finding.suggestion.map { " (\($0[language]))" } ?? ""
        let place = start.joined(separator: ", ")
        return "\(place)\(place.isEmpty ? "" : ": ")\(kind)\(finding.message[language])\(suggestion)"
    }

    private func closing(in language: Language) -> String {
        let (created, updated, unchanged) = (summary[.created], summary[.updated], summary[.unchanged])
        let (ended, refused) = (summary[.ended], summary[.rejected])
        let source = [
            encoding, separator.map { Localized(it: "separatore «\($0)»", en: "separator “\($0)”")[language] },
        ]
        let (words, seconds) = (source.compactMap(\.self).joined(separator: ", "), duration.seconds)
        let it =
            "\(kind.title.it): \(created) nuove, \(updated) aggiornate, \(unchanged) invariate, \(ended) chiuse, "
            + "\(refused) rifiutate; \(summary.warnings + warnings.count) avvisi (\(words), \(seconds) s)"
        let en =
            "\(kind.title.en): \(created) created, \(updated) updated, \(unchanged) unchanged, \(ended) ended, "
            + "\(refused) rejected; \(summary.warnings + warnings.count) warnings (\(words), \(seconds) s)"
        let trial = Localized(it: "Prova, nulla è stato scritto. ", en: "Dry run, nothing was written. ")
        return (isDryRun ? trial[language] : "") + Localized(it: it, en: en)[language]
    }
}

extension Duration {
    /// Seconds with one decimal.
    fileprivate var seconds: String {
        let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
