internal import Domain
internal import HTML

/// One section of the CV, to be filled in.
struct CurriculumSectionPage {
    let section: CurriculumDraft.Section
    let fields: CurriculumFields
    /// The fingerprint of what is stored, which the form sends back.
    let fingerprint: String
    /// What is stored, where it is not what the form has: another window has saved it.
    let other: CurriculumDraft?
    let formToken: String

    private var words: Words { fields.words }

    var html: HTML {
        let count = CurriculumDraft.Section.allCases.count
        return """
            <div class="narrow"><p class="step-count">\(words(.cvStep)) \(section.number) \(words(.cvOf)) \(count)</p>
            <h1>\(words(section.title))</h1><p class="lead">\(words(section.intro))</p>
            \(Field.summary(fields.findings.map(CurriculumLabels.placed), words))
            <form method="post" action="\(link: section.link)" novalidate \
            data-autosave="\(link: "/curriculum/bozza/\(section.slug)")" data-saved="\(words(.cvAutosaved))" \
            data-retrying="\(words(.cvAutosaveRetrying))" data-failed="\(words(.cvAutosaveFailed))">\(Field.csrf(formToken))\(Field.page(section.link))
            \(Field.hidden("impronta", fingerprint))
            \(implicitButton)\(CurriculumForms(fields: fields).html(section))
            <div class="actions"><button type="submit" class="btn btn-primary" name="azione" \
            value="\(CurriculumAction.goOn.text)">\(words(.cvSaveContinue))</button>
            <button type="submit" class="btn btn-outline-primary" name="azione" value="\(CurriculumAction.overview.text)">\
            \(words(.cvSaveOverview))</button></div>
            <p class="autosave" data-autosave-status></p></form>
            \(other.map(conflict))</div>
            """
    }

    /// What the Enter key presses: browsers take a form's first button.
    private var implicitButton: HTML {
        """
        <button type="submit" class="visually-hidden" name="azione" value="\(CurriculumAction.goOn.text)" tabindex="-1" \
        aria-hidden="true">\(words(.cvSaveContinue))</button>
        """
    }

    private func conflict(_ other: CurriculumDraft) -> HTML {
        let facts = other.pairs.compactMap { name, text -> Fact? in
            let leaf = name.split(separator: ".").last.map(String.init) ?? name
            if CurriculumLabels.carried.contains(leaf) || text == CurriculumDraft.none { return nil }
            let row = CurriculumLabels.row(name).map { words($0) + ", " } ?? ""
            let value = CurriculumLabels.shown(text, in: name, fields.labels)
            return Fact(name: row + words(CurriculumLabels.name(name)), value: value)
        }
        let content: HTML =
            facts.isEmpty
            ? "<p>\(words(.cvConflictNothing))</p>" : "<dl class=\"facts\">\(Facts.html(facts))</dl>"
        return """
            <section class="other-version"><h2>\(words(.cvConflictOther))</h2>\(content)
            <p><a href="\(link: section.link)">\(words(.cvConflictKeepOther))</a></p></section>
            """
    }
}

extension CurriculumDraft.Section {
    var link: Link { "/curriculum/modifica/\(slug)" }

    /// A place on the section's page, with one row more or a search open.
    func link(_ name: String, _ value: String, at element: String) -> Link {
        "/curriculum/modifica/\(slug)?\(name)=\(value)#\(element)"
    }
}
