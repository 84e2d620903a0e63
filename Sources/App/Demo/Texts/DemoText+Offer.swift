// What the employer gives.

extension DemoText {
    static let offer = DemoGrammar(
        "offer",
        """
        [Si offre|Offriamo|Proponiamo] un <contract>, con inquadramento al <level> del CCNL <ccnl> e
          [retribuzione|paga] <pay>.
        [Contratto|Tipo di contratto]: <contract>[; inquadramento:|, con] <level> del CCNL <ccnl>[;
          paga|; retribuzione] <pay>.
        [L'inserimento|L'assunzione|L'ingresso] [avviene|avverrà] con un <contract>[, CCNL| secondo
          il CCNL| e con il CCNL] <ccnl>, <pay>.
        [La retribuzione|La paga|Lo stipendio] [è|si colloca] <pay>[, in base all'esperienza|,
          secondo il livello|], [per un|all'interno di un] <contract> (CCNL <ccnl>).
        [Che cosa offriamo|Cosa proponiamo]: un <contract>, <level> del CCNL <ccnl>[ e| e uno
          stipendio|, con paga] <pay>.
        [Il trattamento economico|L'importo] [prevede|parte da] quanto stabilito dal CCNL <ccnl>,
          <level>: <pay>[, tredicesima esclusa|, più tredicesima|].
        [Si parte|Si comincia] con un <contract>[; il CCNL applicato è| e si applica il CCNL]
          <ccnl>, <level>, <pay>.
        [Le condizioni|Le condizioni di assunzione] sono [chiare|queste]: <contract>, CCNL <ccnl>,
          <level>[, importo| e importo] <pay>.
        [A chi assume|Al datore di lavoro] [interessa|preme] la continuità: [propone|offre] un
          <contract> con <level> CCNL <ccnl>, <pay>.
        [Paga|Retribuzione lorda|Compenso lordo] <pay>; [rapporto di lavoro|formula]: <contract>[;
          CCNL| con CCNL] <ccnl>.
        [È previsto|Viene proposto|Abbiamo a disposizione] un <contract>[ con una retribuzione| e
          una paga|, con importi] <pay> ([riferimento|si applica il] CCNL <ccnl>, <level>).
        [Livello e paga|Inquadramento e retribuzione] [seguono|rispettano] il CCNL <ccnl>: <level>,
          <pay>[, nell'ambito di|, dentro] un <contract>.
        [Al colloquio|In sede di incontro] [verranno spiegate|illustreremo] tutte le voci della
          paga, <pay>; il rapporto [è|sarà] un <contract> ([in base al|secondo il] CCNL <ccnl>).
        [Per questo posto|Per questa mansione] [è prevista|si riconosce] una retribuzione <pay>[,
          <level>| al <level>] del CCNL <ccnl>, con un <contract>.
        [Nessuna sorpresa|Trasparenza] sulla paga: <pay>, <level> CCNL <ccnl>, [nel quadro
          di|tramite] un <contract>.
        [Assunzione|Inserimento] [regolare|tramite agenzia|in regola]: <contract>, <level> del CCNL
          <ccnl>[, con| e] una paga <pay>.
        [Il CCNL|Il contratto collettivo] è <ccnl>[, <level>| con il <level>]: [significa|vuol dire]
          una retribuzione <pay>, [con|attraverso] un <contract>.
        [Stipendio|Compenso] [puntuale|mensile] <pay>[ e| e poi], [soprattutto|in più], un
          <contract> che rispetta il CCNL <ccnl>.
        [Dal punto di vista contrattuale|Sul piano contrattuale] [parliamo di|si tratta di] un
          <contract>; la paga, <pay>, [viene dal|segue il] CCNL <ccnl>.
        [Durata e paga|Formula e importi]: <contract>, <pay>, <level> [del|secondo il] CCNL <ccnl>.
        [Chi viene assunto|Chi supera la selezione] [firma|avrà] un <contract>[ con paga| e una
          retribuzione] <pay>, <level> del CCNL <ccnl>.
        [Tutto in regola|Tutto alla luce del sole]: <contract>, CCNL <ccnl>, [importi|cifre] <pay>.
        """
    )

    static let offerTraining = DemoGrammar(
        "offerTraining",
        """
        [Si propone|Offriamo|È previsto] un <contract>, con [indennità|rimborso] <pay>[ e buoni
          pasto|, assicurazione compresa|].
        [Il percorso|L'esperienza] è un <contract>: [l'indennità è|il rimborso è] <pay>[, con tutor
          in azienda|, con progetto formativo|].
        [Formula|Tipo di rapporto]: <contract>[, seguito da un tutor|, con piano formativo|];
          [indennità|borsa] <pay>.
        [Durante|Nel corso del] periodo di formazione [si riceve|è garantita] un'indennità <pay>[;
          si tratta di|: la formula è] un <contract>.
        [Un|Proponiamo un] <contract> [per imparare|per entrare nel mestiere|per iniziare], con
          [un'indennità|un compenso] <pay>.
        [L'indennità|La borsa] è <pay> e il rapporto è un <contract>[, con possibilità di conferma|,
          in vista di una conferma|].
        """
    )
}
