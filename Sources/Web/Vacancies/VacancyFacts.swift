internal import Domain

/// What pages say of a vacancy, in the order in which they say it.
enum VacancyFacts {
    static func work(_ terms: VacancyTerms, _ labels: Labels) -> [Fact] {
        let words = labels.words
        let address = [terms.workplace.address, labels.place(terms.workplace.municipalityCode)]
        return Facts.present(
            [
                (.profession, labels.label(terms.professionCode, in: .profession)),
                (.workplace, address.compactMap { $0 }.joined(separator: ", ")),
                (.contractKind, labels.contract(terms.contract.typeCode, months: terms.contract.durationMonths)),
                (.workingTimeLabel, labels.label(terms.contract.workingTime?.rawValue, in: .workingTime)),
                (.hours, terms.contract.weeklyHours?.shortText),
                (.pay, labels.pay(terms.pay)),
                (.collectiveAgreementLabel, agreement(terms, labels)),
                (.positionsLabel, terms.positions.map(String.init)),
            ],
            words
        )
    }

    static func requirements(_ terms: VacancyTerms, _ labels: Labels) -> [Fact] {
        let (words, wanted) = (labels.words, terms.requirements)
        let languages = wanted.languages.map { language in
            let name = labels.label(language.code, in: .language) ?? language.code
            return "\(name) \(language.level.rawValue) (\(words(language.required ? .required : .welcome)))"
        }
        return Facts.present(
            [
                (.minimumEducation, labels.label(wanted.minimumEducationCode, in: .education)),
                (.experienceWanted, wanted.experienceMonths.map { words.count($0, one: .month, many: .months) }),
                (.licences, wanted.drivingLicences.joined(separator: ", ")),
                (.ownVehicle, wanted.ownVehicle ? words(.yes) : nil),
                (.languagesWanted, languages.joined(separator: ", ")),
                (.skillsWanted, wanted.skills.joined(separator: ", ")),
            ],
            words
        )
    }

    private static func agreement(_ terms: VacancyTerms, _ labels: Labels) -> String? {
        guard let agreement = terms.contract.collectiveAgreement else { return nil }
        let name =
            labels.reference.entry(agreement, in: .collectiveAgreement).map { labels.words($0.label) } ?? agreement
        return terms.contract.level.map { "\(name), \($0)" } ?? name
    }
}
