// What happened in between, and where a person comes from.

extension DemoText {
    static let turn = DemoGrammar(
        "turn",
        """
        [Il mio ultimo contratto|L'ultimo contratto|Il mio rapporto di lavoro] [è finito|è
          terminato|si è concluso] nel <lastYear> [per|a causa della] [chiusura dell'azienda|fine
          della stagione|riduzione del personale].
        [Dal|A partire dal] <lastYear> [sono disoccupat@|sono rimast@ senza lavoro|non ho un lavoro
          stabile], [ma ho continuato a|però non ho smesso di] [cercare|tenermi aggiornat@|fare
          piccoli lavori].
        [L'azienda|La ditta] dove lavoravo [ha chiuso|si è trasferita|ha perso l'appalto] e [da
          allora|da quel momento] [cerco|sto cercando] [un posto stabile|una nuova occasione].
        [Ho interrotto|Ho dovuto interrompere] il lavoro [per motivi familiari|per seguire un
          genitore anziano|quando sono nati i figli]; [ora|adesso|oggi] [posso ricominciare|ho di
          nuovo tempo|sono pront@ a tornare].
        [Dopo|In seguito a] [un trasloco|un cambio di città|uno spostamento della famiglia]
          [<a:place>|in zona], [riparto|sto ripartendo] [da capo|con nuove energie].
        [Ho frequentato|Nel frattempo ho frequentato|In questi mesi ho seguito] [un corso di
          aggiornamento|alcuni incontri di orientamento|un percorso al centro per l'impiego][ e mi
          sento più pront@|, utile per rimettermi in gioco|].
        [Ricominciare non mi spaventa|Non ho paura di ricominciare|Ho già ricominciato altre volte]
          e [so|capisco] [quanto vale un lavoro|che cosa serve in un'azienda][: chiedo solo di
          essere mess@ alla prova|].
        [Gli ultimi impieghi|I miei ultimi lavori] sono stati [brevi|stagionali|a chiamata],
          [perciò|quindi] [cerco|vorrei] [continuità|qualcosa di più lungo].
        [La stagione|L'ultima stagione] [è andata bene|si è chiusa con soddisfazione], [ma|però]
          [finito l'inverno|terminato il contratto] [mi serve|cerco] [un'occupazione|un impiego]
          [per tutto l'anno|più stabile].
        [Sto|In questo periodo sto] [partecipando|prendendo parte] a [un percorso di attivazione|un
          gruppo di orientamento|un corso di formazione] e [sono disponibile|posso iniziare]
          [subito|in tempi brevi].
        [Per qualche anno|Per un periodo] ho [lavorato in proprio|aiutato nell'attività di
          famiglia|gestito una piccola attività], [poi chiusa|poi ceduta], e [adesso|ora]
          [cerco|preferisco] un lavoro dipendente.
        [Nel|Verso il] <lastYear> [ho concluso|è terminata] [una collaborazione|l'esperienza]
          [in|presso] <kind>[ e mi è dispiaciuto|, lasciando un buon ricordo|, senza colpe di
          nessuno].
        [Ritengo|Penso|Credo] che [le pause|i mesi fermi] [capitino a tutti|servano anche a
          riflettere]: [oggi|adesso] [so che cosa cerco|ho le idee chiare].
        [Ho vissuto|Sono stat@] [qualche anno|per un po'] [all'estero|in un'altra regione] [per
          lavoro|per seguire la famiglia], [poi sono tornat@|ora vivo] [<a:place>|qui].
        [Rientro|Torno a lavorare] dopo [un'assenza|una pausa] [di qualche anno|abbastanza lunga],
          [con|e porto] [molta voglia di fare|la stessa serietà di prima].
        [I contratti|I lavori] [in somministrazione|a termine] mi hanno [insegnato|abituat@] [ad
          adattarmi|a cambiare reparto] [in pochi giorni|in fretta].
        [Mi sono rimess@|Ho deciso di rimettermi] [a studiare|sui libri] [la sera|da adult@] [per
          prendere un titolo|per migliorare], [senza lasciare|senza smettere di cercare] il lavoro.
        [Il lavoro precedente|L'impiego di prima] [era lontano|mi costava troppo in viaggi|non era
          più sostenibile]: [cerco|vorrei] [qualcosa|un posto] [più vicino|raggiungibile]
          <da:place>.
        [Ho cambiato|Mi è capitato di cambiare] [settore|mestiere] [più volte|quando serviva], [e
          ogni volta|ma sempre] [mi sono ambientat@|ho imparato] [presto|bene].
        [Con la pandemia|Con la crisi del settore|Con la fine dell'appalto] [ho perso|è venuto meno]
          il [posto|lavoro] [che avevo|a cui tenevo], [ma|e] [non mi sono fermat@|ho ricominciato da
          altro].
        """
    )

    static let foreign = DemoGrammar(
        "foreign",
        """
        [Sono arrivat@ in Italia nel|Vivo in Italia dal] <arrivalYear>[ e|, e ormai| e adesso]
          [parlo|capisco e parlo] [bene|abbastanza bene|senza difficoltà] l'italiano.
        [Sono originari@ <ofCountry>|Sono nat@ <inCountry>] e [abito|vivo] [<a:place>|in questa
          zona] [da anni|dal <arrivalYear>|con la mia famiglia].
        [<inCountry>|Prima, <inCountry>,] [avevo studiato|avevo finito la scuola] e [lavorato|fatto
          pratica|preso un contratto] [in un altro campo|per qualche anno|vicino a casa].
        [Oltre all'italiano|Insieme all'italiano] [parlo|conosco] [la mia lingua madre|bene la
          lingua del mio Paese] e [me la cavo|mi capisco] [in inglese|con altre lingue].
        [Ho seguito|Sto seguendo|Ho frequentato] [un corso di italiano|le lezioni di italiano|la
          scuola serale] [al CPIA|con un'associazione|in parrocchia] [per migliorare|e leggo senza
          problemi le istruzioni].
        [Il permesso di soggiorno|La residenza] [è in regola|è regolare], [e|quindi] [posso
          lavorare|sono pront@ a lavorare] [a tempo pieno|subito].
        [Quando sono venut@|Al mio arrivo] <fromCountry> [ho fatto|ho accettato] [ogni lavoro|lavori
          diversi], [poi|in seguito] [ho trovato il mio mestiere|mi sono dedicat@ a quello che so
          fare|ho ripreso il mio mestiere].
        [Ho imparato|L'italiano l'ho imparato] [lavorando|sul lavoro|con i colleghi], [e
          capisco|quindi capisco] [le spiegazioni|le consegne] [al volo|senza bisogno di ripetere].
        [La mia famiglia|Anche la mia famiglia] [è qui|vive qui] [dal <arrivalYear>|da tempo]:
          [cerco|per questo cerco] [stabilità|un lavoro duraturo].
        """
    )
}
