internal import Domain

/// A vacancy on its way from JSON into a draft: whatever cannot be read is a finding, and the rest is read on.
struct VacancyJSONReader {
    var fields = JSONFields()
    var draft = VacancyDraft()

    mutating func read(_ json: JSON) {
        var draft = VacancyDraft()
        fields.object(json, "") { fields, name, value in
            switch name {
            case "external_reference": draft.externalReference = fields.text(value, name)?.trimmingBlanks()
            case "branch_code": draft.branchCode = fields.text(value, name)?.trimmingBlanks()
            case "status": draft.status = fields.word(value, name)
            case "publication_end_date": draft.publicationEndDate = fields.day(value, name)
            case "closing_reason": draft.closingReason = fields.word(value, name)
            case "title": draft.terms.title = fields.text(value, name)
            case "profession_code": draft.terms.professionCode = fields.text(value, name)
            case "description": draft.terms.description = fields.text(value, name)
            case "positions": draft.terms.positions = fields.integer(value, name)
            case "employer": draft.terms.employer = fields.employer(value)
            case "workplace": draft.terms.workplace = fields.workplace(value)
            case "contract": draft.terms.contract = fields.contract(value)
            case "pay": draft.terms.pay = fields.pay(value)
            case "requirements": draft.terms.requirements = fields.requirements(value)
            case "contact": draft.terms.contact = fields.contact(value)
            default: return VacancyJSON.ownMembers.contains(name)
            }
            return true
        }
        self.draft = draft
    }
}

extension JSONFields {
    fileprivate mutating func employer(_ json: JSON) -> VacancyTerms.Employer {
        var employer = VacancyTerms.Employer()
        object(json, "employer") { fields, name, value in
            switch name {
            case "tax_code": employer.taxCode = fields.text(value, "employer.tax_code")
            case "name": employer.name = fields.text(value, "employer.name")
            case "ateco_code": employer.atecoCode = fields.text(value, "employer.ateco_code")
            case "ateco_version": employer.atecoVersion = fields.text(value, "employer.ateco_version")
            case "anonymous": employer.anonymous = fields.flag(value, "employer.anonymous")
            default: return false
            }
            return true
        }
        return employer
    }

    fileprivate mutating func workplace(_ json: JSON) -> VacancyTerms.Workplace {
        var workplace = VacancyTerms.Workplace()
        object(json, "workplace") { fields, name, value in
            switch name {
            case "municipality_code": workplace.municipalityCode = fields.text(value, "workplace.municipality_code")
            case "postal_code": workplace.postalCode = fields.text(value, "workplace.postal_code")
            case "address": workplace.address = fields.text(value, "workplace.address")
            case "remote_work": workplace.remoteWork = fields.word(value, "workplace.remote_work")
            default: return false
            }
            return true
        }
        return workplace
    }

    fileprivate mutating func contract(_ json: JSON) -> VacancyTerms.Contract {
        var contract = VacancyTerms.Contract()
        object(json, "contract") { fields, name, value in
            switch name {
            case "type_code": contract.typeCode = fields.text(value, "contract.type_code")
            case "duration_months": contract.durationMonths = fields.integer(value, "contract.duration_months")
            case "working_time": contract.workingTime = fields.word(value, "contract.working_time")
            case "weekly_hours": contract.weeklyHours = fields.hundredths(value, "contract.weekly_hours")
            case "part_time_percentage":
                contract.partTimePercentage = fields.hundredths(value, "contract.part_time_percentage")
            case "shifts": contract.shifts = fields.flag(value, "contract.shifts")
            case "night": contract.night = fields.flag(value, "contract.night")
            case "collective_agreement":
                contract.collectiveAgreement = fields.text(value, "contract.collective_agreement")
            case "level": contract.level = fields.text(value, "contract.level")
            default: return false
            }
            return true
        }
        return contract
    }

    fileprivate mutating func pay(_ json: JSON) -> VacancyTerms.Pay {
        var pay = VacancyTerms.Pay()
        object(json, "pay") { fields, name, value in
            switch name {
            case "minimum": pay.minimum = fields.money(value, "pay.minimum")
            case "maximum": pay.maximum = fields.money(value, "pay.maximum")
            case "period": pay.period = fields.word(value, "pay.period")
            default: return false
            }
            return true
        }
        return pay
    }

    fileprivate mutating func requirements(_ json: JSON) -> VacancyTerms.Requirements {
        var requirements = VacancyTerms.Requirements()
        object(json, "requirements") { fields, name, value in
            let field = "requirements." + name
            switch name {
            case "minimum_education_code": requirements.minimumEducationCode = fields.text(value, field)
            case "experience_months": requirements.experienceMonths = fields.integer(value, field)
            case "driving_licences": requirements.drivingLicences = fields.texts(value, field)
            case "own_vehicle": requirements.ownVehicle = fields.flag(value, field)
            case "languages":
                requirements.languages = fields.items(value, field) { fields, item, path in
                    fields.language(item, path)
                }
            case "skills": requirements.skills = fields.texts(value, field)
            default: return false
            }
            return true
        }
        return requirements
    }

    private mutating func language(_ json: JSON, _ field: String) -> LanguageRequirement? {
        var (code, level, isRequired): (String?, LanguageLevel?, Bool) = (nil, nil, false)
        let before = findings.count
        object(json, field) { fields, name, value in
            switch name {
            case "code": code = fields.text(value, "\(field).code")
            case "level": level = fields.word(value, "\(field).level")
            case "required": isRequired = fields.flag(value, "\(field).required")
            default: return false
            }
            return true
        }
        if let code, let level { return LanguageRequirement(code: code, level: level, required: isRequired) }
        if findings.count == before { add(.blank(code == nil ? "\(field).code" : "\(field).level")) }
        return nil
    }

    fileprivate mutating func contact(_ json: JSON) -> VacancyTerms.Contact {
        var contact = VacancyTerms.Contact()
        object(json, "contact") { fields, name, value in
            switch name {
            case "name": contact.name = fields.text(value, "contact.name")
            case "email": contact.email = fields.text(value, "contact.email")
            case "phone": contact.phone = fields.text(value, "contact.phone")
            default: return false
            }
            return true
        }
        return contact
    }
}
