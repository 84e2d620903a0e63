internal import Domain

extension VacancyColumn {
    static let contract: [VacancyColumn] = [
        .text(
            "contract.type_code",
            aliases: ["Tipo contratto", "Tipologia contrattuale", "Codice contratto"],
            it:
                "Tipo di contratto delle comunicazioni obbligatorie (per esempio A.02.00). Obbligatorio per pubblicare.",
            en: "The contract type of the mandatory communications (for instance A.02.00). Needed to be published.",
            examples: ("A.02.00", "A.06.01"),
            \.terms.contract.typeCode
        ),
        .integer(
            "contract.duration_months",
            aliases: ["Durata mesi", "Durata in mesi"],
            it: "Durata in mesi (1–120). Obbligatoria per pubblicare un contratto a termine.",
            en: "Months (1–120). Needed to publish a contract for a fixed term.",
            examples: ("6", "3"),
            \.terms.contract.durationMonths
        ),
        .word(
            "contract.working_time",
            aliases: ["Orario", "Orario di lavoro", "Tipo orario"],
            it:
                "F tempo pieno, P part time orizzontale, V verticale, M misto, N non definito. Obbligatorio per pubblicare.",
            en: "F full time, P horizontal part time, V vertical, M mixed, N undefined. Needed to be published.",
            examples: ("P", "F"),
            [
                "tempo pieno": .fullTime, "full time": .fullTime, "part time": .horizontalPartTime,
                "part time orizzontale": .horizontalPartTime, "part time verticale": .verticalPartTime,
                "part time misto": .mixedPartTime, "non definito": .undefined,
            ],
            \.terms.contract.workingTime
        ),
        .hundredths(
            "contract.weekly_hours",
            aliases: ["Ore settimanali"],
            it: "Ore settimanali (0–48).",
            en: "Hours a week (0–48).",
            examples: ("24", "40"),
            \.terms.contract.weeklyHours
        ),
        .hundredths(
            "contract.part_time_percentage",
            aliases: ["Percentuale part time", "% part time"],
            it: "Percentuale di part time (1–100). Obbligatoria per pubblicare un part time.",
            en: "The part-time percentage (1–100). Needed to publish a part-time post.",
            examples: ("60", ""),
            \.terms.contract.partTimePercentage
        ),
        .boolean(
            "contract.shifts",
            aliases: ["Turni"],
            it: "S se si lavora a turni.",
            en: "S (yes) for shift work.",
            examples: ("S", "N"),
            \.terms.contract.shifts
        ),
        .boolean(
            "contract.night",
            aliases: ["Notturno", "Lavoro notturno"],
            it: "S se si lavora di notte.",
            en: "S (yes) for night work.",
            examples: ("N", "N"),
            \.terms.contract.night
        ),
        .text(
            "contract.collective_agreement",
            aliases: ["CCNL", "Contratto collettivo"],
            it: "Contratto collettivo, codice CNEL o nome. Obbligatorio per pubblicare un lavoro dipendente.",
            en: "The collective agreement, CNEL code or name. Needed to publish a post for an employee.",
            examples: ("H052", "H011"),
            \.terms.contract.collectiveAgreement
        ),
        .text(
            "contract.level",
            aliases: ["Livello", "Livello di inquadramento"],
            it: "Livello di inquadramento.",
            en: "The level in the collective agreement.",
            examples: ("5", "4"),
            \.terms.contract.level
        ),
    ]

    static let pay: [VacancyColumn] = [
        .hundredths(
            "pay.minimum",
            aliases: ["Retribuzione minima", "Retribuzione", "pay.minimum.amount"],
            it: "Retribuzione lorda minima, in euro. Obbligatoria per pubblicare (direttiva (UE) 2023/970).",
            en: "The lowest gross pay, in euro. Needed to be published (directive (EU) 2023/970).",
            examples: ("1050.00", "9,50"),
            \.terms.pay.minimum
        ),
        .hundredths(
            "pay.maximum",
            aliases: ["Retribuzione massima", "pay.maximum.amount"],
            it: "Retribuzione lorda massima, in euro.",
            en: "The highest gross pay, in euro.",
            examples: ("1200.00", "10,20"),
            \.terms.pay.maximum
        ),
        currency("pay.currency", aliases: ["Valuta"]),
        currency("pay.minimum.currency", aliases: []).undocumented(),
        currency("pay.maximum.currency", aliases: []).undocumented(),
        .word(
            "pay.period",
            aliases: ["Periodo retribuzione", "Periodo"],
            it: "Periodo della retribuzione: hour (ora), month (mese), year (anno). Obbligatorio con la retribuzione.",
            en: "What the pay is for: hour, month, year. Needed with the pay.",
            examples: ("month", "ora"),
            [
                "ora": .hour, "oraria": .hour, "mese": .month, "mensile": .month, "anno": .year, "annua": .year,
                "annuale": .year,
            ],
            \.terms.pay.period
        ),
    ]

    static let requirements: [VacancyColumn] = [
        .text(
            "requirements.minimum_education_code",
            aliases: ["Titolo di studio minimo", "Titolo di studio"],
            it: "Titolo di studio minimo: NED, PSE, LSE, USV, IFP, USG, IFTS, ITS, L, LS, LD, RDD …",
            en: "The lowest education level: NED, PSE, LSE, USV, IFP, USG, IFTS, ITS, L, LS, LD, RDD …",
            examples: ("LSE", "USV"),
            \.terms.requirements.minimumEducationCode
        ),
        .integer(
            "requirements.experience_months",
            aliases: ["Esperienza mesi", "Mesi di esperienza"],
            it: "Mesi di esperienza richiesti (0–600).",
            en: "The months of experience that are asked for (0–600).",
            examples: ("6", "12"),
            \.terms.requirements.experienceMonths
        ),
        .list(
            "requirements.driving_licences",
            aliases: ["Patenti", "Patente"],
            it: "Patenti di guida, separate da |.",
            en: "Driving licences, with | between them.",
            examples: ("", "B|CE"),
            \.terms.requirements.drivingLicences
        ),
        .boolean(
            "requirements.own_vehicle",
            aliases: ["Automunito", "Mezzo proprio"],
            it: "S se serve un mezzo proprio.",
            en: "S (yes) when an own vehicle is needed.",
            examples: ("N", "S"),
            \.terms.requirements.ownVehicle
        ),
        VacancyColumn(
            "requirements.languages",
            aliases: ["Lingue"],
            it: "Lingue come codice:livello, separate da |; :required se indispensabile (en:B1:required|de:A2).",
            en: "Languages as code:level, with | between them; :required where indispensable (en:B1:required|de:A2).",
            examples: ("en:B1:required|de:A2", "")
        ) { fields, draft in
            for text in fields.list("requirements.languages") {
                if let language = LanguageRequirement(written: text) {
                    draft.terms.requirements.languages.append(language)
                } else {
                    fields.add(.notALanguage(text))
                }
            }
        },
        .list(
            "requirements.skills",
            aliases: ["Competenze"],
            it: "Competenze (al massimo 30), separate da |.",
            en: "Skills (30 at most), with | between them.",
            examples: ("servizio ai tavoli|uso del POS", "patentino carrello elevatore|lettore di codici a barre"),
            \.terms.requirements.skills
        ),
    ]

    static let contact: [VacancyColumn] = [
        .text(
            "contact.name",
            aliases: ["Referente", "Nome referente"],
            it: "Nome del referente.",
            en: "The contact's name.",
            examples: ("Ufficio selezione Milano", "Ufficio selezione Roma"),
            \.terms.contact.name
        ),
        .text(
            "contact.email",
            aliases: ["Email referente", "E-mail referente", "Email"],
            it: "E-mail del referente. Per pubblicare serve l'e-mail o il telefono.",
            en: "The contact's e-mail. To be published the vacancy needs e-mail or phone.",
            examples: ("milano@agenzia.example", ""),
            \.terms.contact.email
        ),
        .text(
            "contact.phone",
            aliases: ["Telefono referente", "Telefono"],
            it: "Telefono del referente.",
            en: "The contact's phone number.",
            examples: ("", "06 5550123"),
            \.terms.contact.phone
        ),
    ]

    static let publication: [VacancyColumn] = [
        .word(
            "status",
            aliases: ["Stato"],
            it:
                "Stato voluto: draft (bozza), published (pubblicata), suspended (sospesa), closed (chiusa). Vuoto: pubblicata se c'è la data di fine pubblicazione, altrimenti bozza o com'è.",
            en:
                "The state wanted: draft, published, suspended, closed. Empty: published where there is a last day of publication, else a draft, or as it is.",
            examples: ("published", "bozza"),
            [
                "bozza": .draft, "pubblicata": .published, "sospesa": .suspended, "scaduta": .expired,
                "chiusa": .closed, "oscurata": .hidden,
            ],
            \.status
        ),
        VacancyColumn(
            "publication_end_date",
            aliases: ["Data fine pubblicazione", "Fine pubblicazione", "Data scadenza", "Scadenza"],
            it:
                "Ultimo giorno di pubblicazione, compreso (AAAA-MM-GG o GG/MM/AAAA), al più due mesi dopo l'inizio. Obbligatorio per pubblicare.",
            en:
                "The last day of publication, inclusive (YYYY-MM-DD or DD/MM/YYYY), two months after the start at most. Needed to be published.",
            examples: (ImportGuide.inOneMonth, "")
        ) { fields, draft in
            draft.publicationEndDate = fields.day("publication_end_date")
        },
        .word(
            "closing_reason",
            aliases: ["Motivo chiusura"],
            it:
                "Motivo, per chiudere: filled (coperta), cancelled_by_client (annullata dal cliente), error (errore), other (altro).",
            en: "The reason, to close: filled, cancelled_by_client, error, other.",
            examples: ("", ""),
            [
                "coperta": .filled, "posti coperti": .filled, "annullata dal cliente": .cancelledByClient,
                "annullata cliente": .cancelledByClient, "errore": .error, "altro": .other,
            ],
            \.closingReason
        ),
    ]

    /// The one currency that there is: the column says so, or nothing.
    private static func currency(_ name: String, aliases: [String]) -> VacancyColumn {
        VacancyColumn(
            name,
            aliases: aliases,
            it: "Valuta: EUR (anche vuoto).",
            en: "The currency: EUR (or empty).",
            examples: ("EUR", "EUR")
        ) { fields, _ in
            guard let text = fields.text(name), text.uppercased() != "EUR", text != "€" else { return }
            fields.add(
                Finding(
                    name,
                    "currency_not_supported",
                    it: "La valuta «\(text)» non è ammessa: solo EUR.",
                    en: "The currency “\(text)” is not taken: EUR only."
                )
            )
        }
    }
}

extension LanguageRequirement {
    /// Reads `en:B1`, `en:B1:required`, `en:b1:obbligatoria`.
    init?(written text: String) {
        let parts = text.split(separator: ":").map { $0.trimmingBlanks() }
        guard (2...3).contains(parts.count), let level = LanguageLevel(rawValue: parts[1].uppercased()) else {
            return nil
        }
        var isRequired = false
        if parts.count == 3 {
            switch Fold.key(parts[2]) {
            case "required", "obbligatoria", "obbligatorio", "richiesta", "s", "si", "true": isRequired = true
            case "preferred", "preferita", "preferibile", "optional", "n", "no", "false": isRequired = false
            default: return nil
            }
        }
        self.init(code: parts[0].lowercased(), level: level, required: isRequired)
    }
}

extension Finding {
    fileprivate static func notALanguage(_ text: String) -> Finding {
        Finding(
            "requirements.languages",
            "language_malformed",
            it: "«\(text.prefix(60))» non è una lingua con il suo livello.",
            en: "“\(text.prefix(60))” is not a language with its level.",
            suggestion: Localized(
                it: "Scrivere per esempio en:B1:required|de:A2.",
                en: "Write for instance en:B1:required|de:A2."
            )
        )
    }
}
