/// The parameters of a list's address, read one by one with findings for what cannot be read.
///
/// A filter that is not understood must not fall away in silence: the list would show, and the export take away, more
/// than was asked for.
public struct ListQuery: Sendable {
    private let values: [String: [String]]
    public private(set) var findings: [Finding] = []

    /// Empty values count as absent: that is how a form sends a field that was left blank.
    public init(_ pairs: some Sequence<(String, String)>) {
        var values: [String: [String]] = [:]
        for (name, value) in pairs {
            let value = value.trimmed
            if !value.isEmpty { values[name, default: []].append(value) }
        }
        self.values = values
    }

    public mutating func text(_ name: String) -> String? {
        guard let values = values[name] else { return nil }
        if values.count > 1 { refuse(name, "«\(values[1])»") }
        return values[0]
    }

    /// What to look for in the text index, as typed; words that would fall away are a finding like any other filter.
    public mutating func keywords(_ name: String) -> String? {
        guard let text = text(name) else { return nil }
        if let finding = ItalianAnalyser.unheeded(in: text, at: name) { report(finding) }
        return text
    }

    /// All values of a parameter that may come several times, or once with commas; each once, sorted.
    public func texts(_ name: String) -> [String] {
        let parts = (values[name] ?? []).flatMap { $0.split(separator: ",").map { String($0).trimmed } }
        return Set(parts.filter { !$0.isEmpty }).sorted()
    }

    /// As ``texts(_:)``, in the order in which they came.
    public func ordered(_ name: String) -> [String] {
        (values[name] ?? []).flatMap { $0.split(separator: ",").map { String($0).trimmed } }.filter { !$0.isEmpty }
    }

    public mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            refuse(name, "«\(text)» (\(range.lowerBound)–\(range.upperBound))")
            return nil
        }
        return number
    }

    public mutating func integer(_ name: String, among numbers: [Int]) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), numbers.contains(number) else {
            refuse(name, "«\(text)» (\(numbers.map(String.init).joined(separator: ", ")))")
            return nil
        }
        return number
    }

    public mutating func day(_ name: String) -> Day? {
        guard let text = text(name) else { return nil }
        guard let day = Day(text) ?? Day(italian: text) else {
            refuse(name, "«\(text)»")
            return nil
        }
        return day
    }

    /// RFC 3339, with its offset.
    public mutating func instant(_ name: String) -> Instant? {
        guard let text = text(name) else { return nil }
        guard let instant = Instant(rfc3339: text) else {
            refuse(name, "«\(text)»")
            return nil
        }
        return instant
    }

    public mutating func flag(_ name: String) -> Bool {
        guard let text = text(name) else { return false }
        switch text.lowercased() {
        case "true", "1", "on", "yes", "si", "sì": return true
        case "false", "0", "off", "no": return false
        default:
            refuse(name, "«\(text)»")
            return false
        }
    }

    /// One of the cases that a field has.
    public mutating func choice<Choice: RawRepresentable<String>>(_ name: String, _ type: Choice.Type) -> Choice? {
        guard let text = text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            refuse(name, "«\(text)»")
            return nil
        }
        return choice
    }

    public mutating func id<Entity>(_ name: String, _ type: Entity.Type = Entity.self) -> ID<Entity>? {
        guard let text = text(name) else { return nil }
        guard let id = ID<Entity>(text: text) else {
            refuse(name, "«\(text)»")
            return nil
        }
        return id
    }

    /// Where a page begins.
    public mutating func cursor(_ name: String) -> Cursor? {
        guard let text = text(name) else { return nil }
        guard let cursor = Cursor(text: text) else {
            report(.foreignCursor.at(name))
            return nil
        }
        return cursor
    }

    /// Stops whoever reads on when something could not be read.
    ///
    /// - Throws: ``Invalid``.
    public func check() throws {
        if !findings.isEmpty { throw Invalid(findings) }
    }

    public mutating func report(_ finding: Finding) {
        findings.append(finding)
    }

    mutating func refuse(_ name: String, _ what: String) {
        report(
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
