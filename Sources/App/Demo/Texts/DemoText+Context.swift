// Who looks for somebody, and where.

extension DemoText {
    static let context = DemoGrammar(
        "context",
        """
        [Per|Per conto di] <kind> [con sede|che opera|che lavora] <a:place>
          [cerchiamo|selezioniamo|ricerchiamo] <people> da inserire come <title>.
        [Il nostro cliente|La realtà che ci ha affidato la ricerca|L'azienda che assume] è <kind>[,
          presente|, che lavora|] <a:place>[ da molti anni|].
        [Siamo alla ricerca di|Stiamo cercando|La filiale <di:branch> cerca] <people> per <kind>
          [della zona <di:place>|<a:place>].
        [Opportunità|Nuova opportunità|Posizione aperta] [nel settore|nel campo] <field>: <title>
          [per|presso] <kind>[ <a:place>|].
        [Lavorare per|Lavorare presso|Un posto presso] <kind> <a:place>: [è questa la
          proposta|questa è l'occasione] per chi [ha esperienza|vuole fare esperienza] nel settore
          <field>.
        <kind>, [cliente della nostra filiale|che seguiamo da tempo], [amplia l'organico|rinforza la
          squadra|assume] <a:place> e [cerca|ha bisogno di] <people>.
        [Un gruppo di lavoro|Una squadra] di <team> persone[, <a:place>,|, non lontano <da:place>,]
          [aspetta|accoglie] <people> [nel ruolo di|come] <title>.
        [Cerchiamo|Ricerchiamo|Selezioniamo] <title> per <kind>[, a pochi minuti <da:place>|, nel
          territorio <di:place>|, sede <di:place>].
        [L'aumento degli ordini|La crescita dell'attività|Un nuovo appalto] [porta|spinge] <kind> [a
          cercare|ad assumere] <people> <a:place>.
        [Per la sede|Per lo stabilimento|Per l'unità locale] <di:place> [di|che fa capo a] <kind>
          [si ricerca|è aperta la selezione per] <title>.
        [In vista|In previsione] [della stagione|di nuove commesse|dell'ampliamento], <kind> [ha
          chiesto|affida] alla nostra agenzia [la ricerca|la selezione] di <people>.
        [Chi ha esperienza|Chi vuole fare esperienza] nel settore <field> [troverà|trova] <a:place>
          <kind> [che vuole assumere|con un posto libero] come <title>.
        [È aperta|Abbiamo aperto|Si apre] <a:place> una [selezione|ricerca] per <title>[:
          l'inserimento avverrà|, con inserimento] [in|presso] <kind>.
        [La nostra filiale|La filiale <di:branch>|L'agenzia] [segue|gestisce] la ricerca di <people>
          per <kind>, <a:place>[ e dintorni|].
        [Conosciamo bene|Collaboriamo da anni con] <kind> [che lavora|che opera] <a:place>: [oggi
          cerca|adesso ha bisogno di] <people>.
        [Sostituzione|Pensionamento|Cambio di personale] in vista: <kind>[, <a:place>,|]
          [cerca|ricerca] <title>.
        [Ti|Vi] [presentiamo|proponiamo] un [posto|incarico|lavoro] da <title> [in|presso] <kind>,
          [sede|zona] <di:place>.
        [Reparto|Squadra] in [crescita|riorganizzazione] [in|presso] <kind>: [servono|sono previste
          nuove assunzioni per] <people>, <a:place>.
        [Ambiente|Contesto] [strutturato|familiare|sereno|dinamico]: <kind>, <a:place>,
          [inserisce|seleziona] <title>.
        [Con|Attraverso] la nostra filiale <di:branch>, <kind> [assume|inserisce|cerca] <people>[
          per il proprio organico|].
        [In zona|Nei pressi di] <place> [c'è posto|si è liberato un posto] [in|presso] <kind>[: il
          ruolo è quello di|, nel ruolo di] <title>.
        [Si seleziona|Si ricerca|Valutiamo candidature per] <title>; [il luogo di lavoro|la sede] è
          <place>, [l'impresa|il contesto] è <kind>.
        [Vuoi lavorare|Ti interessa lavorare] nel settore <field>? [Abbiamo|C'è] un posto
          [in|presso] <kind>, <a:place>.
        <kind> [che crede nella formazione|che punta sulla stabilità|che guarda al futuro]
          [offre|mette a disposizione] <a:place> [un posto|un'opportunità] da <title>.
        [Ricerca|Selezione] [urgente|in corso]: <title>, [per|presso] <kind> [con attività|che
          lavora] <a:place>.
        [Inserimento|Ingresso] [immediato|a breve] [in|presso] <kind>, zona <di:place>:
          [cerchiamo|servono] <people>.
        [Per coprire|A copertura di] [un posto vacante|un'esigenza di organico] nel settore <field>,
          <kind> <a:place> [cerca|valuta] <people>.
        [Dietro questo annuncio|Dietro questa offerta] [c'è|troverai] <kind>: [una realtà
          solida|un'organizzazione attenta alle persone|un datore di lavoro corretto] <a:place>.
        [Al fianco di|Accanto a] colleghi [esperti|di lunga data], [in|presso] <kind> <a:place>,
          [c'è spazio per|vorremmo inserire] <people>.
        [Il settore|Il comparto] <field> [cresce|si muove] anche <a:place>: <kind> [cerca|assume]
          <title>.
        """
    )

    static let contextNamed = DemoGrammar(
        "contextNamed",
        """
        <company>, [impresa|realtà|organizzazione] del settore <field> [con sede|che lavora|che
          opera] <a:place>, [cerca|ricerca|seleziona] <people>[ da assumere come| nel ruolo di]
          <title>.
        [Per|Per conto di] <company> [cerchiamo|selezioniamo|stiamo cercando] <title> [nella
          sede|presso l'unità] <di:place>.
        [Conosci|Hai mai sentito parlare di] <company>? [Lavora|Opera] nel settore <field> [e
          cerca|e oggi ha bisogno di] <people> <a:place>.
        [Lavora|Vieni a lavorare] presso <company>: [la sede|il posto di lavoro] è <place>, il ruolo
          [è|quello di] <title>.
        [Da anni|Da tempo] <company> [lavora|è presente] <a:place>: [ora|oggi] [vuole
          inserire|assume] <people>.
        <company> [amplia|completa|rafforza] la propria squadra <di:place> e [cerca|apre la
          selezione per] <title>.
        [La nostra agenzia|La filiale <di:branch>] [cura|gestisce] per <company> la
          [selezione|ricerca] di <people>, <a:place>.
        [Nel settore|Nel campo] <field> <company> è [una presenza conosciuta|un nome conosciuto]
          <a:place>: [si cerca|oggi serve] <title>.
        [Posto|Incarico] da <title> presso <company>, [stabilmente|con sede] <a:place>[: la ricerca
          riguarda|: c'è spazio per] <people>.
        [La squadra|Il gruppo] di <company> [si apre|si allarga] a [nuove persone|nuove forze]: si
          [cerca|ricerca] <title> <a:place>.
        [Crescita|Nuovi progetti|Nuove commesse] presso <company>: <people> da inserire <a:place>
          [come|con il ruolo di] <title>.
        <company> [opera|lavora] nel settore <field>[: qui|: <a:place>] [troverai|c'è] un posto da
          <title>[| libero|, subito].
        [Selezione|Ricerca] diretta per <company>, [impresa|organizzazione] [del territorio
          <di:place>|con base <a:place>]: [cerchiamo|valutiamo] <title>.
        [Per la stagione|Per i prossimi mesi|Per il nuovo anno] <company> [conta di assumere|vuole
          inserire] <people> <a:place>.
        """
    )

    static let contextHome = DemoGrammar(
        "contextHome",
        """
        [Una famiglia|Famiglia] residente <a:place> [cerca|ricerca] <title>[: si tratta di| per]
          <kind>.
        [Per|Siamo stati incaricati da] <kind>[, <a:place>,|] [cerchiamo|di cercare] <title> [di
          fiducia|con referenze].
        [Assistenza|Lavoro] in casa <a:place>: [il datore di lavoro è|la richiesta arriva da]
          <kind>.
        [Il nostro sportello|La filiale <di:branch>] [affianca <kind> nella ricerca di|aiuta <kind>
          a trovare|segue <kind> nella ricerca di] <title>[ nella zona <di:place>| <a:place>].
        [Cerchiamo|Selezioniamo] <title> per [una casa|un'abitazione] [in centro|ben servita dai
          mezzi] <a:place>: [in casa vive|troverà] <kind>.
        [Nella zona di|In zona] <place> c'è <kind> [che ha bisogno di|che cerca] <title> [di
          fiducia|con esperienza|con referenze].
        [Offerta|Proposta] di lavoro domestico <a:place>, [presso|per] <kind>[: serve|; cerchiamo]
          <title>.
        """
    )
}
