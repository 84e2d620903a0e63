// What a person did in a job.

extension DemoText {
    static let duty = DemoGrammar(
        "duty",
        """
        [Mansioni|Mansioni svolte|Mansioni principali|Compiti]: <task>, <task>[, <task>| e <task>].
        [Dovevo|Ogni giorno dovevo|Quasi sempre dovevo] <duty>[ e poi| e in seguito|, quindi]
          <duty>.
        [Ho imparato|Mi hanno insegnato] [qui|in questo posto|durante questo lavoro] <a:duty>[ e
          anche a|, oltre che a] <duty>.
        [Attività|Attività svolte|Attività quotidiane] di <task>[, con|, insieme a| e] <task>.
        [Il lavoro consisteva|La mansione consisteva|L'incarico consisteva] <nel:duty> e[, a fine
          giornata,|, nei momenti di calma,|, quando serviva,|] <nel:duty>.
        [Contratto|Assunzione] [stagionale|a termine|di sostituzione] per <the:task>[, con
          l'incarico di|; dovevo anche] <duty>.
        [Principalmente|Per lo più|Soprattutto] <task>; [a volte|nei periodi di
          punta|all'occorrenza] [anche|pure] <task>.
        [Tra i compiti|Fra le cose da fare] [c'erano|ricordo]: <duty>, <duty>, <duty>.
        [Esperienza utile|Esperienza positiva|Periodo di lavoro intenso|Bel periodo di lavoro] in
          cui [ho potuto|ho imparato a|mi è stato chiesto di] <duty> e <duty>.
        [Giornata tipo|La giornata tipo]: [prima|per cominciare] <duty>, [poi|a seguire] <duty>,
          [infine|per finire] <duty>.
        [Oltre a|In aggiunta a|Quando non bisognava] <duty>, [mi chiedevano di|capitava di
          dover|potevo] <duty>[| e, più di rado, <duty>].
        [Grazie a questo lavoro|Con questo lavoro|In questi mesi] [ho preso confidenza|ho fatto
          pratica|sono entrat@ in contatto] con <the:task> e <the:task>.
        [Ero|Sono stat@] [la persona|il riferimento] [che aveva l'incarico di|a cui chiedere di]
          <duty>[, ma anche di| e, spesso, di| e, talvolta, di] <duty>.
        [Ritmi|Orari] [intensi|regolari|impegnativi], [ma|e] [ho potuto imparare|ho imparato bene]
          [a <duty>|<the:task>].
        [Nel concreto|Più in dettaglio|In dettaglio]: <duty>; <duty>; [se serviva,|a volte] <duty>.
        [Avevo|Mi era stata data] [piena autonomia|una certa autonomia|fiducia] <nel:duty>[ e| e
          pure] <nel:duty>.
        [Ho iniziato|Ho cominciato|Sono partit@] con <the:task>, [per passare poi|e dopo qualche
          mese sono passat@|arrivando presto] <a:task>.
        [Ruolo operativo|Ruolo pratico|Lavoro manuale], [con|fatto di] <task>, <task>[| e altro
          ancora].
        [Mi hanno confermat@|Sono stat@ confermat@|Mi hanno richiamat@] [per più stagioni|due
          volte|dopo la prova] [per|con il compito di] <duty>.
        [Fin dal primo giorno|Da subito] [mi è stato chiesto di|ho dovuto] <duty>[, poi anche| e più
          avanti] <duty>.
        [Verificavo|Controllavo] [sempre|ogni volta] [il mio lavoro|quanto fatto] e [provvedevo
          a|riuscivo anche a] <duty>.
        [A chiamata|Nei fine settimana|Nei mesi estivi] [facevo|ho fatto] <the:role>[, cioè|: in
          pratica] [dovevo|il compito era] <duty> e <duty>.
        [Pochi mesi, ma utili|Esperienza breve, ma utile|Periodo breve, ma importante]: [quasi ogni
          giorno|per buona parte del tempo] [dovevo|mi toccava] <duty>.
        [Ciò che facevo|Quello che facevo] [più spesso|ogni giorno]: <duty>[, ma anche| e pure]
          <duty>.
        [Uso|Utilizzo] [quotidiano|costante] [delle attrezzature|degli strumenti] per <the:task>[;
          ho anche imparato a|; sapevo già] <duty>.
        [Mi affidavano|Mi lasciavano|Avevo in mano] <the:task>[, e intanto|; in più|, e a volte]
          [dovevo|mi chiedevano di|c'era da] <duty>.
        [Tutti i giorni|Di regola|In settimana] [mi occupavo <di:task>|pensavo <a:task>][, oltre
          che| e anche|, e poi] <a:task>.
        [Ricordo|Ho in mente] soprattutto <the:task>[: dovevo|, perché dovevo|, dove bisognava]
          <duty> [con cura|con regolarità|senza distrarmi].
        [Quello che mi era richiesto|La richiesta] [era|è sempre stata] chiara: <duty>, <duty>[| e
          avere pazienza|, senza fretta].
        [Lavoro|Impegno] [continuo|regolare|di fiducia], [con|fatto di] <task> e <task>[|, più
          qualche imprevisto|, ogni giorno].
        [Sono rimast@|Ho lavorato] [volentieri|con soddisfazione|fino alla fine] [e ho imparato a|e
          dovevo] <duty>[ e a volte|, poi anche|, quindi] <duty>.
        """
    )

    static let dutyTeam = DemoGrammar(
        "dutyTeam",
        """
        [Mi occupavo di|Il mio compito era|Avevo il compito di] <duty>, <duty> e <duty>[| durante
          tutto il turno| ogni giorno].
        [Responsabile <di:task>|Incaricat@ <di:task>|Addett@ <a:task>][, in collaborazione con|,
          insieme a|, al fianco di] [un capo squadra|due colleghe|una responsabile|tre colleghi].
        [Lavoravo|Ho lavorato] [in una squadra di <team> persone|con altri <team> colleghi|da sol@]
          e [dovevo|mi toccava] <duty>[| e <duty>].
        [All'inizio|Nei primi mesi|Per le prime settimane] [ho affiancato|seguivo] [un collega
          esperto|chi era lì da più tempo], [poi|più tardi] [mi hanno affidato|ho preso in carico]
          <the:task>.
        [Turni|Lavoro] [a rotazione|su due turni|anche di sabato]: <task>, <task>[| e <task>].
        [Seguivo|Curavo|Gestivo] <the:task>[; inoltre|; in più|, e inoltre] [davo una mano|aiutavo i
          colleghi] <a:duty>.
        [In questa azienda|In questo posto|Presso questo datore di lavoro] [ho curato|ho seguito|ho
          preso in mano] <the:task> e [ho imparato a|ho potuto] <duty>.
        [Il mio incarico|La mia parte] era <duty>, mentre [altri colleghi|il resto della squadra]
          [seguivano|curavano|portavano avanti] <the:task>.
        [Sono stat@ impiegat@|Ero impiegat@|Sono stat@ inserit@] [nel reparto|nella squadra|nel
          gruppo] che [si occupava <di:task>|seguiva <the:task>].
        [Supporto|Aiuto|Affiancamento] [al responsabile|ai colleghi|al titolare] per <the:task>[,
          oltre che per| e per] <the:task>.
        [Ho sostituito|Ho preso il posto di] [una collega in maternità|un collega assente|chi andava
          in ferie], [con il compito di|dovendo] <duty> e <duty>.
        [Al mattino|A inizio turno] [dovevo|mi toccava] <duty>, [nel pomeriggio|più tardi|dopo la
          pausa] <duty>.
        [Sempre|Ancora una volta] [a contatto con il pubblico|in mezzo alla gente|sotto la guida del
          titolare], [curavo|seguivo] <the:task>[| e <the:task>].
        [Rispettando|Nel rispetto di] [orari e consegne|le procedure interne|le norme di sicurezza],
          [mi dedicavo|pensavo|provvedevo] <a:task> e <a:task>.
        [Datore di lavoro corretto|Ambiente piacevole|Gruppo affiatato]: [ho imparato
          a|dovevo|potevo] <duty>[| e, con calma, <duty>].
        [In media|Circa] <count> ore [la settimana|ogni settimana] [passate|dedicate] <a:duty> e
          <a:duty>.
        [Si trattava di|Mi era chiesto di|Bisognava anzitutto] <duty>, [e poi|e anche|quindi]
          <duty>, [con la massima attenzione|in tempi stretti|sotto il controllo del
          responsabile|senza troppe pause].
        [Lavoro|Impiego] [iniziato come prova|nato da un tirocinio|trovato tramite agenzia], [poi
          prolungato|poi rinnovato]: <task>[, <task>| e <task>].
        [Facevo parte|Ero parte|Ho fatto parte] di un [gruppo|reparto] di <team> persone [dedicato
          <a:task>|che curava <the:task>].
        """
    )
}
