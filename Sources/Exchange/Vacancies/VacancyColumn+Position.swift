internal import Domain

extension VacancyColumn {
    static let identity: [VacancyColumn] = [
        .text(
            "external_reference",
            aliases: ["Codice offerta intermediario", "Codice agenzia offerta", "Riferimento", "Codice annuncio"],
            it: "Codice dell'offerta nell'agenzia (1–25 caratteri): identifica l'offerta a ogni caricamento.",
            en: "The agency's own code of the vacancy (1–25 characters), by which each load knows it.",
            examples: ("MI-2026-0123", "RM-2026-0045"),
            \.externalReference
        ).obligatory(),
        .text(
            "branch_code",
            aliases: ["Filiale", "Codice filiale"],
            it: "Codice della filiale nel registro.",
            en: "The branch's code in the register.",
            examples: ("APL-01-001", "APL-02-001"),
            \.branchCode
        ).obligatory(),
    ]

    static let position: [VacancyColumn] = [
        .text(
            "title",
            aliases: ["Titolo", "Titolo offerta", "Posizione"],
            it: "Titolo (5–120 caratteri), rivolto a tutti e non tutto in maiuscolo. Obbligatorio per pubblicare.",
            en: "The title (5–120 characters), open to everybody and not all capitals. Needed to be published.",
            examples: ("Cameriere/a di sala", "Magazziniere/a con patentino"),
            \.terms.title
        ),
        .text(
            "profession_code",
            aliases: ["Professione", "Codice professione", "Codice CP2021"],
            it: "Professione CP2021, cinque cifre con i punti. Obbligatoria per pubblicare.",
            en: "The profession in CP2021, five dotted digits. Needed to be published.",
            examples: ("5.2.2.3.2", "8.1.3.1.0"),
            \.terms.professionCode
        ),
        .text(
            "description",
            aliases: ["Descrizione", "Descrizione offerta", "Mansioni"],
            it: "Descrizione (50–4000 caratteri), senza telefono né e-mail. Obbligatoria per pubblicare.",
            en: "The description (50–4000 characters), without phone or e-mail. Needed to be published.",
            examples: (
                "Accoglienza dei clienti, servizio ai tavoli, cura della sala e incasso, in un ristorante con 80 coperti.",
                "Ricevimento merci, stoccaggio con carrello elevatore e preparazione degli ordini con terminale."
            ),
            \.terms.description
        ),
        .integer(
            "positions",
            aliases: ["Posti", "Numero posti", "Numero lavoratori"],
            it: "Numero di posti (1–9999). Obbligatorio per pubblicare.",
            en: "The number of posts (1–9999). Needed to be published.",
            examples: ("3", "1"),
            \.terms.positions
        ),
    ]

    static let employer: [VacancyColumn] = [
        VacancyColumn(
            "employer.tax_code",
            aliases: ["Codice fiscale datore", "CF datore", "Partita IVA datore", "CF/P.IVA datore"],
            it: "Codice fiscale o partita IVA del datore di lavoro. Obbligatorio se il datore non è anonimo.",
            en: "The employer's tax code or VAT number. Needed unless the employer is anonymous.",
            examples: ("01234567897", "")
        ) { fields, draft in
            draft.terms.employer.taxCode = fields.text("employer.tax_code").map(taxCode)
        },
        .text(
            "employer.name",
            aliases: ["Datore di lavoro", "Denominazione datore", "Ragione sociale"],
            it: "Denominazione del datore di lavoro (1–100 caratteri). Obbligatoria se il datore non è anonimo.",
            en: "The employer's name (1–100 characters). Needed unless the employer is anonymous.",
            examples: ("Trattoria del Porto S.r.l.", ""),
            \.terms.employer.name
        ),
        .text(
            "employer.ateco_code",
            aliases: ["ATECO", "Codice ATECO", "Settore ATECO"],
            it: "Attività del datore di lavoro, sei cifre con i punti. Obbligatoria per pubblicare.",
            en: "The employer's activity, six dotted digits. Needed to be published.",
            examples: ("56.10.11", "52.10.10"),
            \.terms.employer.atecoCode
        ),
        .text(
            "employer.ateco_version",
            aliases: ["Versione ATECO"],
            it: "Classificazione del codice ATECO: 2007 o 2025. Obbligatoria per pubblicare.",
            en: "The classification of the ATECO code: 2007 or 2025. Needed to be published.",
            examples: ("2007", "2007"),
            \.terms.employer.atecoVersion
        ),
        .boolean(
            "employer.anonymous",
            aliases: ["Datore anonimo", "Anonimo"],
            it: "S se il nome del datore di lavoro non va mostrato (solo agenzie autorizzate).",
            en: "S (yes) when the employer's name is not to be shown (authorised agencies only).",
            examples: ("N", "S"),
            \.terms.employer.anonymous
        ),
    ]

    static let workplace: [VacancyColumn] = [
        .text(
            "workplace.municipality_code",
            aliases: ["Comune", "Codice comune", "Codice catastale comune", "Sede di lavoro"],
            it: "Comune della sede di lavoro, codice catastale (Z… per l'estero). Obbligatorio per pubblicare.",
            en: "The workplace's municipality, cadastral code (Z… abroad). Needed to be published.",
            examples: ("F205", "H501"),
            \.terms.workplace.municipalityCode
        ),
        VacancyColumn(
            "workplace.postal_code",
            aliases: ["CAP"],
            it: "CAP, cinque cifre.",
            en: "The postal code, five digits.",
            examples: ("20121", "00155")
        ) { fields, draft in
            draft.terms.workplace.postalCode = fields.text("workplace.postal_code").map(postalCode)
        },
        .text(
            "workplace.address",
            aliases: ["Indirizzo", "Indirizzo sede di lavoro"],
            it: "Indirizzo della sede di lavoro.",
            en: "The workplace's address.",
            examples: ("Via Brera 12", "Via Collatina 200"),
            \.terms.workplace.address
        ),
        .word(
            "workplace.remote_work",
            aliases: ["Lavoro agile", "Smart working"],
            it: "Lavoro agile: none (no), partial (parziale), full (totale).",
            en: "Remote work: none, partial, full.",
            examples: ("none", "no"),
            [
                "no": .onSite, "in sede": .onSite, "parziale": .partial, "in parte": .partial, "totale": .full,
                "si": .full,
            ],
            \.terms.workplace.remoteWork
        ),
    ]

    /// A spreadsheet drops the zeros in front of what it takes for a number; they come back where the code then checks.
    @Sendable
    private static func taxCode(_ text: String) -> String {
        guard (7...10).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return text }
        let padded = String(repeating: "0", count: 11 - text.utf8.count) + text
        return (try? TaxCode(organisation: padded)) == nil ? text : padded
    }

    @Sendable
    private static func postalCode(_ text: String) -> String {
        guard (2...4).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return text }
        return String(repeating: "0", count: 5 - text.utf8.count) + text
    }
}
