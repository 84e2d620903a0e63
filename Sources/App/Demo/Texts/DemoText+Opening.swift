// How a CV begins.

extension DemoText {
    static let opening = DemoGrammar(
        "opening",
        """
        [Ho alle spalle|Posso contare su|Metto a disposizione] <years> [di esperienza|di lavoro|di
          mestiere] come <role>[, quasi sempre|, per lo più|, soprattutto] [in|presso] <kind>.
        Sono <un:role> [con esperienza|che ha imparato il mestiere|format@ sul campo] [in|presso]
          <kind>[| e non solo| e in realtà più piccole].
        [Per|Durante] <years> [ho fatto <the:role>|sono stat@ <role>|ho lavorato come <role>][ in
          aziende diverse|, cambiando più di un datore di lavoro|, passando da piccole realtà a
          gruppi più grandi|].
        [Il mio lavoro è stato|Il mio mestiere è|L'impiego che ho avuto è] quello di <role>:
          [so|riesco a|ho imparato a] <duty> [e|e anche] <duty>.
        [Conosco bene|So bene] tutto ciò che riguarda <the:task>[, perché|, dato che|, visto che]
          [ci ho lavorato|me ne sono occupat@] per <years>.
        [Ho cominciato|Sono partit@|Ho mosso i primi passi] come <role> [da giovane|a poco più di
          vent'anni|appena finita la scuola|quasi per caso] e [ci sono rimast@|ho continuato|ci ho
          lavorato] per <years>.
        La mia esperienza [principale|più lunga|più solida] è [come <role>|nel settore <field>|in
          <task>][, circa <years>|, <years> in tutto|].
        [Nel|Dentro il] settore <field> [ho passato|ho trascorso|ho lavorato] <years>[, con mansioni
          di <role>|, come <role>|, facendo soprattutto <task>].
        [Mi presento|Due parole su di me|In breve]: <role>, <years> di [lavoro|pratica|esperienza],
          [abituat@|capace] <a:duty>[| senza bisogno di supervisione| in autonomia].
        [Chi mi ha avut@|I datori di lavoro che mi hanno avut@|Chi mi ha assunt@] come <role> [sa
          che|può dire che|mi ha riconosciuto che] [so|riesco a|sono capace di] <duty> [bene|con
          cura|senza errori|con costanza].
        Vengo [dal settore|dal mondo|da un percorso nel campo] <field>, dove [ho lavorato|sono stat@
          impiegat@|ho fatto <the:role>] [per <years>|fino al <lastYear>].
        [Fino al|Sino al] <lastYear> ho lavorato [in|presso] <kind>[ come <role>|, con mansioni di
          <role>|, nel ruolo di <role>].
        [Dal|A partire dal] <firstYear> [lavoro|ho lavorato|mi sono mantenut@ lavorando] come
          <role>[, con contratti a termine|, anche in somministrazione|, con più di un contratto
          stagionale|].
        [Esperienza pluriennale|Buona esperienza|Esperienza concreta|Pratica quotidiana] in <task> e
          <task>[, maturata|, costruita|, fatta] [in|presso] <kind>.
        [Tra|Contando] un contratto e l'altro ho [messo insieme|maturato|raccolto] <years> di lavoro
          come <role>[, sempre nel settore <field>|, quasi sempre vicino a casa|].
        [So cosa vuol dire|So bene cosa significa|Capisco che cosa comporta] lavorare [in|per]
          <kind>: [vi ho lavorato|ci sono stat@] [per <years>|fino al <lastYear>|a lungo].
        [Ho svolto|Ho fatto|Ho portato avanti] il lavoro di <role> [in|presso] <kind> [e poi|e in
          seguito|e, prima ancora,] [in|presso] <kind>.
        [Sono|Mi considero] una persona [pratica|concreta|con i piedi per terra]: <years> come
          <role>[ mi hanno insegnato|, abbastanza per imparare] <a:duty> e <duty>.
        [<task>|<task> e <task>]: [è questo|ecco] [il lavoro che conosco|quello che so fare|il mio
          campo], [dopo|grazie a] <years> come <role>.
        [Da|Ormai da] <years> il settore <field> è [il mio|quello in cui lavoro|il posto in cui mi
          sento a mio agio][, con il ruolo di <role>|, prima come aiuto e poi come <role>|].
        Il mio percorso [comprende|conta|mette in fila] [contratti brevi e lunghi|esperienze
          diverse|più datori di lavoro], [tutti|quasi tutti|in gran parte] come <role>[| o in ruoli
          vicini].
        [Ho|Porto con me] un'esperienza di <years> [in|presso] <kind>, dove [mi occupavo di|il mio
          compito era|dovevo] <duty>.
        [Ho imparato|Mi hanno insegnato] <a:duty> [in|presso] <kind>[, e da allora|; in seguito] [ho
          lavorato come <role>|sono rimast@ nel settore <field>].
        [Operativ@|Al lavoro] [sin dal|dal] <firstYear> nel settore <field>, [conosco|pratico|seguo]
          <the:task>[| e <the:task>].
        [Se dovessi riassumere|Per riassumere|A dirla in poche righe], sono <un:role> che [sa|è in
          grado di|riesce a] <duty> e <duty>.
        [La maggior parte|Gran parte|Buona parte] della mia vita lavorativa [l'ho passata|è
          trascorsa] come <role>[, in tutto <years>|: <years> contati|].
        [Mi sono sempre occupat@ <di:task>|Ho quasi sempre seguito <the:task>][, prima|: dapprima]
          [in|presso] <kind>, [poi|più tardi] [in|presso] <kind>.
        [Ho avuto|Mi è stata data] la possibilità di lavorare [in|presso] <kind>[ e di imparare a|,
          dove ho capito come si può] <duty>.
        Come <role> [ho visto|ho conosciuto|sono passat@ per] [realtà molto diverse|aziende grandi e
          piccole|ambienti diversi tra loro][, sempre con l'incarico di|, dove dovevo] <duty>.
        [Ruolo ricoperto più a lungo|Ruolo principale|Profilo]: <role>; [attività|compiti] [più
          frequenti|abituali]: <task>, <task>.
        [Negli ultimi anni|Di recente|Nell'ultimo periodo di lavoro] ho fatto <the:role>,
          [seguendo|curando] <the:task> e <the:task>[| per <kind>].
        [Il settore|Il campo] <field> mi è [familiare|congeniale|ben noto]: [vi ho lavorato|ci ho
          lavorato] <years>[ come <role>|, sempre a contatto con <the:task>|].
        """
    )

    static let openingFirst = DemoGrammar(
        "openingFirst",
        """
        [Sono|Mi ritengo] una persona giovane [alla ricerca|in cerca] del primo [vero lavoro|impiego
          stabile|contratto], [pront@|dispost@] a cominciare [come <role>|dal settore <field>].
        [Ho finito gli studi|Ho terminato la scuola|Sono uscit@ da scuola] da poco e
          [vorrei|desidero|spero di] [iniziare|cominciare] [come <role>|nel settore <field>].
        Non ho [ancora|per ora] [una lunga esperienza|un contratto vero alle spalle], ma [durante il
          tirocinio|con l'alternanza scuola-lavoro|in uno stage] ho imparato <a:duty>.
        [Dopo <school>|Conseguit@ un titolo, cioè <school>,] [ho fatto|mi sono limitat@ a]
          [lavoretti saltuari|brevi esperienze|qualche prova], [sempre|spesso] con la voglia di
          imparare.
        [Cerco|Sto cercando] [qualcuno che mi dia fiducia|un'azienda che investa su di me|un posto
          dove crescere], [anche senza|pur senza] [grande esperienza|anni di esperienza] come
          <role>.
        [Finora|Fino a oggi] ho [aiutato in famiglia|dato una mano a parenti e conoscenti|fatto
          piccoli lavori], [soprattutto|in particolare] per <the:task>.
        [Mi piacerebbe|Sarei content@ di] imparare il mestiere di <role>[ partendo dalle basi|,
          passo dopo passo| con un apprendistato|, anche dal livello più semplice].
        [Il lavoro di <role>|Il settore <field>] mi [interessa|incuriosisce|attira] [da tempo|da
          quando andavo a scuola], [e ho già provato a|tanto che ho imparato a] <duty>.
        [Ho|Porto] [energia|entusiasmo|tempo] e [voglia di fare|disponibilità|curiosità]: [mi manca
          solo|quello che cerco è] [la prima occasione|un'opportunità] [come <role>|nel settore
          <field>].
        [Quello che so|Le cose che so fare] [l'ho imparato|le ho imparate] [in stage|al corso
          professionale|aiutando un parente], [per esempio|ad esempio] <duty>.
        [Appena diplomat@|Con gli studi alle spalle|Finita la scuola], [ho seguito|sto seguendo|ho
          frequentato] [un corso|un percorso di formazione] per lavorare come <role>.
        [Sono|Resto] [apert@|disponibile] a [imparare|farmi insegnare] da zero <the:task> e [tutto
          ciò che serve|il resto del lavoro].
        """
    )
}
