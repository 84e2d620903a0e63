/// A column of an agency's list of vacancies.
public enum VacancyListColumn: String, ListColumn {
    case code
    case externalReference = "external_reference"
    case title
    case status
    case profession
    case municipality
    case province
    case contract
    case workingTime = "working_time"
    case positions
    case vacantPositions = "vacant_positions"
    case branch
    case publishedOn = "published_on"
    case endDate = "end_date"
    case interests
    case unread
    case employer
    case remoteWork = "remote_work"
    case education
    case payMinimum = "pay_minimum"
    case payMaximum = "pay_maximum"
    case payPeriod = "pay_period"
    case contactName = "contact_name"
    case updatedAt = "updated_at"
    case createdAt = "created_at"

    public static let standard: [VacancyListColumn] = [
        .title, .status, .code, .externalReference, .profession, .municipality, .contract, .workingTime, .positions,
        .vacantPositions, .branch, .publishedOn, .endDate, .unread, .interests, .updatedAt,
    ]

    public var title: Localized {
        switch self {
        case .code: Localized(it: "Codice offerta", en: "Vacancy code")
        case .externalReference: Localized(it: "Codice dell'agenzia", en: "Agency's reference")
        case .title: Localized(it: "Titolo", en: "Title")
        case .status: Localized(it: "Stato", en: "State")
        case .profession: Localized(it: "Professione CP2021", en: "CP2021 profession")
        case .municipality: Localized(it: "Comune", en: "Municipality")
        case .province: Localized(it: "Provincia", en: "Province")
        case .contract: Localized(it: "Contratto", en: "Contract")
        case .workingTime: Localized(it: "Orario", en: "Working time")
        case .positions: Localized(it: "Posti", en: "Positions")
        case .vacantPositions: Localized(it: "Posti residui", en: "Vacant positions")
        case .branch: Localized(it: "Filiale", en: "Branch")
        case .publishedOn: Localized(it: "Pubblicata il", en: "Published on")
        case .endDate: Localized(it: "Fine pubblicazione", en: "End of publication")
        case .interests: Localized(it: "Manifestazioni", en: "Expressions of interest")
        case .unread: Localized(it: "Non lette", en: "Unread")
        case .employer: Localized(it: "Datore di lavoro", en: "Employer")
        case .remoteWork: Localized(it: "Lavoro agile", en: "Remote work")
        case .education: Localized(it: "Titolo di studio minimo", en: "Minimum education")
        case .payMinimum: Localized(it: "Retribuzione minima (euro)", en: "Minimum pay (euro)")
        case .payMaximum: Localized(it: "Retribuzione massima (euro)", en: "Maximum pay (euro)")
        case .payPeriod: Localized(it: "Periodo della retribuzione", en: "Pay period")
        case .contactName: Localized(it: "Referente", en: "Contact")
        case .updatedAt: Localized(it: "Ultima modifica", en: "Last change")
        case .createdAt: Localized(it: "Creata il", en: "Created at")
        }
    }

    public var kind: ListValueKind {
        switch self {
        case .positions, .vacantPositions, .interests, .unread: .integer
        case .payMinimum, .payMaximum: .decimal
        case .endDate: .day
        case .publishedOn, .updatedAt, .createdAt: .instant
        case .code, .externalReference: .code
        case .title, .status, .profession, .municipality, .province, .contract, .workingTime, .branch, .employer,
            .remoteWork, .education, .payPeriod, .contactName:
            .text
        }
    }

    public var sort: VacancySortKey? {
        switch self {
        case .publishedOn: .published
        case .endDate: .end
        case .code, .externalReference, .title, .status, .profession, .municipality, .province, .contract, .workingTime,
            .positions, .vacantPositions, .branch, .interests, .unread, .employer, .remoteWork, .education, .payMinimum,
            .payMaximum, .payPeriod, .contactName, .updatedAt, .createdAt:
            nil
        }
    }
}

extension VacancyListColumn {
    public func value(_ row: ListedVacancy, _ context: ListContext) -> ListValue {
        let (vacancy, terms) = (row.vacancy, row.vacancy.terms)
        return switch self {
        case .code: .text(vacancy.code.text)
        case .externalReference: ListValue(vacancy.externalReference)
        case .title: ListValue(terms.title)
        case .status: context.label(row.status.label)
        case .profession: context.label(terms.professionCode, .profession)
        case .municipality: context.municipality(terms.workplace.municipalityCode)
        case .province:
            ListValue(terms.workplace.municipalityCode.flatMap(context.reference.municipality)?.province)
        case .contract: context.label(terms.contract.typeCode, .contractType)
        case .workingTime: context.label(terms.contract.workingTime?.rawValue, .workingTime)
        case .positions: ListValue(terms.positions)
        case .vacantPositions: ListValue(row.vacantPositions)
        case .branch: context.branch(vacancy.branch)
        case .publishedOn: ListValue(vacancy.publicationStart)
        case .endDate: ListValue(vacancy.publicationEndDate)
        case .interests: .integer(row.interests)
        case .unread: .integer(row.unread)
        case .employer: ListValue(terms.employer.name)
        case .remoteWork: context.label(terms.workplace.remoteWork?.label)
        case .education: context.label(terms.requirements.minimumEducationCode, .education)
        case .payMinimum: ListValue(terms.pay.minimum)
        case .payMaximum: ListValue(terms.pay.maximum)
        case .payPeriod: context.label(terms.pay.period?.label)
        case .contactName: ListValue(terms.contact.name)
        case .updatedAt: .instant(vacancy.updatedAt)
        case .createdAt: .instant(vacancy.createdAt)
        }
    }
}
