// Front desks and watching over places.

extension DemoTrade {
    static let portierato = DemoTrade(
        key: "portierato",
        profession: "8.1.6.1.1",
        share: DemoShare(people: 12, demand: 12, women: 22, area: .everywhere),
        words: DemoTradeWords(man: "portiere", woman: "portiera", field: "del portierato"),
        sector: .security,
        terms: DemoTerms(
            pay: 1250...1420,
            period: .month,
            level: "D",
            education: "LSE",
            weeks: [.threeShifts, .night, .weekends],
            licences: []
        ),
        titles: """
            Addetto/a al portierato
            Operatore/trice fiduciario/a
            Addetto/a alla reception di stabilimento
            Custode
            """,
        workplaces: """
            un istituto di servizi fiduciari
            un condominio signorile
            una sede di azienda
            un polo fieristico
            un parcheggio custodito
            """,
        duties: """
            controllare gli accessi
            registrare visitatori e fornitori
            sorvegliare i monitor
            fare il giro di chiusura
            ritirare la posta
            consegnare i badge
            avvisare in caso di allarme
            aprire e chiudere i cancelli
            accogliere gli ospiti
            tenere il registro degli eventi
            """,
        tasks: """
            il controllo accessi
            la registrazione visitatori
            la videosorveglianza
            i giri di controllo
            la gestione chiavi
            l'accoglienza
            """,
        wants: """
            affidabilità
            disponibilità a notti e festivi
            conoscenza di base del computer
            modi educati e fermi
            corso antincendio
            cortesia al telefono
            """,
        courses: """
            Antincendio rischio medio
            Primo soccorso aziendale
            Addetto ai servizi di controllo
            """,
        skills: """
            controllo accessi
            videosorveglianza
            registro eventi
            antincendio
            accoglienza
            """
    )

    static let guardia = DemoTrade(
        key: "guardia",
        profession: "5.6.1.6.0",
        share: DemoShare(people: 8, demand: 10, women: 10, area: .everywhere),
        words: DemoTradeWords(man: "guardia giurata", woman: "guardia giurata", field: "della vigilanza"),
        sector: .security,
        terms: DemoTerms(
            pay: 1400...1600,
            period: .month,
            level: "4",
            education: "LSE",
            weeks: [.threeShifts, .night],
            licences: ["B"]
        ),
        titles: """
            Guardia particolare giurata
            Addetto/a alla vigilanza armata
            Operatore/trice di centrale operativa
            Guardia giurata per ronda notturna
            """,
        workplaces: """
            un istituto di vigilanza
            una società di trasporto valori
            un centro commerciale
            una banca con servizio esterno
            un interporto
            """,
        duties: """
            fare ronde ispettive
            intervenire sugli allarmi
            presidiare gli ingressi
            redigere il rapporto di servizio
            controllare la centrale operativa
            scortare i valori
            assistere le forze dell'ordine quando arrivano
            verificare serrature e cancelli
            usare la radio
            gestire le situazioni di tensione con calma
            """,
        tasks: """
            le ronde
            l'intervento su allarme
            il piantonamento
            la centrale operativa
            i rapporti di servizio
            l'antitaccheggio
            """,
        wants: """
            decreto di guardia giurata
            patente B
            disponibilità alle notti
            porto d'armi per servizio
            equilibrio e sangue freddo
            conoscenza delle procedure
            """,
        courses: """
            Corso per guardie particolari giurate
            Tiro a segno per il porto d'armi
            Antincendio rischio alto
            """,
        skills: """
            ronda
            radio
            centrale operativa
            antincendio
            gestione dei conflitti
            """
    )

    static let reception = DemoTrade(
        key: "reception",
        profession: "4.2.2.2.0",
        share: DemoShare(people: 12, demand: 16, women: 66, area: .everywhere),
        words: DemoTradeWords(man: "receptionist", woman: "receptionist", field: "dell'ospitalità"),
        sector: .hotel,
        terms: DemoTerms(
            pay: 1520...1720,
            period: .month,
            level: "4",
            education: "USG",
            weeks: [.twoShifts, .weekends],
            licences: []
        ),
        titles: """
            Receptionist d'albergo
            Addetto/a al ricevimento
            Receptionist turnante
            Segretario/a di ricevimento
            """,
        workplaces: """
            un albergo
            un hotel congressuale
            un campeggio
            un residence
            un bed and breakfast
            un ostello
            """,
        duties: """
            accogliere gli ospiti all'arrivo
            gestire prenotazioni e partenze
            rispondere alle mail in inglese
            incassare e chiudere i conti
            dare informazioni turistiche
            inserire le schedine di polizia
            coordinare le richieste con i piani
            gestire i portali di prenotazione
            preparare il turno per il collega
            risolvere i reclami
            """,
        tasks: """
            il check-in e check-out
            le prenotazioni
            la cassa
            la posta in lingua
            i portali on line
            le informazioni turistiche
            """,
        wants: """
            inglese scorrevole
            conoscenza di una seconda lingua
            pratica nell'uso di un gestionale alberghiero
            disponibilità a turni e festivi
            cordialità con gli ospiti
            diploma turistico o esperienza
            """,
        courses: """
            Gestionale alberghiero
            Inglese per il turismo
            Accoglienza turistica
            """,
        skills: """
            check-in
            portali di prenotazione
            inglese
            gestionale alberghiero
            cassa
            """
    )

    static let frontoffice = DemoTrade(
        key: "frontoffice",
        profession: "4.2.2.1.0",
        share: DemoShare(people: 12, demand: 12, women: 72, area: .everywhere),
        words: DemoTradeWords(
            man: "addetto all'accoglienza",
            woman: "addetta all'accoglienza",
            field: "dell'accoglienza"
        ),
        sector: .office,
        terms: DemoTerms(
            pay: 1450...1650,
            period: .month,
            level: "5",
            education: "USG",
            weeks: [.partTime, .twoShifts],
            licences: []
        ),
        titles: """
            Addetto/a front office
            Addetto/a all'accoglienza e centralino
            Addetto/a allo sportello
            Centralinista
            """,
        workplaces: """
            un poliambulatorio
            una palestra
            un'azienda
            un museo
            un comune con servizio in appalto
            uno sportello al pubblico
            """,
        duties: """
            accogliere i visitatori
            registrare gli ingressi
            prenotare visite ed esami
            rispondere al centralino
            dare informazioni allo sportello
            incassare i ticket
            consegnare referti e moduli
            smistare la posta
            regolare le code nei momenti di punta
            aggiornare le schede dei clienti
            """,
        tasks: """
            l'accoglienza
            il centralino
            le prenotazioni
            lo sportello
            l'incasso ticket
            la gestione code
            """,
        wants: """
            diploma
            buona dialettica
            dimestichezza con il computer
            calma con il pubblico
            disponibilità a turni
            conoscenza di una lingua straniera
            """,
        courses: """
            Comunicazione e accoglienza del pubblico
            Patente europea del computer
            Privacy in sanità
            """,
        skills: """
            centralino
            prenotazioni
            cassa
            accoglienza
            uso del PC
            """
    )
}
