// When the work is done.

extension DemoText {
    static let schedule = DemoGrammar(
        "schedule",
        """
        [L'orario|L'orario di lavoro|L'impegno] [è|sarà] [di|pari a] <hours>, <week>.
        [Si lavora|Si lavorerà] <week>[, per| e il totale è di|, in tutto] <hours>.
        [Orario|Impegno richiesto|Tempi di lavoro]: <hours>, <week>[, con pausa|, riposi secondo
          contratto|].
        <hours> [distribuite|organizzate|divise] [secondo il calendario concordato|in base ai
          turni|in modo regolare]: <week>.
        [I turni|Gli orari] [sono comunicati|vengono esposti] [con una settimana di anticipo|ogni
          mese|il venerdì]: <week>, <hours>.
        [Quanto si lavora|Quante ore|E l'orario]? <hours>, <week>.
        [La presenza richiesta|La disponibilità richiesta] è <week>[; il contratto prevede| per|,
          cioè] <hours>.
        [Per l'organizzazione del lavoro|Per come è organizzato il servizio] [ci si alterna|si
          lavora] <week>; [le ore|in tutto le ore] [sono|previste sono] <hours>.
        [Il calendario|Il piano orario] [prevede|comprende] <hours>: <week>[, straordinari esclusi|,
          con possibili straordinari|].
        [Chi si candida|Chi risponde] [deve poter|dovrebbe poter] lavorare <week>, <hours> [in
          tutto|complessive].
        [Serve|È richiesta] la disponibilità a lavorare <week>[, per un totale di|: sono previste]
          <hours>.
        [Il monte ore|Il totale] è di <hours>[, ripartite| e si lavora] <week>.
        [Per quanto riguarda gli|Sul fronte degli|Passando agli] orari[:|, si tratta di|, parliamo
          di] <hours>, <week>.
        [Prestazione|Attività] di <hours>, [svolta|da svolgere] <week>.
        [Ore|Ore previste]: <hours>[, da fare| e si lavora|, con presenza] <week>.
        [Il servizio|La mansione|L'attività] si svolge <week>[; sono garantite|; il contratto parla
          di|, per] <hours>.
        [Di norma|Di regola] [sono|si contano] <hours>[; si sta al lavoro|, di solito|; ci si
          alterna] <week>.
        È [preferibile|importante] [la disponibilità|poter garantire la presenza] <week>: [l'orario
          è|parliamo] di <hours>.
        """
    )

    static let weekDay = DemoGrammar(
        "weekDay",
        """
        dal lunedì al venerdì, [8.00-17.00|8.30-17.30|7.30-16.30]
        in orario [diurno|giornaliero]
        su giornata, con [un'ora di pausa|pausa pranzo]
        dal lunedì al venerdì, con il sabato libero
        a giornata, [sabato mattina al bisogno|sabati alterni]
        """
    )

    static let weekPartTime = DemoGrammar(
        "weekPartTime",
        """
        al mattino, [dal lunedì al venerdì|sabato compreso]
        nel pomeriggio, [dal lunedì al venerdì|anche il sabato]
        in fascia [mattutina|pomeridiana], dal lunedì al venerdì
        con orario ridotto, [dal lunedì al venerdì|sei giorni su sette]
        part-time, [mattina o pomeriggio|con fascia da concordare]
        """
    )

    static let weekTwoShifts = DemoGrammar(
        "weekTwoShifts",
        """
        su due turni, [6.00-14.00 e 14.00-22.00|5.30-13.30 e 13.30-21.30]
        [a turni alternati|con doppio turno], mattina e pomeriggio
        su due turni settimanali
        una settimana al mattino e una al pomeriggio
        con turni a rotazione, [senza notti|mai di notte]
        """
    )

    static let weekThreeShifts = DemoGrammar(
        "weekThreeShifts",
        """
        su tre turni, [notte compresa|notti incluse]
        a ciclo continuo, [con riposi a rotazione|secondo calendario]
        con turni di [mattina, pomeriggio e notte|otto ore, anche notturni]
        su tre turni a settimane alterne
        alternando [giorno e notte|le tre fasce]
        """
    )

    static let weekEarlyMorning = DemoGrammar(
        "weekEarlyMorning",
        """
        dalle prime ore del mattino, [5.00-11.00|6.00-12.00|4.30-10.30]
        all'alba, [con uscita a metà mattina|con fine prima di pranzo]
        di mattina presto, [dal lunedì al sabato|anche il sabato]
        con inizio [alle 5.30|alle 6.00|prima delle 7.00]
        """
    )

    static let weekEvening = DemoGrammar(
        "weekEvening",
        """
        la sera, [18.00-24.00|19.00-23.30]
        in fascia serale, [fine settimana compreso|con giorno libero infrasettimanale]
        di sera e [nei fine settimana|nei festivi]
        dal [tardo pomeriggio|tramonto] a fine servizio
        """
    )

    static let weekWeekends = DemoGrammar(
        "weekWeekends",
        """
        dal martedì alla domenica, con [riposo infrasettimanale|un giorno libero]
        [fine settimana inclusi|anche sabato e domenica], con riposo a rotazione
        su [cinque|sei] giorni, domeniche a turno
        nei giorni di maggiore afflusso, [festivi compresi|sabato e domenica inclusi]
        """
    )

    static let weekSplitDay = DemoGrammar(
        "weekSplitDay",
        """
        con orario spezzato, [pranzo e cena|mattina e sera]
        a pranzo e a cena, [con giorno di riposo|con due riposi]
        nei due servizi, [11.00-15.00 e 18.30-23.00|10.30-14.30 e 18.00-22.30]
        [pranzo e cena|in due fasce], con un giorno libero
        """
    )

    static let weekNight = DemoGrammar(
        "weekNight",
        """
        di notte, [22.00-6.00|23.00-5.00]
        in orario notturno, [con maggiorazione|pagato con maggiorazione]
        [nelle ore notturne|in turno notturno], cinque giorni su sette
        dalla mezzanotte all'alba, [con riposo settimanale|domenica libera]
        """
    )

    static let weekLiveIn = DemoGrammar(
        "weekLiveIn",
        """
        in regime di convivenza, con [camera propria|vitto e alloggio]
        con convivenza e [un giorno e mezzo di riposo|riposo la domenica]
        giorno e notte in presenza, con [riposi di legge|le pause previste dal contratto]
        """
    )
}
