/// A column of the list of citizens, the same on the page and in the spreadsheet.
///
/// Neither tax code nor birth date are among them, nor anything of the benefit, of the family or of health: an agency
/// does not need them to choose whom to call (minimisation, art. 5 GDPR).
public enum CitizenColumn: String, ListColumn {
    case familyName = "family_name"
    case givenName = "given_name"
    case age
    case municipality
    case province
    case phone
    case email
    case measure
    case education
    case profession
    case experience
    case licences
    case ownVehicle = "own_vehicle"
    case languages
    case workingTimes = "working_times"
    case contracts
    case readiness
    case territory
    case availableFrom = "available_from"
    case lastJob = "last_job"
    case padDay = "pad_day"
    case servicePact = "service_pact"
    case branches
    case curriculumAt = "curriculum_at"
    case interests

    /// What a list shows unless somebody has chosen.
    public static let standard: [CitizenColumn] = [
        .familyName, .givenName, .age, .municipality, .province, .phone, .email, .education, .profession, .experience,
        .licences, .ownVehicle, .padDay, .branches, .curriculumAt, .interests,
    ]

    public var title: Localized {
        switch self {
        case .familyName: Localized(it: "Cognome", en: "Family name")
        case .givenName: Localized(it: "Nome", en: "Given name")
        case .age: Localized(it: "Età", en: "Age")
        case .municipality: Localized(it: "Comune di domicilio", en: "Municipality")
        case .province: Localized(it: "Provincia", en: "Province")
        case .phone: Localized(it: "Telefono", en: "Telephone")
        case .email: Localized(it: "E-mail", en: "E-mail")
        case .measure: Localized(it: "Misura", en: "Measure")
        case .education: Localized(it: "Titolo di studio più alto", en: "Highest education")
        case .profession: Localized(it: "Professione desiderata", en: "Desired profession")
        case .experience: Localized(it: "Anni di esperienza", en: "Years of experience")
        case .licences: Localized(it: "Patenti", en: "Driving licences")
        case .ownVehicle: Localized(it: "Automunito", en: "Own vehicle")
        case .languages: Localized(it: "Lingue", en: "Languages")
        case .workingTimes: Localized(it: "Orario gradito", en: "Working time wanted")
        case .contracts: Localized(it: "Contratti graditi", en: "Contracts wanted")
        case .readiness: Localized(it: "Disponibilità", en: "Ready for")
        case .territory: Localized(it: "Dove lavorerebbe", en: "Where to work")
        case .availableFrom: Localized(it: "Disponibile dal", en: "Available from")
        case .lastJob: Localized(it: "Ultimo lavoro", en: "Last job")
        case .padDay: Localized(it: "Data PAD", en: "Activation pact of")
        case .servicePact: Localized(it: "Stato PSP", en: "Service pact")
        case .branches: Localized(it: "Filiali scelte", en: "Branches chosen")
        case .curriculumAt: Localized(it: "CV aggiornato il", en: "CV updated at")
        case .interests: Localized(it: "Manifestazioni di interesse", en: "Expressions of interest")
        }
    }

    public var kind: ListValueKind {
        switch self {
        case .age, .experience, .interests: .integer
        case .padDay, .availableFrom: .day
        case .curriculumAt: .instant
        case .ownVehicle: .boolean
        case .phone: .code
        case .familyName, .givenName, .municipality, .province, .email, .measure, .education, .profession, .licences,
            .languages, .workingTimes, .contracts, .readiness, .territory, .lastJob, .servicePact, .branches:
            .text
        }
    }

    /// By what a click on the heading sorts.
    public var sort: CitizenSortKey? {
        switch self {
        case .familyName: .surname
        case .age: .age
        case .education: .education
        case .padDay: .pact
        case .givenName, .municipality, .province, .phone, .email, .measure, .profession, .experience, .licences,
            .ownVehicle, .languages, .workingTimes, .contracts, .readiness, .territory, .availableFrom, .lastJob,
            .servicePact, .branches, .curriculumAt, .interests:
            nil
        }
    }
}

extension CitizenColumn {
    /// The row's value in this column.
    public func value(_ row: CitizenRow, _ context: ListContext) -> ListValue {
        switch self {
        case .familyName: .text(row.familyName)
        case .givenName: .text(row.givenName)
        case .age: .integer(row.birthDate.age(on: context.today))
        case .municipality:
            context.municipality(row.municipalityCode)
        case .province: .text(row.province)
        case .phone: ListValue(row.phone)
        case .email: ListValue(row.email)
        case .measure: ListValue(row.measure)
        case .education: context.label(row.educationCode, .education)
        case .profession:
            row.professionCode == nil ? ListValue(row.professionText) : context.label(row.professionCode, .profession)
        case .experience: ListValue(row.experience.map { $0.months(on: context.today) / 12 })
        case .licences: ListValue(row.licences)
        case .ownVehicle: row.ownVehicle.map(ListValue.boolean) ?? .empty
        case .languages: ListValue(languages(row, context))
        case .workingTimes: ListValue(labels(row.workingTimes, .workingTime, context))
        case .contracts: ListValue(labels(row.contractTypes, .contractType, context))
        case .readiness: ListValue(readiness(row, context))
        case .territory: ListValue(territory(row, context))
        case .availableFrom: ListValue(row.availableFrom)
        case .lastJob: ListValue(row.lastJob)
        case .padDay: ListValue(row.padDay)
        case .servicePact: ListValue(row.servicePactState?.label[context.language])
        case .branches: ListValue(row.branches.compactMap { context.branches[$0] }.sorted().joined(separator: ", "))
        case .curriculumAt: ListValue(row.curriculumAt)
        case .interests: row.interests.map { .integer($0) } ?? .empty
        }
    }

    private func languages(_ row: CitizenRow, _ context: ListContext) -> String {
        (row.languages ?? "").split(separator: " ").map { pair in
            let parts = pair.split(separator: ":").map(String.init)
            let name = context.reference.label(parts.first ?? "", in: .language)[context.language]
            return parts.count > 1 ? "\(name) \(parts[1])" : name
        }.joined(separator: ", ")
    }

    private func labels(_ codes: String?, _ list: ReferenceList, _ context: ListContext) -> String {
        (codes ?? "").split(separator: " ")
            .map { context.reference.label(String($0), in: list)[context.language] }.joined(separator: ", ")
    }

    private func readiness(_ row: CitizenRow, _ context: ListContext) -> String {
        (row.readiness ?? "").split(separator: " ").compactMap { word in
            switch word {
            case "shifts": Localized(it: "turni", en: "shifts")
            case "nights": Localized(it: "notti", en: "nights")
            case "holidays": Localized(it: "festivi", en: "holidays")
            case "travel": Localized(it: "trasferte", en: "travel")
            default: nil
            }
        }.map { $0[context.language] }.joined(separator: ", ")
    }

    private func territory(_ row: CitizenRow, _ context: ListContext) -> String {
        (row.territory ?? "").split(separator: " ").compactMap { place -> String? in
            let code = String(place.dropFirst(2))
            switch place.prefix(2) {
            case "m:": return context.reference.municipality(code)?.name ?? code
            case "p:": return context.reference.label(code, in: .province)[context.language]
            case "r:": return context.reference.label(code, in: .region)[context.language]
            case "k:": return Localized(it: "entro \(code) km", en: "within \(code) km")[context.language]
            default: return nil
            }
        }.joined(separator: ", ")
    }
}
