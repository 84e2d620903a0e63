// Bars, ovens, counters.

extension DemoTrade {
    static let barista = DemoTrade(
        key: "barista",
        profession: "5.2.2.4.0",
        share: DemoShare(people: 20, demand: 22, women: 58, area: .everywhere),
        words: DemoTradeWords(man: "barista", woman: "barista", field: "dei pubblici esercizi"),
        sector: .restaurant,
        terms: DemoTerms(
            pay: 1450...1600,
            period: .month,
            level: "5",
            education: "LSE",
            weeks: [.earlyMorning, .weekends, .twoShifts],
            licences: []
        ),
        titles: """
            Barista
            Banconista di bar
            Addetto/a al banco caffetteria
            Barista per colazioni e aperitivi
            """,
        workplaces: """
            un bar pasticceria
            un bar di stazione
            una caffetteria
            un locale per aperitivi
            un bar tabacchi
            un autogrill
            """,
        duties: """
            preparare caffè e cappuccini
            servire la colazione al banco
            preparare aperitivi e cocktail semplici
            farcire panini e toast
            fare cassa e chiusura
            rifornire frigoriferi e vetrine
            pulire la macchina del caffè
            preparare la sala per il pranzo
            ordinare bevande e latte
            accogliere i clienti abituali per nome
            """,
        tasks: """
            la caffetteria
            gli aperitivi e cocktail
            la preparazione panini
            la cassa
            il rifornimento del banco
            la pulizia delle attrezzature
            """,
        wants: """
            esperienza al banco
            sveglia presto e puntualità
            manualità con la macchina del caffè
            sorriso e rapidità
            disponibilità nei fine settimana
            pratica di cassa
            """,
        courses: """
            Corso di caffetteria e latte art
            Attestato HACCP
            Corso per barman
            """,
        skills: """
            macchina del caffè
            cocktail di base
            cassa
            latte art
            preparazione panini
            """
    )

    static let panettiere = DemoTrade(
        key: "panettiere",
        profession: "6.5.1.2.1",
        share: DemoShare(people: 10, demand: 10, women: 18, area: .everywhere),
        words: DemoTradeWords(man: "panettiere", woman: "panettiera", field: "della panificazione"),
        sector: .bakery,
        terms: DemoTerms(
            pay: 1520...1750,
            period: .month,
            level: "A3",
            education: "LSE",
            weeks: [.night],
            licences: []
        ),
        titles: """
            Panettiere/a
            Fornaio/a
            Aiuto panificatore/trice
            Addetto/a al forno notturno
            """,
        workplaces: """
            un panificio artigianale
            un forno di quartiere
            un laboratorio per supermercati
            un biscottificio
            un forno a legna
            """,
        duties: """
            impastare pane e focacce
            curare il lievito madre
            formare e infornare le pezzature
            controllare tempi e cotture
            preparare grissini e biscotti
            pulire impastatrice e celle
            dosare farine e acqua
            confezionare il pane per i negozi
            gestire il forno a piani
            stendere e condire le focacce
            """,
        tasks: """
            l'impasto
            la lievitazione
            la formatura del pane
            la cottura in forno
            le focacce e pizze in teglia
            la biscotteria secca
            """,
        wants: """
            esperienza in panificio
            disponibilità al lavoro notturno
            passione per gli impasti
            conoscenza delle farine
            attestato HACCP
            resistenza al caldo del forno
            """,
        courses: """
            Corso di panificazione
            Attestato HACCP
            Lievito madre e grandi lievitati
            """,
        skills: """
            impastatrice
            lievito madre
            forno a piani
            formatura
            dosaggio
            """
    )

    static let pasticciere = DemoTrade(
        key: "pasticciere",
        profession: "6.5.1.3.1",
        share: DemoShare(people: 10, demand: 10, women: 52, area: .everywhere),
        words: DemoTradeWords(man: "pasticcere", woman: "pasticcera", field: "della pasticceria"),
        sector: .bakery,
        terms: DemoTerms(
            pay: 1540...1780,
            period: .month,
            level: "A2",
            education: "USV",
            weeks: [.earlyMorning],
            licences: []
        ),
        titles: """
            Pasticcere/a
            Aiuto pasticcere/a
            Addetto/a al laboratorio di pasticceria
            Gelatiere/a e pasticcere/a
            """,
        workplaces: """
            una pasticceria
            un laboratorio dolciario
            una gelateria
            un bar con produzione propria
            un'azienda di dolci tipici
            """,
        duties: """
            preparare creme e frolle
            farcire torte e mignon
            temperare il cioccolato
            decorare le torte da cerimonia
            sfornare cornetti e brioche
            preparare il gelato
            pesare e dosare gli ingredienti
            tenere in ordine il laboratorio
            confezionare vassoi e panettoni
            preparare semifreddi e monoporzioni
            """,
        tasks: """
            le creme e basi
            la decorazione torte
            gli sfogliati
            la cioccolateria
            la gelateria
            il confezionamento dolci
            """,
        wants: """
            formazione o pratica di pasticceria
            precisione nelle dosi
            gusto estetico
            disponibilità alle prime ore del mattino
            attestato HACCP
            manualità
            """,
        courses: """
            Corso di pasticceria
            Cake design
            Gelateria artigianale
            Attestato HACCP
            """,
        skills: """
            creme
            pasta sfoglia
            decorazione
            cioccolato
            gelato
            """
    )

    static let macellaio = DemoTrade(
        key: "macellaio",
        profession: "6.5.1.1.1",
        share: DemoShare(people: 8, demand: 10, women: 14, area: .everywhere),
        words: DemoTradeWords(man: "macellaio", woman: "macellaia", field: "delle carni"),
        sector: .shop,
        terms: DemoTerms(
            pay: 1560...1850,
            period: .month,
            level: "4",
            education: "LSE",
            weeks: [.day, .weekends],
            licences: []
        ),
        titles: """
            Macellaio/a
            Addetto/a al banco macelleria
            Disossatore/trice
            Addetto/a taglio carni
            """,
        workplaces: """
            una macelleria
            un supermercato con banco servito
            un salumificio
            un laboratorio di carni
            un macello
            """,
        duties: """
            disossare i quarti
            preparare i tagli per il banco
            servire i clienti e consigliare le cotture
            macinare e insaccare
            preparare i pronti a cuocere
            sanificare coltelli e superfici
            controllare la temperatura delle celle
            allestire il banco
            legare gli arrosti
            confezionare in vaschetta
            """,
        tasks: """
            il disosso
            il taglio delle carni
            il banco servito
            i preparati pronti
            gli insaccati
            la sanificazione del laboratorio
            """,
        wants: """
            esperienza al banco macelleria
            uso sicuro dei coltelli
            attestato HACCP
            cortesia nella vendita
            resistenza al freddo delle celle
            disponibilità al sabato
            """,
        courses: """
            Attestato HACCP
            Corso di taglio delle carni
            Uso dei dispositivi di protezione dal taglio
            """,
        skills: """
            disosso
            taglio
            banco servito
            insaccati
            celle frigorifere
            """
    )
}
