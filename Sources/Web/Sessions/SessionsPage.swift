internal import Domain
internal import HTML

/// A person's open sign-ins, each with its way to be closed.
struct SessionsPage {
    let words: Words
    let sessions: [SessionSummary]
    let current: ID<Session>
    let formToken: String
    let idleMinutes: Int
    let hours: Int

    var html: HTML {
        """
        <h1>\(words(.ownSessions))</h1><p class="lead">\(words(.ownSessionsText))</p>
        <ul class="cards" aria-label="\(words(.sessionsCaption))">\(sessions.map(item))</ul>
        \(sessions.count > 1 ? closeOthers : nil)
        <p class="muted">\(words(.sessionIdleLimit)) \
        \(words.count(idleMinutes, one: .oneMinute, many: .manyMinutes)), \(words(.sessionAbsoluteLimit)) \
        \(words.count(hours, one: .oneHour, many: .manyHours)).</p>
        """
    }

    private func item(_ session: SessionSummary) -> HTML {
        let device = DeviceName(session.device).text(words)
        let opened = words.instant(session.openedAt)
        let mark: HTML? = session.id == current ? " <span class=\"tag tag-green\">\(words(.thisSession))</span>" : nil
        return """
            <li class="card-item"><h2 class="h4">\(device)\(mark)</h2>
            <p>\(words(.sessionOpened)) \(opened) – \(words(.sessionSeen)): \(words.instant(session.seenAt))</p>
            <form method="post" action="/sessioni/chiudi">\(Field.csrf(formToken))\
            \(Field.hidden("sessione", session.id.text))
            <button type="submit" class="btn btn-outline-primary btn-sm">\(words(.closeSession))\
            <span class="visually-hidden"> \(device), \(words(.sessionOpened)) \(opened)</span></button></form></li>
            """
    }

    private var closeOthers: HTML {
        """
        <form method="post" action="/sessioni/chiudi-altre" class="actions">\(Field.csrf(formToken))
        <button type="submit" class="btn btn-primary">\(words(.closeOtherSessions))</button></form>
        """
    }
}
