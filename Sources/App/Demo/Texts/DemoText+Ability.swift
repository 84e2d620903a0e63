// What a person can do.

extension DemoText {
    static let ability = DemoGrammar(
        "ability",
        """
        [So|Sono in grado di|Riesco a] <duty>, <duty> e <duty>[ in autonomia|| senza problemi].
        [Tra le cose|Fra le attività] che [so fare meglio|mi riescono meglio|svolgo volentieri]
          [metto|ci sono|indicherei]: <task>, <task> e <task>.
        [Mi trovo bene|Me la cavo|Sono a mio agio] <nel:duty> e[, quando serve,|, se necessario,|]
          <nel:duty>.
        [Ho una buona manualità|Sono precis@|Lavoro con ordine] <nel:duty>[ e non ho difficoltà a| e
          mi viene naturale] <duty>.
        [Nei vari impieghi|Negli anni|Lavorando|Con il tempo] ho imparato [anche a|bene a|presto a]
          <duty> [e a|oltre che a] <duty>.
        [Posso|Potrei] [essere utile|dare una mano|rendermi utile] per <the:task>, <the:task> [e,
          all'occorrenza,|e, volendo,|e anche] <the:task>.
        [Di solito|In genere|Normalmente] [mi affidavano|mi veniva affidato|toccava a me] [il
          compito di|l'incarico di] <duty>, [perché|dato che] [lavoro con cura|sono attent@|non
          lascio le cose a metà].
        [Le mie competenze principali|I miei punti forti|Le attività che conosco meglio]
          [sono|restano]: <task>; <task>; <task>.
        [Oltre a|In aggiunta a] <duty>, [so|ho imparato a|posso] <duty>[| e, se mi viene spiegato,
          fare anche altro].
        [Conosco|Ho visto da vicino|Ho provato] <the:task> e [ho esperienza anche in|ho qualche
          nozione di|ho fatto pratica in] <task>.
        [Il compito|Il lavoro|La parte] che [preferisco|mi piace di più|faccio più volentieri] è
          <duty>, ma [non mi tiro indietro|mi adatto] quando [c'è da|bisogna] <duty>.
        [Nessun problema a|Sono abituat@ a|Non mi pesa] <duty>[, anche sotto pressione|, anche per
          molte ore|, persino nei giorni più pieni|].
        [Quando|Ogni volta che] [c'era da|bisognava|si doveva] <duty> [chiamavano me|toccava a me|si
          rivolgevano a me][, e lo stesso per| e così pure per] <the:task>.
        [Per <un:role> che si rispetti|Per chi fa questo lavoro], <duty> e <duty> [sono la base|è il
          minimo|sono cose di ogni giorno], [e io le faccio|e le so fare] [bene|con
          attenzione|volentieri].
        [Utilizzo|Uso|Adopero] [senza difficoltà|con sicurezza|bene] [gli strumenti|le
          attrezzature|i mezzi] che servono per <the:task>[| e per <the:task>].
        [Saper|Il saper] <duty> [fa parte del|appartiene al] mio [bagaglio|mestiere|lavoro], [così
          come|insieme a] <duty>.
        [Qualche esempio|Per fare degli esempi|In concreto]: [so|posso] <duty>; [so|posso] <duty>;
          [conosco|ho imparato] <the:task>.
        [Dal punto di vista pratico|Sul piano pratico|In pratica] [copro|seguo|conosco] <the:task>,
          <the:task>[| e <the:task>].
        [Mi hanno sempre chiesto di|Mi si chiedeva spesso di] <duty> [e|oppure di] <duty>[: due cose
          che so fare bene|, e l'ho sempre fatto|].
        [Ho acquisito|Ho maturato|Mi sono fatt@] una certa [sicurezza|esperienza|pratica]
          <nel:duty>[, mentre|; intanto] [sto imparando a|vorrei imparare meglio a] <duty>.
        [Tengo molto|Do importanza] a [lavorare con ordine|fare le cose bene]: [per questo|così]
          <duty> [mi viene facile|non mi spaventa|è per me un'abitudine].
        [A seconda|In base alle necessità] [dei periodi|del momento] mi [dividevo|sono
          divis@|muovevo] tra <the:task> e <the:task>.
        """
    )

    static let abilityTeam = DemoGrammar(
        "abilityTeam",
        """
        [Sono stat@ io|Mi è capitato spesso di essere io] [a formare|ad affiancare|a guidare] i
          nuovi arrivati per <the:task> e <the:task>.
        [Ho seguito|Ho curato|Ho gestito] [da sol@|in prima persona|con un collega] <the:task>[ e|
          e, spesso,|, come pure] <the:task>.
        [Con la squadra|Insieme ai colleghi|In gruppo] [curavo|seguivo|portavo avanti] <the:task>[
          e| e anche| e poi] <the:task>.
        [Nei turni|Nelle giornate piene|Nei periodi di punta] [i colleghi contavano su di me|mi
          chiedevano] per <the:task>[ e per|, e pure per] <the:task>.
        [Il capo|Il responsabile|Chi coordinava] [mi affidava spesso|mi lasciava volentieri]
          <the:task>, [perché|visto che] so <duty> [bene|con cura|da sol@].
        """
    )
}
