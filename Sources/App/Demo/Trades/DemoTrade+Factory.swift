// Factory lines.

extension DemoTrade {
    static let plastica = DemoTrade(
        key: "plastica",
        profession: "7.2.3.3.0",
        share: DemoShare(people: 12, demand: 18, women: 42, area: .north),
        words: DemoTradeWords(
            man: "operaio stampaggio plastica",
            woman: "operaia stampaggio plastica",
            field: "della gomma e plastica"
        ),
        sector: .plastics,
        terms: DemoTerms(
            pay: 1650...1880,
            period: .month,
            level: "G",
            education: "LSE",
            weeks: [.threeShifts],
            licences: []
        ),
        titles: """
            Addetto/a alle presse a iniezione
            Operatore/trice di stampaggio plastica
            Addetto/a controllo e confezionamento plastica
            Operaio/a per gomma e plastica
            """,
        workplaces: """
            un'azienda di stampaggio
            una fabbrica di contenitori
            un'azienda di guarnizioni
            un'azienda di casalinghi
            un'azienda di componenti per l'auto
            """,
        duties: """
            controllare i pezzi in uscita dalla pressa
            rifilare le sbavature
            alimentare le tramogge
            confezionare i contenitori
            registrare gli scarti
            assistere al cambio stampo
            applicare inserti e etichette
            verificare colore e peso
            pulire la zona di lavoro
            avviare la pressa dopo il fermo
            """,
        tasks: """
            il controllo estetico
            la rifilatura
            il cambio stampo
            il confezionamento
            la conduzione delle presse
            la registrazione scarti
            """,
        wants: """
            disponibilità ai tre turni
            occhio attento ai difetti
            esperienza in fabbrica
            manualità fine
            affidabilità
            possibilità di lavorare nei fine settimana in rotazione
            """,
        courses: """
            Formazione specifica rischio alto
            Tecnologia dello stampaggio a iniezione
            Corso antincendio rischio medio
            """,
        skills: """
            presse a iniezione
            controllo difetti
            rifilatura
            imballo
            lavoro a turni
            """
    )

    static let confezionamento = DemoTrade(
        key: "confezionamento",
        profession: "7.2.8.1.0",
        share: DemoShare(people: 22, demand: 30, women: 66, area: .everywhere),
        words: DemoTradeWords(
            man: "operaio addetto al confezionamento",
            woman: "operaia addetta al confezionamento",
            field: "alimentare"
        ),
        sector: .food,
        terms: DemoTerms(
            pay: 1600...1780,
            period: .month,
            level: "5",
            education: "LSE",
            weeks: [.twoShifts, .threeShifts],
            licences: []
        ),
        titles: """
            Addetto/a al confezionamento alimentare
            Operaio/a di produzione alimentare
            Addetto/a alle linee di confezionamento
            Operatore/trice di linea alimentare
            """,
        workplaces: """
            un pastificio
            un caseificio
            un'azienda di surgelati
            uno stabilimento di conserve
            un salumificio
            un'azienda di frutta confezionata
            """,
        duties: """
            lavorare in linea al confezionamento
            controllare peso e sigillatura
            inscatolare e comporre i bancali
            cambiare bobine ed etichette
            rispettare le norme igieniche
            selezionare il prodotto sul nastro
            sanificare la linea a fine turno
            registrare lotti e scadenze
            alimentare la confezionatrice
            separare gli scarti
            verificare il metal detector
            """,
        tasks: """
            il lavoro in linea
            il confezionamento
            la cernita del prodotto
            il controllo peso
            la sanificazione della linea
            la pallettizzazione
            """,
        wants: """
            attestato HACCP
            disponibilità ai turni
            resistenza alle basse temperature
            velocità manuale
            rispetto delle regole igieniche
            esperienza anche stagionale nell'alimentare
            """,
        courses: """
            Attestato HACCP
            Formazione specifica rischio medio
            Buone pratiche di lavorazione
            """,
        skills: """
            confezionatrice
            HACCP
            cernita
            etichettatrice
            lavoro in ambiente freddo
            """
    )

    static let cablatore = DemoTrade(
        key: "cablatore",
        profession: "7.2.7.2.0",
        share: DemoShare(people: 10, demand: 14, women: 44, area: .north),
        words: DemoTradeWords(man: "cablatore", woman: "cablatrice", field: "dell'elettromeccanica"),
        sector: .electrical,
        terms: DemoTerms(
            pay: 1700...2000,
            period: .month,
            level: "C1",
            education: "IFP",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Cablatore/trice quadri elettrici
            Assemblatore/trice elettromeccanico/a
            Addetto/a al cablaggio
            Cablatore/trice bordo macchina
            """,
        workplaces: """
            un'azienda di quadri elettrici
            una fabbrica di macchine automatiche
            un'azienda di elettronica
            un'azienda di ascensori
            un'azienda di cablaggi per veicoli
            """,
        duties: """
            cablare quadri seguendo lo schema
            siglare i conduttori
            crimpare i terminali
            montare canaline e guide
            collaudare i quadri
            saldare componenti a stagno
            leggere lo schema elettrico
            assemblare bordo macchina
            preparare i fasci di cavi
            registrare le prove di isolamento
            """,
        tasks: """
            il cablaggio quadri
            la crimpatura
            la saldatura a stagno
            il collaudo
            la lettura di schemi elettrici
            il montaggio di canaline
            """,
        wants: """
            capacità di lettura dello schema elettrico
            manualità fine
            qualifica o diploma elettrico
            esperienza su quadri di automazione
            precisione
            disponibilità a lavorare presso il cliente
            """,
        courses: """
            Corso per cablatore di quadri
            Norma CEI 11-27 PES/PAV
            Saldatura a stagno IPC
            """,
        skills: """
            schemi elettrici
            crimpatura
            quadri di automazione
            tester
            saldatura a stagno
            """
    )

    static let generico = DemoTrade(
        key: "generico",
        profession: "8.4.3.1.0",
        share: DemoShare(people: 14, demand: 20, women: 36, area: .north),
        words: DemoTradeWords(man: "operaio generico", woman: "operaia generica", field: "industriale"),
        sector: .metal,
        terms: DemoTerms(
            pay: 1560...1720,
            period: .month,
            level: "D1",
            education: "NED",
            weeks: [.twoShifts, .threeShifts],
            licences: []
        ),
        titles: """
            Operaio/a generico/a
            Operaio/a di produzione senza esperienza
            Addetto/a alla produzione
            Operaio/a per reparto finitura
            """,
        workplaces: """
            una fabbrica di imballaggi
            una vetreria
            un'azienda tessile
            un'azienda chimica
            uno stabilimento di componenti
            un'azienda di arredobagno
            """,
        duties: """
            alimentare la linea
            controllare i pezzi a vista
            svuotare i contenitori di scarto
            comporre i bancali
            pulire la postazione
            contare e pesare il prodotto
            aiutare nel cambio formato
            applicare etichette
            spostare i materiali con il transpallet
            seguire le istruzioni del capo turno
            """,
        tasks: """
            il lavoro in linea
            il controllo visivo
            il confezionamento
            la pulizia del reparto
            l'alimentazione macchine
            la pallettizzazione
            """,
        wants: """
            disponibilità ai turni
            voglia di lavorare
            puntualità
            esperienza anche breve in fabbrica
            capacità di stare in piedi
            licenza media
            """,
        courses: """
            Formazione generale sulla sicurezza
            Formazione specifica rischio alto
            Antincendio rischio medio
            """,
        skills: """
            lavoro in linea
            transpallet
            controllo visivo
            turni
            imballaggio
            """
    )

    static let sarta = DemoTrade(
        key: "sarta",
        profession: "7.2.6.3.0",
        share: DemoShare(people: 12, demand: 12, women: 92, area: .everywhere),
        words: DemoTradeWords(man: "operaio di sartoria", woman: "cucitrice", field: "dell'abbigliamento"),
        sector: .textile,
        terms: DemoTerms(
            pay: 1480...1680,
            period: .month,
            level: "2",
            education: "LSE",
            weeks: [.day],
            licences: []
        ),
        titles: """
            Addetto/a alle macchine da cucire
            Cucitore/trice
            Operaio/a di confezione
            Addetto/a al controllo capi
            """,
        workplaces: """
            un laboratorio di confezioni
            un maglificio
            una camiceria
            un'azienda di abbigliamento da lavoro
            un'azienda di divani
            """,
        duties: """
            cucire con lineare e tagliacuci
            montare tasche e cerniere
            attaccare bottoni e fare asole
            controllare i capi finiti
            stirare e piegare
            tagliare i tessuti sul tavolo
            leggere la scheda tecnica
            riparare piccoli difetti
            imbastire le fodere
            preparare i pezzi per la linea
            """,
        tasks: """
            la cucitura lineare
            l'uso della tagliacuci
            il controllo capi
            lo stiro
            il taglio tessuti
            le riparazioni
            """,
        wants: """
            esperienza con macchine industriali
            occhio per i difetti
            precisione
            disponibilità a tempo pieno
            pratica con tessuti delicati
            flessibilità tra più fasi
            """,
        courses: """
            Corso di confezione industriale
            Modellistica di base
            Formazione specifica rischio medio
            """,
        skills: """
            macchina lineare
            tagliacuci
            asolatrice
            stiro industriale
            taglio
            """
    )
}
