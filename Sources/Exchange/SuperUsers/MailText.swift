public import Domain

/// The words of a mail: Italian first, English after it, since nobody has told us which one the recipient reads.
public struct MailText: Hashable, Sendable {
    public let subject: String
    public let body: String

    /// - Parameter site: The address of the service, without a slash at its end.
    public init(_ notice: MailNotice, site: String) {
        let words = MailText.words(notice.content, site: site)
        subject = "Incontro: \(words.subject.it) / \(words.subject.en)"
        body = """
            Gentile \(notice.givenName),

            \(words.body.it)

            Questo messaggio è automatico: non rispondere.

            * * *

            Dear \(notice.givenName),

            \(words.body.en)

            This is an automatic message: please do not reply.
            """
    }

    private static func words(
        _ content: MailNotice.Content,
        site: String
    ) -> (subject: Localized, body: Localized) {
        switch content {
        case .superUserCreated(let agency, let branches): created(agency, list(branches), site)
        case .superUserExtended(let agency, let branches): extended(agency, list(branches), site)
        case .superUserReduced(let agency, let branches): reduced(agency, list(branches))
        case .superUserSuspended(let agency): suspended(agency)
        case .superUserReenabled(let agency): reenabled(agency, site)
        case .superUserToConfirm(let agency, let requester, let appointment, let until):
            toConfirm(agency, requester, address(of: appointment, site), until)
        case .superUserRequestDeclined(let agency, let decider, let appointment):
            declined(agency, decider, address(of: appointment, site))
        case .superUserRequestExpired(let agency, let appointment):
            expired(agency, address(of: appointment, site))
        }
    }

    private static func address(of appointment: ID<SuperAppointment>, _ site: String) -> String {
        "\(site)/utenti/richieste/\(appointment.text)"
    }

    private static func list(_ branches: [String]) -> String {
        branches.map { "- \($0)" }.joined(separator: "\n")
    }

    private static func created(
        _ agency: String,
        _ branches: String,
        _ site: String
    ) -> (subject: Localized, body: Localized) {
        let way = way(to: site)
        return (
            Localized(it: "sei utente Super", en: "you are a Super user"),
            Localized(
                it: """
                    da oggi sei utente Super di \(agency), per queste filiali:

                    \(branches)

                    \(way.it)
                    Se non te l'aspettavi, avvisa l'agenzia.
                    """,
                en: """
                    from today you are a Super user of \(agency), for these branches:

                    \(branches)

                    \(way.en)
                    If you did not expect this, please tell the agency.
                    """
            )
        )
    }

    private static func way(to site: String) -> Localized {
        Localized(
            it: "Accedi con la tua identità digitale (SPID o CIE): \(site)/accedi",
            en: "Sign in with your digital identity (SPID or CIE): \(site)/accedi"
        )
    }

    private static func extended(
        _ agency: String,
        _ branches: String,
        _ site: String
    ) -> (subject: Localized, body: Localized) {
        (
            Localized(it: "hai altre filiali", en: "you have further branches"),
            Localized(
                it: """
                    come utente Super di \(agency) puoi operare anche per queste filiali:

                    \(branches)

                    \(site)/accedi
                    """,
                en: """
                    as a Super user of \(agency) you can also work for these branches:

                    \(branches)

                    \(site)/accedi
                    """
            )
        )
    }

    private static func reduced(_ agency: String, _ branches: String) -> (subject: Localized, body: Localized) {
        (
            Localized(it: "non hai più alcune filiali", en: "you no longer have some branches"),
            Localized(
                it: """
                    come utente Super di \(agency) non ti sono più assegnate queste filiali:

                    \(branches)

                    Per chiarimenti rivolgiti agli utenti Master della tua agenzia.
                    """,
                en: """
                    as a Super user of \(agency) you are no longer assigned these branches:

                    \(branches)

                    Please ask the Master users of your agency why.
                    """
            )
        )
    }

    private static func suspended(_ agency: String) -> (subject: Localized, body: Localized) {
        (
            Localized(it: "il tuo profilo Super è sospeso", en: "your Super profile is suspended"),
            Localized(
                it: """
                    il tuo profilo di utente Super di \(agency) è stato sospeso: da subito non puoi più operare per l'agenzia.
                    Per chiarimenti rivolgiti agli utenti Master della tua agenzia.
                    """,
                en: """
                    your profile as a Super user of \(agency) has been suspended: as of now you cannot work for the agency.
                    Please ask the Master users of your agency why.
                    """
            )
        )
    }

    private static func reenabled(_ agency: String, _ site: String) -> (subject: Localized, body: Localized) {
        let way = way(to: site)
        return (
            Localized(it: "il tuo profilo Super è di nuovo attivo", en: "your Super profile is active again"),
            Localized(
                it: "il tuo profilo di utente Super di \(agency) è di nuovo attivo.\n\(way.it)",
                en: "your profile as a Super user of \(agency) is active again.\n\(way.en)"
            )
        )
    }

    private static func toConfirm(
        _ agency: String,
        _ requester: String,
        _ address: String,
        _ until: Day
    ) -> (subject: Localized, body: Localized) {
        (
            Localized(it: "una richiesta attende la tua conferma", en: "a request waits for your confirmation"),
            Localized(
                it: """
                    \(requester) ha chiesto di abilitare un utente Super di \(agency).
                    Serve la conferma di un altro utente Master entro il \(until.italian), poi la richiesta scade.
                    Per vederla, confermarla o rifiutarla: \(address)
                    """,
                en: """
                    \(requester) has asked to enable a Super user of \(agency).
                    Another Master user has to confirm it by \(until.description), else the request expires.
                    To see, confirm or decline it: \(address)
                    """
            )
        )
    }

    private static func declined(
        _ agency: String,
        _ decider: String,
        _ address: String
    ) -> (subject: Localized, body: Localized) {
        (
            Localized(it: "la tua richiesta è stata rifiutata", en: "your request was declined"),
            Localized(
                it: """
                    \(decider) ha rifiutato la tua richiesta di un utente Super di \(agency).
                    Per leggere il motivo: \(address)
                    """,
                en: """
                    \(decider) has declined your request for a Super user of \(agency).
                    To read why: \(address)
                    """
            )
        )
    }

    private static func expired(_ agency: String, _ address: String) -> (subject: Localized, body: Localized) {
        (
            Localized(it: "la tua richiesta è scaduta", en: "your request has expired"),
            Localized(
                it: """
                    nessun altro utente Master ha deciso in tempo sulla tua richiesta di un utente Super di \(agency).
                    Se serve ancora, va fatta di nuovo. La richiesta: \(address)
                    """,
                en: """
                    no other Master user has decided in time on your request for a Super user of \(agency).
                    If it is still needed, make a new one. The request: \(address)
                    """
            )
        )
    }
}
