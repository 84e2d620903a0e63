// When and how far a person can work.

extension DemoText {
    static let ready = DemoGrammar(
        "ready",
        """
        [Posso|Sono pront@ a] [iniziare|cominciare] [subito|da <startMonth>|con poco preavviso] e
          [do la mia disponibilità|sono disponibile] <times>.
        [Per gli orari|Quanto agli orari] [do|offro] disponibilità <times>[; per gli spostamenti,|
          e, per gli spostamenti,] <mobility>.
        <mobility>[;|, quindi|, e così] [arrivo|posso arrivare] [fino a|in un raggio di|anche a]
          <radius> <da:place>.
        [Lavoro|Posso lavorare] <times>, [in un raggio di|entro] <radius> [da casa|dalla mia
          abitazione][: <mobility>|, perché <mobility>|].
        [Mi sposto|Riesco a spostarmi|Posso spostarmi] [entro|fino a] <radius> <da:place>[:|,
          perché|, dato che] <mobility>.
        [Disponibilità|Disponibilità immediata|Disponibilità confermata][ a lavorare|] <times>[;|:
          per il resto|. Inoltre] <mobility>.
        [Abito|Vivo] <a:place>[;|, e] <mobility>[, quindi posso|: posso] [raggiungere|coprire] [le
          sedi|i comuni] entro <radius>.
        [Nessun problema|Non ho problemi] a lavorare <times>[, a patto di|, purché si possa]
          [rientrare in giornata|restare entro <radius>].
        [Quanto a|A proposito di] [mobilità|spostamenti], <mobility>[; accetto|, e accetto]
          [sedi|posti] fino a <radius>.
        [Da <startMonth>|Dal mese di <startMonth>] [sarò|sono] [liber@|disponibile] <times>[| e
          <mobility>].
        [Chiedo|Preferisco|Gradirei] [un lavoro|una sede] [entro|non oltre] <radius> <da:place>,
          <times>.
        [Sono organizzat@|Mi sono organizzat@|Ho sistemato gli impegni di casa] per [lavorare|un
          impiego] <times>[ e|; per andare al lavoro|, inoltre] <mobility>.
        [I miei impegni|Gli impegni di famiglia] [mi permettono|mi consentono] di lavorare <times>[,
          partendo da|; parto da] <place>.
        [Tempi e orari|Orari]: [sono disponibile|disponibile] <times>; [zona|raggio]: <radius>
          <da:place>.
        [In caso di|Per un] [colloquio|incontro] [sono reperibile|basta un preavviso di un giorno],
          e [potrei|posso] [cominciare|prendere servizio] [subito|<a:startMonth>].
        [So che|Capisco che] gli orari [contano|sono importanti]: [da parte mia|per quel che mi
          riguarda] va bene lavorare <times>.
        [Raggiungo|Posso raggiungere] [senza difficoltà|con facilità] [i dintorni|i comuni vicini],
          visto che <mobility>.
        [Copro|Posso coprire] [volentieri|senza difficoltà] un impiego <times>[, vicino <a:place>|,
          nel raggio di <radius>|].
        """
    )

    static let timesFull = DemoGrammar(
        "timesFull",
        """
        a tempo pieno
        otto ore al giorno
        per l'intera giornata
        a orario pieno, anche spezzato
        a giornata intera
        full time, dal lunedì al sabato
        """
    )

    static let timesFullShifts = DemoGrammar(
        "timesFullShifts",
        """
        a tempo pieno, anche su turni
        su due o tre turni
        a turni, notte compresa
        a tempo pieno o a turni
        con turni a rotazione
        su turni, fine settimana compresi
        """
    )

    static let timesPart = DemoGrammar(
        "timesPart",
        """
        part-time, meglio al mattino
        mezza giornata
        a tempo parziale, in orario scolastico
        per venti ore a settimana
        part-time, mattina o pomeriggio
        per quattro o cinque ore al giorno
        """
    )

    static let timesPartEvening = DemoGrammar(
        "timesPartEvening",
        """
        part-time, anche la sera
        a tempo parziale, fine settimana compreso
        per poche ore al giorno, pure di sera
        part-time su turni
        a tempo parziale, con orari flessibili
        il pomeriggio e la sera
        """
    )

    static let mobilityCar = DemoGrammar(
        "mobilityCar",
        """
        [ho la patente|ho la patente B] e [un'auto mia|l'auto|la macchina]
        sono automunit@
        mi muovo con la mia auto
        [possiedo|ho] un'automobile
        [guido|uso] la mia macchina ogni giorno
        non dipendo dai mezzi pubblici, perché ho l'auto
        """
    )

    static let mobilityLicence = DemoGrammar(
        "mobilityLicence",
        """
        ho la patente, ma non l'auto
        guido, però al momento sono senza macchina
        ho la patente B e uso i mezzi pubblici
        posso guidare un mezzo aziendale
        [ho|possiedo] la patente e un motorino
        in famiglia abbiamo una sola auto, da dividere
        """
    )

    static let mobilityNone = DemoGrammar(
        "mobilityNone",
        """
        mi sposto con i mezzi pubblici
        uso la bicicletta e il treno
        viaggio in autobus
        vado a piedi o con l'autobus
        ho l'abbonamento ai mezzi
        mi sposto in bici
        """
    )
}
