// What a person looks for.

extension DemoText {
    static let goal = DemoGrammar(
        "goal",
        """
        [Cerco|Sto cercando|Sono alla ricerca di] un [lavoro|impiego|posto] come <goal> [nella zona
          <di:place>|<a:place> o vicino|raggiungibile <da:place>].
        [Vorrei|Mi piacerebbe|Desidero] [tornare a lavorare|continuare|rimettermi in gioco] come
          <role>[| o come <goal>|, ma valuto anche un posto da <goal>].
        [Valuto|Prendo in considerazione|Sono apert@ a] [proposte|offerte] [come <goal>|nel settore
          <goalField>|anche diverse][, purché regolari|, con contratto chiaro|].
        [L'obiettivo|Il mio obiettivo|Lo scopo] è [trovare|avere] [stabilità|un contratto
          duraturo|un lavoro dignitoso] [come <goal>|nel settore <goalField>].
        [Accetto|Accetterei|Sono dispost@ ad accettare] [anche contratti brevi|un periodo di
          prova|una sostituzione] [per dimostrare|per far vedere] [quello che valgo|come lavoro].
        [Mi interessano|Mi attirano|Valuto volentieri] [i posti|le offerte] da <goal>[, ma anche|,
          oltre a] [mansioni vicine|ruoli simili].
        [Spero|Mi auguro] di [trovare|incontrare] [un'azienda seria|una realtà corretta|un ambiente
          sereno] [in cui fermarmi|dove restare a lungo|con cui crescere].
        [Tra le possibilità|Fra le ipotesi] [penso|guardo] al [lavoro di <goal>|settore
          <goalField>], [che conosco|che mi attira|per il quale mi sono informat@].
        [Per il futuro|Nei prossimi mesi|Da qui in avanti] [vorrei|punto a|conto di]
          [specializzarmi|crescere|imparare di più] [come <goal>|nel settore <goalField>].
        [Non cerco|Non chiedo] [il lavoro perfetto|niente di speciale]: [mi basta|va bene] [un
          orario chiaro|uno stipendio regolare|un posto onesto] [come <goal>|nel settore
          <goalField>].
        [Sarei|Sono] [disponibile|interessat@] a [cambiare mestiere|imparare altro], [per
          esempio|magari] [come <goal>|nel settore <goalField>].
        [La mia preferenza|La prima scelta] [va a|resta] un [posto|impiego] da <goal>[, poi|; in
          alternativa] [qualsiasi lavoro|ogni mansione] [che sappia fare|adatta a me].
        [Un contratto|Un lavoro] [stabile|di almeno qualche mese|regolare] [come <goal>|nel settore
          <goalField>] [mi permetterebbe|mi aiuterebbe] di [ripartire|essere autonom@|guardare
          avanti].
        [Mi candido|Mi propongo] [volentieri|con piacere] [per ruoli da <goal>|nel settore
          <goalField>][, <a:place> e dintorni|, anche fuori <di:place>|].
        [Se possibile|Potendo scegliere], [lavorerei|mi orienterei] [come <goal>|nel settore
          <goalField>][, però|; detto questo,] [ascolto|valuto] [ogni proposta|anche altro].
        [Sto|Da qualche mese sto] [guardando|valutando|seguendo] [annunci|offerte] da <goal>
          [<a:place>|in tutta la provincia|nei comuni vicini].
        [Vorrei|Desidererei] [mettere a frutto|usare] [quello che so|la mia esperienza] in <task>
          [in un posto da <goal>|in una nuova azienda].
        [Il mio desiderio|Quello che desidero] [è|resta] [lavorare|trovare un posto|restare] [vicino
          <a:place>|senza trasferirmi], [meglio se|possibilmente] come <goal>.
        [Anche|Pure] un [tirocinio|corso con stage] [andrebbe bene|può andare], se [porta|conduce] a
          [un contratto|un'assunzione] [come <goal>|nel settore <goalField>].
        [Rispondo|Sono pront@ a rispondere] [subito|in giornata] a [chi cerca|chi ha bisogno di]
          <un:goal>[ nella zona <di:place>| nei dintorni|].
        [Penso|Credo] di [poter dare|avere da dare] [molto|ancora tanto] [come <goal>|nel settore
          <goalField>], [dove|lì] [serve|occorre] [pratica|esperienza|costanza].
        [Riprendere|Tornare a fare] [il lavoro di <role>|il mio mestiere] [sarebbe|è] [la cosa
          migliore|il mio primo pensiero], [ma|però] [non escludo|considero] [un posto da
          <goal>|altre strade].
        """
    )
}
