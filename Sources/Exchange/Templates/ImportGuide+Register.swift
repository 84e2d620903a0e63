internal import Domain

/// The texts about the files of the register.
extension ImportGuide {
    private static let agencyCode = Text(
        "APL-01",
        "APL-02",
        it: "Codice dell'agenzia nel registro.",
        en: "The agency's code in the register."
    )
    private static let validFrom = Text(
        "2024-01-01",
        "01/03/2025",
        it: "Primo giorno di validità (AAAA-MM-GG o GG/MM/AAAA).",
        en: "The first day on which it is valid (YYYY-MM-DD or DD/MM/YYYY)."
    )
    private static let validTo = Text(
        "",
        "31/12/2027",
        it: "Ultimo giorno di validità, compreso; vuoto se non ha fine.",
        en: "The last day on which it is valid, inclusive; empty when it has no end."
    )
    private static let municipality = Text(
        "F205",
        "H501",
        it: "Comune, codice catastale (Belfiore).",
        en: "The municipality, cadastral (Belfiore) code."
    )
    private static let address = Text("Via Brera 12", "Via Collatina 200", it: "Indirizzo.", en: "The address.")
    private static let postalCode = Text(
        "20121",
        "00155",
        it: "CAP, cinque cifre.",
        en: "The postal code, five digits."
    )

    static let vacancyAgency = Text(
        "",
        "",
        it: "Codice dell'agenzia; vuoto se indicata a parte (--agency) o se la dice la filiale.",
        en: "The agency's code; empty where it is named elsewhere (--agency) or the branch tells it."
    )

    static let agencies: [String: Text] = [
        "code": agencyCode,
        "tax_code": Text(
            "01234567897",
            "00743110157",
            it: "Codice fiscale dell'agenzia, 11 cifre.",
            en: "The agency's tax code, 11 digits."
        ),
        "name": Text("Agenzia Esempio S.p.A.", "Lavoro Insieme S.r.l.", it: "Denominazione.", en: "The name."),
        "sections": Text(
            "1|4",
            "3",
            it: "Sezioni dell'albo, separate da |: 1, 2, 3, 3.1, 4, 5.",
            en: "Sections of the register, with | between them: 1, 2, 3, 3.1, 4, 5."
        ),
        "authorised_from": Text(
            "2020-01-01",
            "15/06/2022",
            it: "Primo giorno dell'autorizzazione.",
            en: "The first day of the authorisation."
        ),
        "authorised_to": Text(
            "",
            "31/12/2030",
            it: "Ultimo giorno dell'autorizzazione; vuoto se non ha fine.",
            en: "The last day of the authorisation; empty when it has no end."
        ),
    ]

    static let branches: [String: Text] = [
        "agency_code": agencyCode,
        "code": Text(
            "APL-01-001",
            "APL-02-001",
            it: "Codice della filiale, unico fra tutte le agenzie.",
            en: "The branch's code, unique among all agencies."
        ),
        "name": Text("Milano Centro", "Roma Est", it: "Nome della filiale.", en: "The branch's name."),
        "municipality_code": municipality,
        "address": address,
        "postal_code": postalCode,
        "email": Text("milano@agenzia.example", "", it: "E-mail della filiale.", en: "The branch's e-mail."),
        "phone": Text("02 5550100", "06 5550123", it: "Telefono della filiale.", en: "The branch's phone number."),
        "valid_from": validFrom,
        "valid_to": validTo,
    ]

    static let operators: [String: Text] = [
        "agency_code": agencyCode,
        "tax_code": Text(
            "RSSMRA80A01H501U",
            "BNCGLI85M41F205B",
            it: "Codice fiscale dell'operatore.",
            en: "The operator's tax code."
        ),
        "given_name": Text("Mario", "Giulia", it: "Nome.", en: "The given name."),
        "family_name": Text("Rossi", "Bianchi", it: "Cognome.", en: "The family name."),
        "email": Text(
            "mario.rossi@agenzia.example",
            "",
            it: "E-mail dell'operatore.",
            en: "The operator's e-mail."
        ),
        "role": Text(
            "branch",
            "master",
            it: "Ruolo: branch (operatore di filiale), super, master.",
            en: "The role: branch (branch operator), super, master."
        ),
    ]

    static let grants: [String: Text] = [
        "agency_code": agencyCode,
        "operator_tax_code": Text(
            "RSSMRA80A01H501U",
            "BNCGLI85M41F205B",
            it: "Codice fiscale dell'operatore abilitato.",
            en: "The tax code of the operator who gets the grant."
        ),
        "branch_code": Text(
            "APL-01-001",
            "APL-02-001",
            it: "Filiale per cui è abilitato.",
            en: "The branch that the grant is for."
        ),
        "valid_from": validFrom,
        "valid_to": validTo,
    ]

    static let jobCentres: [String: Text] = [
        "code": Text("CPI-MI-01", "CPI-RM-03", it: "Codice del centro per l'impiego.", en: "The job centre's code."),
        "name": Text("CPI Milano", "CPI Roma Tiburtino", it: "Denominazione.", en: "The name."),
        "municipality_code": municipality,
        "address": address,
        "email": Text("cpi.milano@lavoro.example", "", it: "E-mail del centro.", en: "The job centre's e-mail."),
    ]
}
