public import Persistence

/// The platform's unique code of a vacancy, as people read it out: `VAC-06K3-T9Q2M-8W1ZH`.
///
/// It is the vacancy's id in Crockford's base 32 (without I, L, O and U, which people mistake for other characters) with
/// a check character at the end. What people mistype is refused rather than answered with somebody else's vacancy.
public struct VacancyCode: Hashable, Sendable, CustomStringConvertible, Bindable, ColumnDecodable {
    /// Three letters, then groups of 4, 5 and 5 characters: 20 characters, within the 25 of the national schema
    /// (`codiceofferta` of ClicLavoro).
    public let text: String

    static let prefix = "VAC"

    public init(_ id: ID<Vacancy>) {
        let body = Array(id.text.utf8)
        let check = VacancyCode.checkCharacter(of: body.map(VacancyCode.digit))
        let characters = (body + [check]).map { (97...122).contains($0) ? $0 - 32 : $0 }
        let groups = [characters[0..<4], characters[4..<9], characters[9..<14]]
        text = VacancyCode.prefix + groups.map { "-" + String(decoding: $0, as: UTF8.self) }.joined()
    }

    /// Reads a code as people type it: in any case, with or without dashes and blanks, O for 0 and I or L for 1.
    public init?(_ typed: String) {
        guard typed.utf8.count <= 64 else { return nil }
        let plain = typed.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
        let letters = plain.map { (65...90).contains($0) ? $0 + 32 : $0 }
        guard letters.count == 17, letters.starts(with: "vac".utf8) else { return nil }
        let characters = letters.dropFirst(3).map { character -> UInt8 in
            switch character {
            case UInt8(ascii: "o"): UInt8(ascii: "0")
            case UInt8(ascii: "i"), UInt8(ascii: "l"): UInt8(ascii: "1")
            default: character
            }
        }
        let body = characters.dropLast()
        guard characters.allSatisfy({ Base32.alphabet.contains($0) }),
            let id = ID<Vacancy>(text: String(decoding: body, as: UTF8.self)), id.rawValue >= 0,
            VacancyCode.checkCharacter(of: body.map(VacancyCode.digit)) == characters.last
        else { return nil }
        self.init(id)
    }

    /// The vacancy's id, which the code spells.
    public var id: ID<Vacancy> {
        let body = text.utf8.dropFirst(3).filter { $0 != UInt8(ascii: "-") }.dropLast()
        let lower = body.map { (65...90).contains($0) ? $0 + 32 : $0 }
        return ID(text: String(decoding: lower, as: UTF8.self)) ?? ID(0)
    }

    private static func digit(_ character: UInt8) -> UInt8 {
        UInt8(Base32.alphabet.firstIndex(of: character) ?? 0)
    }

    /// The character that makes the word a multiple of (x - α) in the field of 32 elements.
    ///
    /// Each place has another weight, so that one wrong character and any two swapped ones are always noticed.
    private static func checkCharacter(of digits: [UInt8]) -> UInt8 {
        let sum = digits.reduce(0 as UInt8) { timesAlpha($0 ^ $1) }
        return Base32.alphabet[Int(sum)]
    }

    /// Multiplication by α modulo x⁵ + x² + 1, which is primitive: α has order 31, more than a code has places.
    private static func timesAlpha(_ value: UInt8) -> UInt8 {
        let doubled = value << 1
        return doubled & 32 == 0 ? doubled : (doubled ^ 0b100101) & 31
    }

    public var description: String { text }
    public var sqlValue: SQLValue { .text(text) }
    public static var sqlType: SQLType { .text }

    public static func decode(_ column: borrowing Column) throws -> VacancyCode {
        let text = try String.decode(column)
        guard let code = VacancyCode(text) else { throw UnreadableValue(type: "VacancyCode", value: text) }
        return code
    }
}
