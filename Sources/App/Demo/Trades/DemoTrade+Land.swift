// Fields, stables, gardens.

extension DemoTrade {
    static let bracciante = DemoTrade(
        key: "bracciante",
        profession: "8.3.1.1.0",
        share: DemoShare(people: 24, demand: 20, women: 34, area: .south),
        words: DemoTradeWords(man: "bracciante agricolo", woman: "bracciante agricola", field: "dell'agricoltura"),
        sector: .farming,
        terms: DemoTerms(
            pay: 8...9,
            period: .hour,
            level: "F",
            education: "NED",
            weeks: [.earlyMorning],
            licences: []
        ),
        titles: """
            Bracciante agricolo/a
            Operaio/a agricolo/a per raccolta
            Addetto/a alla raccolta di frutta
            Operaio/a agricolo/a stagionale
            """,
        workplaces: """
            un'azienda agricola
            una cooperativa ortofrutticola
            un'azienda vitivinicola
            un'azienda di pomodoro da industria
            un agrumeto
            una serra di fragole
            """,
        duties: """
            raccogliere frutta e ortaggi
            selezionare e incassettare il prodotto
            vendemmiare a mano
            diradare i frutti
            piantare le piantine
            zappare e pulire i filari
            stendere i teli e le manichette
            caricare le cassette sul rimorchio
            raccogliere le olive con gli abbacchiatori
            potare sotto la guida del capo squadra
            """,
        tasks: """
            la raccolta di frutta
            la raccolta di ortaggi in serra
            la vendemmia
            la raccolta delle olive
            il diradamento
            il trapianto
            la cernita in campo
            """,
        wants: """
            esperienza in campagna
            resistenza al caldo e al freddo
            disponibilità per tutta la stagione
            puntualità all'alba
            possibilità di alloggio da concordare
            abitudine al lavoro a squadre
            """,
        courses: """
            Sicurezza nel lavoro agricolo
            Uso delle forbici elettriche
            Prevenzione dello stress da calore
            """,
        skills: """
            raccolta
            cernita
            vendemmia
            uso di forbici elettriche
            lavoro in serra
            """
    )

    static let potatore = DemoTrade(
        key: "potatore",
        profession: "6.4.1.2.0",
        share: DemoShare(people: 10, demand: 10, women: 8, area: .south),
        words: DemoTradeWords(
            man: "operaio agricolo specializzato",
            woman: "operaia agricola specializzata",
            field: "delle coltivazioni arboree"
        ),
        sector: .farming,
        terms: DemoTerms(
            pay: 9...12,
            period: .hour,
            level: "D",
            education: "LSE",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Potatore/trice
            Operaio/a agricolo/a specializzato/a
            Trattorista e potatore/trice
            Addetto/a alla cura del vigneto
            """,
        workplaces: """
            un'azienda olivicola
            una cantina
            un'azienda frutticola
            un consorzio agrario
            un'azienda biologica
            """,
        duties: """
            potare viti e olivi
            guidare il trattore tra i filari
            distribuire i trattamenti con patentino
            legare i tralci
            riparare gli impianti a goccia
            innestare le piante giovani
            trinciare l'erba
            condurre la squadra di raccolta
            usare motosega e forbici elettriche
            curare la manutenzione degli attrezzi
            """,
        tasks: """
            la potatura
            la guida del trattore
            i trattamenti fitosanitari
            l'irrigazione
            gli innesti
            la gestione del vigneto
            """,
        wants: """
            esperienza di potatura
            patentino fitosanitario
            abilitazione al trattore
            patente B
            conoscenza della vite o dell'olivo
            autonomia nel lavoro
            """,
        courses: """
            Patentino per prodotti fitosanitari
            Abilitazione trattori agricoli
            Corso di potatura dell'olivo
            """,
        skills: """
            potatura
            trattore
            motosega
            irrigazione a goccia
            trattamenti
            """
    )

    static let giardiniere = DemoTrade(
        key: "giardiniere",
        profession: "8.3.1.2.0",
        share: DemoShare(people: 10, demand: 12, women: 8, area: .everywhere),
        words: DemoTradeWords(man: "giardiniere", woman: "giardiniera", field: "del verde"),
        sector: .green,
        terms: DemoTerms(
            pay: 1500...1720,
            period: .month,
            level: "D",
            education: "LSE",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Giardiniere/a
            Addetto/a alla manutenzione del verde
            Operaio/a per cura di parchi e giardini
            Vivaista
            """,
        workplaces: """
            una cooperativa del verde
            un vivaio
            un'impresa di giardinaggio
            un consorzio di manutenzione parchi
            un campo da golf
            """,
        duties: """
            tagliare prati e siepi
            potare gli arbusti
            usare decespugliatore e soffiatore
            piantare fiori e alberi
            raccogliere le foglie
            montare impianti di irrigazione
            concimare e diserbare
            caricare il furgone
            curare le piante in vaso
            fare piccole potature in quota
            """,
        tasks: """
            il taglio erba
            le siepi e arbusti
            l'uso del decespugliatore
            la messa a dimora
            l'irrigazione
            la pulizia di parchi
            """,
        wants: """
            pratica nell'uso di decespugliatore e tosasiepi
            patente B
            esperienza nel verde
            disponibilità all'aperto tutto l'anno
            conoscenza delle piante
            forma fisica
            """,
        courses: """
            Corso per manutentore del verde
            Uso della motosega
            Patentino per prodotti fitosanitari
            """,
        skills: """
            decespugliatore
            tosasiepi
            motosega
            irrigazione
            piante ornamentali
            """
    )

    static let allevamento = DemoTrade(
        key: "allevamento",
        profession: "6.4.2.1.0",
        share: DemoShare(people: 6, demand: 8, women: 12, area: .everywhere),
        words: DemoTradeWords(man: "operaio zootecnico", woman: "operaia zootecnica", field: "dell'allevamento"),
        sector: .farming,
        terms: DemoTerms(
            pay: 9...11,
            period: .hour,
            level: "D",
            education: "NED",
            weeks: [.earlyMorning],
            licences: ["B"]
        ),
        titles: """
            Addetto/a alla stalla
            Mungitore/trice
            Operaio/a zootecnico/a
            Addetto/a all'allevamento di bovini
            """,
        workplaces: """
            un'azienda zootecnica
            una stalla di bovine da latte
            un caseificio con allevamento
            una fattoria didattica
            un'azienda di bufale
            """,
        duties: """
            mungere mattina e sera
            distribuire il mangime
            pulire le lettiere
            seguire i parti
            guidare il carro unifeed
            controllare la salute dei capi
            registrare la produzione di latte
            spostare gli animali al pascolo
            riparare recinti
            accudire i vitelli
            """,
        tasks: """
            la mungitura
            l'alimentazione dei capi
            la pulizia della stalla
            la cura dei vitelli
            l'uso del carro miscelatore
            la manutenzione recinti
            """,
        wants: """
            pratica con i bovini
            disponibilità agli orari di mungitura
            amore per gli animali
            guida del trattore
            affidabilità
            possibilità di alloggio in azienda
            """,
        courses: """
            Benessere animale
            Abilitazione trattori agricoli
            Sicurezza nel lavoro agricolo
            """,
        skills: """
            mungitura
            trattore
            carro unifeed
            cura degli animali
            fienagione
            """
    )
}
