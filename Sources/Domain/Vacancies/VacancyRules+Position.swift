extension VacancyRules {
    mutating func checkIdentity() {
        check(draft.externalReference, .externalReference, length: 1...25)
        if draft.branchCode?.isEmpty ?? true {
            error(.branchCode, "required", it: "Manca la filiale.", en: "The branch is missing.")
        }
    }

    mutating func checkPosition() {
        let terms = draft.terms
        check(terms.title, .title, length: 5...120, isNeeded: isPublished)
        if let title = terms.title { checkWording(ofTitle: title) }

        checkProfession(terms.professionCode)

        check(terms.description, .description, length: 50...4000, isNeeded: isPublished, isMultiline: true)
        if let description = terms.description { checkWording(ofDescription: description) }

        check(terms.positions, .positions, range: 1...9999, isNeeded: isPublished)
    }

    /// Who seeks workers gives a name; an authorised agency may keep its client's to itself.
    ///
    /// Source: art. 9 d.lgs. 276/2003.
    mutating func checkEmployer() {
        let employer = draft.terms.employer
        let isNamed = isPublished && !employer.anonymous
        check(employer.name, .employerName, length: 1...100, isNeeded: isNamed)
        if let code = employer.taxCode, !code.isEmpty {
            if !VacancyRules.isTaxCode(code) {
                error(
                    .employerTaxCode,
                    "malformed",
                    it: "Non è un codice fiscale o una partita IVA: 11 cifre, o 16 caratteri, con il controllo esatto.",
                    en:
                        "Neither a tax code nor a VAT number: 11 digits, or 16 characters, with a right check character."
                )
            }
        } else if isNamed {
            missing(.employerTaxCode)
        }
        checkActivity(employer)
        if employer.anonymous { checkNothingNames(employer) }
    }

    private static func isTaxCode(_ code: String) -> Bool {
        (try? TaxCode(person: code)) != nil
    }

    /// An advertisement without the employer's name that tells it in its text is not what the client asked for.
    private mutating func checkNothingNames(_ employer: VacancyTerms.Employer) {
        guard let name = employer.name.map(Fold.key), name.utf8.count >= 4 else { return }
        for (field, text) in [(VacancyField.title, draft.terms.title), (.description, draft.terms.description)] {
            guard let text, " \(Fold.key(text)) ".contains(" \(name) ") else { continue }
            warning(
                field,
                "anonymous_employer_named",
                it: "Il datore di lavoro è anonimo, ma il testo ne dice il nome.",
                en: "The employer is anonymous, but the text tells the name."
            )
        }
    }

    mutating func checkWorkplace() {
        let workplace = draft.terms.workplace
        checkMunicipality(workplace.municipalityCode)
        if let postalCode = workplace.postalCode, !postalCode.isEmpty {
            let isForeign = workplace.municipalityCode?.hasPrefix("Z") ?? false
            let isItalian = postalCode.utf8.count == 5 && postalCode.utf8.allSatisfy { (48...57).contains($0) }
            if !isItalian, !isForeign {
                error(
                    .postalCode,
                    "malformed",
                    it: "Il CAP ha cinque cifre.",
                    en: "An Italian postal code has five digits."
                )
            } else {
                check(postalCode, .postalCode, length: 1...12)
            }
        }
        check(workplace.address, .address, length: 1...200)
    }

    /// At least one way to reach whoever answers for the vacancy.
    mutating func checkContact() {
        let contact = draft.terms.contact
        check(contact.name, .contactName, length: 1...100)
        check(contact.phone, .contactPhone, length: 5...25)
        check(contact.email, .contactEmail, length: 5...254)
        if let email = contact.email, !email.isEmpty, !EmailAddress.isWellFormed(email) {
            error(
                .contactEmail,
                "malformed",
                it: "Non è un indirizzo e-mail.",
                en: "Not an e-mail address."
            )
        }
        if let phone = contact.phone, !phone.isEmpty, !PhoneNumber.isWellFormed(phone) {
            error(
                .contactPhone,
                "malformed",
                it: "Non è un numero di telefono: cifre, spazi e un «+» all'inizio.",
                en: "Not a phone number: digits, blanks and a leading +."
            )
        }
        if isPublished, contact.email?.isEmpty ?? true, contact.phone?.isEmpty ?? true {
            add(
                Finding(
                    "contact",
                    "contact_missing",
                    it: "Per pubblicare manca un recapito del referente: e-mail o telefono.",
                    en: "To be published the vacancy needs an e-mail address or a phone number of its contact."
                )
            )
        }
    }
}
