/// A column of the list of expressions of interest; what it shows of the citizen is as it was when she sent it.
public enum InterestColumn: String, ListColumn {
    case submittedAt = "submitted_at"
    case vacancyCode = "vacancy_code"
    case vacancyReference = "vacancy_reference"
    case vacancyTitle = "vacancy_title"
    case branch
    case familyName = "family_name"
    case givenName = "given_name"
    case age
    case municipality
    case province
    case phone
    case email
    case education
    case status
    case updatedAt = "updated_at"
    case movedBy = "moved_by"
    case viewedAt = "viewed_at"
    case message

    public static let standard: [InterestColumn] = [
        .familyName, .givenName, .age, .municipality, .education, .phone, .email, .vacancyTitle, .vacancyCode, .branch,
        .status, .submittedAt, .updatedAt, .movedBy,
    ]

    public var title: Localized {
        switch self {
        case .submittedAt: Localized(it: "Inviata il", en: "Submitted at")
        case .vacancyCode: Localized(it: "Codice offerta", en: "Vacancy code")
        case .vacancyReference: Localized(it: "Codice dell'agenzia", en: "Agency's reference")
        case .vacancyTitle: Localized(it: "Offerta", en: "Vacancy")
        case .branch: Localized(it: "Filiale", en: "Branch")
        case .familyName: Localized(it: "Cognome", en: "Family name")
        case .givenName: Localized(it: "Nome", en: "Given name")
        case .age: Localized(it: "Età", en: "Age")
        case .municipality: Localized(it: "Comune di domicilio", en: "Municipality")
        case .province: Localized(it: "Provincia", en: "Province")
        case .phone: Localized(it: "Telefono", en: "Telephone")
        case .email: Localized(it: "E-mail", en: "E-mail")
        case .education: Localized(it: "Titolo di studio più alto", en: "Highest education")
        case .status: Localized(it: "Stato", en: "State")
        case .updatedAt: Localized(it: "Ultimo cambio", en: "Last change")
        case .movedBy: Localized(it: "Operatore", en: "Operator")
        case .viewedAt: Localized(it: "Letta il", en: "Read at")
        case .message: Localized(it: "Messaggio", en: "Message")
        }
    }

    public var kind: ListValueKind {
        switch self {
        case .age: .integer
        case .submittedAt, .updatedAt, .viewedAt: .instant
        case .vacancyCode, .vacancyReference, .phone: .code
        case .vacancyTitle, .branch, .familyName, .givenName, .municipality, .province, .email, .education, .status,
            .movedBy, .message:
            .text
        }
    }

    public var sort: InterestSortKey? {
        switch self {
        case .submittedAt: .submitted
        case .familyName: .surname
        case .vacancyCode, .vacancyReference, .vacancyTitle, .branch, .givenName, .age, .municipality, .province,
            .phone, .email, .education, .status, .updatedAt, .movedBy, .viewedAt, .message:
            nil
        }
    }

    /// What of a citizen an export tells, in the words of her own list of sightings.
    var disclosed: CitizenColumn {
        switch self {
        case .familyName: .familyName
        case .givenName: .givenName
        case .age: .age
        case .municipality: .municipality
        case .province: .province
        case .phone: .phone
        case .email: .email
        case .education: .education
        case .submittedAt, .vacancyCode, .vacancyReference, .vacancyTitle, .branch, .status, .updatedAt, .movedBy,
            .viewedAt, .message:
            .interests
        }
    }
}

extension InterestColumn {
    public func value(_ row: ListedInterest, _ context: ListContext) -> ListValue {
        let (received, interest) = (row.received, row.received.interest)
        return switch self {
        case .submittedAt: .instant(interest.submittedAt)
        case .vacancyCode: .text(received.vacancyCode.text)
        case .vacancyReference: ListValue(row.vacancyReference)
        case .vacancyTitle: .text(received.vacancyTitle)
        case .branch: context.branch(interest.branch)
        case .familyName: .text(received.familyName)
        case .givenName: .text(received.givenName)
        case .age: .integer(received.birthDate.age(on: context.today))
        case .municipality: context.municipality(received.municipalityCode)
        case .province: ListValue(received.municipalityCode.flatMap(context.reference.municipality)?.province)
        case .phone: ListValue(received.phone)
        case .email: ListValue(received.email)
        case .education: context.label(received.educationCode, .education)
        case .status: context.label(interest.status.label)
        case .updatedAt: .instant(interest.updatedAt)
        case .movedBy: ListValue(row.movedBy)
        case .viewedAt: ListValue(interest.viewedAt)
        case .message: ListValue(interest.message)
        }
    }
}
