/// What a code is used for, which decides how strict its check is.
public enum CodeUse: Hashable, Sendable {
    /// Something that holds on a day: an offer, a choice made now.
    case current(on: Day)
    /// Something told of the past, as a job in a CV: ended codes are good, and those of earlier editions may be right.
    case past
}

extension ReferenceSnapshot {
    /// What there is to say of a code, if anything.
    ///
    /// A list of ours that is only a selection cannot prove a code wrong: it is taken when its form is right, with a
    /// warning `code_not_verified`. After the import of the official table an unknown code is an error.
    public func check(_ code: String, in list: ReferenceList, field: String, use: CodeUse) -> [Finding] {
        if list == .municipality { return check(municipality: code, field: field, use: use) }
        guard let entry = entry(code, in: list) else { return [unknown(code, in: list, field: field, use: use)] }
        if list == .profession, !ReferenceSnapshot.isUnit(code) {
            return [malformed(code, in: list, field: field)]
        }
        switch use {
        case .past: return []
        case .current(let day): return entry.isValid(on: day) ? [] : [ended(entry, in: list, field: field)]
        }
    }

    /// As ``check(_:in:field:use:)`` for an activity, whose code belongs to an edition of ATECO, which has a field of its
    /// own.
    public func check(
        activity code: String,
        version: String,
        field: String,
        versionField: String,
        use: CodeUse
    ) -> [Finding] {
        guard let list = ReferenceList(atecoVersion: version) else {
            return [
                Finding(
                    versionField,
                    "ateco_version_unknown",
                    it: "La versione ATECO «\(version)» non esiste.",
                    en: "There is no ATECO version “\(version)”.",
                    suggestion: Localized(it: "Usare 2007 o 2025.", en: "Use 2007 or 2025.")
                )
            ]
        }
        return check(code, in: list, field: field, use: use)
    }

    /// What there is to say of the code of a place of birth: no more than a warning, because issued tax codes are right
    /// by themselves (DM 23-12-1976) and no archive of comuni is without gaps.
    public func check(birthPlace code: String, field: String) -> [Finding] {
        if periods[code] != nil || entry(code, in: .foreignState) != nil { return [] }
        return [
            Finding(
                field,
                "birth_place_unknown",
                it: "Il codice «\(code)» non è di un comune o di uno Stato estero conosciuto.",
                en: "The code “\(code)” is not of a known Italian municipality or foreign state.",
                severity: .warning
            )
        ]
    }

    private func check(municipality code: String, field: String, use: CodeUse) -> [Finding] {
        guard let period = municipality(code) else {
            return [unknown(code, in: .municipality, field: field, use: use)]
        }
        guard case .current(let day) = use, municipality(code, on: day) == nil else { return [] }
        let entry = ReferenceCode(
            code: code,
            label: Localized(it: period.name, en: period.name),
            validFrom: period.validFrom,
            validTo: period.validTo
        )
        return [ended(entry, in: .municipality, field: field)]
    }
}

// MARK: - Findings

extension ReferenceSnapshot {
    private func unknown(_ code: String, in list: ReferenceList, field: String, use: CodeUse) -> Finding {
        let hasForm = list.pattern?.matches(code) ?? !list.isWhole
        if !hasForm, list.pattern != nil { return malformed(code, in: list, field: field) }
        let mayBeOfAnotherEdition = list == .profession && use == .past
        if hasForm, !list.isWhole, mayBeOfAnotherEdition || !isOfficial(list) {
            return Finding(
                field,
                "code_not_verified",
                it: "Il codice «\(code)» (\(list.name.it)) non è nell'elenco in uso: accettato senza verifica.",
                en: "The code “\(code)” (\(list.name.en)) is not in the list in use: taken without being verified.",
                suggestion: suggestion(for: code, in: list),
                severity: .warning
            )
        }
        return Finding(
            field,
            "code_unknown",
            it: "Il codice «\(code)» non esiste nell'elenco: \(list.name.it).",
            en: "The code “\(code)” does not exist in the list: \(list.name.en).",
            suggestion: suggestion(for: code, in: list)
        )
    }

    private func malformed(_ code: String, in list: ReferenceList, field: String) -> Finding {
        Finding(
            field,
            "code_malformed",
            it: "«\(code)» non ha la forma di un codice: \(list.name.it).",
            en: "“\(code)” does not have the form of a code: \(list.name.en).",
            suggestion: suggestion(for: code, in: list)
        )
    }

    private func ended(_ entry: ReferenceCode, in list: ReferenceList, field: String) -> Finding {
        Finding(
            field,
            "code_not_valid",
            it: "Il codice «\(entry.code)» (\(entry.label.it)) non è valido alla data.",
            en: "The code “\(entry.code)” (\(entry.label.en)) is not valid on the day.",
            suggestion: entry.validTo.map {
                Localized(it: "Valido fino al \($0.italian).", en: "Valid until \($0.description).")
            }
        )
    }

    private func suggestion(for code: String, in list: ReferenceList) -> Localized? {
        nearest(to: code, in: list).map {
            Localized(
                it: "Forse \($0.code) (\($0.label.it))?",
                en: "Perhaps \($0.code) (\($0.label.en))?"
            )
        }
    }

    /// The entry that somebody may have meant: same code in other letters or dots, a name in place of a code, a typing
    /// error.
    func nearest(to text: String, in list: ReferenceList) -> ReferenceCode? {
        suggestions.answer(for: text, in: list) { searchNearest(to: text, in: list) }
    }

    private func searchNearest(to text: String, in list: ReferenceList) -> ReferenceCode? {
        if list == .municipality {
            return municipalities(matching: text, limit: 1).first.map {
                ReferenceCode(code: $0.code, label: Localized(it: $0.name, en: $0.name))
            }
        }
        let candidates = entries(list).filter {
            $0.validTo == nil && $0.attributes["use"] != "historic" && (list != .profession || Self.isUnit($0.code))
        }
        let letters = ReferenceSnapshot.letters(of: text)
        guard !letters.isEmpty, letters.count <= 100 else { return nil }
        if let same = candidates.first(where: { ReferenceSnapshot.letters(of: $0.code) == letters }) { return same }
        let key = Fold.key(text)
        let names = candidates.filter { entry in entry.searchKeys.contains { $0 == key || $0.hasPrefix(key + " ") } }
        if let named = names.first { return named }
        if letters.count < 4 { return nil }
        let close = candidates.map { ($0, EditDistance.between(letters, ReferenceSnapshot.letters(of: $0.code))) }
            .min { $0.1 < $1.1 }
        return close.flatMap { $0.1 == 1 ? $0.0 : nil }
    }

    private static func letters(of code: String) -> [UInt8] {
        code.utf8.compactMap { byte in
            switch byte {
            case 48...57, 65...90: byte
            case 97...122: byte - 32
            default: nil
            }
        }
    }
}

/// How many letters have to be put in, taken out or changed to make one word of another (Levenshtein).
enum EditDistance {
    static func between(_ first: [UInt8], _ second: [UInt8]) -> Int {
        if abs(first.count - second.count) > 2 { return 3 }
        var row = Array(0...second.count)
        for (i, a) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in second.enumerated() {
                let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[second.count]
    }
}
