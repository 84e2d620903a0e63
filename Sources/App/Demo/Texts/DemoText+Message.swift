// What a person writes with an expression of interest.

extension DemoText {
    static let messageOpening = DemoGrammar(
        "messageOpening",
        """
        [Buongiorno|Salve|Gentile selezione|Buonasera], [sono|mi chiamo] <givenName> e [sono
          interessat@|vorrei candidarmi] [al posto|all'offerta] <a:place>.
        [Ho letto|Ho visto] [l'annuncio|la vostra offerta] [per|come] <title> e [mi sembra|credo che
          sia] [un lavoro adatto a me|un buon lavoro|quello che cerco].
        [Mi candido|Mi propongo] [volentieri|con interesse] per [questo posto|questa offerta],
          [perché abito|visto che vivo] <a:home>.
        [Con la presente|Con questo messaggio] [manifesto|esprimo] il mio interesse [per|verso] [il
          posto|l'impiego] <a:place>.
        [Cerco|Sto cercando] [da qualche mese|da tempo] un lavoro [come questo|simile] e [spero di
          essere chiamat@|spero in un colloquio|mi auguro di potervi incontrare].
        [La posizione|Il posto] [mi interessa|mi piace] [molto|davvero], [anche per la
          zona|soprattutto per l'orario|perché è vicino a casa].
        [Vi scrivo|Scrivo] [per l'offerta|per l'annuncio] [di lavoro|che avete pubblicato]
          <a:place>: [sono disponibile|sono liber@] [subito|da <startMonth>].
        [Sarei content@|Mi piacerebbe] [lavorare|poter lavorare] con voi [nel settore <field>|come
          <title>].
        """
    )

    static let messageReason = DemoGrammar(
        "messageReason",
        """
        [Ho lavorato|Ho già lavorato] <years> come <role> e [so|ho imparato a] <duty>.
        [Conosco bene|Ho già fatto|Conosco] questo lavoro: [so|sono capace di] <duty> e <duty>.
        [Non ho|Anche se non ho] [fatto esattamente questo lavoro|esperienza nello stesso ruolo],
          [ma|però] [imparo in fretta|ho tanta voglia di imparare].
        [Nel mio ultimo lavoro|Prima] [mi occupavo di|dovevo] <duty>[, quindi| e perciò] [mi sento
          pront@|non parto da zero].
        [Ho esperienza|La mia esperienza è] in <task>[ e| e anche in] <task>.
        [Dal curriculum|Nel curriculum] [potete vedere|trovate] [il mio percorso|le mie esperienze]:
          [soprattutto|in gran parte] <task>.
        [Gli orari|I turni] [vanno bene|non sono un problema] e [posso spostarmi|mi muovo] [senza
          difficoltà|in autonomia].
        [Sono|Mi considero] una persona [seria|puntuale|affidabile] e [tengo|ci tengo] a [fare
          bene|un lavoro stabile].
        """
    )

    static let messageClosing = DemoGrammar(
        "messageClosing",
        """
        [Resto|Rimango] [a disposizione|disponibile] per [un colloquio|ogni chiarimento|un
          incontro].
        [Potete|Mi potete] [chiamarmi|contattarmi|trovare] [al telefono|al cellulare] [dopo le 14|in
          qualsiasi momento|la mattina].
        [Grazie|Vi ringrazio] per [l'attenzione|il tempo dedicato], [cordiali saluti|buona
          giornata].
        [Spero|Conto] di [sentirvi presto|conoscervi di persona]: [grazie|a presto|saluti].
        [In attesa di|Aspettando] [una risposta|notizie|un vostro cenno], [porgo cordiali
          saluti|saluto cordialmente].
        [Se serve|Se occorre], [posso venire|vengo] [in filiale|da voi] [anche domani|quando
          volete|con poco preavviso].
        """
    )
}
