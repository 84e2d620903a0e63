internal import Domain
internal import HTML

/// A request for a super user: who asks for whom, over which branches, and what can be done with it.
struct AppointmentPage {
    let words: Words
    let detail: AppointmentDetail
    /// What was typed as the reason of a refusal.
    var reason: String?
    var findings: [Finding] = []
    let formToken: String

    private var appointment: SuperAppointment { detail.appointment }
    private var path: Link { "/utenti/richieste/\(appointment.id.text)" }

    var html: HTML {
        """
        <h1>\(words(.appointmentTitle)): \(appointment.givenName) \(appointment.familyName)</h1>
        \(Field.summary(SuperUserForm.placed(findings), words))
        <dl class="facts">\(Facts.html(facts))</dl>
        <h2>\(words(.lentBranches))</h2>
        <ul>\(detail.branches.map { "<li>\($0.name) <span class=\"muted\">\($0.code)</span></li>" as HTML })</ul>
        \(appointment.state == .pending ? "<h2>\(words(.accountDecision))</h2>" as HTML : nil)
        \(appointment.state == .pending && !detail.steps.contains(.inForce)
        ? "<p>\(words(.ownNeedsOther))</p>" as HTML : nil)
        \(detail.steps.contains(.inForce) ? confirmation : nil)
        \(detail.steps.contains(.declined) ? refusal : nil)
        \(detail.steps.contains(.withdrawn) ? withdrawal : nil)
        """
    }

    private var facts: [Fact] {
        Facts.present(
            [
                (.stateLabel, words(appointment.state.title)), (.taxCodeLabel, appointment.taxCode.text),
                (.emailLabel, appointment.email.isEmpty ? nil : appointment.email),
                (.requestedBy, "\(detail.requesterName), \(words.instant(appointment.requestedAt))"),
                (.toDecideBy, appointment.state == .pending ? words.day(appointment.lastDay) : nil),
                (.decidedBy, detail.decision.map { "\($0.name ?? words(.theSystem)), \(words.instant($0.at))" }),
                (.accountReason, detail.decision?.reason),
            ],
            words
        )
    }

    private var confirmation: HTML {
        """
        <form method="post" action="\(link: "/utenti/richieste/\(appointment.id.text)/conferma")">\(Field.csrf(formToken))
        <p>\(words(.confirmationEffect))</p>
        <p><button type="submit" class="btn btn-primary">\(words(.confirmAppointment))</button></p></form>
        """
    }

    private var refusal: HTML {
        let placed = SuperUserForm.placed(findings).filter { $0.field == "motivo" }
        return """
            <form method="post" action="\(link: "/utenti/richieste/\(appointment.id.text)/rifiuta")" novalidate>\
            \(Field.csrf(formToken))\(Field.page(path))
            \(Field.area(.init(name: "motivo", label: words(.declineReason), value: reason, isRequired: true,
            findings: placed, attributes: [("maxlength", "500")]), rows: 3, words))
            <p><button type="submit" class="btn btn-outline-primary">\(words(.declineAppointment))</button></p></form>
            """
    }

    private var withdrawal: HTML {
        """
        <form method="post" action="\(link: "/utenti/richieste/\(appointment.id.text)/ritira")">\(Field.csrf(formToken))
        <p><button type="submit" class="btn btn-outline-primary">\(words(.withdrawAppointment))</button></p></form>
        """
    }
}

extension SuperAppointment.State {
    var title: Localized {
        switch self {
        case .pending: .appointmentPending
        case .inForce: .appointmentInForce
        case .declined: .appointmentDeclined
        case .withdrawn: .appointmentWithdrawn
        case .expired: .appointmentExpired
        case .ended: .appointmentEnded
        }
    }
}
