public import Persistence

/// Sex as the tax code and the applications write it.
public enum Sex: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case female = "F"
    case male = "M"
}

/// Why a text is not a tax code.
public enum CannotReadTaxCode: Error, Hashable, Sendable, CaseIterable {
    case wrongLength
    case wrongPattern
    case impossibleBirthDate
    case wrongCheckCharacter
}

/// The Italian tax code, *codice fiscale*, of a person or of an organisation (DM 23-12-1976).
///
/// The issued code is the authority and is never derived from a person's data: two people may compute to the same code,
/// and one of them then carries letters in place of digits (*omocodia*), in any of seven positions.
public struct TaxCode: Hashable, Sendable {
    public let text: String

    /// Reads a person's code: pattern, a birth date that exists, and the check character.
    ///
    /// A person's provisional code is numeric, like an organisation's, and is taken too.
    public init(person text: String) throws(CannotReadTaxCode) {
        let text = TaxCode.normalised(text)
        if text.utf8.count == 11 {
            self.text = try TaxCode(organisation: text).text
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 16 else { throw .wrongLength }
        guard let plain = TaxCode.withoutOmocodia(bytes) else { throw .wrongPattern }
        guard TaxCode.birth(in: plain) != nil else { throw .impossibleBirthDate }
        guard TaxCode.checkCharacter(of: bytes.prefix(15)) == bytes[15] else { throw .wrongCheckCharacter }
        self.text = text
    }

    /// Reads an organisation's code: eleven digits, the last of which checks the others.
    public init(organisation text: String) throws(CannotReadTaxCode) {
        let text = TaxCode.normalised(text)
        let digits = text.utf8.map { Int($0) - 48 }
        guard digits.count == 11 else { throw .wrongLength }
        guard digits.allSatisfy((0...9).contains) else { throw .wrongPattern }
        guard TaxCode.checkDigit(of: digits.prefix(10)) == digits[10] else { throw .wrongCheckCharacter }
        self.text = text
    }

    /// Upper case without the blanks that people put between the groups.
    private static func normalised(_ text: String) -> String {
        String(text.uppercased().filter { !$0.isWhitespace })
    }
}

// MARK: - What a person's code says

extension TaxCode {
    public var isOrganisation: Bool { text.utf8.count == 11 }

    /// The code with digits back in the place of omocodia's letters, and its own check character.
    public var withoutOmocodia: TaxCode {
        guard let plain = TaxCode.withoutOmocodia(Array(text.utf8)) else { return self }
        return TaxCode(unchecked: plain.prefix(15) + [TaxCode.checkCharacter(of: plain.prefix(15))])
    }

    public var isOmocodic: Bool { !isOrganisation && withoutOmocodia != self }

    public var sex: Sex? {
        guard let plain = TaxCode.withoutOmocodia(Array(text.utf8)) else { return nil }
        return TaxCode.birth(in: plain)?.sex
    }

    /// The cadastral code of the birth place: a municipality of then, perhaps since abolished, or a foreign state (`Z…`).
    public var birthPlaceCode: String? {
        guard let plain = TaxCode.withoutOmocodia(Array(text.utf8)) else { return nil }
        return String(decoding: plain[11..<15], as: UTF8.self)
    }

    /// The birth date: the code holds two digits of the year, so the century is the latest in which the day is not after
    /// `today`.
    public func birthDate(today: Day) -> Day? {
        guard let plain = TaxCode.withoutOmocodia(Array(text.utf8)), let birth = TaxCode.birth(in: plain) else {
            return nil
        }
        let century = today.year / 100 * 100
        let candidates = [century + birth.year, century - 100 + birth.year]
        return candidates.compactMap { Day(year: $0, month: birth.month, day: birth.day) }.first { $0 <= today }
    }
}

extension TaxCode: CustomStringConvertible, Bindable, ColumnDecodable, FromRow {
    public var description: String { text }
    public var sqlValue: SQLValue { .text(text) }
    public static var sqlType: SQLType { .text }

    /// Takes what the store holds as it is: it was checked on its way in.
    public static func decode(_ column: borrowing Column) throws -> TaxCode {
        TaxCode(unchecked: Array(try String.decode(column).utf8))
    }

    init(unchecked bytes: some Sequence<UInt8>) {
        text = String(decoding: Array(bytes), as: UTF8.self)
    }
}
