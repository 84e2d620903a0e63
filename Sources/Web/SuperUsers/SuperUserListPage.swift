internal import Domain
internal import HTML

/// The masters' page: what waits for confirmation, then the super users by name.
struct SuperUserListPage {
    let words: Words
    let list: SuperUserList
    let isFirst: Bool
    /// The branch that the page is narrowed to by the scope.
    let scopeName: String?

    var html: HTML {
        """
        <div class="list-head"><h1>\(words(.superUsers))</h1>
        <a class="btn btn-primary" href="\(link: .newSuperUser)">\(words(.newSuperUser))</a></div>
        <p class="lead">\(words(.superUsersIntro))</p>
        \(scopeName.map { "<p class=\"alert alert-info\">\(words(.superUsersOfScope)) <strong>\($0)</strong>.</p>" as HTML })
        \(list.pending.isEmpty ? nil : pending)
        \(list.people.items.isEmpty ? "<p class=\"alert alert-info\">\(words(.noSuperUsers))</p>" : table)
        \(Pager.html(words, next: list.people.next, isFirst: isFirst, path: .superUsers, query: []))
        """
    }

    /// An address that does not say which page is meant: shows nothing, and the way to the first one.
    static func unreadable(_ findings: [Finding], _ words: Words) -> HTML {
        """
        <h1>\(words(.superUsers))</h1>\(Field.summary(findings, words) { _ in .nowhere })
        <p><a href="\(link: .superUsers)">\(words(.firstPage))</a></p>
        """
    }

    private var pending: HTML {
        let items = list.pending.map { detail -> HTML in
            let appointment = detail.appointment
            let link: Link = "/utenti/richieste/\(appointment.id.text)"
            return """
                <li class="card-item"><h3 class="h5"><a href="\(link: link)">\(appointment.givenName) \
                \(appointment.familyName)</a></h3>
                <p>\(words(.requestedBy)) \(detail.requesterName), \(words.instant(appointment.requestedAt)). \
                \(words(.toDecideBy)) \(words.day(appointment.lastDay)). \
                \(detail.steps.contains(.inForce) ? "<strong>\(words(.waitsForYou))</strong>" as HTML
                : "\(words(.waitsForOther))")</p></li>
                """
        }
        return """
            <section aria-labelledby="da-confermare"><h2 id="da-confermare">\(words(.toConfirm))</h2>
            <ul class="cards">\(items)</ul></section><h2>\(words(.superUsers))</h2>
            """
    }

    private var table: HTML {
        let heads: [Localized] = [.accountName, .stateLabel, .lentBranches, .lastSignIn, .appointedBy]
        return """
            <div class="table-scroll"><table class="list stacks">
            <thead><tr>\(heads.map { "<th scope=\"col\">\(words($0))</th>" as HTML })</tr></thead>
            <tbody>\(list.people.items.map(row))</tbody></table></div>
            """
    }

    private func row(_ person: SuperUser) -> HTML {
        let names = person.branches.prefix(3).map(\.name).joined(separator: ", ")
        let more = person.branches.count - 3
        let branches =
            person.branches.isEmpty
            ? words(.noBranchToday)
            : more > 0 ? "\(names) (+\(words.count(more, one: .otherBranch, many: .otherBranches)))" : names
        return """
            <tr><th scope="row" data-label="\(words(.accountName))">\
            <a href="\(link: "/utenti/\(person.id.text)")">\(person.familyName) \(person.givenName)</a></th>
            <td data-label="\(words(.stateLabel))"><span class="tag">\(words(person.status.title))</span></td>
            <td data-label="\(words(.lentBranches))">\(branches)</td>
            <td data-label="\(words(.lastSignIn))">\(person.lastSignedInAt.map(words.instant) ?? words(.neverYet))</td>
            <td data-label="\(words(.appointedBy))">\(words(person.isAppointed ? .byMaster : .byRegister))</td></tr>
            """
    }
}

extension SuperAppointment {
    /// The last day on which it can be decided.
    var lastDay: Day { Day(of: expiresAt.adding(seconds: -1)) }
}

extension AccountStatus {
    var title: Localized {
        switch self {
        case .active: .statusActive
        case .suspended: .statusSuspended
        }
    }
}
