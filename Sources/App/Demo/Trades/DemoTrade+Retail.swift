// Shops.

extension DemoTrade {
    static let cassiere = DemoTrade(
        key: "cassiere",
        profession: "5.1.2.4.0",
        share: DemoShare(people: 18, demand: 22, women: 78, area: .everywhere),
        words: DemoTradeWords(man: "cassiere", woman: "cassiera", field: "della grande distribuzione"),
        sector: .retail,
        terms: DemoTerms(
            pay: 1500...1680,
            period: .month,
            level: "4",
            education: "LSE",
            weeks: [.partTime, .weekends],
            licences: []
        ),
        titles: """
            Cassiere/a
            Addetto/a cassa e reparto
            Addetto/a alle casse di supermercato
            Cassiere/a per negozio
            """,
        workplaces: """
            un supermercato
            un discount
            un ipermercato
            un negozio di casalinghi
            una stazione di servizio
            una profumeria
            """,
        duties: """
            passare la spesa in cassa
            incassare contanti e carte
            fare la chiusura di cassa
            assistere alle casse automatiche
            rifornire gli scaffali vicino alle casse
            controllare i prezzi
            gestire buoni e fedeltà
            aiutare i clienti a imbustare
            riordinare i carrelli
            sostituire i colleghi in reparto
            """,
        tasks: """
            la cassa
            la chiusura giornaliera
            le casse automatiche
            il rifornimento
            l'assistenza clienti
            la gestione resi
            """,
        wants: """
            esperienza di cassa
            precisione nei conti
            sorriso e pazienza
            disponibilità domeniche e festivi
            capacità di lavorare in reparto
            facilità nel raggiungere il punto vendita
            """,
        courses: """
            Attestato HACCP
            Tecniche di vendita
            Prevenzione delle rapine e gestione del contante
            """,
        skills: """
            cassa
            gestione contanti
            carte fedeltà
            scaffali
            pos
            """
    )

    static let commesso = DemoTrade(
        key: "commesso",
        profession: "5.1.2.2.0",
        share: DemoShare(people: 22, demand: 24, women: 72, area: .everywhere),
        words: DemoTradeWords(man: "commesso", woman: "commessa", field: "del commercio"),
        sector: .retail,
        terms: DemoTerms(
            pay: 1520...1700,
            period: .month,
            level: "4",
            education: "LSE",
            weeks: [.partTime, .weekends],
            licences: []
        ),
        titles: """
            Commesso/a
            Addetto/a alle vendite
            Addetto/a vendita abbigliamento
            Commesso/a per negozio di calzature
            """,
        workplaces: """
            un negozio di abbigliamento
            un negozio di scarpe
            una ferramenta
            un negozio di elettronica
            una profumeria
            un centro commerciale
            un garden center
            """,
        duties: """
            accogliere e consigliare i clienti
            sistemare la merce in esposizione
            allestire vetrine
            tenere la cassa
            controllare le taglie in magazzino
            gestire cambi e resi
            etichettare gli articoli
            seguire i saldi
            fare l'inventario
            tenere in ordine i camerini
            """,
        tasks: """
            la vendita assistita
            l'allestimento vetrine
            la cassa
            il riordino magazzino
            l'inventario
            la gestione resi
            """,
        wants: """
            esperienza di vendita
            attenzione al cliente
            disponibilità nei fine settimana
            capacità di ascolto del cliente
            inglese di base
            abitudine a lavorare per obiettivi
            """,
        courses: """
            Tecniche di vendita
            Visual merchandising
            Vetrinistica
            """,
        skills: """
            vendita
            visual merchandising
            cassa
            inventario
            cura del cliente
            """
    )

    static let scaffalista = DemoTrade(
        key: "scaffalista",
        profession: "8.1.3.2.0",
        share: DemoShare(people: 14, demand: 16, women: 40, area: .everywhere),
        words: DemoTradeWords(man: "scaffalista", woman: "scaffalista", field: "della grande distribuzione"),
        sector: .retail,
        terms: DemoTerms(
            pay: 1420...1580,
            period: .month,
            level: "5",
            education: "NED",
            weeks: [.earlyMorning, .night],
            licences: []
        ),
        titles: """
            Scaffalista
            Addetto/a al rifornimento scaffali
            Addetto/a reparto ortofrutta
            Addetto/a ai reparti freschi
            """,
        workplaces: """
            un supermercato
            un cash and carry
            un discount
            un negozio di bricolage
            un ipermercato
            """,
        duties: """
            rifornire gli scaffali prima dell'apertura
            controllare le scadenze
            ruotare i prodotti freschi
            sistemare la frutta sui banchi
            cambiare i cartellini dei prezzi
            aprire i bancali
            schiacciare i cartoni
            pulire il reparto
            rispondere ai clienti
            preparare le promozioni
            """,
        tasks: """
            il rifornimento scaffali
            il controllo scadenze
            la ortofrutta
            i cartellini prezzi
            le promozioni
            la gestione del retro
            """,
        wants: """
            disponibilità dalle prime ore del giorno
            velocità
            buona forma fisica
            attenzione alle scadenze
            esperienza in supermercato
            collaborazione con i colleghi
            """,
        courses: """
            Attestato HACCP
            Movimentazione manuale dei carichi
            Uso del transpallet
            """,
        skills: """
            rotazione dei prodotti
            ortofrutta
            transpallet
            lettore prezzi
            inventario
            """
    )

    static let promoter = DemoTrade(
        key: "promoter",
        profession: "5.1.3.2.0",
        share: DemoShare(people: 8, demand: 10, women: 64, area: .everywhere),
        words: DemoTradeWords(man: "promoter", woman: "promoter", field: "della promozione"),
        sector: .events,
        terms: DemoTerms(
            pay: 8...10,
            period: .hour,
            level: "5",
            education: "LSE",
            weeks: [.weekends],
            licences: []
        ),
        titles: """
            Promoter
            Hostess e steward per eventi
            Dimostratore/trice in negozio
            Addetto/a alle promozioni
            """,
        workplaces: """
            un'agenzia di eventi
            un'azienda di cosmetici
            un'azienda di telefonia
            una ditta di alimentari
            un centro commerciale
            """,
        duties: """
            presentare i prodotti ai clienti
            allestire il corner
            distribuire campioni
            registrare le vendite della giornata
            accogliere il pubblico agli eventi
            spiegare le offerte
            raccogliere contatti nel rispetto della privacy
            fare degustazioni
            consegnare i badge
            inviare il resoconto con le foto
            """,
        tasks: """
            le promozioni in negozio
            le degustazioni
            l'accoglienza eventi
            l'allestimento corner
            la raccolta contatti
            i resoconti di vendita
            """,
        wants: """
            parlantina e simpatia
            disponibilità nei fine settimana
            puntualità agli eventi
            facilità di relazione
            autonomia negli spostamenti
            inglese di base
            """,
        courses: """
            Tecniche di vendita
            Public speaking
            Accoglienza congressuale
            """,
        skills: """
            vendita
            comunicazione
            degustazioni
            eventi
            visual
            """
    )
}
