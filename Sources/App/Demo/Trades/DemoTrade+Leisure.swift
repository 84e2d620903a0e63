// Beauty and holidays.

extension DemoTrade {
    static let parrucchiere = DemoTrade(
        key: "parrucchiere",
        profession: "5.5.1.1.0",
        share: DemoShare(people: 8, demand: 8, women: 82, area: .everywhere),
        words: DemoTradeWords(man: "parrucchiere", woman: "parrucchiera", field: "dell'acconciatura"),
        sector: .beauty,
        terms: DemoTerms(
            pay: 1400...1600,
            period: .month,
            level: "3",
            education: "IFP",
            weeks: [.day, .weekends],
            licences: []
        ),
        titles: """
            Parrucchiere/a
            Acconciatore/trice
            Barbiere/a
            Aiuto parrucchiere/a
            """,
        workplaces: """
            un salone di parrucchieri
            un barbiere
            un centro estetico
            una catena di saloni
            un salone in un centro commerciale
            """,
        duties: """
            fare shampoo e piega
            tagliare capelli donna e uomo
            preparare e applicare il colore
            fare colpi di sole
            curare la barba
            prendere appuntamenti
            consigliare i prodotti
            tenere pulito il salone
            preparare acconciature da sposa
            sterilizzare gli attrezzi
            """,
        tasks: """
            la piega
            il taglio
            il colore
            la barba
            le acconciature
            la vendita prodotti
            """,
        wants: """
            qualifica di acconciatore
            esperienza in salone
            manualità e gusto
            disponibilità al sabato
            capacità di ascolto
            aggiornamento sulle tecniche del colore
            """,
        courses: """
            Qualifica di acconciatore
            Tecniche di colorazione
            Barber shop
            """,
        skills: """
            piega
            taglio
            colorazione
            barba
            accoglienza
            """
    )

    static let estetista = DemoTrade(
        key: "estetista",
        profession: "5.5.1.2.0",
        share: DemoShare(people: 8, demand: 8, women: 95, area: .everywhere),
        words: DemoTradeWords(man: "estetista", woman: "estetista", field: "dell'estetica"),
        sector: .beauty,
        terms: DemoTerms(
            pay: 1400...1580,
            period: .month,
            level: "3",
            education: "IFP",
            weeks: [.day, .weekends],
            licences: []
        ),
        titles: """
            Estetista
            Onicotecnico/a
            Addetto/a ai trattamenti estetici
            Operatore/trice di centro benessere
            """,
        workplaces: """
            un centro estetico
            un centro benessere
            un hotel con spa
            una profumeria con cabina
            una palestra
            """,
        duties: """
            fare manicure e pedicure
            eseguire cerette
            proporre trattamenti viso
            fare massaggi estetici
            applicare smalto semipermanente
            accogliere la clientela
            sanificare la cabina
            vendere cosmetici
            gestire l'agenda
            consigliare percorsi su misura
            """,
        tasks: """
            la manicure
            la ceretta
            i trattamenti viso
            i massaggi
            la ricostruzione unghie
            la vendita cosmetici
            """,
        wants: """
            qualifica di estetista
            cura e delicatezza
            esperienza in cabina
            disponibilità al sabato
            attitudine alla vendita
            igiene rigorosa
            """,
        courses: """
            Qualifica di estetista
            Ricostruzione unghie
            Massaggio decontratturante
            """,
        skills: """
            manicure
            ceretta
            trattamenti viso
            massaggio
            smalto semipermanente
            """
    )

    static let animatore = DemoTrade(
        key: "animatore",
        profession: "3.4.1.3.0",
        share: DemoShare(people: 8, demand: 10, women: 54, area: .south),
        words: DemoTradeWords(man: "animatore turistico", woman: "animatrice turistica", field: "dell'animazione"),
        sector: .tourism,
        terms: DemoTerms(
            pay: 1300...1500,
            period: .month,
            level: "5",
            education: "LSE",
            weeks: [.weekends],
            licences: []
        ),
        titles: """
            Animatore/trice turistico/a
            Animatore/trice mini club
            Istruttore/trice sportivo/a per villaggio
            Addetto/a all'animazione
            """,
        workplaces: """
            un villaggio turistico
            un'agenzia di animazione
            un campeggio
            un centro estivo
            uno stabilimento balneare
            """,
        duties: """
            organizzare giochi per bambini
            condurre tornei sportivi
            presentare le serate
            fare risveglio muscolare
            accogliere gli ospiti
            preparare costumi e scenografie
            tenere il mini club
            insegnare balli di gruppo
            montare l'impianto audio
            invitare gli ospiti alle attività
            """,
        tasks: """
            il mini club
            i tornei sportivi
            le serate
            i balli di gruppo
            l'accoglienza ospiti
            i laboratori creativi
            """,
        wants: """
            energia e simpatia
            disponibilità alla trasferta stagionale
            inglese o tedesco di base
            attitudine con i bambini
            capacità di parlare in pubblico
            brevetto da assistente bagnanti
            """,
        courses: """
            Brevetto di assistente bagnanti
            Corso per animatori
            Primo soccorso
            """,
        skills: """
            animazione
            balli di gruppo
            sport
            microfono
            lavoro con i bambini
            """
    )

    static let bagnino = DemoTrade(
        key: "bagnino",
        profession: "5.6.1.7.0",
        share: DemoShare(people: 6, demand: 8, women: 24, area: .south),
        words: DemoTradeWords(man: "assistente bagnanti", woman: "assistente bagnanti", field: "del turismo balneare"),
        sector: .tourism,
        terms: DemoTerms(
            pay: 1450...1620,
            period: .month,
            level: "5",
            education: "LSE",
            weeks: [.weekends],
            licences: []
        ),
        titles: """
            Assistente bagnanti
            Bagnino/a di salvataggio
            Addetto/a alla spiaggia
            Assistente bagnanti per piscina
            """,
        workplaces: """
            uno stabilimento balneare
            una piscina comunale
            un camping sul lago
            un parco acquatico
            un hotel con piscina
            """,
        duties: """
            sorvegliare lo specchio d'acqua
            aprire e chiudere ombrelloni
            accogliere i clienti in spiaggia
            prestare il primo soccorso
            controllare i valori dell'acqua
            pulire bordo vasca e docce
            spiegare il regolamento ai clienti
            sistemare lettini e pedalò
            issare le bandiere
            tenere il registro degli interventi
            """,
        tasks: """
            la sorveglianza
            il primo soccorso
            la sistemazione spiaggia
            il controllo dell'acqua
            l'accoglienza clienti
            la manutenzione attrezzature
            """,
        wants: """
            brevetto di assistente bagnanti valido
            disponibilità da giugno a settembre
            nuoto sicuro
            attenzione costante
            educazione con i clienti
            conoscenza di una lingua straniera
            """,
        courses: """
            Brevetto di assistente bagnanti
            Corso BLSD
            Patente nautica
            """,
        skills: """
            salvamento
            BLSD
            sorveglianza
            nuoto
            gestione spiaggia
            """
    )
}
