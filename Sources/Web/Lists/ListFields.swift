internal import Domain
internal import HTML

/// The fields of a list's filters, named as in the list's own grammar.
struct ListFields {
    /// Those that are always in sight.
    let first: [ListField]
    /// Those behind *more filters*.
    let more: [ListField]

    var all: [ListField] { first + more }
}

struct ListField {
    enum Kind {
        case text
        case search
        case number(ClosedRange<Int>)
        case day
        case flag
        case choice([Field.Option])
        /// Several at once.
        case choices([Field.Option])
    }

    let name: String
    let label: Localized
    let kind: Kind
    var hint: Localized?

    init(_ name: String, _ kind: Kind, label: Localized? = nil, hint: Localized? = nil) {
        self.name = name
        self.kind = kind
        self.label = label ?? FilterWords.name(of: name)
        self.hint = hint
    }

    /// The element that a finding leads to: a check box is found by its value as well.
    var anchor: String {
        switch kind {
        case .flag: name + "-true"
        case .text, .search, .number, .day, .choice, .choices: name
        }
    }

    func html(_ values: FormBody, _ findings: [Finding], _ words: Words) -> HTML {
        // A filter with several values is one field: `MI,TO`.
        let sent = values.all(name).map(\.trimmed).filter { !$0.isEmpty }
        var input = Field.Input(name: name, label: words(label))
        input.value = sent.isEmpty ? nil : sent.joined(separator: ",")
        input.hint = hint.map { words($0) }
        input.findings = findings.filter { $0.field == name }
        switch kind {
        case .text: return Field.input(input, words)
        case .search:
            input.type = "search"
            return Field.input(input, words)
        case .day:
            input.type = "date"
            return Field.input(input, words)
        case .number(let range):
            input.type = "number"
            input.attributes = [
                ("min", String(range.lowerBound)), ("max", String(range.upperBound)), ("inputmode", "numeric"),
            ]
            return Field.input(input, words)
        case .flag:
            var address = ListQuery(values.list)
            let isTicked = address.flag(name)
            input.value = "true"
            return Field.checkbox(input, isTicked: isTicked, words)
        case .choice(let options):
            return Field.select(input, options, blank: words(.anyChoice), words)
        case .choices(let options):
            let chosen = Set(sent.flatMap { $0.split(separator: ",").map(String.init) })
            return Field.checkboxes(input, options, chosen: chosen, words)
        }
    }
}

extension Field {
    /// The codes of a list to choose from, in the reader's words.
    static func options(_ list: ReferenceList, _ reference: ReferenceSnapshot, _ words: Words) -> [Option] {
        reference.entries(list).map { Option(value: $0.code, label: words($0.label)) }
    }
}
