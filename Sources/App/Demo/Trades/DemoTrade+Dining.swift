// Kitchens and dining rooms.

extension DemoTrade {
    static let sala = DemoTrade(
        key: "sala",
        profession: "5.2.2.3.2",
        share: DemoShare(people: 24, demand: 30, women: 56, area: .everywhere),
        words: DemoTradeWords(man: "cameriere di sala", woman: "cameriera di sala", field: "della ristorazione"),
        sector: .restaurant,
        terms: DemoTerms(
            pay: 1480...1640,
            period: .month,
            level: "5",
            education: "LSE",
            weeks: [.splitDay, .weekends],
            licences: []
        ),
        titles: """
            Cameriere/a di sala
            Addetto/a alla sala
            Cameriere/a per ristorante
            Chef de rang
            """,
        workplaces: """
            un ristorante
            una pizzeria
            una trattoria con cucina tipica
            un ristorante d'albergo
            una società di catering
            un agriturismo
            """,
        duties: """
            accogliere i clienti e accompagnarli al tavolo
            prendere le comande con il palmare
            servire ai tavoli
            consigliare piatti e vini
            apparecchiare la sala prima del servizio
            sparecchiare e riordinare
            preparare il conto e incassare
            allestire buffet e banchetti
            informare sugli allergeni
            sistemare la cantina e il bar di servizio
            lucidare posate e bicchieri
            """,
        tasks: """
            il servizio ai tavoli
            la presa delle comande
            la mise en place
            il servizio banchetti
            il riordino della sala
            la chiusura dei conti
            """,
        wants: """
            esperienza di sala
            cordialità con il pubblico
            inglese sufficiente per le comande
            disponibilità la sera e nei festivi
            capacità di portare tre piatti
            abitudine ai ritmi dei fine settimana
            """,
        courses: """
            Attestato HACCP
            Corso di sala e bar
            Primo livello da sommelier
            """,
        skills: """
            servizio al tavolo
            palmare per comande
            mise en place
            abbinamento vini
            inglese per la sala
            """
    )

    static let cuoco = DemoTrade(
        key: "cuoco",
        profession: "5.2.2.1.0",
        share: DemoShare(people: 22, demand: 28, women: 30, area: .everywhere),
        words: DemoTradeWords(man: "cuoco", woman: "cuoca", field: "della cucina"),
        sector: .restaurant,
        terms: DemoTerms(
            pay: 1560...1950,
            period: .month,
            level: "4",
            education: "LSE",
            weeks: [.splitDay, .weekends],
            licences: []
        ),
        titles: """
            Cuoco/a
            Aiuto cuoco/a
            Commis di cucina
            Cuoco/a capo partita ai primi
            """,
        workplaces: """
            un ristorante di pesce
            una trattoria
            un albergo con ristorante
            un'osteria
            un villaggio turistico
            una cucina per banchetti
            """,
        duties: """
            preparare la linea dei primi piatti
            pulire e tagliare verdure e carni
            cuocere secondo le ricette della casa
            impiattare durante il servizio
            controllare le temperature dei frigoriferi
            ordinare le materie prime
            preparare salse e fondi
            tenere pulita la postazione
            gestire i banchetti con lo chef
            fare la pasta fresca
            pulire e sfilettare il pesce
            """,
        tasks: """
            la preparazione dei primi
            la linea degli antipasti
            la cottura delle carni
            la pasta fresca
            la pulizia del pesce
            il controllo HACCP
            la gestione ordini di cucina
            """,
        wants: """
            esperienza in cucina
            attestato HACCP valido
            resistenza ai ritmi del servizio
            conoscenza della cucina regionale
            ordine e pulizia sul lavoro
            diploma alberghiero o pratica equivalente
            """,
        courses: """
            Attestato HACCP
            Corso per aiuto cuoco
            Panificazione e lievitati
            Cucina senza glutine
            """,
        skills: """
            preparazioni di base
            pasta fresca
            cotture
            HACCP
            banchetti
            impiattamento
            """
    )

    static let lavapiatti = DemoTrade(
        key: "lavapiatti",
        profession: "8.1.4.2.0",
        share: DemoShare(people: 14, demand: 16, women: 40, area: .everywhere),
        words: DemoTradeWords(man: "lavapiatti", woman: "lavapiatti", field: "della ristorazione"),
        sector: .restaurant,
        terms: DemoTerms(
            pay: 1380...1500,
            period: .month,
            level: "6",
            education: "NED",
            weeks: [.evening, .weekends],
            licences: []
        ),
        titles: """
            Lavapiatti
            Addetto/a al lavaggio in cucina
            Aiuto cucina e lavapiatti
            Tuttofare di cucina
            """,
        workplaces: """
            un ristorante
            una pizzeria
            una mensa
            un hotel sul mare
            una sala ricevimenti
            una birreria
            """,
        duties: """
            lavare stoviglie e pentole
            caricare la lavastoviglie a capote
            pulire la cucina a fine servizio
            sbucciare e tagliare le verdure
            portare fuori i rifiuti
            riordinare la dispensa
            lavare pavimenti e cappe
            sistemare i piatti puliti
            aiutare a scaricare la spesa
            preparare le basi semplici
            """,
        tasks: """
            il lavaggio stoviglie
            la pulizia della cucina
            la preparazione verdure
            il riordino dispensa
            la pulizia delle attrezzature
            lo smaltimento rifiuti
            """,
        wants: """
            velocità e resistenza
            disponibilità la sera
            serietà
            abitudine al lavoro in piedi
            possibilità di rientrare a casa dopo l'ultimo turno
            interesse a imparare il lavoro di cucina
            """,
        courses: """
            Attestato HACCP
            Formazione generale sulla sicurezza
            Corso di base per aiuto cucina
            """,
        skills: """
            lavastoviglie industriale
            pulizia cucina
            preparazione verdure
            raccolta differenziata
            lavoro sotto pressione
            """
    )

    static let mensa = DemoTrade(
        key: "mensa",
        profession: "5.2.2.2.1",
        share: DemoShare(people: 18, demand: 18, women: 76, area: .everywhere),
        words: DemoTradeWords(man: "addetto mensa", woman: "addetta mensa", field: "della ristorazione collettiva"),
        sector: .canteen,
        terms: DemoTerms(
            pay: 1390...1530,
            period: .month,
            level: "6S",
            education: "LSE",
            weeks: [.partTime],
            licences: []
        ),
        titles: """
            Addetto/a mensa
            Addetto/a alla ristorazione collettiva
            Operatore/trice di refettorio scolastico
            Aiuto cuoco/a per mensa
            """,
        workplaces: """
            una società di ristorazione collettiva
            una mensa aziendale
            una cucina ospedaliera
            un centro cottura
            una mensa scolastica
            """,
        duties: """
            distribuire i pasti al banco
            preparare i carrelli per i reparti
            apparecchiare il refettorio
            controllare le diete speciali
            lavare e sanificare i tavoli
            porzionare frutta e pane
            registrare le temperature dei pasti
            caricare i contenitori termici
            riordinare il centro cottura
            sporzionare nelle scuole
            """,
        tasks: """
            la distribuzione pasti
            la preparazione diete
            lo sporzionamento
            la sanificazione del refettorio
            la registrazione temperature
            il lavaggio e riordino
            """,
        wants: """
            attestato HACCP
            disponibilità nelle ore centrali
            attenzione alle diete e agli allergeni
            modi gentili con i bambini
            esperienza in mense o cucine
            possibilità di sostituzioni in plessi vicini
            """,
        courses: """
            Attestato HACCP
            Allergeni e diete speciali
            Formazione antincendio rischio basso
            """,
        skills: """
            sporzionamento
            diete speciali
            HACCP
            self-service
            contenitori termici
            """
    )

    static let banconista = DemoTrade(
        key: "banconista",
        profession: "5.2.2.2.2",
        share: DemoShare(people: 14, demand: 16, women: 60, area: .everywhere),
        words: DemoTradeWords(
            man: "addetto alla gastronomia",
            woman: "addetta alla gastronomia",
            field: "della ristorazione veloce"
        ),
        sector: .fastfood,
        terms: DemoTerms(
            pay: 1420...1560,
            period: .month,
            level: "6S",
            education: "LSE",
            weeks: [.weekends, .splitDay],
            licences: []
        ),
        titles: """
            Addetto/a al banco gastronomia
            Addetto/a alla ristorazione veloce
            Operatore/trice di cucina e cassa per fast food
            Pizzaiolo/a e addetto/a al banco
            """,
        workplaces: """
            una rosticceria
            una catena di ristorazione veloce
            una pizzeria al taglio
            una gastronomia
            una piadineria
            un chiosco sul lungomare
            """,
        duties: """
            preparare hamburger e patatine
            servire al banco
            infornare pizze in teglia
            stendere l'impasto
            confezionare i piatti da asporto
            gestire gli ordini delle piattaforme
            affettare salumi e formaggi
            pulire friggitrici e piastre
            tenere la cassa
            allestire la vetrina dei piatti pronti
            """,
        tasks: """
            la preparazione pizze
            il banco gastronomia
            la friggitoria
            gli ordini da asporto
            la cassa
            la pulizia delle attrezzature
            """,
        wants: """
            attitudine al contatto con il pubblico
            attestato HACCP o disponibilità a ottenerlo
            flessibilità sui turni
            spirito di squadra
            velocità
            esperienza con forno o piastra
            """,
        courses: """
            Attestato HACCP
            Corso per pizzaiolo
            Formazione interna sugli standard di servizio
            """,
        skills: """
            banco
            stesura della pizza
            cassa
            asporto
            affettatrice
            """
    )
}
