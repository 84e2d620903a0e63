extension TaxCode {
    /// What the digits of a code say of the birth.
    struct Birth {
        let year: Int
        let month: Int
        let day: Int
        let sex: Sex
    }

    /// The positions, from 0, that hold digits and may hold omocodia's letters.
    static let digitPositions = [6, 7, 9, 10, 12, 13, 14]
    static let months = Array("ABCDEHLMPRST".utf8)
    /// The letter that stands for each digit in omocodia.
    static let omocodiaLetters = Array("LMNPQRSTUV".utf8)

    /// What a character in an odd position (the first, the third, …) adds to the sum; letters count as their index.
    private static let oddValues = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ]

    /// The sixteen characters with omocodia's letters undone (the check character as it was); nil when they do not fit.
    static func withoutOmocodia(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count == 16 else { return nil }
        var plain = bytes
        for position in 0..<16 {
            let byte = bytes[position]
            if digitPositions.contains(position) {
                if let digit = omocodiaLetters.firstIndex(of: byte) {
                    plain[position] = UInt8(48 + digit)
                } else if !(48...57).contains(byte) {
                    return nil
                }
            } else if !(65...90).contains(byte) {
                return nil
            }
        }
        return plain
    }

    static func birth(in plain: [UInt8]) -> Birth? {
        guard let year = Int(digits: plain[6..<8]), let month = months.firstIndex(of: plain[8]),
            let dayAndSex = Int(digits: plain[9..<11])
        else { return nil }
        let day = dayAndSex > 40 ? dayAndSex - 40 : dayAndSex
        // 2000 and 1900 differ on 29 February: the code does not say which, so the more generous one is asked.
        let isReal = [2000, 1900].contains { Day(year: $0 + year, month: month + 1, day: day) != nil }
        return isReal ? Birth(year: year, month: month + 1, day: day, sex: dayAndSex > 40 ? .female : .male) : nil
    }

    static func checkCharacter(of fifteen: some Collection<UInt8>) -> UInt8 {
        var sum = 0
        for (position, byte) in fifteen.enumerated() {
            let value = Int(byte >= 65 ? byte - 65 : byte - 48)
            sum += position.isMultiple(of: 2) ? oddValues[value] : value
        }
        return UInt8(65 + sum % 26)
    }

    static func checkDigit(of ten: some Collection<Int>) -> Int {
        var sum = 0
        for (position, digit) in ten.enumerated() {
            let doubled = digit * 2
            sum += position.isMultiple(of: 2) ? digit : (doubled > 9 ? doubled - 9 : doubled)
        }
        return (10 - sum % 10) % 10
    }
}

extension TaxCode {
    /// The code that a person's data compute to, without omocodia.
    ///
    /// For generated worlds and for warnings only: the issued code may differ, and then it is right.
    public static func computed(familyName: String, givenName: String, sex: Sex, birth: Day, place: String) -> TaxCode?
    {
        let letters = nameLetters(familyName, isGiven: false) + nameLetters(givenName, isGiven: true)
        let day = birth.day + (sex == .female ? 40 : 0)
        let text = (birth.year % 100).padded(2)
        let bytes = letters + Array(text.utf8) + [months[birth.month - 1]] + Array(day.padded(2).utf8)
        let fifteen = bytes + Array(place.uppercased().utf8)
        guard fifteen.count == 15, withoutOmocodia(fifteen + [65]) != nil else { return nil }
        return TaxCode(unchecked: fifteen + [checkCharacter(of: fifteen)])
    }

    /// The same person's code with letters in some of the seven positions (0 is the first of them).
    public func omocodic(positions: some Sequence<Int>) -> TaxCode {
        guard var bytes = TaxCode.withoutOmocodia(Array(text.utf8)) else { return self }
        for position in positions where TaxCode.digitPositions.indices.contains(position) {
            let index = TaxCode.digitPositions[position]
            bytes[index] = TaxCode.omocodiaLetters[Int(bytes[index]) - 48]
        }
        return TaxCode(unchecked: bytes.prefix(15) + [TaxCode.checkCharacter(of: bytes.prefix(15))])
    }

    private static func nameLetters(_ name: String, isGiven: Bool) -> [UInt8] {
        let letters = Fold.key(name).utf8.filter { (97...122).contains($0) }.map { $0 - 32 }
        let vowels = letters.filter { Array("AEIOU".utf8).contains($0) }
        var consonants = letters.filter { !Array("AEIOU".utf8).contains($0) }
        if isGiven, consonants.count >= 4 { consonants.remove(at: 1) }
        return Array((consonants + vowels + Array("XXX".utf8)).prefix(3))
    }
}

extension CannotReadTaxCode {
    /// The finding for a person's or an organisation's code in a field of an input.
    public func finding(in field: String) -> Finding {
        switch self {
        case .wrongLength:
            Finding(
                field,
                "tax_code_wrong_length",
                it: "Il codice fiscale ha 16 caratteri (11 cifre per le organizzazioni)",
                en: "A tax code has 16 characters (11 digits for organisations)"
            )
        case .wrongPattern:
            Finding(
                field,
                "tax_code_wrong_pattern",
                it: "Il codice fiscale contiene caratteri al posto sbagliato",
                en: "The tax code has characters in the wrong place"
            )
        case .impossibleBirthDate:
            Finding(
                field,
                "tax_code_impossible_birth_date",
                it: "La data di nascita contenuta nel codice fiscale non esiste",
                en: "The birth date in the tax code does not exist"
            )
        case .wrongCheckCharacter:
            Finding(
                field,
                "tax_code_wrong_check_character",
                it: "Il carattere di controllo del codice fiscale non corrisponde: forse c'è un errore di battitura",
                en: "The check character of the tax code does not match: perhaps a typing error"
            )
        }
    }
}
