// Metal.

extension DemoTrade {
    static let metalmeccanico = DemoTrade(
        key: "metalmeccanico",
        profession: "7.2.7.1.0",
        share: DemoShare(people: 24, demand: 30, women: 24, area: .north),
        words: DemoTradeWords(man: "operaio metalmeccanico", woman: "operaia metalmeccanica", field: "metalmeccanico"),
        sector: .metal,
        terms: DemoTerms(
            pay: 1700...1950,
            period: .month,
            level: "D2",
            education: "LSE",
            weeks: [.twoShifts, .threeShifts],
            licences: []
        ),
        titles: """
            Operaio/a metalmeccanico/a
            Addetto/a all'assemblaggio meccanico
            Montatore/trice meccanico/a di linea
            Operaio/a di produzione
            """,
        workplaces: """
            un'azienda metalmeccanica
            una fabbrica di elettrodomestici
            un'officina di precisione
            una fabbrica di pompe
            un'azienda dell'indotto dell'auto
            """,
        duties: """
            assemblare gruppi meccanici su linea
            leggere il disegno tecnico semplice
            usare avvitatori e chiavi dinamometriche
            controllare i pezzi con il calibro
            alimentare le presse
            sbavare i particolari
            compilare le schede di produzione
            segnalare i pezzi non conformi
            cambiare gli utensili più semplici
            imballare il prodotto finito
            montare cuscinetti e guarnizioni
            """,
        tasks: """
            l'assemblaggio meccanico
            il controllo con calibro e micrometro
            l'uso di presse
            la sbavatura
            il lavoro in linea
            il montaggio di gruppi
            """,
        wants: """
            esperienza in produzione
            conoscenza del disegno meccanico
            disponibilità ai tre turni
            buona manualità
            pratica nell'uso degli strumenti di misura
            diploma o qualifica tecnica anche senza esperienza
            """,
        courses: """
            Lettura del disegno meccanico
            Formazione specifica rischio alto
            Metrologia di base
            """,
        skills: """
            calibro
            disegno meccanico
            avvitatori
            pressa
            montaggio
            controllo qualità
            """
    )

    static let cnc = DemoTrade(
        key: "cnc",
        profession: "7.2.1.1.0",
        share: DemoShare(people: 12, demand: 20, women: 10, area: .north),
        words: DemoTradeWords(man: "operatore CNC", woman: "operatrice CNC", field: "delle macchine utensili"),
        sector: .metal,
        terms: DemoTerms(
            pay: 1850...2250,
            period: .month,
            level: "C2",
            education: "IFP",
            weeks: [.twoShifts, .threeShifts],
            licences: ["B"]
        ),
        titles: """
            Operatore/trice macchine CNC
            Tornitore/trice CNC
            Fresatore/trice CNC
            Addetto/a alle macchine utensili
            """,
        workplaces: """
            un'officina meccanica
            un'azienda di torneria
            un'officina di stampi
            un'azienda dell'aerospazio
            un'azienda di ingranaggi
            """,
        duties: """
            attrezzare torni e centri di lavoro
            caricare i programmi e correggere le quote
            controllare i pezzi a bordo macchina
            cambiare inserti e utensili
            leggere il disegno con le tolleranze
            seguire più macchine insieme
            compilare il piano di controllo
            fare la manutenzione ordinaria
            preparare i grezzi
            misurare con micrometro e rugosimetro
            """,
        tasks: """
            l'attrezzaggio
            la tornitura CNC
            la fresatura a controllo numerico
            il controllo dimensionale
            la correzione utensili
            la lettura del disegno
            """,
        wants: """
            conoscenza dei controlli Fanuc o Heidenhain
            capacità di lettura del disegno tecnico
            esperienza di attrezzaggio
            precisione al centesimo
            diploma o qualifica in meccanica
            disponibilità su turni
            """,
        courses: """
            Programmazione CNC Fanuc
            Metrologia e tolleranze
            CAD-CAM di base
            """,
        skills: """
            Fanuc
            Heidenhain
            attrezzaggio
            micrometro
            tolleranze
            disegno tecnico
            """
    )

    static let saldatore = DemoTrade(
        key: "saldatore",
        profession: "6.2.1.2.0",
        share: DemoShare(people: 14, demand: 20, women: 5, area: .north),
        words: DemoTradeWords(man: "saldatore", woman: "saldatrice", field: "della saldatura"),
        sector: .metal,
        terms: DemoTerms(
            pay: 1850...2300,
            period: .month,
            level: "C2",
            education: "LSE",
            weeks: [.day, .twoShifts],
            licences: ["B"]
        ),
        titles: """
            Saldatore/trice a filo e TIG
            Saldatore/trice MIG-MAG
            Saldatore/trice con patentino
            Addetto/a alla saldatura
            """,
        workplaces: """
            una carpenteria metallica
            un cantiere navale
            un'azienda di serbatoi
            un'officina di ringhiere e cancelli
            una fabbrica di rimorchi
            """,
        duties: """
            saldare a filo continuo
            saldare a TIG acciaio inox
            puntare i pezzi in maschera
            leggere il disegno di carpenteria
            molare e rifinire i cordoni
            preparare i lembi
            controllare visivamente le saldature
            regolare i parametri della macchina
            montare strutture in cantiere
            tagliare con plasma e cannello
            """,
        tasks: """
            la saldatura MIG-MAG
            la saldatura TIG
            la puntatura
            la molatura
            il taglio al plasma
            la carpenteria leggera
            """,
        wants: """
            pratica di saldatura a filo o TIG
            patentino di saldatura
            capacità di lettura del disegno
            disponibilità a trasferte
            attenzione alla sicurezza
            disponibilità a una prova pratica
            """,
        courses: """
            Patentino di saldatura UNI EN ISO 9606-1
            Corso di saldatura TIG
            Lavori a caldo e prevenzione incendi
            """,
        skills: """
            TIG
            MIG-MAG
            elettrodo
            molatura
            lettura del disegno
            plasma
            """
    )

    static let carpentiere = DemoTrade(
        key: "carpentiere",
        profession: "6.2.1.4.0",
        share: DemoShare(people: 10, demand: 14, women: 4, area: .north),
        words: DemoTradeWords(
            man: "carpentiere metallico",
            woman: "carpentiera metallica",
            field: "della carpenteria metallica"
        ),
        sector: .metal,
        terms: DemoTerms(
            pay: 1800...2200,
            period: .month,
            level: "C1",
            education: "LSE",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Carpentiere/a metallico/a
            Montatore/trice di carpenteria
            Fabbro/a e carpentiere/a
            Addetto/a al montaggio di strutture metalliche
            """,
        workplaces: """
            una carpenteria pesante
            un'officina da fabbro
            un'azienda di capannoni prefabbricati
            un'impresa di serramenti in ferro
            un'officina di scale antincendio
            """,
        duties: """
            tracciare e tagliare profili
            forare e piegare lamiere
            assemblare travi e colonne
            montare strutture in quota
            leggere i disegni esecutivi
            usare il carroponte
            imbullonare e serrare a coppia
            posare ringhiere e cancelli
            preparare i pezzi per la zincatura
            rifinire con smerigliatrice
            """,
        tasks: """
            il taglio e foratura profili
            la piegatura lamiere
            il montaggio strutture
            i lavori in quota
            la posa di ringhiere
            l'uso del carroponte
            """,
        wants: """
            esperienza in carpenteria
            abilitazione ai lavori in quota
            capacità di lettura di disegni esecutivi
            disponibilità a trasferte nazionali
            pratica nell'uso di piattaforme aeree
            autonomia nel montaggio
            """,
        courses: """
            Lavori in quota e DPI di terza categoria
            Abilitazione piattaforme PLE
            Uso del carroponte
            """,
        skills: """
            tracciatura
            piegatrice
            carroponte
            lavori in quota
            smerigliatrice
            """
    )

    static let verniciatore = DemoTrade(
        key: "verniciatore",
        profession: "6.2.3.7.0",
        share: DemoShare(people: 6, demand: 10, women: 8, area: .north),
        words: DemoTradeWords(man: "verniciatore", woman: "verniciatrice", field: "della verniciatura industriale"),
        sector: .metal,
        terms: DemoTerms(
            pay: 1720...2020,
            period: .month,
            level: "D2",
            education: "LSE",
            weeks: [.twoShifts],
            licences: ["B"]
        ),
        titles: """
            Verniciatore/trice industriale
            Addetto/a alla verniciatura a polvere
            Verniciatore/trice a spruzzo
            Operaio/a di reparto verniciatura
            """,
        workplaces: """
            una verniciatura conto terzi
            una carrozzeria industriale
            un'azienda di arredi metallici
            una fabbrica di macchine agricole
            un'azienda di profili in alluminio
            """,
        duties: """
            preparare le superfici
            appendere i pezzi in catena
            verniciare a spruzzo
            verniciare a polvere in cabina
            mascherare le parti da proteggere
            controllare lo spessore
            ritoccare i difetti
            pulire pistole e cabina
            regolare il forno di cottura
            confezionare i pezzi finiti
            """,
        tasks: """
            la verniciatura a polvere
            la verniciatura a liquido
            la preparazione superfici
            la mascheratura
            il controllo spessori
            il ritocco
            """,
        wants: """
            esperienza in verniciatura
            attenzione ai difetti
            disponibilità su due turni
            uso corretto dei DPI
            precisione nei ritocchi
            manualità con la pistola a spruzzo
            """,
        courses: """
            Rischio chimico e uso dei DPI
            Corso di verniciatura industriale
            Formazione specifica rischio alto
            """,
        skills: """
            pistola a spruzzo
            cabina a polvere
            mascheratura
            carteggiatura
            spessimetro
            """
    )
}
