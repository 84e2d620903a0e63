internal import Domain
internal import HTML

/// The form of the activation pact.
struct PactFormPage {
    let words: Words
    let labels: Labels
    let form: PactForm
    let search: String
    let chosen: [SelectableBranch]
    let found: [SelectableBranch]
    /// Those of the chosen that can be chosen no longer.
    let unavailable: Set<ID<Branch>>
    let jobCentres: [JobCentre]
    let commitments: [Commitment]
    let notice: PrivacyNotice
    let findings: [Finding]
    /// What another window has saved meanwhile.
    let other: ActivationPact?
    let formToken: String

    var html: HTML {
        """
        <h1>\(words(.pactStart))</h1><p class="lead">\(words(.pactIntro))</p>
        \(Field.summary(placed, words) { $0.field == "curriculum" ? .page(.curriculum) : .here })
        <form method="post" action="/patto/modifica" novalidate>\(Field.csrf(formToken))\(Field.page("/patto/modifica"))\
        \(Field.hidden("impronta", form.fingerprint))
        \(contacts)\(branches)\(promises)
        <div class="actions"><button type="submit" class="btn btn-primary" name="prosegui" value="1">\
        \(words(.pactProceed))</button>
        <button type="submit" class="btn btn-outline-primary" name="salva" value="1">\(words(.pactSaveDraft))</button></div>
        </form>\(other.map(conflict))
        """
    }

    private func conflict(_ other: ActivationPact) -> HTML {
        let facts = Facts.present(
            [
                (.pactEmail, other.email), (.pactPhone, other.phone),
                (.pactJobCentre, jobCentres.first { $0.id == other.jobCentre }?.name),
                (.pactAvailability, other.availabilityDeclaredOn.map(words.day)),
            ],
            words
        )
        return """
            <section class="other-version"><h2>\(words(.cvConflictOther))</h2><dl class="facts">\(Facts.html(facts))</dl>
            \(PactChoices.html(other))
            <p><a href="/patto/modifica">\(words(.cvConflictKeepOther))</a></p></section>
            """
    }

    /// The findings under the names of this form's fields, so that the summary's links lead there.
    private var placed: [Finding] {
        findings.map { finding in
            let field =
                switch finding.field {
                case "contacts": "email"
                case "phone": "telefono"
                case "job_centre": "cpi"
                case "availability_declared_on": "did"
                case "notice": "informativa-" + notice.version
                case let name where name.hasPrefix("commitments."): "impegno-" + String(name.dropFirst(12))
                case let name where name.hasPrefix("choices"): "filiali"
                default: finding.field
                }
            return finding.at(field)
        }
    }

    private func findings(at field: String) -> [Finding] {
        placed.filter { $0.field == field }
    }

    private var contacts: HTML {
        let centres = jobCentres.map { Field.Option(value: $0.id.text, label: $0.name) }
        return """
            <fieldset><legend>\(words(.pactContacts))</legend><div class="fields">
            \(Field.input(.init(name: "email", label: words(.pactEmail), value: form.email,
            hint: words(.pactContactHint), type: "email", findings: findings(at: "email"),
            attributes: [("autocomplete", "email")]), words))
            \(Field.input(.init(name: "telefono", label: words(.pactPhone), value: form.phone,
            hint: words(.pactContactHint), type: "tel", findings: findings(at: "telefono"),
            attributes: [("autocomplete", "tel")]), words))
            \(Field.select(.init(name: "cpi", label: words(.pactJobCentre), value: form.jobCentre?.text,
            isRequired: true, findings: findings(at: "cpi")), centres, blank: "–", words))
            \(Field.input(.init(name: "did", label: words(.pactAvailability), value: form.availability, type: "date",
            isRequired: true, findings: findings(at: "did")), words))
            </div></fieldset>
            """
    }

    private var branches: HTML {
        let errors = findings(at: "filiali").map { finding -> HTML in
            "<span class=\"field-\(finding.severity.rawValue)\">\(words(finding.message))</span>"
        }
        let options = chosen.map { branch($0, isChosen: true) } + found.map { branch($0, isChosen: false) }
        return """
            <fieldset id="\(Field.identifier("filiali"))" tabindex="-1"\
            \(attribute: "aria-describedby", errors.isEmpty ? nil : "filiali-error")>
            <legend>\(words(.pactBranches))</legend><p class="field-hint">\(words(.pactBranchesHint))</p>
            \(errors.isEmpty ? nil : "<div id=\"filiali-error\" class=\"field-findings\">\(errors)</div>" as HTML)
            <div class="fields">\(Field.input(.init(name: "cerca", label: words(.pactSearchBranch), value: search,
            type: "search"), words))
            <div class="field"><button type="submit" class="btn btn-outline-primary" name="trova" value="1">\
            \(words(.pactSearchButton))</button></div></div>
            <div class="choices">\(options)</div></fieldset>
            """
    }

    private func branch(_ branch: SelectableBranch, isChosen: Bool) -> HTML {
        let place = labels.place(branch.municipalityCode)
        let distance = branch.distance.map { "\(Int($0.rounded())) \(words(.distanceAway))" }
        let hint = [branch.name, branch.address, place, distance].compactMap { $0 }.joined(separator: " – ")
        var input = Field.Input(name: "filiale", label: branch.agencyName, value: branch.branch.text, hint: hint)
        if unavailable.contains(branch.branch) {
            input.findings = [Finding("filiale", "branch_not_selectable", Localized.pactBranchUnavailable)]
        }
        return Field.checkbox(input, isTicked: isChosen, words)
    }

    private var promises: HTML {
        let boxes = commitments.map { commitment in
            Field.checkbox(
                .init(
                    name: "impegno",
                    label: words(commitment.text),
                    value: commitment.rawValue,
                    findings: findings(at: "impegno-" + commitment.rawValue)
                ),
                isTicked: form.commitments.contains(commitment),
                words
            )
        }
        let read = Field.checkbox(
            .init(
                name: "informativa",
                label: words(.pactNoticeRead),
                value: notice.version,
                findings: findings(at: "informativa-" + notice.version)
            ),
            isTicked: form.isNoticeRead && form.noticeVersion == notice.version,
            words
        )
        return """
            <fieldset><legend>\(words(.pactCommitments))</legend>\(boxes)</fieldset>
            <fieldset><legend>\(words(.pactNotice))</legend><p class="prose">\(words(notice.text))</p>\(read)</fieldset>
            """
    }
}
