public import Domain

extension VacancyDraft {
    /// A vacancy without a fault, to be published on 1 December 2026 until the end of the year.
    public static func sample(
        _ reference: String? = "MI-2026-0123",
        branch: String = "ALFA-MI1",
        status: Vacancy.Status? = .published,
        until end: Day? = "2026-12-31"
    ) -> VacancyDraft {
        var draft = VacancyDraft()
        draft.externalReference = reference
        draft.branchCode = branch
        draft.status = status
        draft.publicationEndDate = end
        draft.terms = .sample
        return draft
    }

    public func with(_ change: (inout VacancyDraft) -> Void) -> VacancyDraft {
        var draft = self
        change(&draft)
        return draft
    }
}

extension VacancyTerms {
    public static var sample: VacancyTerms {
        var terms = VacancyTerms()
        terms.title = "Cameriere/a di sala"
        terms.professionCode = "5.2.2.3.2"
        terms.description = "Accoglienza dei clienti, servizio ai tavoli e cura della sala in un ristorante del centro."
        terms.positions = 3
        terms.employer.taxCode = "01234567897"
        terms.employer.name = "Trattoria del Porto S.r.l."
        terms.employer.atecoCode = "56.10.11"
        terms.employer.atecoVersion = "2007"
        terms.workplace.municipalityCode = "F205"
        terms.workplace.postalCode = "20121"
        terms.workplace.address = "Via Brera 12"
        terms.workplace.remoteWork = .onSite
        terms.contract.typeCode = "A.02.00"
        terms.contract.durationMonths = 6
        terms.contract.workingTime = .horizontalPartTime
        terms.contract.weeklyHours = Hundredths(24_00)
        terms.contract.partTimePercentage = Hundredths(60_00)
        terms.contract.shifts = true
        terms.contract.collectiveAgreement = "H052"
        terms.contract.level = "5"
        terms.pay.minimum = Hundredths(1050_00)
        terms.pay.maximum = Hundredths(1200_00)
        terms.pay.period = .month
        terms.requirements.minimumEducationCode = "LSE"
        terms.requirements.experienceMonths = 6
        terms.requirements.languages = [LanguageRequirement(code: "en", level: .b1, required: true)]
        terms.requirements.skills = ["servizio ai tavoli"]
        terms.contact.name = "Ufficio selezione"
        terms.contact.email = "milano@agenzia.example"
        return terms
    }
}

/// 1 December 2026, when the tests take place unless they say otherwise.
public let december = Instant(milliseconds: 1_796_119_200_000)
