internal import Domain
internal import HTML

/// An application as its agency reads it: the citizen and her CV as they were when she sent it, and how far it has come.
struct ReceivedInterestPage {
    let labels: Labels
    let detail: InterestDetail
    let curriculum: Curriculum
    let today: Day
    let findings: [Finding]
    let formToken: String

    static func link(_ id: ID<ExpressionOfInterest>) -> Link { "/manifestazioni/\(id.text)" }

    private var words: Words { labels.words }
    private var received: ReceivedInterest { detail.received }
    private var interest: ExpressionOfInterest { detail.received.interest }

    var html: HTML {
        """
        <h1>\(received.givenName) \(received.familyName)</h1>
        <p class="lead">\(words(.interestIn)) <a href="\(link: "/offerte/\(received.vacancyCode.text)")">\
        \(received.vacancyTitle)</a></p>
        <dl class="facts">\(Facts.html(facts))</dl>
        \(interest.message.map { "<h2>\(words(.interestMessage))</h2><p class=\"prose\">\($0)</p>" as HTML })
        <h2>\(words(.interestProgress))</h2>
        <ol>\(detail.transitions.map(step))</ol>
        \(next)
        <h2>\(words(.curriculumTitle))</h2><p class="field-hint">\(words(.interestSnapshot))</p>
        \(CurriculumView(labels: labels, curriculum: curriculum).html)
        """
    }

    private var facts: [Fact] {
        Facts.present(
            [
                (.stateLabel, words(interest.status.label)), (.branch, received.branchCode),
                (.sentOn, words.day(Day(of: interest.submittedAt))),
                (.interestViewedOn, interest.viewedAt.map { words.day(Day(of: $0)) }),
                (.phoneLabel, received.phone), (.emailLabel, received.email),
                (.ageLabel, String(received.birthDate.age(on: today))),
                (.municipalityLabel, labels.place(received.municipalityCode)),
            ],
            words
        )
    }

    private func step(_ transition: InterestTransition) -> HTML {
        """
        <li>\(words(transition.to.label)) – \(words.day(Day(of: transition.at))), \(words(transition.mover.label))</li>
        """
    }

    /// The states that the agency may lead it to, by the table; none once it has ended.
    private var next: HTML {
        let states = ExpressionOfInterest.transitions.next(from: interest.status, by: .agency)
        if states.isEmpty { return "<p>\(words(.interestIsOver))</p>" }
        let options = states.map { Field.Option(value: $0.rawValue, label: words($0.label)) }
        var input = Field.Input(name: "stato", label: words(.interestNewState), isRequired: true)
        input.findings = findings.filter { $0.field == "stato" }
        return """
            \(Field.summary(findings, words))
            <form method="post" action="\(link: "/manifestazioni/\(interest.id.text)/stato")" novalidate>\
            \(Field.csrf(formToken))\(Field.hidden("da", interest.status.rawValue))
            \(Field.select(input, options, blank: "–", words))
            <button type="submit" class="btn btn-primary">\(words(.interestMove))</button></form>
            """
    }
}

extension ExpressionOfInterest.Mover {
    fileprivate var label: Localized {
        switch self {
        case .citizen: Localized(it: "dal cittadino", en: "by the citizen")
        case .agency: Localized(it: "dall'agenzia", en: "by the agency")
        case .system: Localized(it: "in automatico", en: "automatically")
        }
    }
}
