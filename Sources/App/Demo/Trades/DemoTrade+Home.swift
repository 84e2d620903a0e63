// Care for people at their home.

extension DemoTrade {
    static let badante = DemoTrade(
        key: "badante",
        profession: "5.5.2.3.0",
        share: DemoShare(people: 24, demand: 20, women: 86, area: .everywhere),
        words: DemoTradeWords(
            man: "assistente familiare",
            woman: "assistente familiare",
            field: "dell'assistenza domestica"
        ),
        sector: .household,
        terms: DemoTerms(
            pay: 8...10,
            period: .hour,
            level: "CS",
            education: "NED",
            weeks: [.liveIn, .partTime],
            licences: []
        ),
        titles: """
            Assistente familiare
            Badante convivente
            Assistente familiare a ore
            Assistente familiare per sostituzioni
            """,
        workplaces: """
            una famiglia con un anziano da assistere
            una casa con due anziani
            una famiglia con una persona non autosufficiente
            una famiglia con il nonno da accudire
            un appartamento con una signora anziana
            """,
        duties: """
            fare compagnia e assistere nelle attività quotidiane
            preparare i pasti secondo la dieta
            ricordare gli orari delle medicine
            accompagnare alle visite mediche
            curare l'igiene della persona
            tenere in ordine la casa
            fare la spesa
            aiutare negli spostamenti con il deambulatore
            assistere durante la notte
            riferire ai familiari ogni cambiamento
            proporre brevi passeggiate
            """,
        tasks: """
            l'assistenza ad anziani
            la cura della persona
            la preparazione dei pasti
            il governo della casa
            l'accompagnamento alle visite
            l'assistenza notturna
            """,
        wants: """
            referenze verificabili
            pazienza e gentilezza
            esperienza con persone non autosufficienti
            buona conoscenza dell'italiano parlato
            capacità di cucinare piatti semplici
            disponibilità alla convivenza
            """,
        courses: """
            Corso per assistente familiare
            Primo soccorso
            Elementi di cura delle persone con Alzheimer
            """,
        skills: """
            assistenza anziani
            cucina casalinga
            uso del sollevatore domestico
            igiene della persona
            compagnia
            """
    )

    static let colf = DemoTrade(
        key: "colf",
        profession: "8.2.2.1.0",
        share: DemoShare(people: 16, demand: 10, women: 88, area: .everywhere),
        words: DemoTradeWords(
            man: "collaboratore domestico",
            woman: "collaboratrice domestica",
            field: "dei servizi alla famiglia"
        ),
        sector: .household,
        terms: DemoTerms(
            pay: 8...9,
            period: .hour,
            level: "B",
            education: "NED",
            weeks: [.partTime],
            licences: []
        ),
        titles: """
            Collaboratore/trice domestico/a
            Colf a ore
            Colf e stiro
            Governante di casa
            """,
        workplaces: """
            una famiglia
            una famiglia con tre figli
            una casa privata
            uno studio professionale con abitazione
            una villa con giardino
            """,
        duties: """
            pulire la casa e lavare i pavimenti
            stirare camicie e biancheria
            preparare il pranzo
            cambiare i letti
            riordinare cucina e bagni
            curare il guardaroba
            fare piccole spese
            lavare i vetri
            annaffiare le piante
            prendere i bambini a scuola
            """,
        tasks: """
            le pulizie domestiche
            lo stiro
            la cucina di casa
            la cura del guardaroba
            il riordino
            la spesa settimanale
            """,
        wants: """
            referenze di altre famiglie
            precisione nello stiro
            riservatezza
            autonomia nella gestione della casa
            flessibilità di orario
            abitudine a lavorare con animali in casa
            """,
        courses: """
            Corso per collaboratori familiari
            Formazione HACCP di base
            Italiano per stranieri livello A2
            """,
        skills: """
            stiro
            pulizia della casa
            cucina
            riordino guardaroba
            cura delle piante
            """
    )

    static let babysitter = DemoTrade(
        key: "babysitter",
        profession: "5.5.2.2.0",
        share: DemoShare(people: 10, demand: 8, women: 92, area: .everywhere),
        words: DemoTradeWords(man: "baby-sitter", woman: "baby-sitter", field: "della cura dei bambini"),
        sector: .household,
        terms: DemoTerms(
            pay: 8...10,
            period: .hour,
            level: "BS",
            education: "USG",
            weeks: [.partTime],
            licences: []
        ),
        titles: """
            Baby-sitter
            Baby-sitter per due bambini
            Addetto/a alla sorveglianza di bambini
            Assistente per servizi di pre e post scuola
            """,
        workplaces: """
            una famiglia con due bambini
            una ludoteca
            un servizio di doposcuola
            una famiglia con una neonata
            un centro estivo
            """,
        duties: """
            giocare con i bambini e leggere storie
            accompagnare i piccoli all'asilo
            preparare la merenda
            aiutare nei compiti
            cambiare e addormentare i neonati
            organizzare laboratori creativi
            sorvegliare i bambini al parco
            fare il bagno ai bambini la sera
            tenere contatti con i genitori
            riordinare giochi e cameretta
            """,
        tasks: """
            la cura di neonati
            l'aiuto compiti
            i laboratori creativi
            l'accompagnamento a scuola
            la sorveglianza al parco
            le attività estive
            """,
        wants: """
            esperienza con bambini piccoli
            pazienza e fantasia
            disponibilità nel pomeriggio
            referenze di altre famiglie
            conoscenza del primo soccorso pediatrico
            puntualità assoluta
            """,
        courses: """
            Disostruzione pediatrica
            Corso per baby-sitter
            Animazione per l'infanzia
            """,
        skills: """
            giochi educativi
            aiuto compiti
            cura dei neonati
            lettura ad alta voce
            lavoretti manuali
            """
    )
}
