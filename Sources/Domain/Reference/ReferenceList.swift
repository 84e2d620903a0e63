public import Persistence

/// The code lists that the domain speaks in.
public enum ReferenceList: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    /// Education levels, the controlled vocabulary `education-level` of Istat.
    case education
    /// Contract types of the mandatory communications (Ministry of Labour, table ST-TIPO CONTRATTI).
    case contractType = "contract_type"
    /// Working time of the mandatory communications (`tipo orario`).
    case workingTime = "working_time"
    /// Languages, ISO 639-1.
    case language
    /// Levels of the Common European Framework of Reference for Languages.
    case languageLevel = "language_level"
    /// Categories of driving licence (art. 116 d.lgs. 285/1992, directive 2006/126/EC).
    case drivingLicence = "driving_licence"
    /// Licences and certificates that a job may ask for, beside the driving licence.
    case professionalCard = "professional_card"
    /// The measures that bring people here.
    case measure
    case region
    case province
    /// Foreign states with their code of the cadastre, the ended ones too: they stand in living people's tax codes.
    case foreignState = "foreign_state"
    /// Professions, Istat CP2021.
    case profession
    case ateco2007 = "ateco_2007"
    case ateco2025 = "ateco_2025"
    /// National collective agreements (CCNL), by the code of CNEL where it is known.
    case collectiveAgreement = "collective_agreement"
    /// The comuni of today.
    case municipality
    /// What comuni were before: earlier names, provinces and comuni that are no more.
    case formerMunicipality = "former_municipality"

    /// The edition of ATECO that a code belongs to.
    public init?(atecoVersion: String) {
        switch atecoVersion {
        case "2007": self = .ateco2007
        case "2025": self = .ateco2025
        default: return nil
        }
    }

    /// Whether the list that comes with the software is whole, so that a code that it lacks is wrong.
    ///
    /// The others start as a selection of ours, and are whole once the official table has been imported.
    public var isWhole: Bool {
        switch self {
        case .education, .contractType, .workingTime, .language, .languageLevel, .drivingLicence, .professionalCard,
            .measure, .region, .province, .foreignState, .municipality, .formerMunicipality:
            true
        case .profession, .ateco2007, .ateco2025, .collectiveAgreement:
            false
        }
    }

    /// How a message to people names one of its codes.
    public var name: Localized {
        switch self {
        case .education: Localized(it: "titolo di studio", en: "education level")
        case .contractType: Localized(it: "tipo di contratto", en: "contract type")
        case .workingTime: Localized(it: "tipo di orario", en: "working time")
        case .language: Localized(it: "lingua", en: "language")
        case .languageLevel: Localized(it: "livello di lingua", en: "language level")
        case .drivingLicence: Localized(it: "patente di guida", en: "driving licence")
        case .professionalCard: Localized(it: "patentino o abilitazione", en: "professional card")
        case .measure: Localized(it: "misura", en: "measure")
        case .region: Localized(it: "regione", en: "region")
        case .province: Localized(it: "provincia", en: "province")
        case .foreignState: Localized(it: "stato estero", en: "foreign state")
        case .profession: Localized(it: "professione CP2021", en: "CP2021 profession")
        case .ateco2007: Localized(it: "attività ATECO 2007", en: "ATECO 2007 activity")
        case .ateco2025: Localized(it: "attività ATECO 2025", en: "ATECO 2025 activity")
        case .collectiveAgreement: Localized(it: "contratto collettivo", en: "collective agreement")
        case .municipality, .formerMunicipality: Localized(it: "comune", en: "municipality")
        }
    }

    /// Whether the code itself is the list's order; the others keep the order of their table.
    var isInOrderOfCode: Bool {
        switch self {
        case .profession, .ateco2007, .ateco2025, .foreignState, .region, .province: true
        default: false
        }
    }

    /// How a code of the list is written, for those lists whose codes are checked by their form.
    var pattern: CodePattern? {
        switch self {
        case .profession: CodePattern("9.9.9.9.9")
        case .ateco2007, .ateco2025: CodePattern("99.99.99")
        case .contractType: CodePattern("A.99.99")
        case .municipality, .formerMunicipality, .foreignState: CodePattern("A999")
        default: nil
        }
    }
}

/// The form of a code: `9` stands for a digit, `A` for a capital letter, anything else for itself.
struct CodePattern: Sendable {
    let form: StaticString

    init(_ form: StaticString) {
        self.form = form
    }

    func matches(_ code: String) -> Bool {
        let bytes = Array(code.utf8)
        return form.withUTF8Buffer { form in
            bytes.count == form.count
                && zip(form, bytes).allSatisfy { expected, byte in
                    switch expected {
                    case UInt8(ascii: "9"): (48...57).contains(byte)
                    case UInt8(ascii: "A"): (65...90).contains(byte)
                    default: expected == byte
                    }
                }
        }
    }
}
