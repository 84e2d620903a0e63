// How a person is at work.

extension DemoText {
    static let character = DemoGrammar(
        "character",
        """
        [Sono|Mi descrivono come|Mi dicono che sono] una persona
          [puntuale|affidabile|seria|tranquilla] e [rispettosa|precisa|volenterosa|collaborativa].
        [Mi piace|Preferisco|Amo] lavorare [in squadra|con gli altri|in gruppo][, ma so cavarmela
          anche da sol@|, però non ho paura di stare da sol@|; da sol@ mi organizzo comunque bene].
        [Arrivo sempre|Sono abituat@ ad arrivare|Cerco di arrivare] [qualche minuto prima|in
          orario|in anticipo] e [non lascio|difficilmente lascio] [un lavoro a metà|le cose in
          sospeso].
        [Imparo|So imparare] [in fretta|con facilità|guardando gli altri] e [accetto|ascolto]
          [volentieri|senza offendermi] [i consigli|le correzioni].
        [Tra i miei pregi|Delle mie qualità] [c'è|metto per prima|indico] la
          [pazienza|puntualità|costanza|precisione][; tra i difetti, a volte sono troppo esigente
          con me stess@|, il resto si impara|].
        [Non mi spaventa|Non temo] [la fatica|il lavoro fisico|alzarmi presto] e [so
          tenere|mantengo] [la calma|un buon ritmo] [quando c'è fretta|nei momenti difficili|nei
          giorni di punta].
        [Con i colleghi|Con capi e colleghi] [vado d'accordo|mi sono sempre trovat@ bene|ho sempre
          avuto rapporti buoni][, perché evito le discussioni inutili| e ci tengo molto|].
        [Ho un carattere|Il mio carattere è] [calmo|aperto|riservato|allegro], [cosa che
          aiuta|utile] [con il pubblico|nei turni lunghi|quando si lavora in tanti].
        [Sul lavoro|Quando lavoro] [metto|ci metto] [impegno|attenzione|cura] e [chiedo|preferisco
          chiedere] [se non so qualcosa|prima di sbagliare].
        [Rispetto|Tengo a rispettare] [le regole di sicurezza|gli orari|le consegne] e [pretendo lo
          stesso da me|mi aspetto chiarezza da chi mi guida|do valore alla parola data].
        [Mi adatto|So adattarmi] [facilmente|senza problemi|con spirito pratico] a [mansioni
          nuove|orari diversi|contesti diversi].
        [Chi mi conosce sa che|I miei ex colleghi possono confermare che|Chi ha lavorato con me dice
          che] [sono|resto] [una persona di parola|sempre disponibile|attent@ ai dettagli].
        [Credo|Sono convint@] che [l'onestà|la buona educazione|il rispetto] [conti|valga] quanto
          [la bravura|l'esperienza|la velocità].
        [Faccio|Ho sempre fatto] [poche assenze|pochissime assenze] e [non guardo l'orologio|finisco
          quello che inizio] [quando c'è bisogno|se il lavoro lo chiede].
        [Per me|Dal mio punto di vista] [la squadra|il clima tra colleghi] [viene prima di
          tutto|conta molto|è la cosa più importante][, e faccio la mia parte|: si lavora meglio|].
        [Ho pazienza|Ho molta pazienza|So avere pazienza] [con le persone|anche nelle giornate
          storte|con chi ha bisogno di tempo][ e un tono sempre gentile| e so ascoltare|].
        [Mi organizzo|So organizzarmi] [bene|da sol@] e [rispetto|riesco a rispettare] [le
          scadenze|i tempi] [senza stress|senza che me lo ricordino].
        [Ci tengo|Tengo] a [fare bella figura|lavorare pulito|lasciare tutto in ordine] [per me e
          per l'azienda|ogni giorno|anche quando nessuno guarda].
        [Parlo poco|Non sono di molte parole], [lavoro molto|bado ai fatti] e [porto a
          termine|finisco] [ciò che mi viene chiesto|quello che prometto].
        [Sono curios@|Ho curiosità]: [chiedo|faccio domande], [provo|prendo appunti] e
          [miglioro|imparo] [in fretta|giorno dopo giorno].
        [Anche dopo|Nonostante] [un periodo difficile|mesi senza lavoro], [non ho perso|conservo]
          [la voglia di fare|l'entusiasmo|la fiducia].
        [Precisione|Serietà|Educazione] e [buona volontà|spirito di servizio|rispetto degli altri]
          [sono|restano] [le qualità che mi riconoscono|ciò che porto in ogni lavoro|i miei punti
          fermi].
        [Mantengo|Riesco a mantenere] [la concentrazione|l'attenzione] [a lungo|anche nei lavori
          ripetitivi] e [segnalo subito|non nascondo] [gli errori|i problemi].
        [La vita|L'esperienza|Il lavoro] mi ha insegnato [a organizzare il tempo|a risolvere gli
          imprevisti|la responsabilità][, e si vede anche sul lavoro| e a non arrendermi|].
        """
    )
}
