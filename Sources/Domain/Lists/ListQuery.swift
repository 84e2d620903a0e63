/// The parameters of a list's address, read one by one with findings for what cannot be read.
///
/// A filter that is not understood must not fall away in silence: the list would show, and the export take away, more
/// than was asked for.
struct ListQuery {
    private let values: [String: [String]]
    private(set) var findings: [Finding] = []

    /// Empty values count as absent: that is how a form sends a field that was left blank.
    init(_ pairs: some Sequence<(String, String)>) {
        var values: [String: [String]] = [:]
        for (name, value) in pairs {
            let value = value.trimmed
            if !value.isEmpty { values[name, default: []].append(value) }
        }
        self.values = values
    }

    mutating func text(_ name: String) -> String? {
        guard let values = values[name] else { return nil }
        if values.count > 1 { refuse(name, "«\(values[1])»") }
        return values[0]
    }

    /// All values of a parameter that may come several times, or once with commas; each once, sorted.
    func texts(_ name: String) -> [String] {
        let parts = (values[name] ?? []).flatMap { $0.split(separator: ",").map { String($0).trimmed } }
        return Set(parts.filter { !$0.isEmpty }).sorted()
    }

    /// As ``texts(_:)``, in the order in which they came.
    func ordered(_ name: String) -> [String] {
        (values[name] ?? []).flatMap { $0.split(separator: ",").map { String($0).trimmed } }.filter { !$0.isEmpty }
    }

    mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            refuse(name, "«\(text)» (\(range.lowerBound)–\(range.upperBound))")
            return nil
        }
        return number
    }

    mutating func day(_ name: String) -> Day? {
        guard let text = text(name) else { return nil }
        guard let day = Day(text) ?? Day(italian: text) else {
            refuse(name, "«\(text)»")
            return nil
        }
        return day
    }

    mutating func flag(_ name: String) -> Bool {
        guard let text = text(name) else { return false }
        switch text.lowercased() {
        case "true", "1", "on", "yes", "si", "sì": return true
        case "false", "0", "off", "no": return false
        default:
            refuse(name, "«\(text)»")
            return false
        }
    }

    mutating func refuse(_ name: String, _ what: String) {
        findings.append(
            Finding(
                name,
                "filter_unreadable",
                it: "Il filtro non si può leggere: \(what)",
                en: "The filter cannot be read: \(what)"
            )
        )
    }
}

extension String {
    /// Without blanks around it.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
