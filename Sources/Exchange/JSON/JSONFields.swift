public import Domain

/// The members of a JSON document on their way into the domain's types, with all that is found wrong with them.
///
/// Null is the same as absent. A field is named by the dotted way to it, as findings are.
public struct JSONFields: Sendable {
    public private(set) var findings: [Finding] = []

    public init() {}

    /// More errors than anybody mends at once are not told one by one: a body of a megabyte could have half a million.
    public static let mostFindings = 100

    public mutating func add(_ finding: Finding) {
        if findings.count < Self.mostFindings { findings.append(finding) }
        if findings.count == Self.mostFindings { findings.append(.andMore) }
    }

    /// Goes over the members of an object.
    ///
    /// - Parameter read: told a member's name and value; false when there is no such member.
    public mutating func object(
        _ json: JSON,
        _ field: String,
        _ read: (inout JSONFields, String, JSON) -> Bool
    ) {
        guard case .object(let members) = json else {
            if json != .null { wrongType(field, it: "un oggetto", en: "an object") }
            return
        }
        for member in members where !read(&self, member.name, member.value) {
            add(.unknownMember(member.name, in: field))
        }
    }

    public mutating func text(_ json: JSON, _ field: String) -> String? {
        switch json {
        case .text(let text) where text.utf8.contains(0):
            add(.nulCharacter(field))
            return nil
        case .text(let text): return text
        case .null: return nil
        case .bool, .number, .array, .object:
            wrongType(field, it: "un testo", en: "a text")
            return nil
        }
    }

    /// A flag; null is false.
    public mutating func flag(_ json: JSON, _ field: String) -> Bool {
        switch json {
        case .bool(let value): return value
        case .null: return false
        case .number, .text, .array, .object:
            wrongType(field, it: "true o false", en: "true or false")
            return false
        }
    }

    /// A whole number; `3.0` is one, `"3"` is none.
    public mutating func integer(_ json: JSON, _ field: String) -> Int? {
        guard let digits = number(json, field) else { return nil }
        guard let value = JSON.hundredths(digits), value % 100 == 0 else {
            add(.notAnInteger(field, digits))
            return nil
        }
        return Int(value / 100)
    }

    public mutating func hundredths(_ json: JSON, _ field: String) -> Hundredths? {
        guard let digits = number(json, field) else { return nil }
        guard let value = JSON.hundredths(digits) else {
            add(.notADecimal(field, digits))
            return nil
        }
        return Hundredths(value)
    }

    private mutating func number(_ json: JSON, _ field: String) -> String? {
        switch json {
        case .number(let digits): return digits
        case .null: return nil
        case .bool, .text, .array, .object:
            wrongType(field, it: "un numero", en: "a number")
            return nil
        }
    }

    public mutating func day(_ json: JSON, _ field: String) -> Day? {
        guard let text = text(json, field) else { return nil }
        guard let day = Day(text) else {
            add(.notADay(field, text))
            return nil
        }
        return day
    }

    /// One word of a closed list, written exactly so.
    public mutating func word<Word: RawRepresentable & CaseIterable>(_ json: JSON, _ field: String) -> Word?
    where Word.RawValue == String {
        guard let text = text(json, field) else { return nil }
        guard let word = Word(rawValue: text) else {
            add(.unknownCode(field, text, known: Word.allCases.map(\.rawValue)))
            return nil
        }
        return word
    }

    /// An amount as `{"amount": "1500.00", "currency": "EUR"}`.
    public mutating func money(_ json: JSON, _ field: String) -> Hundredths? {
        if json == .null { return nil }
        var (amount, currency): (String?, String?)
        let before = findings.count
        object(json, field) { fields, name, value in
            switch name {
            case "amount": amount = fields.text(value, "\(field).amount")
            case "currency": currency = fields.text(value, "\(field).currency")
            default: return false
            }
            return true
        }
        if findings.count > before { return nil }
        guard let amount else {
            add(.blank("\(field).amount"))
            return nil
        }
        if currency != "EUR" {
            add(currency.map { .unknownCode("\(field).currency", $0, known: ["EUR"]) } ?? .blank("\(field).currency"))
        }
        guard let value = Hundredths(amount) else {
            add(.notADecimal("\(field).amount", amount))
            return nil
        }
        return value
    }

    public mutating func texts(_ json: JSON, _ field: String) -> [String] {
        items(json, field) { fields, item, path in
            if item == .null { fields.wrongType(path, it: "un testo", en: "a text") }
            return fields.text(item, path)
        }
    }

    /// The items of an array; null is an empty one.
    public mutating func items<Item>(
        _ json: JSON,
        _ field: String,
        _ readItem: (inout JSONFields, JSON, _ path: String) -> Item?
    ) -> [Item] {
        guard case .array(let items) = json else {
            if json != .null { wrongType(field, it: "un elenco", en: "an array") }
            return []
        }
        var read: [Item] = []
        read.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            if let item = readItem(&self, item, "\(field).\(index)") { read.append(item) }
        }
        return read
    }

    mutating func wrongType(_ field: String, it: String, en: String) {
        add(Finding(field, "wrong_type", it: "Qui va scritto \(it).", en: "This has to be \(en)."))
    }
}

extension JSON {
    /// A number times 100; nil when it has further decimals that are not zero, or is beyond all reason.
    static func hundredths(_ digits: String) -> Int64? {
        var (rest, exponent) = (digits.utf8[...], 0)
        if let mark = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
            guard let power = Int(Substring(rest[rest.index(after: mark)...])), (-40...40).contains(power)
            else { return nil }
            (rest, exponent) = (rest[..<mark], power)
        }
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        let parts = rest.split(separator: UInt8(ascii: "."))
        let fraction = parts.count == 2 ? parts[1].count : 0
        let significant = parts.joined().drop { $0 == 48 }
        var shift = exponent - fraction + 2
        var numerals = Array(significant)
        while shift < 0, numerals.last == 48 {
            numerals.removeLast()
            shift += 1
        }
        if numerals.isEmpty { return 0 }
        guard shift >= 0, numerals.count + shift <= 17 else { return nil }
        let value = numerals.reduce(into: Int64(0)) { $0 = $0 * 10 + Int64($1 - 48) }
        let scaled = (0..<shift).reduce(value) { value, _ in value * 10 }
        return isNegative ? -scaled : scaled
    }
}

extension Finding {
    fileprivate static let andMore = Finding(
        "",
        "too_many_errors",
        it: "Ci sono altri errori, che qui non sono elencati.",
        en: "There are further errors, which are not listed here."
    )

    /// No store keeps it, and nobody types it.
    fileprivate static func nulCharacter(_ field: String) -> Finding {
        Finding(
            field,
            "control_character",
            it: "Il testo contiene un carattere di controllo (U+0000).",
            en: "The text contains a control character (U+0000)."
        )
    }

    fileprivate static func unknownMember(_ name: String, in field: String) -> Finding {
        let holder = field.isEmpty ? "" : "/" + field.split(separator: ".").joined(separator: "/")
        let shown = name.count > 60 ? name.prefix(59) + "…" : name[...]
        return Finding(
            holder + "/" + JSON.pointerPart(String(name.prefix(120))),
            "unknown_member",
            it: "Il membro «\(shown)» non è previsto.",
            en: "There is no member “\(shown)”.",
            suggestion: Localized(it: "Controllare il nome, o toglierlo.", en: "Check the name, or take it away.")
        )
    }
}
