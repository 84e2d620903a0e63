public import Domain

extension RowFields {
    /// A day as `2026-12-31` or `31/12/2026`; a midnight behind it, as spreadsheets write one, is let pass.
    public mutating func day(_ column: String) -> Day? {
        guard let text = text(column) else { return nil }
        let date = text.split(whereSeparator: { $0 == "T" || $0 == " " }).first.map(String.init) ?? text
        let time = text.dropFirst(date.count).dropFirst()
        let isMidnight = time.allSatisfy { "0:.Z".contains($0) }
        if isMidnight, let day = Day(date) ?? Day(italian: date) { return day }
        add(.notADay(column, text))
        return nil
    }

    /// The tax code of a person.
    public mutating func personTaxCode(_ column: String) -> TaxCode? {
        guard let text = text(column) else { return nil }
        do throws(CannotReadTaxCode) {
            return try TaxCode(person: text)
        } catch {
            add(error.finding(in: column))
            return nil
        }
    }

    /// The tax code of an organisation; a zero that a spreadsheet dropped in front is put back when the code then checks.
    public mutating func organisationTaxCode(_ column: String) -> TaxCode? {
        guard let text = text(column) else { return nil }
        do throws(CannotReadTaxCode) {
            return try TaxCode(organisation: text)
        } catch {
            let padded = String(repeating: "0", count: max(0, 11 - text.utf8.count)) + text
            if text.utf8.count >= 8, let code = try? TaxCode(organisation: padded) { return code }
            add(error.finding(in: column))
            return nil
        }
    }

    /// A whole number, with or without the points of Italian thousands.
    public mutating func integer(_ column: String, in range: ClosedRange<Int> = 0...Int(Int32.max)) -> Int? {
        guard let text = text(column) else { return nil }
        guard let number = Decimals.integer(text) else {
            add(.notAnInteger(column, text))
            return nil
        }
        guard range.contains(number) else {
            add(.outOfRange(column, "\(range.lowerBound)", "\(range.upperBound)"))
            return nil
        }
        return number
    }

    /// A decimal number as hundredths: `1500`, `1500.5`, `1500,50`, `1.500,50` and `€ 1.500,50` read the same.
    public mutating func hundredths(_ column: String, in range: ClosedRange<Int64> = 0...99_999_999_99) -> Int64? {
        guard let text = text(column) else { return nil }
        guard let value = Decimals.hundredths(text) else {
            add(.notADecimal(column, text))
            return nil
        }
        guard range.contains(value) else {
            add(.outOfRange(column, Decimals.text(range.lowerBound), Decimals.text(range.upperBound)))
            return nil
        }
        return value
    }

    /// `S`/`N`, `sì`/`no`, `true`/`false`, `1`/`0`, in any case.
    public mutating func boolean(_ column: String) -> Bool? {
        guard let text = text(column) else { return nil }
        switch Fold.key(text) {
        case "s", "si", "y", "yes", "true", "vero", "1", "x": return true
        case "n", "no", "false", "falso", "0": return false
        default:
            add(.notABoolean(column, text))
            return nil
        }
    }

    /// One of the raw values of a type, or of the further words that `words` gives for them; case and accents do not count.
    public mutating func code<Code: RawRepresentable & CaseIterable>(
        _ column: String,
        as type: Code.Type = Code.self,
        words: [String: Code] = [:]
    ) -> Code? where Code.RawValue == String {
        guard let text = text(column) else { return nil }
        let key = Fold.key(text)
        if let code = Code.allCases.first(where: { $0.rawValue == text || Fold.key($0.rawValue) == key }) {
            return code
        }
        if let code = words.first(where: { Fold.key($0.key) == key })?.value { return code }
        add(.unknownCode(column, text, known: Code.allCases.map(\.rawValue)))
        return nil
    }

    /// An e-mail address, in lower case after the `@`.
    public mutating func email(_ column: String) -> String? {
        guard let text = text(column, atMost: 254) else { return nil }
        guard EmailAddress.isWellFormed(text), let at = text.lastIndex(of: "@") else {
            add(.notAnEmail(column, text))
            return nil
        }
        return text[...at] + text[text.index(after: at)...].lowercased()
    }
}
