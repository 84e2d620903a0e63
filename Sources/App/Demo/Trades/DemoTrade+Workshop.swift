// Workshops: repairs, wood, cloth, computers.

extension DemoTrade {
    static let manutentore = DemoTrade(
        key: "manutentore",
        profession: "6.2.3.3.1",
        share: DemoShare(people: 14, demand: 20, women: 5, area: .everywhere),
        words: DemoTradeWords(
            man: "manutentore meccanico",
            woman: "manutentrice meccanica",
            field: "della manutenzione industriale"
        ),
        sector: .maintenance,
        terms: DemoTerms(
            pay: 1900...2350,
            period: .month,
            level: "C3",
            education: "IFP",
            weeks: [.twoShifts, .threeShifts],
            licences: ["B"]
        ),
        titles: """
            Manutentore/trice meccanico/a
            Manutentore/trice elettromeccanico/a
            Tecnico/a di manutenzione impianti
            Addetto/a alla manutenzione di stabilimento
            """,
        workplaces: """
            uno stabilimento alimentare
            una cartiera
            un'azienda di manutenzioni industriali
            un impianto di imballaggio
            un'acciaieria
            """,
        duties: """
            individuare i guasti sulle linee
            sostituire cuscinetti e cinghie
            fare la manutenzione preventiva
            intervenire su impianti pneumatici
            registrare gli interventi sul tablet
            ordinare i ricambi
            regolare sensori e fotocellule
            lubrificare gli organi in movimento
            smontare e revisionare riduttori
            affiancare i tecnici esterni
            """,
        tasks: """
            la manutenzione preventiva
            la ricerca guasti
            la pneumatica e oleodinamica
            la sostituzione di organi meccanici
            la gestione ricambi
            gli interventi su linee automatiche
            """,
        wants: """
            basi di meccanica ed elettrica
            disponibilità alla reperibilità
            diploma tecnico o qualifica
            capacità di lettura di schemi
            problem solving
            patente B
            """,
        courses: """
            Pneumatica di base
            Norma CEI 11-27 PES/PAV
            Manutenzione di impianti automatizzati
            """,
        skills: """
            ricerca guasti
            pneumatica
            cuscinetti e trasmissioni
            lettura schemi
            tornio manuale
            """
    )

    static let falegname = DemoTrade(
        key: "falegname",
        profession: "6.5.2.2.2",
        share: DemoShare(people: 8, demand: 10, women: 5, area: .north),
        words: DemoTradeWords(man: "falegname", woman: "falegname", field: "del legno"),
        sector: .wood,
        terms: DemoTerms(
            pay: 1680...2000,
            period: .month,
            level: "AC3",
            education: "IFP",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Falegname
            Montatore/trice di mobili e infissi
            Addetto/a alla lavorazione del legno
            Operaio/a per mobilificio
            """,
        workplaces: """
            una falegnameria
            un mobilificio
            un'azienda di infissi
            un'azienda di arredi su misura
            un'azienda di imballaggi in legno
            """,
        duties: """
            tagliare pannelli con la squadratrice
            bordare e forare i pezzi
            assemblare cucine e armadi
            montare arredi dal cliente
            levigare e verniciare
            posare porte e finestre
            leggere il disegno di produzione
            usare il pantografo CNC
            applicare ferramenta e cerniere
            imballare i mobili
            """,
        tasks: """
            il taglio pannelli
            la bordatura
            il montaggio mobili
            la posa infissi
            la levigatura
            l'uso del pantografo
            """,
        wants: """
            pratica di falegnameria
            manualità e precisione
            patente B
            disponibilità ai montaggi esterni
            capacità di lettura del disegno
            esperienza con squadratrice e pantografo
            """,
        courses: """
            Macchine per la lavorazione del legno in sicurezza
            Corso di falegnameria
            Posa di serramenti
            """,
        skills: """
            squadratrice
            bordatrice
            montaggio
            pantografo
            verniciatura
            """
    )

    static let meccanico = DemoTrade(
        key: "meccanico",
        profession: "6.2.3.1.1",
        share: DemoShare(people: 10, demand: 14, women: 3, area: .everywhere),
        words: DemoTradeWords(man: "meccanico d'auto", woman: "meccanica d'auto", field: "dell'autoriparazione"),
        sector: .garage,
        terms: DemoTerms(
            pay: 1650...2050,
            period: .month,
            level: "4",
            education: "IFP",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Meccanico/a d'auto
            Meccatronico/a
            Gommista e meccanico/a
            Tecnico/a d'officina per autovetture
            """,
        workplaces: """
            un'officina autorizzata
            una concessionaria
            un centro gomme
            un'officina di mezzi pesanti
            un'autofficina indipendente
            """,
        duties: """
            fare tagliandi e cambi d'olio
            sostituire freni e frizioni
            leggere gli errori con la diagnosi
            montare ed equilibrare gomme
            preparare le auto per la revisione
            riparare sospensioni
            ricaricare i climatizzatori
            compilare l'ordine di lavoro
            sostituire la distribuzione
            consegnare l'auto al cliente
            """,
        tasks: """
            i tagliandi
            la diagnosi elettronica
            i freni e sospensioni
            il cambio gomme
            le pre-revisioni
            i climatizzatori
            """,
        wants: """
            esperienza in officina
            pratica nell'uso della diagnosi
            qualifica di meccatronico
            patente B
            ordine e precisione
            cortesia con la clientela
            """,
        courses: """
            Tecnico meccatronico
            Veicoli elettrici e ibridi PES/PAV
            Diagnosi elettronica avanzata
            """,
        skills: """
            diagnosi OBD
            freni
            gomme
            distribuzione
            climatizzatori
            """
    )

    static let sartoria = DemoTrade(
        key: "sartoria",
        profession: "6.5.3.3.4",
        share: DemoShare(people: 6, demand: 5, women: 88, area: .everywhere),
        words: DemoTradeWords(man: "sarto", woman: "sarta", field: "della sartoria"),
        sector: .textile,
        terms: DemoTerms(
            pay: 1520...1750,
            period: .month,
            level: "3",
            education: "LSE",
            weeks: [.day],
            licences: []
        ),
        titles: """
            Sarto/a
            Sarto/a per riparazioni
            Addetto/a alla sartoria su misura
            Sarto/a per costumi e cerimonia
            """,
        workplaces: """
            una sartoria
            un negozio di abiti da sposa
            un laboratorio di riparazioni
            una boutique
            un teatro
            """,
        duties: """
            prendere le misure
            accorciare pantaloni e gonne
            cucire abiti su misura
            seguire le prove con la cliente
            sostituire cerniere
            disegnare il cartamodello
            ricamare a mano
            rimodellare capi usati
            stirare e consegnare
            stimare tempi e prezzi dei lavori
            """,
        tasks: """
            le riparazioni sartoriali
            gli abiti su misura
            le prove e ritocchi
            i cartamodelli
            il cucito a mano
            lo stiro
            """,
        wants: """
            esperienza di sartoria
            precisione nel cucito a mano
            cortesia nelle prove
            conoscenza dei tessuti
            gusto
            autonomia nelle riparazioni
            """,
        courses: """
            Corso di taglio e cucito
            Modellistica e cartamodello
            Ricamo
            """,
        skills: """
            cucito a mano
            cartamodello
            prove
            ricamo
            macchina da cucire
            """
    )

    static let helpdesk = DemoTrade(
        key: "helpdesk",
        profession: "3.1.2.2.0",
        share: DemoShare(people: 8, demand: 14, women: 22, area: .everywhere),
        words: DemoTradeWords(man: "tecnico informatico", woman: "tecnica informatica", field: "dell'informatica"),
        sector: .it,
        terms: DemoTerms(
            pay: 1700...2150,
            period: .month,
            level: "C1",
            education: "USG",
            weeks: [.day],
            licences: ["B"]
        ),
        titles: """
            Tecnico/a help desk
            Tecnico/a assistenza informatica
            Addetto/a supporto utenti
            Tecnico/a hardware e reti
            """,
        workplaces: """
            un'azienda di servizi informatici
            un ospedale con assistenza in appalto
            un negozio di informatica
            una software house
            una società di noleggio stampanti
            """,
        duties: """
            assistere gli utenti da remoto
            configurare computer e stampanti
            aprire e chiudere i ticket
            installare aggiornamenti
            sostituire componenti
            creare utenze di rete
            cablare postazioni
            scrivere guide per gli utenti
            salvare e ripristinare i dati
            verificare gli antivirus
            """,
        tasks: """
            l'assistenza da remoto
            la configurazione PC
            la gestione ticket
            le reti locali
            la sostituzione hardware
            il supporto agli utenti
            """,
        wants: """
            diploma informatico
            conoscenza di Windows e reti
            pazienza con gli utenti
            patente B
            inglese tecnico
            esperienza anche in tirocinio
            """,
        courses: """
            Reti e sistemi operativi
            Sicurezza informatica di base
            Certificazione per tecnici hardware
            """,
        skills: """
            Windows
            reti locali
            ticketing
            hardware
            Active Directory
            """
    )
}
