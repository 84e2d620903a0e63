internal import Domain
internal import HTML

/// All sections of the CV with what is missing in each, and the way to publish it.
struct CurriculumOverviewPage {
    let labels: Labels
    let edited: EditedCurriculum
    let read: ReadCurriculum
    let formToken: String

    private var words: Words { labels.words }
    private var findings: [Finding] { read.findings }

    var html: HTML {
        """
        <h1>\(words(.cvEdit))</h1><p class="lead">\(words(.cvEditIntro))</p>
        \(summary)
        <h2 id="parti">\(words(.cvParts))</h2>
        <ol class="task-list" aria-labelledby="parti">\(CurriculumDraft.Section.allCases.map(item))</ol>
        \(publication)\(edited.savedAt == nil ? nil : discarding)
        """
    }

    private func findings(of section: CurriculumDraft.Section) -> [Finding] {
        findings.filter { finding in
            let part = finding.field.split(separator: ".").first.flatMap { CurriculumDraft.Part(rawValue: String($0)) }
            return part?.section == section
        }
    }

    private var summary: HTML? {
        let items = CurriculumDraft.Section.allCases.flatMap { section in
            findings(of: section).filter { $0.severity == .error }.map { finding -> HTML in
                let link: Link = "/curriculum/modifica/\(section.slug)#\(Field.identifier(finding.field))"
                return "<li><a href=\"\(link: link)\">\(words(CurriculumLabels.placed(finding).message))</a></li>"
            }
        }
        if items.isEmpty { return nil }
        return """
            <div class="alert alert-danger" role="alert"><h2 class="h5">\(words(.pleaseCorrect))</h2><ul>\(items)</ul></div>
            """
    }

    private func item(_ section: CurriculumDraft.Section) -> HTML {
        let errors = findings(of: section).count { $0.severity == .error }
        let isMissing = findings(of: section).contains {
            ["education_missing", "desired_profession_missing"].contains($0.code)
        }
        let (text, colour): (String, String) =
            if errors > 0 {
                (words.count(errors, one: .cvOneToCorrect, many: .cvManyToCorrect), " tag-red")
            } else if isMissing {
                (words(.cvNeeded), " tag-amber")
            } else if edited.draft.isEmpty(section) {
                (words(.cvEmpty), "")
            } else {
                (words(.cvFilled), " tag-green")
            }
        return """
            <li><a href="\(link: section.link)">\(words(section.title))</a> <span class="tag\(colour)">\(text)</span></li>
            """
    }

    private var publication: HTML {
        let content: HTML =
            if edited.savedAt == nil {
                "<p>\(words(edited.published == nil ? .cvNone : .cvNothingChanged))</p>"
            } else if findings.haveErrors {
                "<p>\(words(.cvCorrectFirst))</p>"
            } else {
                """
                \(edited.isOvertaken ? "<p class=\"alert alert-warning\">\(words(.cvOvertaken))</p>" as HTML : nil)
                <p>\(words(.cvPublishText))</p>\(hint)
                <details class="more"><summary>\(words(.cvPreview))</summary>
                \(CurriculumView(labels: labels, curriculum: read.curriculum).html)</details>
                <form method="post" action="/curriculum/pubblica">\(Field.csrf(formToken))
                \(Field.hidden("impronta", edited.draft.fingerprint))\(Field.hidden("versione", String(edited.version)))
                <button type="submit" class="btn btn-primary">\(words(.cvPublish))</button></form>
                """
            }
        return "<h2>\(words(.cvPublishTitle))</h2>\(content)"
    }

    /// What the CV lacks for a pact, and what it leaves out, does not keep it from being published.
    private var hint: [HTML] {
        let told = findings.filter { ["education_missing", "desired_profession_missing"].contains($0.code) }
        let leftOut = findings.filter { $0.code == "place_unknown" && $0.severity == .warning }
        return (told + leftOut.map(CurriculumLabels.placed)).map { finding in
            "<p class=\"field-findings\"><span class=\"field-warning\">\(words(finding.message))</span></p>"
        }
    }

    private var discarding: HTML {
        """
        <details class="more"><summary>\(words(.cvDiscardTitle))</summary><p>\(words(.cvDiscardText))</p>
        <form method="post" action="/curriculum/scarta">\(Field.csrf(formToken))
        <button type="submit" class="btn btn-outline-primary">\(words(.cvDiscard))</button></form></details>
        """
    }
}
