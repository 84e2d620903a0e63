public import Domain

/// The JSON form of a vacancy that agencies' software reads and writes.
public enum VacancyJSON {
    /// What was read, and what is wrong with it as it stands, before any rule of the domain has spoken.
    public struct Reading: Hashable, Sendable {
        public let draft: VacancyDraft
        public let findings: [Finding]
    }

    /// Reads a vacancy; what the platform gives itself (code, version, instants) may stand there and is not read.
    ///
    /// A member that nobody knows is an error: what was meant by it would be lost in silence.
    public static func read(_ json: JSON) -> Reading {
        var reader = VacancyJSONReader()
        reader.read(json)
        return Reading(draft: reader.draft, findings: reader.fields.findings)
    }

    /// A draft with a merge patch applied (RFC 7396).
    public static func patch(_ draft: VacancyDraft, with patch: JSON) -> Reading {
        read(JSON.object(members(of: draft)).merging(patch))
    }

    /// Reads what is asked of a vacancy's publication.
    public static func readPublication(_ json: JSON) -> (change: PublicationChange, findings: [Finding]) {
        var fields = JSONFields()
        var change = PublicationChange()
        fields.object(json, "") { fields, name, value in
            switch name {
            case "status": change.status = fields.word(value, name)
            case "publication_end_date": change.endDate = fields.day(value, name)
            case "closing_reason": change.closingReason = fields.word(value, name)
            default: return false
            }
            return true
        }
        return (change, fields.findings)
    }

    /// Members that only the platform writes.
    static let ownMembers: Set<String> = ["code", "publication_start", "created_at", "updated_at", "version"]
}

// MARK: - Writing

extension VacancyJSON {
    /// A vacancy as it is on a day.
    public static func json(_ vacancy: Vacancy, on today: Day) -> JSON {
        var members: [JSON.Member] = [
            JSON.Member("code", .text(vacancy.code.text)),
            JSON.Member("external_reference", .optional(vacancy.externalReference)),
            JSON.Member("branch_code", .text(vacancy.branchCode)),
            JSON.Member("status", .text(vacancy.status(on: today).rawValue)),
        ]
        members += self.members(of: vacancy.terms)
        members += [
            JSON.Member("publication_start", .optional(vacancy.publicationStart?.rfc3339)),
            JSON.Member("publication_end_date", .optional(vacancy.publicationEndDate?.description)),
        ]
        if let reason = vacancy.closingReason { members.append(JSON.Member("closing_reason", .text(reason.rawValue))) }
        members += [
            JSON.Member("created_at", .text(vacancy.createdAt.rfc3339)),
            JSON.Member("updated_at", .text(vacancy.updatedAt.rfc3339)),
            JSON.Member("version", .integer(vacancy.version)),
        ]
        return .object(members)
    }

    /// A draft as it would be sent: what a merge patch is applied to.
    static func members(of draft: VacancyDraft) -> [JSON.Member] {
        [
            JSON.Member("external_reference", .optional(draft.externalReference)),
            JSON.Member("branch_code", .optional(draft.branchCode)),
            JSON.Member("status", .optional(draft.status?.rawValue)),
        ] + members(of: draft.terms) + [
            JSON.Member("publication_end_date", .optional(draft.publicationEndDate?.description)),
            JSON.Member("closing_reason", .optional(draft.closingReason?.rawValue)),
        ]
    }

    private static func members(of terms: VacancyTerms) -> [JSON.Member] {
        let (employer, workplace) = (terms.employer, terms.workplace)
        return [
            JSON.Member("title", .optional(terms.title)),
            JSON.Member("profession_code", .optional(terms.professionCode)),
            JSON.Member("description", .optional(terms.description)),
            JSON.Member("positions", number(terms.positions)),
            JSON.Member(
                "employer",
                [
                    "tax_code": .optional(employer.taxCode), "name": .optional(employer.name),
                    "ateco_code": .optional(employer.atecoCode), "ateco_version": .optional(employer.atecoVersion),
                    "anonymous": .bool(employer.anonymous),
                ]
            ),
            JSON.Member(
                "workplace",
                [
                    "municipality_code": .optional(workplace.municipalityCode),
                    "postal_code": .optional(workplace.postalCode), "address": .optional(workplace.address),
                    "remote_work": .optional(workplace.remoteWork?.rawValue),
                ]
            ),
            JSON.Member("contract", json(terms.contract)),
            JSON.Member(
                "pay",
                [
                    "minimum": money(terms.pay.minimum), "maximum": money(terms.pay.maximum),
                    "period": .optional(terms.pay.period?.rawValue),
                ]
            ),
            JSON.Member("requirements", json(terms.requirements)),
            JSON.Member(
                "contact",
                [
                    "name": .optional(terms.contact.name), "email": .optional(terms.contact.email),
                    "phone": .optional(terms.contact.phone),
                ]
            ),
        ]
    }

    private static func json(_ contract: VacancyTerms.Contract) -> JSON {
        [
            "type_code": .optional(contract.typeCode),
            "duration_months": number(contract.durationMonths),
            "working_time": .optional(contract.workingTime?.rawValue),
            "weekly_hours": number(contract.weeklyHours),
            "part_time_percentage": number(contract.partTimePercentage),
            "shifts": .bool(contract.shifts),
            "night": .bool(contract.night),
            "collective_agreement": .optional(contract.collectiveAgreement),
            "level": .optional(contract.level),
        ]
    }

    private static func json(_ requirements: VacancyTerms.Requirements) -> JSON {
        [
            "minimum_education_code": .optional(requirements.minimumEducationCode),
            "experience_months": number(requirements.experienceMonths),
            "driving_licences": .array(requirements.drivingLicences.map(JSON.text)),
            "own_vehicle": .bool(requirements.ownVehicle),
            "languages": .array(
                requirements.languages.map { language in
                    [
                        "code": .text(language.code), "level": .text(language.level.rawValue),
                        "required": .bool(language.required),
                    ]
                }
            ),
            "skills": .array(requirements.skills.map(JSON.text)),
        ]
    }

    private static func number(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }

    private static func number(_ value: Hundredths?) -> JSON { value.map { .number($0.shortText) } ?? .null }

    private static func money(_ amount: Hundredths?) -> JSON {
        amount.map { ["amount": .text($0.text), "currency": "EUR"] } ?? .null
    }
}
