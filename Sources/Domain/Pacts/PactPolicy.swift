/// What a pact needs, where the law leaves room.
public struct PactPolicy: Hashable, Sendable {
    /// How many choices a pact names at least (INPS message 4271/2023: at least three).
    public var minimumChoices = 3
    /// Whether they count by agencies or by branches: the law speaks of *agencies or bodies*.
    public var countsDistinctAgencies = true
    public var maximumChoices = 10

    public init() {}

    public static let standard = PactPolicy()
}

/// The notice that a citizen acknowledges before signing (GDPR, article 13).
public struct PrivacyNotice: Hashable, Sendable {
    public let version: String
    public let text: Localized

    public init(version: String, text: Localized) {
        self.version = version
        self.text = text
    }

    /// The fingerprint of the Italian text, which is the one that binds.
    public var hash: String { Secrets.hash(text.it) }

    public static let current = PrivacyNotice(
        version: "2026-01",
        text: Localized(
            it: """
                Titolare del trattamento è il Ministero del lavoro e delle politiche sociali; INPS gestisce il sistema per \
                suo conto. I tuoi dati anagrafici, i recapiti, il curriculum e il patto sono trattati per l'attivazione al \
                lavoro (art. 5 e 12 DL 48/2023; art. 6 par. 1 lett. e GDPR). Sono trasmessi al centro per l'impiego e, \
                tramite le filiali che scegli, alle agenzie per il lavoro e agli enti autorizzati (art. 4 e 6 d.lgs. \
                276/2003), che da quel momento ne sono titolari autonomi per l'intermediazione. Non sono mai trasmessi \
                loro ISEE, importi, dati sulla famiglia o sulla salute, né le altre agenzie che hai scelto. I dati sono \
                conservati per 5 anni dopo la fine della misura. Puoi vedere chi li ha consultati, correggerli, averne \
                copia e opporti (art. 15-21 GDPR), e reclamare al Garante per la protezione dei dati personali.
                """,
            en: """
                The controller is the Ministry of Labour; INPS runs the system on its behalf. Your personal data, \
                contacts, CV and pact are processed for activation to work (art. 5 and 12 DL 48/2023; art. 6(1)(e) GDPR). \
                They go to the job centre and, through the branches you choose, to the employment agencies and authorised \
                bodies (art. 4 and 6 d.lgs. 276/2003), which from then on are controllers of their own for brokering. \
                ISEE, amounts, family and health data, and the other agencies you have chosen are never passed on to them. \
                Data are kept for 5 years after the measure ends. You may see who looked at them, correct them, get a copy \
                and object (art. 15-21 GDPR), and complain to the data protection authority.
                """
        )
    )
}
