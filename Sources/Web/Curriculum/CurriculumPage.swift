internal import Domain
internal import HTML

/// The citizen's CV as agencies see it, and where its draft stands.
struct CurriculumPage {
    let labels: Labels
    let edited: EditedCurriculum
    /// Whether it was published just now: what comes next is the pact.
    let isJustPublished: Bool

    private var words: Words { labels.words }

    var html: HTML {
        """
        <h1>\(words(.myCurriculum))</h1><p class="lead">\(words(edited.published == nil ? .cvNone : .cvIntro))</p>
        \(edited.savedAt.map(draft))
        <div class="actions">\(edit)
        \(isJustPublished ? "<a class=\"btn btn-primary\" href=\"/patto\">\(words(.cvToPact))</a>" as HTML : nil)</div>
        \(missing)\(edited.published.map(published))
        """
    }

    private func draft(_ savedAt: Instant) -> HTML {
        "<p class=\"alert alert-warning\">\(words(.cvDraftWaits)) \(words.day(Day(of: savedAt))).</p>"
    }

    private var edit: HTML {
        let text: Localized = edited.savedAt != nil ? .cvContinue : edited.published == nil ? .cvStart : .cvChange
        let kind = isJustPublished ? "btn-outline-primary" : "btn-primary"
        return "<a class=\"btn \(kind)\" href=\"/curriculum/modifica\">\(words(text))</a>"
    }

    private var missing: HTML? {
        guard let published = edited.published, !published.curriculum.isCandidature else { return nil }
        return "<p class=\"alert alert-warning\">\(words(.cvMissingForPact))</p>"
    }

    private func published(_ stored: StoredCurriculum) -> HTML {
        let facts = Facts.present(
            [
                (.cvVersion, String(stored.version)), (.cvPublishedOn, words.day(Day(of: stored.updatedAt))),
            ],
            words
        )
        return """
            <dl class="facts">\(Facts.html(facts))</dl>\(CurriculumView(labels: labels, curriculum: stored.curriculum).html)
            """
    }
}
