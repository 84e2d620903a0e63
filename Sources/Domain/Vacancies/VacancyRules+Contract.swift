extension VacancyRules {
    mutating func checkContract() {
        let contract = draft.terms.contract
        checkContractType(contract)
        check(contract.durationMonths, .duration, range: 1...120)
        if contract.workingTime == nil, isPublished { missing(.workingTime) }
        checkHours(contract)
        checkPartTime(contract)
        check(contract.level, .level, length: 1...60)
        check(contract.collectiveAgreement, .collectiveAgreement, length: 1...200)
        checkCollectiveAgreement(contract)
    }

    /// At most 48 hours a week.
    ///
    /// Source: art. 4 d.lgs. 66/2003.
    private mutating func checkHours(_ contract: VacancyTerms.Contract) {
        guard let hours = contract.weeklyHours else { return }
        if hours < Hundredths(0) || hours > Hundredths(4800) {
            error(
                .weeklyHours,
                "out_of_range",
                it: "\(hours.shortText) ore non sono ammesse: da 0 a 48.",
                en: "\(hours.shortText) hours are not taken: from 0 to 48."
            )
        }
    }

    /// The percentage of full time, for part-time posts.
    ///
    /// Without it nobody can tell whether an offer reaches the 60 % of art. 9 DL 48/2023.
    private mutating func checkPartTime(_ contract: VacancyTerms.Contract) {
        guard let percentage = contract.partTimePercentage else {
            if isPublished, contract.workingTime?.isPartTime == true { missing(.partTimePercentage) }
            return
        }
        if percentage < Hundredths(100) || percentage > Hundredths(10_000) {
            error(
                .partTimePercentage,
                "out_of_range",
                it: "\(percentage.shortText) % non è ammesso: da 1 a 100.",
                en: "\(percentage.shortText) % is not taken: from 1 to 100."
            )
        } else if contract.workingTime == .fullTime, percentage != Hundredths(10_000) {
            error(
                .partTimePercentage,
                "part_time_percentage_unexpected",
                it: "L'orario è a tempo pieno, ma è indicata una percentuale di part time.",
                en: "The post is full time, but a part-time percentage is given."
            )
        }
    }

    private mutating func checkCollectiveAgreement(_ contract: VacancyTerms.Contract) {
        guard isPublished, contract.collectiveAgreement?.isEmpty ?? true, isEmployment(contract) else { return }
        if today >= policy.collectiveAgreementStatedFrom {
            missing(.collectiveAgreement)
        } else {
            warning(
                .collectiveAgreement,
                "collective_agreement_missing",
                it:
                    "Manca il contratto collettivo: dal \(policy.collectiveAgreementStatedFrom.italian) è obbligatorio.",
                en: "The collective agreement is missing: obligatory from \(policy.collectiveAgreementStatedFrom)."
            )
        }
    }

    /// The starting pay, or its band, is told before people apply.
    ///
    /// Source: art. 5 of directive (EU) 2023/970.
    mutating func checkPay() {
        let pay = draft.terms.pay
        if let minimum = pay.minimum, let maximum = pay.maximum, maximum < minimum {
            error(
                .payMinimum,
                "pay_minimum_above_maximum",
                it: "La retribuzione minima (\(minimum)) supera la massima (\(maximum)).",
                en: "The lowest pay (\(minimum)) is above the highest (\(maximum)).",
                suggestion: Localized(it: "Scambiare i due importi?", en: "Swap the two amounts?")
            )
        }
        for (field, amount) in [(VacancyField.payMinimum, pay.minimum), (.payMaximum, pay.maximum)] {
            checkPlausible(amount, field, pay.period)
        }
        if pay.minimum == nil, pay.maximum == nil {
            if isPublished { checkPayIsStated() }
        } else if pay.period == nil, isPublished {
            missing(.payPeriod)
        } else if pay.minimum == nil, isPublished {
            warning(
                .payMinimum,
                "pay_minimum_missing",
                it: "C'è solo la retribuzione massima: indicare anche quella iniziale.",
                en: "Only the highest pay is given: state the starting one as well."
            )
        }
    }

    private mutating func checkPayIsStated() {
        if today >= policy.payStatedFrom {
            missing(.payMinimum)
        } else {
            warning(
                .payMinimum,
                "pay_missing",
                it: "Manca la retribuzione: dal \(policy.payStatedFrom.italian) è obbligatoria.",
                en: "The pay is missing: obligatory from \(policy.payStatedFrom)."
            )
        }
    }

    /// An amount that is right in another unit is the commonest slip: 1,500 euro an hour, 9 euro a month.
    private mutating func checkPlausible(_ amount: Hundredths?, _ field: VacancyField, _ period: PayPeriod?) {
        guard let amount else { return }
        if amount <= Hundredths(0) || amount > Hundredths(1_000_000_000) {
            error(
                field,
                "out_of_range",
                it: "\(amount) euro non è ammesso: più di 0 e al massimo 10000000.",
                en: "\(amount) euro is not taken: more than 0, and at most 10000000."
            )
            return
        }
        let usual: ClosedRange<Int64>
        switch period {
        case .hour: usual = 4_00...200_00
        case .month: usual = 200_00...20_000_00
        case .year: usual = 2_000_00...250_000_00
        case nil: return
        }
        if !usual.contains(amount.value), let period {
            warning(
                field,
                "pay_implausible",
                it: "\(amount) euro \(period.label.it) è insolito: controllare l'importo e il periodo.",
                en: "\(amount) euro \(period.label.en) is unusual: check the amount and the period."
            )
        }
    }

    mutating func checkPublication() {
        if draft.status == .closed, draft.closingReason == nil {
            missingReason()
        }
        guard isPublished else { return }
        guard let end = draft.publicationEndDate else {
            missing(.publicationEndDate)
            return
        }
        checkEnd(end)
    }

    mutating func missingReason() {
        error(
            .closingReason,
            "required",
            it: "Per chiudere l'offerta serve il motivo.",
            en: "To be closed the vacancy needs a reason."
        )
    }

    mutating func checkEnd(_ end: Day) {
        let latest = policy.latestEnd(ofPublicationFrom: publicationStart)
        if end < today {
            error(
                .publicationEndDate,
                "publication_end_date_in_the_past",
                it: "La data di fine pubblicazione \(end.italian) è passata.",
                en: "The last day of publication \(end) has passed.",
                suggestion: Localized(it: "Al più tardi il \(latest.italian).", en: "At the latest \(latest).")
            )
        } else if end > latest {
            error(
                .publicationEndDate,
                "publication_end_date_too_late",
                it: "La pubblicazione dura al massimo \(policy.longestPublicationMonths) mesi.",
                en: "A publication lasts \(policy.longestPublicationMonths) months at most.",
                suggestion: Localized(it: "Al più tardi il \(latest.italian).", en: "At the latest \(latest).")
            )
        }
    }
}
