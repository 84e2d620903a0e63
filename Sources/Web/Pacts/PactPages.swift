internal import Domain
internal import HTML

/// Where the citizen's pact stands.
struct PactPage {
    let words: Words
    let current: ActivationPact?
    let preparing: ActivationPact?
    let formToken: String

    var html: HTML {
        """
        <h1>\(words(.pactTitle))</h1><p class="lead">\(words(.pactIntro))</p>
        \(current.map(inForce))
        \(preparing.map(inPreparation))
        \(current == nil && preparing == nil ? start : nil)
        """
    }

    private var start: HTML {
        """
        <p>\(words(.pactNone))</p>
        <p class="actions"><a class="btn btn-primary" href="/patto/modifica">\(words(.pactStart))</a></p>
        """
    }

    private func inForce(_ pact: ActivationPact) -> HTML {
        let facts = Facts.present(
            [
                (.stateLabel, words(pact.state.label)), (.pactVersion, String(pact.version)),
                (.pactSignedOn, pact.signedAt.map { words.day(Day(of: $0)) }),
                (.pactEmail, pact.email), (.pactPhone, pact.phone), (.documentHash, pact.documentHash),
            ],
            words
        )
        let change: HTML? =
            preparing == nil
            ? """
            <p>\(words(.pactChangeText))</p>
            <p class="actions"><a class="btn btn-outline-primary" href="/patto/modifica">\(words(.pactChange))</a></p>
            """ : nil
        return """
            <dl class="facts">\(Facts.html(facts))</dl>
            <h2>\(words(.pactChoices))</h2>\(PactChoices.html(pact))\(change)
            """
    }

    private func inPreparation(_ pact: ActivationPact) -> HTML {
        let action: HTML =
            switch pact.state {
            case .complete: "<a class=\"btn btn-primary\" href=\"/patto/firma\">\(words(.pactCheck))</a>"
            case .awaitingOutcome:
                """
                <form method="post" action="/patto/riprendi">\(Field.csrf(formToken))
                <button type="submit" class="btn btn-outline-primary">\(words(.pactTakeBack))</button></form>
                """
            default: "<a class=\"btn btn-primary\" href=\"/patto/modifica\">\(words(.pactContinue))</a>"
            }
        return """
            <h2>\(words(.pactInPreparation))</h2><p><span class="tag">\(words(pact.state.label))</span></p>
            \(PactChoices.html(pact))<div class="actions">\(action)</div>
            """
    }
}

/// What is about to be signed, once more and in full.
struct PactCheckPage {
    let labels: Labels
    let pact: ActivationPact
    let hash: String
    let jobCentre: String?
    let formToken: String

    var html: HTML {
        let words = labels.words
        let facts = Facts.present(
            [
                (.pactEmail, pact.email), (.pactPhone, pact.phone), (.pactJobCentre, jobCentre),
                (.pactAvailability, pact.availabilityDeclaredOn.map(words.day)),
            ],
            words
        )
        let promises = Commitment.allCases.filter(pact.commitments.contains)
        return """
            <h1>\(words(.pactCheck))</h1><p class="lead">\(words(.pactCheckText))</p>
            <dl class="facts">\(Facts.html(facts))</dl>
            <h2>\(words(.pactChoices))</h2>\(PactChoices.html(pact))
            <h2>\(words(.pactCommitments))</h2><ul>\(promises.map { "<li>\(words($0.text))</li>" as HTML })</ul>
            <form method="post" action="/patto/firma">\(Field.csrf(formToken))\(Field.hidden("impronta", hash))
            <div class="actions"><button type="submit" class="btn btn-primary">\(words(.pactSign))</button>
            <a href="/patto/modifica">\(words(.pactBackToForm))</a></div></form>
            """
    }
}

enum PactChoices {
    static func html(_ pact: ActivationPact) -> HTML {
        let items = pact.choices.map { "<li><strong>\($0.agencyName)</strong> – \($0.branchName)</li>" as HTML }
        return "<ol>\(items)</ol>"
    }
}
