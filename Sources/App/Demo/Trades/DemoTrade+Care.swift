// Care for people in homes and schools.

extension DemoTrade {
    static let oss = DemoTrade(
        key: "oss",
        profession: "5.3.1.1.0",
        share: DemoShare(people: 24, demand: 34, women: 84, area: .everywhere),
        words: DemoTradeWords(
            man: "operatore socio-sanitario",
            woman: "operatrice socio-sanitaria",
            field: "dell'assistenza"
        ),
        sector: .care,
        terms: DemoTerms(
            pay: 1580...1760,
            period: .month,
            level: "C2",
            education: "LSE",
            weeks: [.threeShifts, .night, .weekends],
            licences: ["B"]
        ),
        titles: """
            Operatore/trice socio-sanitario/a (OSS)
            OSS per casa di riposo
            OSS per assistenza domiciliare
            OSS per centro diurno
            """,
        workplaces: """
            una residenza per anziani
            una cooperativa sociale
            un centro diurno
            una casa di cura
            un servizio di assistenza domiciliare
            """,
        duties: """
            aiutare gli ospiti nell'igiene quotidiana
            mobilizzare le persone allettate con il sollevatore
            rilevare i parametri vitali
            somministrare i pasti a chi non è autonomo
            compilare le consegne di turno
            rifare i letti anche occupati
            accompagnare gli anziani in palestra
            prevenire le lesioni da pressione
            collaborare con infermieri e fisioterapisti
            preparare gli ospiti per la notte
            seguire le attività di animazione
            sostenere i familiari nelle visite
            """,
        tasks: """
            l'igiene personale degli ospiti
            la mobilizzazione con ausili
            l'assistenza ai pasti
            la rilevazione dei parametri
            la compilazione delle consegne
            l'assistenza a persone con demenza
            l'assistenza domiciliare
            """,
        wants: """
            qualifica di OSS
            esperienza con anziani non autosufficienti
            disponibilità ai turni notturni
            attitudine al lavoro in équipe
            capacità di ascolto
            patente B per gli spostamenti sul territorio
            """,
        courses: """
            Qualifica di operatore socio-sanitario (1.000 ore)
            Corso BLSD
            Movimentazione delle persone non autosufficienti
            Alimentarista HACCP
            """,
        skills: """
            mobilizzazione
            igiene della persona
            uso del sollevatore
            parametri vitali
            assistenza alle demenze
            lavoro in équipe
            """
    )

    static let asa = DemoTrade(
        key: "asa",
        profession: "5.3.1.1.0",
        share: DemoShare(people: 8, demand: 10, women: 88, area: .north),
        words: DemoTradeWords(
            man: "ausiliario socio-assistenziale",
            woman: "ausiliaria socio-assistenziale",
            field: "dell'assistenza"
        ),
        sector: .care,
        terms: DemoTerms(
            pay: 1450...1620,
            period: .month,
            level: "C1",
            education: "LSE",
            weeks: [.twoShifts, .weekends],
            licences: []
        ),
        titles: """
            Ausiliario/a socio-assistenziale (ASA)
            Assistente domiciliare
            Addetto/a all'assistenza di base
            Operatore/trice di comunità alloggio
            """,
        workplaces: """
            una residenza per anziani
            un servizio domiciliare comunale
            una comunità alloggio
            una cooperativa sociale
            un centro per persone con disabilità
            """,
        duties: """
            assistere le persone a domicilio
            aiutare nella vestizione
            preparare la colazione agli ospiti
            riordinare la stanza
            accompagnare a messa o in giardino
            spingere le carrozzine
            fare compagnia e ascoltare
            controllare che bevano a sufficienza
            annotare le osservazioni
            sostenere l'autonomia negli spostamenti
            """,
        tasks: """
            l'assistenza di base
            l'aiuto nella vestizione
            la distribuzione dei pasti
            la compagnia
            il riordino stanze
            l'accompagnamento
            """,
        wants: """
            qualifica ASA o equivalente
            sensibilità verso gli anziani
            disponibilità su turni
            patente B
            pazienza
            esperienza in casa di riposo
            """,
        courses: """
            Qualifica ASA
            Corso BLSD
            Alimentarista HACCP
            """,
        skills: """
            assistenza di base
            ascolto
            uso di carrozzine
            igiene
            cura dell'ambiente
            """
    )

    static let educatore = DemoTrade(
        key: "educatore",
        profession: "3.2.1.2.7",
        share: DemoShare(people: 10, demand: 14, women: 84, area: .everywhere),
        words: DemoTradeWords(man: "educatore", woman: "educatrice", field: "dei servizi educativi"),
        sector: .education,
        terms: DemoTerms(
            pay: 1600...1850,
            period: .month,
            level: "D1",
            education: "L",
            weeks: [.day, .partTime],
            licences: ["B"]
        ),
        titles: """
            Educatore/trice
            Educatore/trice per assistenza scolastica
            Educatore/trice di comunità minori
            Educatore/trice per centro diurno
            """,
        workplaces: """
            una cooperativa sociale
            un asilo nido
            una comunità per minori
            un servizio di assistenza scolastica
            un centro per disabili
            """,
        duties: """
            seguire gli alunni con disabilità a scuola
            progettare attività educative
            scrivere il progetto individuale
            osservare e annotare i progressi
            collaborare con insegnanti e famiglie
            accogliere i bambini al mattino
            organizzare uscite sul territorio
            sostenere i ragazzi nei compiti
            gestire piccoli conflitti
            partecipare alle riunioni di équipe
            """,
        tasks: """
            l'assistenza scolastica
            i laboratori
            i progetti individuali
            i colloqui con le famiglie
            la gestione del gruppo
            le uscite sul territorio
            """,
        wants: """
            laurea in scienze dell'educazione
            esperienza con minori o disabilità
            capacità di lavorare in équipe
            patente B
            pazienza e creatività
            disponibilità nelle ore scolastiche
            """,
        courses: """
            Comunicazione aumentativa alternativa
            Primo soccorso pediatrico
            Gestione dei comportamenti problema
            """,
        skills: """
            progetto educativo
            osservazione
            gestione del gruppo
            comunicazione aumentativa
            lavoro in rete
            """
    )
}
