// What the work is.

extension DemoText {
    static let duties = DemoGrammar(
        "duties",
        """
        [La persona inserita|Chi entrerà in squadra|La risorsa] [si occuperà di|avrà il compito
          di|dovrà] <duty>, <duty> e <duty>.
        [Le attività|I compiti|Le mansioni] [principali|di ogni giorno] [riguardano|comprendono]:
          <task>, <task> e <task>.
        [Il lavoro|L'incarico|La mansione] [consiste|consisterà] <nel:duty>, <nel:duty>[ e, a
          rotazione,| e, quando occorre,| e] <nel:duty>.
        [In concreto|Nel concreto|In pratica] [si tratta di|il lavoro è] <duty>, <duty> [e infine|e,
          più tardi,] <duty>.
        [Che cosa farai|Di che cosa ti occuperai]? [Prima di tutto|Innanzitutto] <the:task>[, poi|;
          in seguito|, e anche] <the:task>.
        [Giornata tipo|La tua giornata]: [si comincia con <the:task>|si parte <da:task>], [si
          prosegue con <the:task>|poi si passa <a:task>][, si finisce con|; a chiudere,] <the:task>.
        [Tra le responsabilità|Tra i compiti affidati|Fra gli incarichi] [ci sono|figurano]: <duty>;
          <duty>; <duty>.
        [Ti chiederemo di|Ti sarà chiesto di|L'azienda chiede di] <duty> e <duty>[, rispettando i
          tempi assegnati|, con cura e attenzione|, in collaborazione con i colleghi].
        [All'inizio|Nelle prime settimane] [si affianca|è previsto l'affiancamento a] [un
          collega|una persona] con esperienza; [poi|in seguito] si [dovrà|passerà a] <duty> in
          autonomia.
        [Il ruolo|La posizione] [prevede|comporta] <the:task>, <the:task> [e, in parte,|e, secondo i
          giorni,|nonché] <the:task>.
        [Sarà|È] [importante|essenziale|necessario] saper <duty>[ e| oltre che|, ma anche] <duty>.
        [Alle dipendenze|Sotto la guida] [del responsabile|del capo turno|di chi coordina il gruppo]
          [si lavora per|bisogna] <duty> e <duty>.
        [Ci si occupa|Ci si prende cura] <di:task>[ e| e, se serve,|, così come] <di:task>.
        [Operativamente|Sul piano operativo] [occorre|si dovrà] <duty>, [tenendo d'occhio|curando
          anche|senza trascurare] <the:task>.
        [Mansioni|Attività]: <task>; <task>; <task>[; supporto ai colleghi|; piccoli compiti
          collegati|].
        [Chi ricopre il ruolo|Chi lavora in questo reparto] [segue|cura|porta avanti] <the:task>[ ed
          è chiamato anche a|; deve poi|; può inoltre] <duty>.
        [Servono|Cerchiamo] mani [capaci|pronte] per <duty>[ e testa attenta per|, e attenzione
          per|, più calma per] <duty>.
        [Il cuore|La parte principale|Il grosso] del lavoro riguarda <the:task>; [non
          mancano|attorno ci sono] <task> e <task>.
        [Dovrai|Bisognerà|Si tratta di] <duty> [ogni giorno|con regolarità] e[, nei momenti di
          punta,|, al bisogno,|, a turno,] <duty>.
        [Che si tratti di|Sia che si tratti di] <duty> o di <duty>, [contano|qui contano]
          [precisione e ritmo|attenzione e calma|ordine e rispetto delle regole].
        [Tre cose da fare|Tre compiti], in [ordine di importanza|sintesi]: <duty>, <duty>, <duty>.
        [La persona scelta|La risorsa|La persona] sarà [inserita|coinvolta] in tutto ciò che
          riguarda <the:task>[ e anche| e pure|, e poi] <the:task>.
        [L'attività|Il lavoro quotidiano] [si svolge|si divide] [fra|tra] <the:task> e <the:task>[;
          può capitare di|; a volte bisogna] <duty>.
        [Si comincia|Si inizia] [presto|con il piede giusto] se si sa [già|almeno] <duty>; [per il
          resto|quanto al resto], <task> e <task> [si imparano|saranno oggetto di formazione] sul
          posto.
        [Nello specifico|Più nel dettaglio], [chiediamo di|l'azienda si aspetta di vedere] <duty>[
          con autonomia| con costanza|] e [poi|quindi] <duty>.
        """
    )

    static let dutiesHome = DemoGrammar(
        "dutiesHome",
        """
        [La persona|Chi entrerà in casa|Chi verrà scelto] [si occuperà di|avrà il compito di|dovrà]
          <duty>, <duty> e <duty>.
        [Ogni giorno|Durante la giornata] [ci sarà da|bisognerà|si dovrà] <duty>[ e|, ma anche|, e
          poi] <duty>.
        [Le attività|I compiti] [in casa|di ogni giorno] [sono|riguardano]: <task>, <task>[| e
          <task>].
        [Alla famiglia|In casa] [interessa|serve] chi sappia <duty>[ e| oltre a|, e magari] <duty>.
        [Si tratta di|Il lavoro consiste nel] seguire <the:task>[ e| e, al bisogno,|, oltre che]
          <the:task>.
        [Con calma|Con pazienza] e [rispetto|attenzione|discrezione], si [chiede|richiede] di
          <duty>[|, ogni giorno|, secondo le abitudini della casa].
        [Prima di tutto|In primo luogo] <the:task>; [poi|in seguito|quando serve] <the:task>[| e
          <the:task>].
        [La giornata|Il tempo] [si divide|va diviso] tra <the:task> e <the:task>[|, con qualche
          pausa|, senza fretta].
        [Mansioni|Incarichi]: <duty>; <duty>[; <duty>|; altri piccoli aiuti|].
        [Chi accetta|Chi prende] l'incarico [potrà contare|conterà] sull'aiuto dei familiari per
          <the:task>, [ma|mentre] [da sé|in autonomia] dovrà <duty>.
        """
    )

    static let more = DemoGrammar(
        "more",
        """
        [A completamento|A integrazione|Oltre alle mansioni] del ruolo [è prevista|resta|c'è]
          [qualche attività di|una parte di] <task>.
        [Di tanto in tanto|Nei periodi più intensi] [può capitare di|si potrà dover] <duty>[| anche
          in altri reparti| per aiutare i colleghi].
        [È previsto anche|Non è escluso|Può servire] un [supporto|contributo] [per <the:task>|alle
          attività di <task>].
        [Chi vuole|Chi lo desidera] [potrà|può] [imparare a|avvicinarsi al lavoro di chi deve]
          <duty>.
        [Un aiuto|Una mano] [verrà|arriverà] [dal capo squadra|dai colleghi più esperti],
          soprattutto per <the:task>.
        [L'azienda|Il datore di lavoro|Chi assume] [fornisce|mette a disposizione] [le
          attrezzature|gli strumenti|i dispositivi di protezione] per <duty>.
        [Si lavora|Il lavoro si svolge] [in gruppo|in coppia|a contatto con altre persone],
          [quindi|perciò] [conta|è utile] saper collaborare <nel:duty>.
        [L'azienda|La squadra] [tiene molto|dà grande importanza] <a:task>[ e chiede| e pretende|,
          per cui chiede] [serietà|regolarità|puntualità].
        [Una parte della giornata|Qualche ora] [è dedicata|va] <a:task>[, che richiede| e richiede]
          [pazienza|concentrazione|forza e metodo].
        [Nessuno|All'inizio nessuno] [ti chiederà di|pretende di] saper [fare tutto|conoscere ogni
          cosa]: [basta|è sufficiente] [cominciare|partire] <da:task>.
        [I ritmi|I tempi] [sono|restano] [sostenuti ma regolari|ben organizzati|chiari fin
          dall'inizio], [anche quando|pure se] c'è da <duty>.
        [Prima|Prima di tutto] [la sicurezza|l'ordine|la qualità]: [lo si capisce|si vede] da come
          si [cura|segue] <the:task>.
        [Con l'esperienza|Con il tempo] [si potrà|sarà possibile] [passare anche|dedicarsi]
          <a:task>.
        [Saper|Anche saper] <duty> [sarà considerato|è visto come] [un vantaggio|un di più] [da chi
          coordina|dalla squadra].
        """
    )
}
