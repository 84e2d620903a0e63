internal import Domain

/// The citizen's own CV: its pages and what they say.
extension Localized {
    static let myCurriculum = Localized(it: "Il mio curriculum", en: "My CV")
    static let cvIntro = Localized(
        it:
            "Le agenzie che scegli nel patto vedono il curriculum così come è qui; quelle a cui ti candidi, com'era al momento della candidatura.",
        en:
            "The agencies that you choose in the pact see the CV as it is here; those to which you apply, as it was when you applied."
    )
    static let cvNone = Localized(
        it: "Non hai ancora un curriculum: serve per sottoscrivere il patto e per manifestare interesse.",
        en: "You have no CV yet: it is needed to sign the pact and to express interest."
    )
    static let cvVersion = Localized(it: "Versione", en: "Version")
    static let cvPublishedOn = Localized(it: "Pubblicata il", en: "Published on")
    static let cvStart = Localized(it: "Compila il curriculum", en: "Write the CV")
    static let cvChange = Localized(it: "Modifica il curriculum", en: "Change the CV")
    static let cvContinue = Localized(it: "Continua la bozza", en: "Go on with the draft")
    static let cvDraftWaits = Localized(
        it: "C'è una bozza che non hai ancora pubblicato: le agenzie non la vedono. Salvata il",
        en: "There is a draft that you have not published: agencies do not see it. Saved on"
    )
    static let cvPublished = Localized(it: "Curriculum pubblicato.", en: "CV published.")
    static let cvDiscarded = Localized(it: "Bozza eliminata.", en: "Draft deleted.")
    static let cvToPact = Localized(it: "Vai al patto di attivazione", en: "Go to the activation pact")
    static let cvMissingForPact = Localized(
        it: "Per sottoscrivere il patto serve un curriculum con un titolo di studio e una professione desiderata.",
        en: "To sign the pact a CV with a title of study and a desired profession is needed."
    )

    // the overview
    static let cvEdit = Localized(it: "Compila il curriculum", en: "Write the CV")
    static let cvEditIntro = Localized(
        it:
            "Compila le parti nell'ordine che vuoi. Quello che scrivi resta salvato in una bozza che vedi solo tu; le agenzie vedono il curriculum quando lo pubblichi.",
        en:
            "Fill in the parts in any order. What you write is kept in a draft that only you see; agencies see the CV when you publish it."
    )
    static let cvParts = Localized(it: "Parti del curriculum", en: "Parts of the CV")
    static let cvNeeded = Localized(it: "Da compilare per il patto", en: "Needed for the pact")
    static let cvFilled = Localized(it: "Compilata", en: "Filled in")
    static let cvEmpty = Localized(it: "Facoltativa", en: "Optional")
    static let cvOneToCorrect = Localized(it: "punto da correggere", en: "point to correct")
    static let cvManyToCorrect = Localized(it: "punti da correggere", en: "points to correct")
    static let cvPublishTitle = Localized(it: "Pubblica", en: "Publish")
    static let cvPublishText = Localized(
        it:
            "Controlla le parti: dopo la pubblicazione le agenzie vedono questa versione. Puoi modificarla quando vuoi.",
        en: "Look through the parts: once published, agencies see this version. You can change it at any time."
    )
    static let cvPublish = Localized(it: "Pubblica il curriculum", en: "Publish the CV")
    static let cvPreview = Localized(
        it: "Anteprima: come lo vedranno le agenzie",
        en: "Preview: how agencies will see it"
    )
    static let cvNothingChanged = Localized(
        it: "Non ci sono modifiche da pubblicare.",
        en: "There are no changes to publish."
    )
    static let cvCorrectFirst = Localized(
        it: "Prima di pubblicare correggi i punti indicati sopra. La bozza resta salvata.",
        en: "Before publishing correct the points above. The draft is kept."
    )
    static let cvOvertaken = Localized(
        it:
            "Il curriculum pubblicato è cambiato dopo l'inizio di questa bozza. Se pubblichi la bozza, sostituisce anche quelle modifiche; se la elimini, resta il curriculum pubblicato.",
        en:
            "The published CV was changed after this draft began. If you publish the draft it replaces those changes too; if you delete it, the published CV stays."
    )
    static let cvDraftChanged = Localized(
        it: "La bozza è cambiata in un'altra finestra mentre eri su questa pagina: controllala di nuovo.",
        en: "The draft was changed in another window while you were on this page: check it again."
    )
    static let cvDiscardTitle = Localized(it: "Elimina la bozza", en: "Delete the draft")
    static let cvDiscardText = Localized(
        it: "Quello che hai scritto dopo l'ultima pubblicazione va perso. Il curriculum pubblicato non cambia.",
        en: "What you have written since the last publication is lost. The published CV does not change."
    )
    static let cvDiscard = Localized(it: "Elimina la bozza", en: "Delete the draft")

    // a section
    static let cvStep = Localized(it: "Parte", en: "Part")
    static let cvOf = Localized(it: "di", en: "of")
    static let cvSaveContinue = Localized(it: "Salva e continua", en: "Save and go on")
    static let cvSaveOverview = Localized(it: "Salva e torna al riepilogo", en: "Save and go to the overview")
    static let cvConflict = Localized(
        it:
            "Questa parte è stata modificata in un'altra finestra: qui sotto c'è quello che hai scritto ora, più in basso quello che è già salvato. Salva per tenere il tuo testo.",
        en:
            "This part was changed in another window: below is what you have just written, further down what is already saved. Save to keep your text."
    )
    static let cvConflictOther = Localized(it: "Già salvato nell'altra finestra", en: "Saved in the other window")
    static let cvConflictNothing = Localized(it: "Nell'altra finestra è vuota.", en: "In the other window it is empty.")
    static let cvConflictKeepOther = Localized(
        it: "Tieni quello già salvato e perdi quello che hai scritto qui",
        en: "Keep what is saved and lose what you have written here"
    )
    static let cvTooLarge = Localized(
        it: "Il testo è troppo lungo per essere salvato: accorcialo. Nulla di quello che vedi è stato tolto.",
        en: "The text is too long to be kept: shorten it. Nothing of what you see was taken out."
    )
    static let cvAutosaved = Localized(it: "Bozza salvata alle", en: "Draft saved at")
    static let cvAutosaveRetrying = Localized(
        it: "Non salvato: manca il collegamento, riprovo.",
        en: "Not saved: there is no connection, trying again."
    )
    static let cvAutosaveFailed = Localized(
        it: "Il salvataggio automatico non è riuscito: premi «Salva» per non perdere quello che hai scritto.",
        en: "Saving by itself did not work: press “Save” so as not to lose what you have written."
    )
    static let cvRemove = Localized(it: "Togli", en: "Remove")
    static let cvMoveUp = Localized(it: "Sposta prima", en: "Move before")
    static let cvSearchProfession = Localized(
        it: "Cerca nell'elenco delle professioni",
        en: "Search the list of professions"
    )
    static let cvNoProfession = Localized(
        it: "Nessuna di queste: lascia il nome che ho scritto",
        en: "None of these: leave the name that I have written"
    )
    static let cvNoProfessionFound = Localized(
        it: "Nessuna professione con questo nome: prova con un'altra parola, o lascia il nome che hai scritto.",
        en: "No profession has this name: try another word, or leave the name that you have written."
    )

    // hints and headings
    static let cvProfessionHint = Localized(
        it: "Per esempio cuoco, magazziniera, barista",
        en: "Such as cook, warehouse worker"
    )
    static let cvJobHint = Localized(it: "Per esempio cameriera di sala", en: "Such as waitress")
    static let cvDutiesHint = Localized(
        it: "Che cosa facevi, al massimo 300 caratteri",
        en: "What you did, 300 characters at most"
    )
    static let cvPlaceHint = Localized(
        it: "Per esempio Genova, Samone (TO), Francia",
        en: "Such as Genova, Samone (TO), France"
    )
    static let cvGradeHint = Localized(it: "Per esempio 92/100", en: "Such as 92/100")
    static let cvSkillsHint = Localized(
        it: "Una per riga, per esempio «uso del muletto» o «contabilità»",
        en: "One a line, such as “fork-lift driving” or “bookkeeping”"
    )
    static let cvComputerHint = Localized(it: "Per esempio Excel, posta elettronica", en: "Such as Excel, e-mail")
    static let cvSummaryHint = Localized(it: "Al massimo 2.000 caratteri", en: "2,000 characters at most")
    static let cvLicencesHint = Localized(it: "Scegli quelle che hai", en: "Choose those that you have")
    static let cvAnyWhenEmpty = Localized(
        it: "Se non scegli nulla, vanno bene tutti",
        en: "If you choose none, any is welcome"
    )
    static let cvWhereHint = Localized(
        it: "Basta un'indicazione; se ne dai più d'una valgono tutte.",
        en: "One is enough; if you give several, all of them hold."
    )
    static let cvMunicipalitiesHint = Localized(it: "Uno per riga", en: "One a line")
    static let cvProvincesHint = Localized(
        it: "Sigle o nomi, per esempio MI, Bergamo",
        en: "Letters or names, such as MI, Bergamo"
    )
    static let cvTitlesOfStudy = Localized(it: "Titoli di studio", en: "Titles of study")
    static let cvCourses = Localized(it: "Corsi di formazione", en: "Training courses")
    static let cvStartOfJob = Localized(it: "Inizio", en: "Start")
    static let cvMonth = Localized(it: "Mese", en: "Month")
    static let cvYear = Localized(it: "Anno", en: "Year")
    static let cvWhenOver = Localized(it: "se il lavoro è finito", en: "if the job is over")
    static let cvWhenNotNative = Localized(
        it: "se non è la tua lingua madre",
        en: "if it is not your mother tongue"
    )
    static let cvEndOfJob = Localized(it: "Fine", en: "End")
    static let cvQualifications = Localized(
        it: "Patentini, albi e abilitazioni",
        en: "Certificates, registers and qualifications"
    )
    static let cvReadyFor = Localized(it: "Sei disponibile per", en: "You are ready for")
    static let cvWhere = Localized(it: "Dove", en: "Where")
    static let cvMore = Localized(it: "Altri dati", en: "More data")

    // the CV as it is read
    static let cvWithExperience = Localized(it: "con esperienza", en: "with experience")
    static let cvWithoutExperience = Localized(it: "senza esperienza", en: "without experience")
    static let cvAtCompany = Localized(it: "presso", en: "at")
    static let cvTitleInProgress = Localized(it: "in corso", en: "in progress")
    static let cvNotObtained = Localized(it: "non conseguito", en: "not obtained")
    static let cvAttendedUntil = Localized(it: "frequentato fino al", en: "attended until")
    static let cvRecognised = Localized(it: "riconosciuto in Italia", en: "recognised in Italy")
    static let cvNotRecognised = Localized(it: "non riconosciuto in Italia", en: "not recognised in Italy")
    static let cvInternshipAt = Localized(it: "tirocinio presso", en: "internship at")
    static let cvNative = Localized(it: "lingua madre", en: "mother tongue")
    static let cvObtainedOn = Localized(it: "conseguita il", en: "obtained on")
    static let cvExpiresOn = Localized(it: "scade il", en: "expires on")
    static let cvAvailability = Localized(it: "Disponibilità", en: "Availability")
    static let cvFrom = Localized(it: "Dal", en: "From")
    static let cvContracts = Localized(it: "Contratti", en: "Contracts")
    static let cvSectors = Localized(it: "Settori", en: "Sectors")
    static let cvRadius = Localized(it: "Distanza da casa", en: "Distance from home")
    static let cvMunicipalities = Localized(it: "Comuni", en: "Comuni")
    static let cvProvinces = Localized(it: "Province", en: "Provinces")
    static let cvRegions = Localized(it: "Regioni", en: "Regions")
}

extension CurriculumDraft.Section {
    var title: Localized {
        switch self {
        case .professions: Localized(it: "Lavoro che cerchi", en: "Work that you look for")
        case .education: Localized(it: "Istruzione e formazione", en: "Education and training")
        case .experiences: Localized(it: "Esperienze di lavoro", en: "Work experience")
        case .languages: Localized(it: "Lingue", en: "Languages")
        case .skills: Localized(it: "Competenze", en: "Skills")
        case .licences: Localized(it: "Patenti e abilitazioni", en: "Licences and qualifications")
        case .availability: Localized(it: "Disponibilità", en: "Availability")
        case .summary: Localized(it: "Presentazione", en: "About you")
        }
    }

    var intro: Localized {
        switch self {
        case .professions:
            Localized(
                it: "Almeno una professione, in ordine di preferenza: le agenzie ti trovano da qui.",
                en: "At least one profession, the preferred one first: it is how agencies find you."
            )
        case .education:
            Localized(
                it: "Almeno un titolo di studio. Se non ne hai, scegli «Nessun titolo di studio».",
                en: "At least one title of study. If you have none, choose “No educational qualification”."
            )
        case .experiences:
            Localized(
                it: "Comincia dal lavoro più recente. Se non hai ancora lavorato, vai avanti.",
                en: "Begin with the latest job. If you have not worked yet, go on."
            )
        case .languages:
            Localized(
                it: "Per ogni lingua indica quanto la leggi, la scrivi e la parli, da A1 a C2.",
                en: "For each language say how well you read, write and speak it, from A1 to C2."
            )
        case .skills:
            Localized(it: "Quello che sai fare, in parole semplici.", en: "What you can do, in plain words.")
        case .licences:
            Localized(it: "Patenti di guida, patentini, albi e abilitazioni.", en: "Licences, certificates, registers.")
        case .availability:
            Localized(it: "Come, dove e da quando puoi lavorare.", en: "How, where and from when you can work.")
        case .summary:
            Localized(
                it: "Qualche riga con parole tue. Non scrivere dati sulla salute o sulla famiglia.",
                en: "Some lines in your own words. Do not write about health or family."
            )
        }
    }
}
