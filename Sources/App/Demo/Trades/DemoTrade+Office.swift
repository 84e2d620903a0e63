// Offices and telephones.

extension DemoTrade {
    static let segreteria = DemoTrade(
        key: "segreteria",
        profession: "4.1.1.1.0",
        share: DemoShare(people: 20, demand: 18, women: 84, area: .everywhere),
        words: DemoTradeWords(
            man: "impiegato di segreteria",
            woman: "impiegata di segreteria",
            field: "amministrativo"
        ),
        sector: .office,
        terms: DemoTerms(
            pay: 1500...1750,
            period: .month,
            level: "4",
            education: "USG",
            weeks: [.day, .partTime],
            licences: []
        ),
        titles: """
            Impiegato/a di segreteria
            Addetto/a alla segreteria
            Assistente d'ufficio
            Segretario/a di studio professionale
            """,
        workplaces: """
            uno studio professionale
            un ente di formazione
            un'azienda di servizi
            un'associazione di categoria
            uno studio medico
            un'amministrazione condominiale
            """,
        duties: """
            rispondere al telefono e smistare le chiamate
            gestire l'agenda e gli appuntamenti
            archiviare i documenti
            preparare lettere e preventivi
            accogliere i clienti
            inserire dati nel gestionale
            protocollare la posta
            organizzare riunioni e viaggi
            controllare la posta certificata
            ordinare il materiale d'ufficio
            preparare le pratiche per il titolare
            """,
        tasks: """
            la gestione dell'agenda
            l'archiviazione
            la posta e protocollo
            il centralino
            la redazione di documenti
            l'accoglienza clienti
            """,
        wants: """
            diploma
            buon uso di Word ed Excel
            precisione e riservatezza
            buona comunicazione telefonica
            esperienza d'ufficio anche breve
            inglese di base
            """,
        courses: """
            Corso di segreteria e contabilità di base
            Patente europea del computer
            Gestione documentale digitale
            """,
        skills: """
            Word
            Excel
            posta certificata
            archiviazione
            centralino
            gestione agenda
            """
    )

    static let amministrativo = DemoTrade(
        key: "amministrativo",
        profession: "4.1.1.2.0",
        share: DemoShare(people: 18, demand: 20, women: 80, area: .everywhere),
        words: DemoTradeWords(
            man: "impiegato amministrativo",
            woman: "impiegata amministrativa",
            field: "amministrativo"
        ),
        sector: .office,
        terms: DemoTerms(
            pay: 1550...1900,
            period: .month,
            level: "4",
            education: "USG",
            weeks: [.day, .partTime],
            licences: []
        ),
        titles: """
            Impiegato/a amministrativo/a
            Addetto/a back office amministrativo
            Addetto/a alla fatturazione
            Impiegato/a ufficio ordini
            """,
        workplaces: """
            un'azienda commerciale
            una cooperativa di servizi
            uno studio di commercialisti
            un'azienda manifatturiera
            una società di consulenza
            un consorzio
            """,
        duties: """
            emettere fatture elettroniche
            caricare gli ordini a gestionale
            controllare bolle e fatture
            tenere i contatti con clienti e fornitori
            archiviare i documenti
            sollecitare i pagamenti
            preparare prospetti in Excel
            aggiornare le anagrafiche
            seguire le pratiche con gli enti
            registrare le presenze del personale
            """,
        tasks: """
            la fatturazione elettronica
            l'inserimento ordini
            la prima nota
            l'archivio
            i solleciti
            le anagrafiche clienti
            """,
        wants: """
            diploma di ragioneria o simile
            buona conoscenza di Excel
            esperienza con un gestionale
            precisione con i numeri
            autonomia
            italiano scritto corretto
            """,
        courses: """
            Fatturazione elettronica
            Excel intermedio
            Amministrazione e paghe
            """,
        skills: """
            Excel
            fatturazione elettronica
            gestionale
            prima nota
            ordini
            """
    )

    static let contabile = DemoTrade(
        key: "contabile",
        profession: "4.3.2.1.0",
        share: DemoShare(people: 12, demand: 16, women: 74, area: .everywhere),
        words: DemoTradeWords(man: "contabile", woman: "contabile", field: "contabile e fiscale"),
        sector: .office,
        terms: DemoTerms(
            pay: 1700...2150,
            period: .month,
            level: "3",
            education: "USG",
            weeks: [.day, .partTime],
            licences: []
        ),
        titles: """
            Contabile
            Addetto/a alla contabilità
            Contabile per studio commercialista
            Addetto/a contabilità fornitori
            """,
        workplaces: """
            uno studio di commercialisti
            un'azienda di servizi
            una cooperativa
            un'impresa edile
            un gruppo della distribuzione
            """,
        duties: """
            registrare le fatture
            tenere la prima nota
            riconciliare la banca
            preparare le liquidazioni IVA
            controllare lo scadenzario
            preparare i modelli F24
            collaborare al bilancio
            gestire i pagamenti ai fornitori
            verificare le note spese
            caricare i cespiti
            """,
        tasks: """
            la contabilità ordinaria
            le liquidazioni IVA
            le riconciliazioni bancarie
            lo scadenzario
            la prima nota
            le fatture passive
            """,
        wants: """
            esperienza contabile
            diploma o laurea economica
            conoscenza di un gestionale contabile
            Excel
            precisione nelle scadenze
            aggiornamento sulle norme fiscali
            """,
        courses: """
            Contabilità avanzata e bilancio
            Software gestionali di contabilità
            Adempimenti IVA
            """,
        skills: """
            partita doppia
            IVA
            bilancio
            Excel
            F24
            gestionale contabile
            """
    )

    static let dataentry = DemoTrade(
        key: "dataentry",
        profession: "4.1.2.2.0",
        share: DemoShare(people: 10, demand: 10, women: 68, area: .everywhere),
        words: DemoTradeWords(
            man: "addetto all'inserimento dati",
            woman: "addetta all'inserimento dati",
            field: "dell'immissione dati"
        ),
        sector: .office,
        terms: DemoTerms(
            pay: 1420...1600,
            period: .month,
            level: "5",
            education: "USG",
            weeks: [.day, .partTime],
            licences: []
        ),
        titles: """
            Addetto/a inserimento dati
            Data entry
            Operatore/trice di archivio digitale
            Addetto/a back office documentale
            """,
        workplaces: """
            una società di servizi
            un ente pubblico in appalto
            una compagnia assicurativa
            un'azienda di indagini statistiche
            un archivio documentale
            """,
        duties: """
            inserire dati da moduli cartacei
            digitalizzare documenti
            controllare codici e anagrafiche
            correggere gli errori di lettura
            classificare le pratiche
            aggiornare fogli di calcolo
            scansionare fascicoli
            verificare la completezza delle domande
            estrarre elenchi
            rispettare i tempi di lavorazione
            """,
        tasks: """
            l'inserimento dati
            la digitalizzazione
            il controllo anagrafiche
            i fogli di calcolo
            l'archivio digitale
            la verifica delle pratiche
            """,
        wants: """
            velocità alla tastiera
            precisione
            diploma
            conoscenza di Excel
            riservatezza
            concentrazione per molte ore
            """,
        courses: """
            Excel di base e intermedio
            Dattilografia e videoscrittura
            Trattamento dei dati personali
            """,
        skills: """
            Excel
            digitazione veloce
            scanner
            database
            controllo dati
            """
    )

    static let callcenter = DemoTrade(
        key: "callcenter",
        profession: "4.2.2.4.0",
        share: DemoShare(people: 20, demand: 22, women: 66, area: .south),
        words: DemoTradeWords(
            man: "operatore di call center",
            woman: "operatrice di call center",
            field: "dell'assistenza clienti"
        ),
        sector: .callcenter,
        terms: DemoTerms(
            pay: 1380...1560,
            period: .month,
            level: "3",
            education: "USG",
            weeks: [.partTime, .twoShifts, .weekends],
            licences: []
        ),
        titles: """
            Operatore/trice call center inbound
            Addetto/a assistenza clienti
            Operatore/trice telefonico/a
            Addetto/a al servizio clienti
            """,
        workplaces: """
            un call center
            un'azienda di energia
            una compagnia telefonica
            un servizio di prenotazioni sanitarie
            un'azienda di commercio on line
            """,
        duties: """
            rispondere alle chiamate dei clienti
            registrare le segnalazioni
            spiegare bollette e contratti
            gestire i reclami con calma
            rispondere a chat e mail
            prenotare visite
            aggiornare la scheda del cliente
            richiamare chi ha lasciato un messaggio
            passare i casi tecnici al secondo livello
            seguire lo script senza perdere naturalezza
            """,
        tasks: """
            l'assistenza telefonica
            la gestione reclami
            la chat e mail
            le prenotazioni
            l'aggiornamento CRM
            i richiami
            """,
        wants: """
            buona dialettica
            dimestichezza con il computer
            italiano fluente
            disponibilità part-time su turni
            pazienza e ascolto
            esperienza anche breve al telefono
            """,
        courses: """
            Comunicazione telefonica
            Gestione dei reclami
            Corso CRM
            """,
        skills: """
            CRM
            comunicazione telefonica
            gestione reclami
            chat
            ascolto
            """
    )
}
