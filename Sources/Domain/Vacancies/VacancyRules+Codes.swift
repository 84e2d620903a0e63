/// The checks against the code lists, which know how far each list can be trusted.
extension VacancyRules {
    private mutating func check(_ code: String, _ field: VacancyField, in list: ReferenceList) {
        reference.check(code, in: list, field: field.name, use: .current(on: today)).forEach { add($0) }
    }

    mutating func checkProfession(_ code: String?) {
        guard let code, !code.isEmpty else {
            if isPublished { missing(.professionCode) }
            return
        }
        check(code, .professionCode, in: .profession)
    }

    mutating func checkActivity(_ employer: VacancyTerms.Employer) {
        guard let code = employer.atecoCode, !code.isEmpty else {
            if isPublished { missing(.atecoCode) }
            return
        }
        guard let version = employer.atecoVersion, !version.isEmpty else {
            if isPublished { missing(.atecoVersion) }
            return
        }
        let findings = reference.check(
            activity: code,
            version: version,
            field: VacancyField.atecoCode.name,
            versionField: VacancyField.atecoVersion.name,
            use: .current(on: today)
        )
        findings.forEach { add($0) }
    }

    mutating func checkMunicipality(_ code: String?) {
        guard let code, !code.isEmpty else {
            if isPublished { missing(.municipalityCode) }
            return
        }
        check(code, .municipalityCode, in: code.hasPrefix("Z") && code.utf8.count == 4 ? .foreignState : .municipality)
    }

    mutating func checkContractType(_ contract: VacancyTerms.Contract) {
        guard let code = contract.typeCode, !code.isEmpty else {
            if isPublished { missing(.contractType) }
            return
        }
        check(code, .contractType, in: .contractType)
        guard let type = reference.contractType(code) else { return }
        if type.durationIsRequired {
            if contract.durationMonths == nil, isPublished { missing(.duration) }
        } else if contract.durationMonths != nil, type.kind == .permanent || type.kind == .agencyPermanent {
            warning(
                .duration,
                "duration_unexpected",
                it: "Un contratto a tempo indeterminato non ha durata.",
                en: "A permanent contract has no duration."
            )
        }
    }

    /// Whether the contract is one of employment, to which a collective agreement applies.
    func isEmployment(_ contract: VacancyTerms.Contract) -> Bool {
        guard let type = contract.typeCode.flatMap(reference.contractType) else { return false }
        switch type.kind {
        case .permanent, .fixedTerm, .apprenticeship, .domestic, .intermittent, .agencyPermanent, .agencyFixedTerm,
            .otherEmployment:
            return true
        case .collaboration, .traineeship, .other:
            return false
        }
    }

    mutating func checkEducation(_ code: String?) {
        guard let code, !code.isEmpty else { return }
        check(code, .education, in: .education)
    }

    mutating func checkLicence(_ code: String) {
        check(code, .licences, in: .drivingLicence)
    }

    mutating func checkLanguage(_ code: String) {
        check(code, .languages, in: .language)
    }
}
