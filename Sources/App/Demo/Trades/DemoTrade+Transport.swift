// Drivers and deliveries.

extension DemoTrade {
    static let autista = DemoTrade(
        key: "autista",
        profession: "7.4.2.3.0",
        share: DemoShare(people: 18, demand: 26, women: 5, area: .everywhere),
        words: DemoTradeWords(
            man: "autista di mezzi pesanti",
            woman: "autista di mezzi pesanti",
            field: "dell'autotrasporto"
        ),
        sector: .transport,
        terms: DemoTerms(
            pay: 1850...2250,
            period: .month,
            level: "3S",
            education: "LSE",
            weeks: [.day, .night],
            licences: ["B", "C", "CE"]
        ),
        titles: """
            Autista patente CE
            Autista patente C con CQC
            Conducente di mezzi pesanti
            Autista per distribuzione regionale
            """,
        workplaces: """
            un'azienda di autotrasporti
            un corriere
            un'impresa di calcestruzzo
            un consorzio di raccolta latte
            un'azienda di trasporti frigoriferi
            """,
        duties: """
            guidare motrice e bilico
            consegnare la merce ai punti vendita
            controllare il carico e fissarlo
            usare il cronotachigrafo digitale
            compilare i documenti di viaggio
            rispettare le fasce orarie
            scaricare con la sponda idraulica
            verificare olio e gomme prima di partire
            comunicare i ritardi al traffico
            ritirare bancali vuoti e resi
            """,
        tasks: """
            la guida di bilico
            le consegne in regione
            l'uso della sponda idraulica
            i viaggi nazionali
            il fissaggio del carico
            i documenti di trasporto
            """,
        wants: """
            patente C o CE con CQC
            carta tachigrafica
            disponibilità a partire presto
            conoscenza delle strade della zona
            serietà nella guida
            esperienza con motrice o bilico
            """,
        courses: """
            CQC merci
            Patentino ADR
            Uso del cronotachigrafo
            """,
        skills: """
            CQC
            cronotachigrafo
            sponda idraulica
            fissaggio del carico
            ADR
            """
    )

    static let corriere = DemoTrade(
        key: "corriere",
        profession: "8.1.3.3.0",
        share: DemoShare(people: 20, demand: 28, women: 14, area: .everywhere),
        words: DemoTradeWords(man: "addetto alle consegne", woman: "addetta alle consegne", field: "delle consegne"),
        sector: .delivery,
        terms: DemoTerms(
            pay: 1580...1800,
            period: .month,
            level: "G1",
            education: "LSE",
            weeks: [.day, .earlyMorning],
            licences: ["B"]
        ),
        titles: """
            Addetto/a alle consegne con furgone
            Corriere/a espresso
            Autista patente B per consegne
            Fattorino/a con furgone aziendale
            """,
        workplaces: """
            un corriere espresso
            un'azienda di consegne a domicilio
            una farmacia all'ingrosso
            un negozio di elettrodomestici
            un caseificio con consegne dirette
            """,
        duties: """
            caricare il furgone secondo il giro
            consegnare pacchi a casa dei clienti
            usare il palmare per le firme
            ritirare resi e contrassegni
            pianificare l'ordine delle fermate
            guidare il furgone in città
            telefonare al cliente prima dell'arrivo
            tenere pulito il mezzo
            riportare in filiale i colli non consegnati
            montare piccoli elettrodomestici
            """,
        tasks: """
            le consegne urbane
            la guida del furgone
            il ritiro contrassegni
            l'uso del palmare
            il carico del mezzo
            le consegne ai negozi
            """,
        wants: """
            patente B da almeno un anno
            conoscenza della città
            dimestichezza con lo smartphone
            cortesia con i clienti
            attenzione alla guida
            capacità di rispettare i tempi
            """,
        courses: """
            Guida sicura
            Movimentazione manuale dei carichi
            Formazione generale sulla sicurezza
            """,
        skills: """
            guida del furgone
            palmare
            orientamento in città
            gestione contrassegni
            consegne
            """
    )

    static let rider = DemoTrade(
        key: "rider",
        profession: "8.1.3.3.0",
        share: DemoShare(people: 10, demand: 10, women: 10, area: .everywhere),
        words: DemoTradeWords(man: "rider", woman: "rider", field: "delle consegne di cibo"),
        sector: .delivery,
        terms: DemoTerms(
            pay: 8...10,
            period: .hour,
            level: "Q",
            education: "NED",
            weeks: [.evening, .weekends],
            licences: ["AM"]
        ),
        titles: """
            Rider per consegne di pasti
            Addetto/a alle consegne in bicicletta
            Rider con scooter aziendale
            Fattorino/a per ristorante
            """,
        workplaces: """
            una piattaforma di consegne
            una pizzeria con asporto
            una catena di sushi
            una cooperativa di ciclofattorini
            un ristorante con consegna propria
            """,
        duties: """
            consegnare pasti in bicicletta
            ritirare gli ordini nei locali
            seguire il percorso sull'applicazione
            incassare i pagamenti in contanti
            controllare la borsa termica
            guidare lo scooter nel traffico
            avvisare il cliente all'arrivo
            verificare l'ordine prima di partire
            caricare la bici elettrica a fine turno
            aiutare al banco nei momenti vuoti
            """,
        tasks: """
            le consegne in bicicletta
            le consegne con scooter
            il ritiro ordini
            l'uso dell'applicazione
            i pagamenti alla consegna
            i turni serali
            """,
        wants: """
            bicicletta o patentino AM
            smartphone con connessione
            disponibilità la sera e nel fine settimana
            conoscenza delle strade
            prudenza nel traffico
            educazione con i clienti
            """,
        courses: """
            Sicurezza stradale per ciclofattorini
            Attestato HACCP per il trasporto
            Primo soccorso
            """,
        skills: """
            orientamento
            bicicletta
            pagamenti
            applicazioni di consegna
            puntualità
            """
    )

    static let autobus = DemoTrade(
        key: "autobus",
        profession: "7.4.2.2.0",
        share: DemoShare(people: 8, demand: 12, women: 10, area: .everywhere),
        words: DemoTradeWords(man: "autista di autobus", woman: "autista di autobus", field: "del trasporto persone"),
        sector: .bus,
        terms: DemoTerms(
            pay: 1750...2100,
            period: .month,
            level: "140",
            education: "LSE",
            weeks: [.twoShifts, .weekends],
            licences: ["B", "D"]
        ),
        titles: """
            Autista di autobus
            Conducente di linea
            Autista patente D per scuolabus
            Operatore/trice di esercizio
            """,
        workplaces: """
            un'azienda di trasporto urbano
            una società di scuolabus
            una ditta di noleggio pullman
            un consorzio di linee extraurbane
            un'impresa di navette aeroportuali
            """,
        duties: """
            guidare autobus di linea
            accompagnare gli alunni con lo scuolabus
            vendere i biglietti a bordo
            controllare il mezzo prima della corsa
            rispettare gli orari di fermata
            aiutare i passeggeri con disabilità
            compilare il foglio di servizio
            condurre gite e transfer
            segnalare guasti all'officina
            dare informazioni ai turisti
            """,
        tasks: """
            la guida di linea
            il servizio scuolabus
            il noleggio turistico
            la vendita biglietti
            il controllo del mezzo
            i transfer aeroportuali
            """,
        wants: """
            patente D con CQC persone
            carta tachigrafica
            calma e cortesia
            disponibilità nei turni spezzati
            idoneità alla mansione
            conoscenza della zona
            """,
        courses: """
            CQC persone
            Guida sicura autobus
            Assistenza ai passeggeri a mobilità ridotta
            """,
        skills: """
            guida di autobus
            CQC persone
            biglietteria
            tachigrafo
            accoglienza passeggeri
            """
    )
}
