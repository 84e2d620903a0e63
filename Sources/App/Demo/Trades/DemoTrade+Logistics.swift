// Warehouses and dispatch.

extension DemoTrade {
    static let magazzino = DemoTrade(
        key: "magazzino",
        profession: "4.3.1.2.0",
        share: DemoShare(people: 26, demand: 34, women: 22, area: .everywhere),
        words: DemoTradeWords(man: "magazziniere", woman: "magazziniera", field: "della logistica"),
        sector: .logistics,
        terms: DemoTerms(
            pay: 1520...1780,
            period: .month,
            level: "5",
            education: "LSE",
            weeks: [.day, .twoShifts],
            licences: ["B"]
        ),
        titles: """
            Magazziniere/a
            Addetto/a al magazzino
            Operatore/trice di magazzino e ricevimento merci
            Addetto/a carico e scarico
            """,
        workplaces: """
            un'azienda di logistica
            un centro di distribuzione
            un magazzino di materiale elettrico
            un deposito di prodotti alimentari
            un'azienda di e-commerce
            """,
        duties: """
            preparare gli ordini con il terminale a radiofrequenza
            scaricare i camion e controllare le bolle
            sistemare la merce sugli scaffali
            fare l'inventario di fine mese
            imballare e filmare i bancali
            registrare entrate e uscite sul gestionale
            etichettare i colli in partenza
            tenere in ordine le corsie
            controllare scadenze e lotti
            segnalare la merce danneggiata
            spostare i bancali con il transpallet
            preparare i documenti di trasporto
            """,
        tasks: """
            la preparazione ordini
            il carico e scarico merci
            la gestione delle giacenze
            gli inventari periodici
            il controllo delle bolle
            l'etichettatura e imballaggio
            l'uso del transpallet elettrico
            """,
        wants: """
            esperienza anche breve in magazzino
            conoscenza del terminale a radiofrequenza
            precisione nel controllo della merce
            buona resistenza al lavoro in piedi
            conoscenza di base del computer
            disponibilità a lavorare su turni
            """,
        courses: """
            Corso base di logistica e gestione del magazzino
            Formazione generale e specifica sulla sicurezza
            Uso in sicurezza del transpallet elettrico
            """,
        skills: """
            terminale a radiofrequenza
            gestionale di magazzino
            transpallet elettrico
            lettura delle bolle
            inventario
            imballaggio
            """
    )

    static let picking = DemoTrade(
        key: "picking",
        profession: "8.1.3.2.0",
        share: DemoShare(people: 22, demand: 30, women: 48, area: .everywhere),
        words: DemoTradeWords(man: "addetto al picking", woman: "addetta al picking", field: "della logistica"),
        sector: .logistics,
        terms: DemoTerms(
            pay: 1450...1620,
            period: .month,
            level: "6J",
            education: "LSE",
            weeks: [.twoShifts, .threeShifts, .night],
            licences: []
        ),
        titles: """
            Addetto/a al picking
            Addetto/a al confezionamento in magazzino
            Operatore/trice di imballaggio
            Picker per centro logistico
            """,
        workplaces: """
            un centro logistico per l'abbigliamento
            un polo di vendita on line
            una cooperativa di facchinaggio
            un magazzino della grande distribuzione
            un'azienda che spedisce ricambi
            """,
        duties: """
            prelevare gli articoli dagli scaffali
            leggere i codici con il lettore ottico
            confezionare i pacchi secondo le istruzioni
            applicare le etichette di spedizione
            separare i resi dalla merce nuova
            formare le scatole e chiuderle con il nastro
            controllare quantità e taglie
            rifornire le postazioni di imballaggio
            piegare e imbustare i capi
            caricare i carrelli per la spedizione
            """,
        tasks: """
            il prelievo articoli
            il confezionamento pacchi
            il controllo quantità
            la gestione dei resi
            l'etichettatura delle spedizioni
            il lavoro con il lettore ottico
            """,
        wants: """
            velocità e attenzione ai dettagli
            disponibilità ai turni anche notturni
            capacità di lavorare in gruppo
            conoscenza di base dell'italiano scritto
            puntualità
            attitudine al lavoro manuale ripetitivo
            """,
        courses: """
            Formazione specifica rischio medio
            Movimentazione manuale dei carichi
            Corso per addetto alla logistica interna
            """,
        skills: """
            lettore di codici a barre
            confezionamento
            movimentazione dei carichi
            lavoro a obiettivi di produttività
            smistamento pacchi
            """
    )

    static let carrellista = DemoTrade(
        key: "carrellista",
        profession: "7.4.4.4.0",
        share: DemoShare(people: 18, demand: 26, women: 8, area: .north),
        words: DemoTradeWords(man: "carrellista", woman: "carrellista", field: "della movimentazione merci"),
        sector: .logistics,
        terms: DemoTerms(
            pay: 1600...1850,
            period: .month,
            level: "4",
            education: "LSE",
            weeks: [.twoShifts, .threeShifts],
            licences: ["B"]
        ),
        titles: """
            Carrellista
            Carrellista con patentino
            Mulettista per reparto spedizioni
            Addetto/a alla movimentazione con carrello elevatore
            """,
        workplaces: """
            un'azienda di trasporti e logistica
            una ceramica
            uno stabilimento di bevande
            un deposito di materiale edile
            una cartiera
            """,
        duties: """
            guidare il carrello frontale e retrattile
            stoccare i bancali in scaffalature alte
            caricare i mezzi in ribalta
            rifornire le linee di produzione
            controllare ogni giorno il carrello
            prelevare le materie prime dal piazzale
            registrare gli spostamenti sul terminale
            verificare il peso dei bancali prima del carico
            mettere in carica le batterie dei mezzi
            preparare i viaggi con il responsabile delle spedizioni
            """,
        tasks: """
            la guida del muletto frontale
            l'uso del carrello retrattile
            lo stoccaggio in quota
            il carico dei bilici
            il rifornimento delle linee
            il controllo dei mezzi
            """,
        wants: """
            patentino del carrello elevatore in corso di validità
            esperienza con il carrello retrattile
            disponibilità su due o tre turni
            attenzione alle regole di sicurezza
            pratica di carico in ribalta
            autonomia nello spostamento verso la sede
            """,
        courses: """
            Abilitazione alla conduzione di carrelli elevatori semoventi
            Aggiornamento quinquennale del patentino del muletto
            Formazione per preposti
            """,
        skills: """
            carrello frontale
            carrello retrattile
            scaffalature portapallet
            radiofrequenza
            sicurezza in magazzino
            """
    )

    static let facchino = DemoTrade(
        key: "facchino",
        profession: "8.1.3.1.0",
        share: DemoShare(people: 14, demand: 14, women: 6, area: .everywhere),
        words: DemoTradeWords(man: "facchino", woman: "facchina", field: "dei traslochi e del facchinaggio"),
        sector: .logistics,
        terms: DemoTerms(
            pay: 1430...1600,
            period: .month,
            level: "6",
            education: "NED",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Addetto/a ai traslochi
            Facchino/a
            Addetto/a alla movimentazione merci
            Operaio/a per traslochi
            """,
        workplaces: """
            una ditta di traslochi
            una cooperativa di facchinaggio
            un mercato ortofrutticolo
            un'impresa di allestimenti
            una casa d'aste
            """,
        duties: """
            smontare e rimontare i mobili
            proteggere gli arredi con coperte e pluriball
            caricare il camion in modo ordinato
            portare i colli ai piani
            usare la piattaforma esterna con il collega
            scaricare le cassette all'alba
            spostare macchinari e arredi d'ufficio
            imballare stoviglie e oggetti fragili
            montare stand e gazebo
            tenere pulito il mezzo
            """,
        tasks: """
            i traslochi di abitazioni e uffici
            la movimentazione colli pesanti
            il montaggio mobili
            l'imballaggio di oggetti fragili
            il carico del camion
            l'allestimento stand
            """,
        wants: """
            buona forma fisica
            serietà e puntualità
            esperienza nel montaggio di mobili
            patente B
            disponibilità a trasferte in giornata
            cortesia con i clienti
            """,
        courses: """
            Movimentazione manuale dei carichi
            Uso di piattaforme e montacarichi per traslochi
            Formazione generale sulla sicurezza
            """,
        skills: """
            smontaggio mobili
            imballaggio
            carico mezzi
            lavoro di squadra
            uso di cinghie e carrelli
            """
    )

    static let spedizioni = DemoTrade(
        key: "spedizioni",
        profession: "4.3.1.3.0",
        share: DemoShare(people: 10, demand: 14, women: 50, area: .north),
        words: DemoTradeWords(
            man: "impiegato alle spedizioni",
            woman: "impiegata alle spedizioni",
            field: "dei trasporti"
        ),
        sector: .logistics,
        terms: DemoTerms(
            pay: 1650...1950,
            period: .month,
            level: "4",
            education: "USG",
            weeks: [.day],
            licences: []
        ),
        titles: """
            Impiegato/a ufficio spedizioni
            Addetto/a al traffico
            Impiegato/a logistico/a
            Addetto/a documenti doganali
            """,
        workplaces: """
            una casa di spedizioni
            un'azienda di trasporti
            un'azienda manifatturiera
            uno studio di pratiche doganali
            un terminal portuale
            """,
        duties: """
            organizzare ritiri e consegne
            preparare documenti di trasporto
            tenere i contatti con gli autisti
            confrontare i preventivi dei vettori
            caricare le spedizioni a sistema
            seguire le pratiche doganali
            avvisare i clienti dei ritardi
            controllare le fatture dei corrieri
            pianificare i viaggi
            archiviare le prove di consegna
            """,
        tasks: """
            la pianificazione viaggi
            i documenti di trasporto
            i contatti con i vettori
            le pratiche doganali
            il tracciamento spedizioni
            il controllo fatture
            """,
        wants: """
            diploma
            inglese buono
            capacità di gestire le urgenze
            pratica nell'uso di Excel
            esperienza in ufficio spedizioni
            conoscenza delle rese Incoterms
            """,
        courses: """
            Incoterms e documenti doganali
            Excel intermedio
            Gestione dei trasporti
            """,
        skills: """
            Excel
            Incoterms
            gestione vettori
            inglese commerciale
            documenti di trasporto
            """
    )
}
