internal import Domain

/// The texts about the files of people.
extension ImportGuide {
    static let applications: [String: Text] = [
        "number": Text(
            "INPS-2026-000123",
            "INPS-2026-000124",
            it: "Numero della domanda: la identifica a ogni caricamento.",
            en: "The application's number, by which each load knows it."
        ),
        "tax_code": Text(
            "RSSMRA80A01H501U",
            "BNCGLI85M41F205B",
            it: "Codice fiscale della persona.",
            en: "The person's tax code."
        ),
        "given_name": Text("Mario", "Giulia", it: "Nome.", en: "The given name."),
        "family_name": Text("Rossi", "Bianchi", it: "Cognome.", en: "The family name."),
        "sex": Text("M", "F", it: "Sesso: M o F.", en: "Sex: M or F."),
        "birth_date": Text("1980-01-01", "01/08/1985", it: "Data di nascita.", en: "The date of birth."),
        "birth_place_code": Text(
            "H501",
            "F205",
            it: "Comune o Stato estero di nascita, codice catastale.",
            en: "The municipality or foreign state of birth, cadastral code."
        ),
        "citizenship": Text(
            "Italia",
            "",
            it: "Cittadinanza.",
            en: "The citizenship."
        ),
        "municipality_code": Text(
            "F205",
            "H501",
            it: "Comune di domicilio (di residenza, se coincide), codice catastale.",
            en: "The municipality of domicile (of residence, where it is the same), cadastral code."
        ),
        "postal_code": Text("20121", "00155", it: "CAP, cinque cifre.", en: "The postal code, five digits."),
        "address": Text("Via Brera 12", "Via Collatina 200", it: "Indirizzo.", en: "The address."),
        "email": Text("mario.rossi@posta.example", "", it: "E-mail.", en: "The e-mail."),
        "phone": Text("", "333 5550123", it: "Telefono.", en: "The phone number."),
        "measure": Text(
            "SFL",
            "ADI",
            it: "Misura: SFL, ADI, NASPI, DISCOLL, VOL.",
            en: "The measure: SFL, ADI, NASPI, DISCOLL, VOL."
        ),
        "submitted_on": Text(
            "2026-09-01",
            "15/09/2026",
            it: "Giorno della presentazione.",
            en: "The day on which it was submitted."
        ),
        "outcome": Text(
            "accepted",
            "pending",
            it: "Esito: accepted (accolta), rejected (respinta), pending (in istruttoria).",
            en: "The outcome: accepted, rejected, pending."
        ),
        "outcome_on": Text("2026-09-20", "", it: "Giorno dell'esito.", en: "The day of the outcome."),
        "job_centre_code": Text(
            "CPI-MI-01",
            "CPI-RM-03",
            it: "Centro per l'impiego competente.",
            en: "The competent job centre."
        ),
    ]

    static let servicePacts: [String: Text] = [
        "tax_code": Text(
            "RSSMRA80A01H501U",
            "BNCGLI85M41F205B",
            it: "Codice fiscale della persona, che ha già una domanda.",
            en: "The tax code of the person, who has an application already."
        ),
        "job_centre_code": Text(
            "CPI-MI-01",
            "CPI-RM-03",
            it: "Centro per l'impiego che ha stipulato il patto.",
            en: "The job centre that made the pact."
        ),
        "state": Text(
            "signed",
            "suspended",
            it:
                "Stato: to_summon (da convocare), summoned (convocato), signed (stipulato), updated, suspended, closed.",
            en: "The state: to_summon, summoned, signed, updated, suspended, closed."
        ),
        "signed_on": Text("2026-10-01", "12/10/2026", it: "Giorno della stipula.", en: "The day of the signature."),
        "branch_codes": Text(
            "APL-01-001|APL-02-001",
            "APL-01-001",
            it: "Filiali delle agenzie nominate nel patto, separate da |.",
            en: "The branches of the agencies named in the pact, with | between them."
        ),
    ]
}
