internal import Domain

/// The files that can be brought in.
extension Localized {
    static let templatesTitle = Localized(it: "Modelli dei file", en: "File templates")
    static let templatesIntro = Localized(
        it: "Che cosa contiene ogni file che si può caricare, colonna per colonna, e un modello da compilare.",
        en: "What each file that can be loaded holds, column by column, and a template to fill in."
    )
    static let templateRules = Localized(it: "Come si compila", en: "How to fill it in")
    static let templateColumns = Localized(it: "Colonne", en: "Columns")
    static let templateFormats = Localized(
        it: "CSV (UTF-8 o Windows-1252, separatore «,» o «;») oppure cartella Excel .xlsx, primo foglio.",
        en: "CSV (UTF-8 or Windows-1252, “,” or “;” between cells) or an Excel .xlsx workbook, first sheet."
    )
    static let templateHeadings = Localized(
        it: "La prima riga contiene le intestazioni; maiuscole, accenti e punteggiatura non contano.",
        en: "The first row holds the headings; case, accents and punctuation do not count."
    )
    static let templateValues = Localized(
        it: "Date AAAA-MM-GG o GG/MM/AAAA; numeri 1500,50 o 1500.50; sì e no come S e N; più valori separati da «|».",
        en:
            "Days as YYYY-MM-DD or DD/MM/YYYY; numbers as 1500.50 or 1500,50; yes and no as S and N; “|” between values."
    )
    static let templateAgain = Localized(
        it: "Ogni riga rifiutata è spiegata, le altre entrano; caricare di nuovo lo stesso file non cambia nulla.",
        en: "Each refused row is explained, the others go in; loading the same file again changes nothing."
    )
    static let columnLabel = Localized(it: "Colonna", en: "Column")
    static let columnMeaning = Localized(it: "Significato", en: "Meaning")
    static let columnHeadings = Localized(it: "Altre intestazioni accettate", en: "Other headings taken")
    static let columnExample = Localized(it: "Esempio", en: "Example")
    static let obligatory = Localized(it: "obbligatoria", en: "obligatory")
    static let vacanciesFile = Localized(
        it: "Lo carica l'agenzia, dalla pagina delle offerte: una riga per offerta.",
        en: "The agency uploads it from the page of vacancies: one vacancy a row."
    )
    static let registerFile = Localized(
        it: "Lo carica chi gestisce il servizio, dal registro nazionale delle agenzie.",
        en: "Whoever runs the service loads it, from the national register of agencies."
    )
    static let jobCentresFile = Localized(
        it: "Lo carica chi gestisce il servizio, dall'elenco dei centri per l'impiego.",
        en: "Whoever runs the service loads it, from the list of job centres."
    )
    static let applicationsFile = Localized(
        it: "Lo fornisce INPS: le domande e i loro esiti.",
        en: "INPS provides it: the applications and their outcomes."
    )
    static let servicePactsFile = Localized(
        it: "Lo forniscono i centri per l'impiego: i patti stipulati e le filiali che nominano.",
        en: "The job centres provide it: the pacts made and the branches they name."
    )
    static let templatesLink = Localized(
        it: "Tutte le colonne spiegate, e i modelli degli altri file",
        en: "All columns explained, and the templates of the other files"
    )
}
