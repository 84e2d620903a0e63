internal import Domain
internal import HTML
internal import Hummingbird

/// The citizen's path, step by step.
struct PathRoutes {
    let site: Site
    let citizens: Citizens
    let applications: Applications
    let pacts: Pacts
    let references: References

    func add(to router: some RouterMethods<WebContext>) {
        router.group(context: CitizenContext.self).get("percorso", use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: CitizenContext) async throws -> Response {
        let words = context.words
        let labels = Labels(words: words, reference: try await references.snapshot())
        let applications = try await applications.own(context.person)
        let curriculum = try await citizens.curriculum(own: context.person)
        let pact = try await pacts.current(for: context.person)
        let preparing = try await pacts.inPreparation(for: context.person)
        let done = [!applications.isEmpty, curriculum != nil, pact != nil, false]
        let titles: [Localized] = [.stepApplication, .stepCurriculum, .stepPact, .stepWork]
        let current = done.firstIndex(of: false) ?? 3
        let steps = titles.enumerated().map { index, title -> HTML in
            """
            <li\(attribute: "class", done[index] ? "done" : nil)\
            \(attribute: "aria-current", index == current ? "step" : nil)>\(words(title))</li>
            """
        }
        return .page(
            site.layout(context, title: words(.myPath)).page(
                """
                <h1>\(words(.myPath))</h1><p class="lead">\(words(.pathIntro))</p><ol class="steps">\(steps)</ol>
                <h2>\(words(.stepApplication))</h2>\(html(applications, labels))
                <h2>\(words(.stepCurriculum))</h2>\(html(curriculum, words))
                <h2>\(words(.stepPact))</h2>\(html(pact, preparing, words))
                <h2>\(words(.stepWork))</h2>
                <p class="actions"><a class="btn btn-primary" href="\(link: .work)">\(words(.searchOffers))</a>
                <a href="\(link: .ownInterests)">\(words(.myInterests))</a></p>
                <h2>\(words(.yourData))</h2><p>\(words(.whoSawShort))</p>
                <p class="actions"><a class="btn btn-outline-primary" href="/chi-ha-visto">\(words(.whoSaw))</a></p>
                """
            )
        )
    }

    private func html(_ applications: [Domain.Application], _ labels: Labels) -> HTML {
        let words = labels.words
        if applications.isEmpty { return "<p>\(words(.noApplication))</p>" }
        let items = applications.map { application -> HTML in
            let facts = Facts.present(
                [
                    (.applicationNumber, application.number),
                    (.measureLabel, labels.label(application.measure, in: .measure)),
                    (.submittedOn, words.day(application.submittedOn)),
                    (.outcomeLabel, words(application.outcome.label)),
                ],
                words
            )
            return "<dl class=\"facts\">\(Facts.html(facts))</dl>"
        }
        return "\(items)"
    }

    private func html(_ curriculum: StoredCurriculum?, _ words: Words) -> HTML {
        let text: HTML =
            if let curriculum {
                "<p>\(words(.curriculumThere)) \(words.day(Day(of: curriculum.updatedAt))).</p>"
            } else {
                "<p>\(words(.curriculumMissing))</p>"
            }
        return """
            \(text)<p class="actions"><a class="btn btn-outline-primary" href="\(link: .curriculum)">\
            \(words(curriculum == nil ? .cvStart : .myCurriculum))</a></p>
            """
    }

    private func html(_ pact: ActivationPact?, _ preparing: ActivationPact?, _ words: Words) -> HTML {
        let state = (preparing ?? pact).map { words($0.state.label) } ?? words(.pactNone)
        return """
            <p>\(state)</p>
            <p class="actions"><a class="btn btn-outline-primary" href="/patto">\(words(.myPact))</a></p>
            """
    }
}
