// Building sites and installations.

extension DemoTrade {
    static let elettricista = DemoTrade(
        key: "elettricista",
        profession: "6.1.3.7.0",
        share: DemoShare(people: 14, demand: 18, women: 4, area: .everywhere),
        words: DemoTradeWords(man: "elettricista", woman: "elettricista", field: "dell'impiantistica elettrica"),
        sector: .electricalworks,
        terms: DemoTerms(
            pay: 1750...2150,
            period: .month,
            level: "4",
            education: "IFP",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Elettricista
            Elettricista civile e industriale
            Installatore/trice di impianti elettrici
            Elettricista per impianti fotovoltaici
            """,
        workplaces: """
            una ditta di impianti elettrici
            un'impresa di impianti fotovoltaici
            un'azienda di manutenzione condominiale
            un'impresa di cantieristica
            un'impresa di sistemi d'allarme
            """,
        duties: """
            tirare cavi e posare canaline
            cablare quadri civili
            installare prese e punti luce
            cercare i guasti sugli impianti
            montare pannelli fotovoltaici
            installare citofoni e antenne
            preparare la dichiarazione di conformità con il responsabile
            lavorare in cantiere su schema
            sostituire differenziali e lampade
            collegare colonnine di ricarica
            """,
        tasks: """
            gli impianti civili
            gli impianti industriali
            il fotovoltaico
            la citofonia
            la ricerca guasti
            i quadri di distribuzione
            """,
        wants: """
            qualifica o diploma elettrico
            esperienza in cantiere
            patente B
            conoscenza della norma CEI 64-8
            attestato PES/PAV
            autonomia sugli impianti civili
            """,
        courses: """
            Norma CEI 11-27 PES/PAV
            Installatore di impianti fotovoltaici
            Lavori in quota
            """,
        skills: """
            impianti civili
            quadri elettrici
            fotovoltaico
            tester
            schemi unifilari
            """
    )

    static let idraulico = DemoTrade(
        key: "idraulico",
        profession: "6.1.3.6.1",
        share: DemoShare(people: 10, demand: 14, women: 3, area: .everywhere),
        words: DemoTradeWords(man: "idraulico", woman: "idraulica", field: "dell'impiantistica idraulica"),
        sector: .plumbing,
        terms: DemoTerms(
            pay: 1750...2150,
            period: .month,
            level: "4",
            education: "IFP",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Idraulico/a
            Termoidraulico/a
            Aiuto idraulico/a
            Installatore/trice di impianti termici
            """,
        workplaces: """
            una ditta termoidraulica
            un'impresa di climatizzazione
            un'azienda di assistenza caldaie
            un'impresa di ristrutturazioni
            una società di gestione del calore
            """,
        duties: """
            posare tubazioni e scarichi
            montare sanitari e rubinetti
            installare caldaie e climatizzatori
            cercare perdite
            sostituire valvole e circolatori
            saldare e pressare raccordi
            posare impianti a pavimento
            fare assistenza a domicilio
            compilare i rapporti di intervento
            collaudare l'impianto a pressione
            """,
        tasks: """
            la posa tubazioni
            il montaggio sanitari
            l'installazione caldaie
            la climatizzazione
            la ricerca perdite
            l'assistenza a domicilio
            """,
        wants: """
            esperienza come idraulico o aiuto
            patente B
            cortesia con i clienti
            patentino F-gas
            capacità di leggere un progetto
            reperibilità a rotazione
            """,
        courses: """
            Patentino F-gas
            Corso per termoidraulici
            Formazione specifica rischio alto
            """,
        skills: """
            pressatura
            saldatura tubi
            caldaie
            climatizzatori
            ricerca perdite
            """
    )

    static let muratore = DemoTrade(
        key: "muratore",
        profession: "6.1.2.1.0",
        share: DemoShare(people: 20, demand: 22, women: 2, area: .everywhere),
        words: DemoTradeWords(man: "muratore", woman: "muratrice", field: "dell'edilizia"),
        sector: .building,
        terms: DemoTerms(
            pay: 1850...2150,
            period: .month,
            level: "3",
            education: "LSE",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Muratore/trice
            Muratore/trice qualificato/a
            Muratore/trice per ristrutturazioni
            Operaio/a edile specializzato/a
            """,
        workplaces: """
            un'impresa edile
            un'impresa di ristrutturazioni
            una cooperativa di costruzioni
            un'impresa di restauro
            un'impresa stradale
            """,
        duties: """
            costruire tramezzi e murature
            fare intonaci e massetti
            posare blocchi e forati
            leggere le tavole di cantiere
            montare il ponteggio con la squadra
            ripristinare facciate
            posare il cappotto termico
            preparare malte e calcestruzzi
            aprire tracce e vani
            coordinare un manovale
            gettare solette
            """,
        tasks: """
            le murature
            gli intonaci
            i massetti
            la ristrutturazione di bagni
            il cappotto termico
            il rifacimento facciate
            le opere di finitura
            """,
        wants: """
            esperienza nelle ristrutturazioni
            attestato di sicurezza in edilizia
            autonomia in cantiere
            patente B
            capacità di lettura del disegno edile
            serietà sugli orari
            """,
        courses: """
            Sedici ore di primo ingresso in edilizia
            Montaggio ponteggi PiMUS
            Lavori in quota
            """,
        skills: """
            intonaci
            massetti
            murature
            cappotto
            ponteggi
            """
    )

    static let manovale = DemoTrade(
        key: "manovale",
        profession: "8.4.2.1.0",
        share: DemoShare(people: 18, demand: 16, women: 2, area: .everywhere),
        words: DemoTradeWords(man: "manovale edile", woman: "manovale edile", field: "dell'edilizia"),
        sector: .building,
        terms: DemoTerms(
            pay: 1650...1800,
            period: .month,
            level: "1",
            education: "NED",
            weeks: [.day],
            licences: []
        ),
        titles: """
            Manovale edile
            Operaio/a edile comune
            Aiuto muratore/trice
            Addetto/a di cantiere
            """,
        workplaces: """
            un'impresa edile
            un'impresa di demolizioni
            un'impresa di scavi
            una ditta di ristrutturazioni
            un'impresa di pavimentazioni
            """,
        duties: """
            preparare la malta
            portare i materiali ai piani
            pulire il cantiere
            demolire tramezzi e pavimenti
            caricare le macerie
            aiutare il muratore negli intonaci
            scavare a mano
            montare recinzioni di cantiere
            scaricare i mezzi
            usare il martello demolitore
            """,
        tasks: """
            l'aiuto al muratore
            le demolizioni
            il carico macerie
            la pulizia di cantiere
            gli scavi a mano
            il trasporto materiali
            """,
        wants: """
            buona resistenza fisica
            attestato di sedici ore
            voglia di imparare il mestiere
            puntualità in cantiere
            disponibilità a spostarsi con il furgone della squadra
            attenzione nell'uso dei DPI
            """,
        courses: """
            Sedici ore di primo ingresso in edilizia
            Formazione generale sulla sicurezza
            Uso delle piccole attrezzature di cantiere
            """,
        skills: """
            martello demolitore
            betoniera
            demolizioni
            scarico materiali
            uso dei DPI
            """
    )

    static let imbianchino = DemoTrade(
        key: "imbianchino",
        profession: "6.1.4.1.1",
        share: DemoShare(people: 10, demand: 10, women: 5, area: .everywhere),
        words: DemoTradeWords(man: "imbianchino", woman: "imbianchina", field: "delle finiture edili"),
        sector: .building,
        terms: DemoTerms(
            pay: 1750...2050,
            period: .month,
            level: "3",
            education: "LSE",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Imbianchino/a
            Pittore/trice edile
            Decoratore/trice d'interni
            Cartongessista e imbianchino/a
            """,
        workplaces: """
            una ditta di tinteggiature
            un'impresa di finiture
            un'impresa di ristrutturazioni
            un colorificio con posa
            una cooperativa di manutenzioni
            """,
        duties: """
            stuccare e carteggiare
            tinteggiare interni ed esterni
            montare pareti in cartongesso
            proteggere pavimenti e arredi
            verniciare infissi e ringhiere
            applicare rasanti
            preparare i colori
            posare carta da parati
            trattare la muffa
            usare la pistola airless
            """,
        tasks: """
            la tinteggiatura
            la stuccatura
            il cartongesso
            la verniciatura infissi
            le rasature
            le decorazioni
            """,
        wants: """
            esperienza nella tinteggiatura
            precisione e pulizia
            patente B
            pratica nell'uso del trabattello
            capacità di lavorare in case abitate
            conoscenza del cartongesso
            """,
        courses: """
            Lavori in quota
            Posa del cartongesso
            Tecniche decorative
            """,
        skills: """
            rullo e pennello
            cartongesso
            airless
            stuccatura
            rasatura
            """
    )
}
