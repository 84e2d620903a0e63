internal import Domain
internal import HTML

/// The form with which a master creates a super user.
struct SuperUserFormPage {
    let words: Words
    let form: SuperUserForm
    /// The master's own, which are all that can be lent.
    let branches: [SuperUser.Place]
    let needsConfirmation: Bool
    let findings: [Finding]
    let formToken: String

    var html: HTML {
        """
        <h1>\(words(.newSuperUser))</h1><p class="lead">\(words(.newSuperUserIntro))</p>
        \(Field.summary(placed, words))
        \(needsConfirmation ? "<p class=\"alert alert-info\">\(words(.needsSecondMaster))</p>" : nil)
        <form method="post" action="\(link: .newSuperUser)" novalidate>\(Field.csrf(formToken))\
        \(Field.page(.newSuperUser))
        <fieldset><legend>\(words(.accountPerson))</legend><div class="fields">
        \(Field.input(.init(name: "codice_fiscale", label: words(.taxCodeLabel), value: form.draft.taxCode,
        isRequired: true, findings: findings(at: "codice_fiscale"),
        attributes: [("autocomplete", "off"), ("spellcheck", "false"), ("maxlength", "20")]), words))
        \(text("nome", .accountGivenName, form.draft.givenName))\(text("cognome", .accountFamilyName, form.draft.familyName))
        \(Field.input(.init(name: "email", label: words(.emailLabel), value: form.draft.email,
        hint: words(.superUserEmailHint), type: "email", isRequired: true, findings: findings(at: "email"),
        attributes: [("autocomplete", "off"), ("maxlength", "254")]), words))
        </div></fieldset>
        \(BranchBoxes(words: words, branches: branches, chosen: form.draft.branches, findings: findings(at: "filiali")).html)
        <div class="actions"><button type="submit" class="btn btn-primary">\
        \(words(needsConfirmation ? .askForConfirmation : .createSuperUser))</button>
        <a href="\(link: .superUsers)">\(words(.cancel))</a></div></form>
        """
    }

    private var placed: [Finding] { SuperUserForm.placed(findings) }

    private func findings(at field: String) -> [Finding] { placed.filter { $0.field == field } }

    private func text(_ name: String, _ label: Localized, _ value: String) -> HTML {
        Field.input(
            .init(
                name: name,
                label: words(label),
                value: value,
                isRequired: true,
                findings: findings(at: name),
                attributes: [("autocomplete", "off"), ("maxlength", "100")]
            ),
            words
        )
    }
}

/// Check boxes of branches, of which at least one is to be ticked.
struct BranchBoxes {
    let words: Words
    var legend: Localized = .lentBranches
    var hint: Localized = .lentBranchesHint
    /// The name of each box, and that of all of them together for findings.
    var name = "filiale"
    var group = "filiali"
    let branches: [SuperUser.Place]
    let chosen: Set<ID<Branch>>
    let findings: [Finding]

    var html: HTML {
        let errors = findings.map { finding -> HTML in
            "<span class=\"field-\(finding.severity.rawValue)\">\(words(finding.message))</span>"
        }
        let boxes = branches.map { branch in
            Field.checkbox(
                .init(name: name, label: branch.name, value: branch.id.text, hint: branch.code),
                isTicked: chosen.contains(branch.id),
                words
            )
        }
        return """
            <fieldset id="\(Field.identifier(group))" tabindex="-1"\
            \(attribute: "aria-describedby", errors.isEmpty ? nil : "\(group)-error")>
            <legend>\(words(legend))</legend><p class="field-hint">\(words(hint))</p>
            \(errors.isEmpty ? nil : "<div id=\"\(group)-error\" class=\"field-findings\">\(errors)</div>" as HTML)
            \(branches.isEmpty ? "<p>\(words(.noFurtherBranch))</p>" : "<div class=\"choices\">\(boxes)</div>")
            </fieldset>
            """
    }
}
