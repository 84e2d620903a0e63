// What the employer asks for.

extension DemoText {
    static let requirements = DemoGrammar(
        "requirements",
        """
        [Richiediamo|Chiediamo|Chi assume richiede] <want>, <want> e <want>.
        [Cerchiamo|Vorremmo incontrare|Ci rivolgiamo a] persone con <want> e <want>[, meglio se
          anche con| e, possibilmente, con] <want>.
        [Requisiti|Requisiti richiesti|Profilo]: <want>; <want>[; <want>|; puntualità|; serietà].
        [Per candidarsi|Per partecipare alla selezione] [occorre|bisogna avere] <want>[ e| insieme
          a|, unita a] <want>.
        [Sono importanti|Contano molto|Faranno la differenza] <want> e <want>[, più del titolo di
          studio|, anche senza lunga esperienza|].
        [Il profilo|La persona] [ideale|giusta|adatta] [ha|possiede|porta con sé] <want> e <want>.
        [Non è necessario|Non serve] [essere esperti|sapere tutto]: [bastano|chiediamo] <want>,
          <want> e voglia di imparare.
        [Valutiamo|Prendiamo in esame] candidature con <want>[ e| oppure|, o in alternativa] <want>.
        [Che cosa chiediamo|Cosa serve|Che cosa ci vuole]: <want>, <want>[, più di ogni altra cosa|,
          oltre a] <want>.
        [Indispensabile|Requisito essenziale|Requisito di base]: <want>[; il resto si impara|; per
          il resto c'è tempo|, senza eccezioni|].
        [Completano il profilo|Si aggiungono] <want> e <want>[, oltre all'educazione| e la capacità
          di ascolto|].
        [Saranno valutate|Esamineremo] [con favore|per prime] le candidature [che indicano|con]
          <want> [e|o] <want>.
        [Aiuta|Conta|Serve] avere <want>[, e soprattutto|, ma anche|, insieme a] <want>.
        [Chi si candida|Chi risponde] [dovrebbe avere|ha di solito] <want>[, ma anche| e] <want>.
        [Titoli ed esperienza|In tema di requisiti]: <want> [prima di tutto|in primo luogo],
          [poi|quindi] <want>.
        [L'esperienza|Il curriculum] [conta|si valuta] insieme [all'atteggiamento|alla motivazione]:
          [importanti|guardiamo a] <want> e <want>.
        [Se hai|Se porti] <want>[ e| e anche|, oltre a] <want>, [questa offerta|questo posto] [è per
          te|fa al caso tuo].
        [Per svolgere bene il lavoro|Per lavorare bene qui] [servono|ci vogliono] <want>, <want>[ e
          costanza| e rispetto dei colleghi| e un po' di pazienza].
        [Verificheremo|Valuteremo] [in colloquio|già al primo incontro|durante la selezione] <want>[
          e| insieme a|, ma anche] <want>.
        [Sul fronte dei requisiti|Quanto ai requisiti], [l'azienda guarda a|pesano] <want>, <want>[
          e poi|, quindi] <want>.
        [Un corso|La formazione] [si completa|si svolge] [all'inizio|prima dell'ingresso], [ma|però]
          [occorre|bisogna] avere già <want>.
        [Preferenza|Precedenza] a chi [può contare su|ha] <want>[ e| oppure] <want>.
        """
    )
}
