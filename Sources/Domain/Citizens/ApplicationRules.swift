/// What is wrong, or doubtful, in an application.
enum ApplicationRules {
    /// The findings by the columns of the file.
    static func findings(_ entry: ApplicationEntry, reference: ReferenceSnapshot, today: Day) -> [Finding] {
        person(entry, today: today) + codes(entry, reference, today: today) + days(entry, today: today)
    }

    /// What the tax code says of the person, beside what the file says.
    ///
    /// Warnings only: the issued code is the authority and may differ from what the data compute to
    /// (DM 23-12-1976 n. 13813), and a name may have changed since.
    private static func person(_ entry: ApplicationEntry, today: Day) -> [Finding] {
        let code = entry.taxCode
        if code.isOrganisation { return [] }
        var findings: [Finding] = []
        if let birth = code.birthDate(today: today),
            (birth.year - entry.birthDate.year) % 100 != 0
                || (birth.month, birth.day) != (entry.birthDate.month, entry.birthDate.day)
        {
            findings.append(
                differs("birth_date", it: "La data di nascita", en: "The birth date", code: birth.italian)
            )
        }
        if let sex = code.sex, sex != entry.sex {
            findings.append(differs("sex", it: "Il sesso", en: "The sex", code: sex.rawValue))
        }
        if let place = code.birthPlaceCode, place != entry.birthPlaceCode {
            findings.append(differs("birth_place_code", it: "Il luogo di nascita", en: "The birth place", code: place))
        }
        let computed = TaxCode.computed(
            familyName: entry.familyName,
            givenName: entry.givenName,
            sex: entry.sex,
            birth: entry.birthDate,
            place: "H501"
        )
        if let computed, computed.text.prefix(6) != code.text.prefix(6) {
            findings.append(
                differs("family_name", it: "Il nominativo", en: "The name", code: String(code.text.prefix(6)))
            )
        }
        return findings
    }

    private static func differs(_ field: String, it: String, en: String, code: String) -> Finding {
        Finding(
            field,
            "\(field)_differs_from_tax_code",
            it: "\(it) non corrisponde al codice fiscale (\(code))",
            en: "\(en) does not match the tax code (\(code))",
            severity: .warning
        )
    }

    private static func codes(_ entry: ApplicationEntry, _ reference: ReferenceSnapshot, today: Day) -> [Finding] {
        var findings = reference.check(birthPlace: entry.birthPlaceCode, field: "birth_place_code")
        findings += reference.check(
            entry.municipalityCode,
            in: .municipality,
            field: "municipality_code",
            use: .current(on: today)
        )
        findings += reference.check(entry.measure, in: .measure, field: "measure", use: .current(on: today))
        if let postalCode = entry.postalCode, !isPostalCode(postalCode) {
            findings.append(
                Finding(
                    "postal_code",
                    "postal_code_malformed",
                    it: "Il CAP ha 5 cifre",
                    en: "A postal code has 5 digits"
                )
            )
        }
        return findings
    }

    private static func days(_ entry: ApplicationEntry, today: Day) -> [Finding] {
        var findings: [Finding] = []
        if entry.birthDate > today { findings.append(.inTheFuture("birth_date")) }
        if entry.submittedOn > today { findings.append(.inTheFuture("submitted_on")) }
        if let outcomeOn = entry.outcomeOn {
            if outcomeOn < entry.submittedOn { findings.append(.endsBeforeStart("outcome_on")) }
            if entry.outcome == .pending {
                findings.append(
                    Finding(
                        "outcome_on",
                        "outcome_date_without_outcome",
                        it: "C'è la data di un esito che non c'è ancora",
                        en: "There is the date of an outcome that is not there yet"
                    )
                )
            }
        }
        return findings
    }

    static func isPostalCode(_ text: String) -> Bool {
        text.utf8.count == 5 && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}

extension Finding {
    static func inTheFuture(_ field: String) -> Finding {
        Finding(field, "day_in_the_future", it: "La data è nel futuro", en: "The date is in the future")
    }

    static func unknownJobCentre(_ field: String, _ code: String) -> Finding {
        Finding(
            field,
            "unknown_job_centre",
            it: "Il centro per l'impiego «\(code)» non è fra quelli conosciuti",
            en: "The job centre “\(code)” is not among those known"
        )
    }
}
