// Where, what then, and how to apply.

extension DemoText {
    static let place = DemoGrammar(
        "place",
        """
        [La sede|Il posto di lavoro|Il luogo di lavoro] è [raggiungibile|servito] [con i mezzi|anche
          in autobus|con mezzi pubblici], <a:place>.
        [Si lavora|Il lavoro si svolge|La presenza è richiesta] <a:place>[, in zona industriale|,
          vicino al centro|, lungo la provinciale|].
        [Per raggiungere|Per arrivare in] sede [è consigliata|conviene avere] [l'auto|un mezzo
          proprio], [perché|visto che] [i mezzi sono scarsi|gli orari dei bus non coincidono].
        [Zona di lavoro|Area di lavoro]: <place>[ e comuni vicini| e dintorni|].
        [Chi abita|Chi vive] [nella zona di|nei pressi di] <place> [è avvantaggiato|arriva in pochi
          minuti], [ma valutiamo|e consideriamo] [anche chi viene da fuori|tutta la provincia].
        [Parcheggio|Spogliatoio|Mensa] [disponibile|interno|presente] [per chi lavora|nella sede]
          <di:place>.
        [L'azienda|La struttura] si trova <a:place>, [in una zona tranquilla|lungo la strada
          provinciale|in pieno centro].
        [Se arrivi|Se vieni] [da lontano|da un altro comune], [parliamone|dillo al colloquio]: [ci
          sono|esistono] [navette|passaggi tra colleghi].
        [Dal centro|Dalla piazza|Dal municipio] <di:place> [si arriva|ci si arriva] in
          [dieci|quindici|venti] minuti [a piedi|in autobus].
        [Gli spostamenti|I trasferimenti] tra sedi [sono a carico|restano a carico]
          [dell'azienda|del datore di lavoro]; si parte <da:place>.
        [È possibile|Può essere possibile] un [aiuto|supporto] per [il trasporto|l'alloggio], se [si
          viene|ti trasferisci] da [fuori provincia|altre regioni].
        [Ti aspettiamo|Il ritrovo è] <a:place>[, nel primo giorno| il primo giorno|, all'ingresso]
          per [la visita del reparto|la consegna dei dispositivi|conoscere la squadra].
        """
    )

    static let growth = DemoGrammar(
        "growth",
        """
        [Dopo i primi mesi|Superati i primi mesi|Dopo il primo periodo] [è possibile|si valuta] [la
          proroga|l'assunzione diretta|la trasformazione].
        [L'obiettivo|La prospettiva] [dell'azienda|del cliente] è [tenere con sé|confermare] [chi
          lavora bene|le persone motivate].
        [È prevista|Sono previste|Faremo] [formazione iniziale|ore di formazione] [retribuita|a
          carico dell'agenzia], [anche sulla sicurezza|prima dell'inizio].
        [Possibilità|Concreta possibilità] di [rinnovo|stabilizzazione|crescita] [alla scadenza|dopo
          la prova].
        [Chi dimostra|Chi fa vedere] [impegno|costanza] [potrà|avrà modo di] [crescere|assumere
          altri incarichi|cambiare reparto].
        [Oltre allo stipendio|Insieme alla paga] [c'è|è previsto] [anche il buono pasto|un premio di
          presenza|il welfare aziendale].
        [L'agenzia|La nostra filiale] [resta accanto|segue] [a chi lavora|le persone assunte] [per
          tutta la missione|con colloqui periodici].
        [La prova|Il periodo di prova] [è quello del|segue quanto previsto dal|dura quanto dice il]
          contratto: [poi|dopo] si [guarda avanti|parla di futuro].
        [Il gruppo|La squadra] [è unito|è affiatato|si aiuta] e [i nuovi ingressi|chi arriva]
          [vengono seguiti|trova sostegno].
        [Corsi|Patentini e corsi] [necessari|utili] [saranno pagati|vengono finanziati]
          [dall'agenzia|dai fondi di formazione].
        [Per chi|A chi] [cerca stabilità|vuole fermarsi] [l'azienda|il datore di lavoro]
          [offre|lascia intravedere] [un percorso|una prospettiva] [di medio periodo|a lungo
          termine].
        [I contratti|I periodi] successivi [sono|saranno] [offerti|proposti] [per prima
          cosa|innanzitutto] a chi [ha già lavorato|avrà lavorato] bene.
        """
    )

    static let closing = DemoGrammar(
        "closing",
        """
        [L'offerta|La ricerca|La selezione] [è aperta|si rivolge] a [persone di ogni genere ed
          età|tutti i generi e le età], [come previsto dalla|nel rispetto della|come chiede la]
          legge.
        [Inviaci|Mandaci] la tua [candidatura|manifestazione di interesse]: [rispondiamo|ti
          richiamiamo] [entro pochi giorni|in ogni caso|appena possibile].
        [I colloqui|Gli incontri] si [tengono|svolgono] [in filiale|nella nostra filiale
          <di:branch>|anche al telefono], [su appuntamento|nei prossimi giorni|ogni mattina].
        [Per informazioni|Per saperne di più] [la filiale <di:branch>|il nostro ufficio] [è a
          disposizione|risponde] [in orario d'ufficio|dal lunedì al venerdì|tutte le mattine].
        [Le candidature|Le domande] [sono valutate|vengono esaminate] [man mano che arrivano|in
          ordine di arrivo|entro una settimana].
        [Basta|È sufficiente] [manifestare interesse|esprimere l'interesse] da questa pagina: [al
          resto pensiamo noi|ti contattiamo noi|non servono altri documenti].
        [La selezione|Il percorso di selezione] [comprende|prevede] [un colloquio|due incontri|una
          breve prova pratica] [in filiale|con il responsabile|e una visita in azienda].
        [Nessun costo|Nulla è dovuto|Nessuna spesa] [per chi si candida|da parte di chi cerca
          lavoro]: [il servizio|la nostra attività] è sempre senza costi.
        [Anche|Pure] chi [non ha tutti i requisiti|viene da altri settori] [può candidarsi|può
          scriverci]: [valuteremo|parliamone].
        [Il nome del referente|Ogni altro dettaglio] [verrà comunicato|sarà spiegato] [al primo
          colloquio|durante l'incontro|a chi supera la preselezione].
        [Tutti i dati|I dati personali] [sono trattati|vengono usati] [solo|soltanto] per [questa
          ricerca|la selezione in corso].
        [Ci interessa|Per noi conta|Valutiamo] [ciò che sai fare|la capacità|la motivazione], [non|e
          non] [l'età o il genere|la provenienza|altro].
        [L'inizio|L'ingresso|L'avvio] è [previsto|fissato] [appena conclusa la selezione|entro un
          mese|nelle prossime settimane].
        [Se ti riconosci|Se ti ritrovi] in [questo annuncio|questo profilo], [aspettiamo|attendiamo]
          [la tua candidatura|tue notizie|il tuo curriculum].
        [Dopo la candidatura|Una volta ricevuta la candidatura] [un operatore|una persona] della
          filiale <di:branch> [ti telefonerà|si farà sentire|fisserà un incontro].
        [Posti disponibili|Posti liberi|Candidature aperte] [in numero limitato|per pochi giorni]:
          [meglio|è meglio] [candidarsi presto|non aspettare|farsi avanti subito].
        [Hai dubbi|Qualche dubbio] [sul ruolo|sull'orario|sulla paga]? [Chiedi|Scrivi] [in
          filiale|alla filiale <di:branch>]: [ne parliamo volentieri|rispondiamo a tutti].
        [Ambiente|Gruppo di lavoro] [inclusivo|rispettoso]: [valutiamo|accogliamo] [ogni
          candidatura|tutte le candidature] [senza distinzioni|con pari attenzione].
        """
    )
}
