extension VacancyRules {
    mutating func checkRequirements() {
        let requirements = draft.terms.requirements
        checkEducation(requirements.minimumEducationCode)
        check(requirements.experienceMonths, .experience, range: 0...600)
        for licence in requirements.drivingLicences { checkLicence(licence) }
        for language in requirements.languages { checkLanguage(language.code) }
        checkTwice(requirements.languages.map(\.code), .languages)
        checkTwice(requirements.drivingLicences, .licences)
        checkCount(requirements.languages.count, .languages, most: 10)
        checkCount(requirements.drivingLicences.count, .licences, most: 20)
        checkCount(requirements.skills.count, .skills, most: 30)
        for skill in requirements.skills { check(skill, .skills, length: 2...100) }
    }

    private mutating func checkCount(_ count: Int, _ field: VacancyField, most: Int) {
        if count > most {
            error(
                field,
                "too_many",
                it: "Sono \(count): il massimo è \(most).",
                en: "\(count) of them: \(most) at most."
            )
        }
    }

    private mutating func checkTwice(_ values: [String], _ field: VacancyField) {
        var seen: Set<String> = []
        for value in values where !seen.insert(value).inserted {
            error(field, "repeated", it: "«\(value)» è indicato due volte.", en: "“\(value)” is given twice.")
        }
    }
}

// MARK: - Wording

extension VacancyRules {
    mutating func checkWording(ofTitle title: String) {
        let letters = title.unicodeScalars.filter(\.properties.isAlphabetic)
        if letters.count >= 5, !letters.contains(where: \.properties.isLowercase) {
            warning(
                .title,
                "title_all_capitals",
                it: "Il titolo è tutto in maiuscolo: è faticoso da leggere.",
                en: "The title is all capitals: hard to read.",
                suggestion: Localized(it: VacancyRules.sentence(title), en: VacancyRules.sentence(title))
            )
        }
        if let gendered = GenderedTitle.word(in: title) {
            warning(
                .title,
                "title_gendered",
                it: "«\(gendered.found)» si rivolge a un solo sesso (art. 27 d.lgs. 198/2006).",
                en: "“\(gendered.found)” addresses one sex only (art. 27 d.lgs. 198/2006).",
                suggestion: Localized(it: gendered.open, en: gendered.open)
            )
        }
    }

    private static func sentence(_ title: String) -> String {
        let lower = title.lowercased()
        return lower.prefix(1).uppercased() + lower.dropFirst()
    }

    mutating func checkWording(ofDescription description: String) {
        if description.contains("@"), VacancyRules.words(description).contains(where: EmailAddress.isWellFormed) {
            warning(
                .description,
                "description_holds_email",
                it: "La descrizione contiene un indirizzo e-mail: il posto giusto sono i recapiti del referente.",
                en: "The description holds an e-mail address: it belongs to the contact."
            )
        }
        if VacancyRules.holdsPhone(description) {
            warning(
                .description,
                "description_holds_phone",
                it: "La descrizione contiene un numero di telefono: il posto giusto sono i recapiti del referente.",
                en: "The description holds a phone number: it belongs to the contact."
            )
        }
        if description.contains("</") || description.contains("/>") || description.lowercased().contains("<br") {
            warning(
                .description,
                "description_holds_markup",
                it: "La descrizione contiene marcatori HTML, che saranno mostrati come testo.",
                en: "The description holds HTML tags, which will be shown as text."
            )
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map { word in
            String(word.drop { "(<[\"«:,;".contains($0) }.reversed().drop { ")>].,;:!?\"»".contains($0) }.reversed())
        }
    }

    /// Nine to thirteen digits in a row, blanks, dots and dashes aside, that begin as an Italian number does.
    ///
    /// A comma or a line end parts them: amounts and dates are no phone numbers.
    static func holdsPhone(_ text: String) -> Bool {
        var digits: [UInt8] = []
        var hasPlus = false
        var wasSeparator = false
        func isPhone() -> Bool {
            guard let first = digits.first else { return false }
            if hasPlus { return (10...14).contains(digits.count) }
            // A VAT number may begin as a telephone number does.
            let isTaxCode = (try? TaxCode(organisation: String(decoding: digits, as: UTF8.self))) != nil
            if isTaxCode { return false }
            return (9...11).contains(digits.count) && (first == UInt8(ascii: "0") || first == UInt8(ascii: "3"))
        }
        for byte in text.utf8 {
            switch byte {
            case 48...57:
                digits.append(byte)
                wasSeparator = false
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"):
                if wasSeparator {
                    if isPhone() { return true }
                    digits = []
                    hasPlus = false
                }
                wasSeparator = !digits.isEmpty
            default:
                if isPhone() { return true }
                digits = []
                hasPlus = byte == UInt8(ascii: "+")
                wasSeparator = false
            }
        }
        return isPhone()
    }
}
