internal import Domain
internal import HTML

/// One super user: who, where, what can be done, what happened.
struct SuperUserPage {
    let words: Words
    let detail: SuperUserDetail
    /// The master's branches that the person does not have yet.
    let further: [SuperUser.Place]
    let needsConfirmation: Bool
    /// Branches to add, and branches to take back, that are ticked.
    var chosen: Set<ID<Branch>> = []
    var taken: Set<ID<Branch>> = []
    var findings: [Finding] = []
    let formToken: String

    private var person: SuperUser { detail.person }

    var html: HTML {
        """
        <h1>\(person.givenName) \(person.familyName)</h1>
        \(Field.summary(SuperUserForm.placed(findings), words))
        <dl class="facts">\(Facts.html(facts))</dl>
        <div class="actions">\(action)</div>
        <h2>\(words(.lentBranches))</h2>\(branches)
        \(waiting)
        \(person.status == .active ? addition : nil)
        \(reduction)
        <h2>\(words(.accountHistory))</h2>\(history)
        """
    }

    private var facts: [Fact] {
        Facts.present(
            [
                (.stateLabel, words(person.status.title)), (.taxCodeLabel, person.taxCode.text),
                (.emailLabel, person.email ?? words(.accountWithoutEmail)),
                (.lastSignIn, person.lastSignedInAt.map(words.instant) ?? words(.neverYet)),
                (.appointedBy, words(person.isAppointed ? .byMaster : .byRegister)),
            ],
            words
        )
    }

    private var action: HTML {
        switch person.status {
        case .active:
            return """
                <a class="btn btn-outline-primary" href="\(link: "/utenti/\(person.id.text)/sospendi")">\
                \(words(.suspend))</a>
                """
        case .suspended where detail.beyond.isEmpty:
            return """
                <form method="post" action="\(link: "/utenti/\(person.id.text)/riabilita")">\(Field.csrf(formToken))
                <button type="submit" class="btn btn-primary">\(words(.reenable))</button></form>
                """
        case .suspended:
            let names = detail.beyond.map(\.name).joined(separator: ", ")
            return "<p class=\"alert alert-warning\">\(words(.reenableBeyond)) \(names).</p>"
        }
    }

    private var branches: HTML {
        if person.branches.isEmpty { return "<p>\(words(.noBranchToday))</p>" }
        let items = person.branches.map { "<li>\($0.name) <span class=\"muted\">\($0.code)</span></li>" as HTML }
        return """
            \(person.status == .suspended ? "<p>\(words(.branchesWhenActive))</p>" as HTML : nil)<ul>\(items)</ul>
            """
    }

    private var waiting: HTML? {
        guard !detail.pending.isEmpty else { return nil }
        let items = detail.pending.map { detail -> HTML in
            let link: Link = "/utenti/richieste/\(detail.appointment.id.text)"
            return """
                <li><a href="\(link: link)">\(detail.branches.map(\.name).joined(separator: ", "))</a>: \
                \(words(.toDecideBy)) \(words.day(detail.appointment.lastDay))</li>
                """
        }
        return "<h2>\(words(.toConfirm))</h2><ul>\(items)</ul>"
    }

    private var addition: HTML? {
        guard !further.isEmpty else { return nil }
        let boxes = BranchBoxes(words: words, branches: further, chosen: chosen, findings: findings(at: "filiali"))
        return more(.addBranches, "filiali", boxes, needsConfirmation ? .askForConfirmation : .addBranches)
    }

    private var reduction: HTML? {
        guard !detail.returnable.isEmpty else { return nil }
        let boxes = BranchBoxes(
            words: words,
            legend: .branchesToTakeBack,
            hint: .branchesToTakeBackHint,
            name: "tolta",
            group: "tolte",
            branches: detail.returnable,
            chosen: taken,
            findings: findings(at: "tolte")
        )
        return more(.takeBranchesBack, "filiali/togli", boxes, .takeBranchesBack)
    }

    private func findings(at field: String) -> [Finding] {
        SuperUserForm.placed(findings).filter { $0.field == field }
    }

    /// A form over branches that unfolds; open when something in it is to be looked at.
    private func more(_ title: Localized, _ target: StaticString, _ boxes: BranchBoxes, _ button: Localized) -> HTML {
        let page: Link = "/utenti/\(person.id.text)"
        let isOpen = !boxes.findings.isEmpty || !boxes.chosen.isEmpty
        return """
            <details class="more"\(attribute: "open", if: isOpen)><summary>\(words(title))</summary>
            <form method="post" action="\(link: page)/\(target.description)">\(Field.csrf(formToken))\
            \(Field.page(page))
            \(boxes.html)
            <div class="actions"><button type="submit" class="btn btn-primary">\(words(button))</button></div></form></details>
            """
    }

    private var history: HTML {
        if detail.history.isEmpty { return "<p>\(words(.noAccountHistory))</p>" }
        let heads: [Localized] = [.whenColumn, .accountEvent, .whoDidIt, .accountReason]
        let rows = detail.history.map { event -> HTML in
            """
            <tr><th scope="row" data-label="\(words(.whenColumn))">\(words.instant(event.at))</th>
            <td data-label="\(words(.accountEvent))">\(words(event.action.title))</td>
            <td data-label="\(words(.whoDidIt))">\(event.actorName ?? words(.theSystem))</td>
            <td\(attribute: "class", event.reason == nil ? "empty" : nil) data-label="\(words(.accountReason))">\
            \(event.reason)</td></tr>
            """
        }
        return """
            <div class="table-scroll"><table class="list stacks">
            <thead><tr>\(heads.map { "<th scope=\"col\">\(words($0))</th>" as HTML })</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}

/// What a suspension does, before it is done.
struct SuspensionPage {
    let words: Words
    let person: SuperUser
    let agencyName: String
    /// What was typed as the reason.
    let reason: String?
    let formToken: String

    var html: HTML {
        let name = "\(person.givenName) \(person.familyName)"
        let page: Link = "/utenti/\(person.id.text)/sospendi"
        return """
            <h1>\(words(.suspend)): \(name)</h1>
            <div class="alert alert-warning"><p><strong>\(name)</strong> \(words(.suspensionEffect)) \(agencyName)\(agencyName.hasSuffix(".") ? "" : ".")</p>
            <ul><li>\(words(.suspensionSessions))</li>
            <li>\(words(.suspensionBranches)) \(person.branches.isEmpty ? words(.noBranchToday)
            : person.branches.map(\.name).joined(separator: ", ")).</li>
            <li>\(person.email.map { "\(words(.suspensionMail)) \($0)." } ?? words(.suspensionWithoutMail))</li>
            <li>\(words(.suspensionUndone))</li></ul></div>
            <form method="post" action="\(link: page)">\(Field.csrf(formToken))\(Field.page(page))
            \(Field.area(.init(name: "motivo", label: words(.accountReason), value: reason,
            hint: words(.suspensionReasonHint), attributes: [("maxlength", "500")]), rows: 3, words))
            <div class="actions"><button type="submit" class="btn btn-primary">\(words(.confirmSuspension))</button>
            <a href="\(link: "/utenti/\(person.id.text)")">\(words(.cancel))</a></div></form>
            """
    }
}

extension AuditAction {
    /// What happened to an account, for its history.
    var title: Localized {
        switch self {
        case .superUserRequested: .eventRequested
        case .superUserCreated: .eventCreated
        case .superUserExtended: .eventExtended
        case .superUserDeclined: .eventDeclined
        case .superUserWithdrawn: .eventWithdrawn
        case .superUserExpired: .eventExpired
        case .superUserReduced: .eventReduced
        case .superUserSuspended: .eventSuspended
        case .superUserReenabled: .eventReenabled
        default: Localized(it: rawValue, en: rawValue)
        }
    }
}
