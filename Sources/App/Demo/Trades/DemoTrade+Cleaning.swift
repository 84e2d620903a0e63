// Cleaning, laundries, waste, schools.

extension DemoTrade {
    static let pulizie = DemoTrade(
        key: "pulizie",
        profession: "8.1.4.3.0",
        share: DemoShare(people: 34, demand: 34, women: 78, area: .everywhere),
        words: DemoTradeWords(man: "addetto alle pulizie", woman: "addetta alle pulizie", field: "delle pulizie"),
        sector: .cleaning,
        terms: DemoTerms(
            pay: 1290...1420,
            period: .month,
            level: "2",
            education: "NED",
            weeks: [.earlyMorning, .evening, .partTime],
            licences: []
        ),
        titles: """
            Addetto/a alle pulizie
            Operatore/trice di pulizie per uffici
            Addetto/a pulizie civili
            Addetto/a pulizie in scuole e uffici
            """,
        workplaces: """
            un'impresa di pulizie
            una cooperativa di servizi
            un'impresa di servizi integrati
            una società di pulizie industriali
            una ditta che cura scuole e ambulatori
            """,
        duties: """
            pulire uffici e sale riunioni
            lavare i pavimenti con la monospazzola
            sanificare i servizi igienici
            svuotare i cestini e separare i rifiuti
            pulire vetri interni e vetrate
            spolverare arredi e postazioni
            rifornire carta e sapone
            usare la lavasciuga
            pulire scale e ascensori dei condomìni
            preparare le soluzioni detergenti
            lavare le aule a fine lezione
            fare le pulizie straordinarie dopo i lavori
            controllare il carrello prima del giro
            segnalare guasti e rotture al capo squadra
            """,
        tasks: """
            le pulizie di uffici
            la pulizia di scale condominiali
            la sanificazione dei bagni
            il lavaggio vetri
            l'uso di monospazzola e lavasciuga
            le pulizie di fine cantiere
            il riassetto di aule e ambulatori
            """,
        wants: """
            esperienza nelle pulizie di uffici o scuole
            disponibilità al mattino presto
            precisione e riservatezza
            capacità di organizzare il giro in autonomia
            conoscenza dei prodotti per la sanificazione
            possibilità di spostarsi tra più appalti vicini
            """,
        courses: """
            Corso sull'uso dei prodotti chimici per la pulizia
            Formazione specifica rischio medio
            Tecniche di sanificazione degli ambienti
            """,
        skills: """
            monospazzola
            lavasciuga
            pulizia vetri
            sanificazione
            diluizione dei detergenti
            gestione del carrello
            """
    )

    static let piani = DemoTrade(
        key: "piani",
        profession: "8.1.4.1.0",
        share: DemoShare(people: 16, demand: 20, women: 82, area: .everywhere),
        words: DemoTradeWords(man: "addetto ai piani", woman: "cameriera ai piani", field: "dell'ospitalità"),
        sector: .hotel,
        terms: DemoTerms(
            pay: 1400...1560,
            period: .month,
            level: "6S",
            education: "NED",
            weeks: [.day, .weekends],
            licences: []
        ),
        titles: """
            Addetto/a ai piani
            Cameriere/a ai piani
            Addetto/a al riassetto camere
            Operatore/trice housekeeping
            """,
        workplaces: """
            un albergo a quattro stelle
            un residence
            un villaggio turistico
            un agriturismo con camere
            un'impresa che gestisce i piani negli hotel
            """,
        duties: """
            rifare le camere in partenza e in fermata
            cambiare lenzuola e asciugamani
            pulire e disinfettare i bagni
            rifornire il frigobar e la linea cortesia
            controllare lo stato della stanza
            consegnare gli oggetti dimenticati alla reception
            preparare il carrello della biancheria
            passare l'aspirapolvere nei corridoi
            segnalare le manutenzioni alla governante
            allestire le culle e i letti aggiunti
            """,
        tasks: """
            il riassetto camere
            il cambio biancheria
            la pulizia bagni
            il rifornimento del carrello
            la pulizia aree comuni
            il conteggio della biancheria
            """,
        wants: """
            esperienza anche stagionale ai piani
            rapidità e cura del dettaglio
            disponibilità nei fine settimana
            discrezione con gli ospiti
            conoscenza di base dell'inglese
            resistenza al lavoro in piedi
            """,
        courses: """
            Corso per addetti ai piani
            Igiene e sanificazione nelle strutture ricettive
            Inglese per l'accoglienza
            """,
        skills: """
            rifacimento camere
            gestione biancheria
            pulizia bagni
            carrello piani
            standard alberghieri
            """
    )

    static let ecologico = DemoTrade(
        key: "ecologico",
        profession: "8.1.4.5.0",
        share: DemoShare(people: 12, demand: 14, women: 8, area: .everywhere),
        words: DemoTradeWords(man: "operatore ecologico", woman: "operatrice ecologica", field: "dell'igiene urbana"),
        sector: .waste,
        terms: DemoTerms(
            pay: 1600...1800,
            period: .month,
            level: "2B",
            education: "NED",
            weeks: [.earlyMorning, .night],
            licences: ["B"]
        ),
        titles: """
            Operatore/trice ecologico/a
            Addetto/a alla raccolta differenziata
            Addetto/a allo spazzamento
            Operatore/trice di ecocentro
            """,
        workplaces: """
            un'azienda di igiene urbana
            una cooperativa di servizi ambientali
            un centro di raccolta
            un consorzio di comuni
            un impianto di selezione rifiuti
            """,
        duties: """
            raccogliere i rifiuti porta a porta
            spazzare strade e piazze
            guidare il mezzo piccolo a vasca
            svuotare i cestini
            accogliere gli utenti all'isola ecologica
            separare i materiali sul nastro
            lavare i cassonetti
            segnalare gli abbandoni
            caricare gli ingombranti
            usare la spazzatrice
            """,
        tasks: """
            la raccolta porta a porta
            lo spazzamento
            la selezione rifiuti
            l'isola ecologica
            il ritiro ingombranti
            il lavaggio cassonetti
            """,
        wants: """
            patente B
            disponibilità all'alba
            resistenza al lavoro all'aperto
            idoneità alla movimentazione dei carichi
            rispetto dei turni
            esperienza nella raccolta
            """,
        courses: """
            Sicurezza nella raccolta dei rifiuti
            Patente C con CQC
            Gestione dei rifiuti e codici EER
            """,
        skills: """
            raccolta differenziata
            guida di mezzi leggeri
            spazzatrice
            codici EER
            lavoro di squadra
            """
    )

    static let lavanderia = DemoTrade(
        key: "lavanderia",
        profession: "6.5.3.7.0",
        share: DemoShare(people: 8, demand: 10, women: 76, area: .everywhere),
        words: DemoTradeWords(
            man: "addetto alla lavanderia",
            woman: "addetta alla lavanderia",
            field: "delle lavanderie"
        ),
        sector: .laundry,
        terms: DemoTerms(
            pay: 1420...1580,
            period: .month,
            level: "B1",
            education: "NED",
            weeks: [.twoShifts],
            licences: []
        ),
        titles: """
            Addetto/a lavanderia industriale
            Addetto/a allo stiro
            Operatore/trice di lavanderia
            Addetto/a al guardaroba
            """,
        workplaces: """
            una lavanderia industriale
            una stireria
            un albergo con lavanderia interna
            una lavanderia per ospedali
            una tintoria
            """,
        duties: """
            caricare lavatrici ed essiccatoi
            stirare con il mangano
            piegare la biancheria
            controllare le macchie
            dividere i capi per cliente
            confezionare i pacchi
            etichettare le divise
            rammendare piccoli strappi
            consegnare la biancheria ai reparti
            pulire i filtri delle macchine
            """,
        tasks: """
            il lavaggio industriale
            lo stiro con mangano
            la piega e confezionamento
            la cernita della biancheria
            la smacchiatura
            la consegna ai reparti
            """,
        wants: """
            esperienza di stiro
            resistenza al caldo
            disponibilità su due turni
            velocità e ordine
            attenzione alle macchie
            serietà
            """,
        courses: """
            Formazione specifica rischio medio
            Sicurezza nell'uso delle macchine
            Igiene dei tessili sanitari
            """,
        skills: """
            mangano
            stiro
            smacchiatura
            piegatura
            lavatrici industriali
            """
    )

    static let scuola = DemoTrade(
        key: "scuola",
        profession: "8.1.5.1.0",
        share: DemoShare(people: 10, demand: 8, women: 70, area: .everywhere),
        words: DemoTradeWords(
            man: "collaboratore scolastico",
            woman: "collaboratrice scolastica",
            field: "dei servizi scolastici"
        ),
        sector: .education,
        terms: DemoTerms(
            pay: 1400...1560,
            period: .month,
            level: "A1",
            education: "LSE",
            weeks: [.day],
            licences: []
        ),
        titles: """
            Addetto/a ai servizi scolastici
            Collaboratore/trice scolastico/a
            Ausiliario/a di nido
            Assistente allo scuolabus
            """,
        workplaces: """
            una scuola paritaria
            un asilo nido
            un istituto superiore
            una cooperativa di servizi scolastici
            un convitto
            """,
        duties: """
            accogliere gli alunni all'ingresso
            sorvegliare i corridoi
            pulire aule e palestra
            aiutare i bambini in bagno
            preparare i materiali
            distribuire la merenda
            assistere le maestre
            aprire e chiudere la scuola
            accompagnare sullo scuolabus
            rispondere al citofono
            """,
        tasks: """
            la sorveglianza
            la pulizia delle aule
            l'accoglienza alunni
            l'aiuto alle maestre
            l'assistenza allo scuolabus
            l'apertura e chiusura
            """,
        wants: """
            pazienza con i bambini
            idoneità al lavoro con i minori
            affidabilità
            disponibilità alle sostituzioni
            esperienza di pulizie
            modi gentili
            """,
        courses: """
            Primo soccorso pediatrico
            Attestato HACCP
            Antincendio rischio medio
            """,
        skills: """
            sorveglianza
            pulizie
            accoglienza
            primo soccorso
            relazione con i bambini
            """
    )
}
