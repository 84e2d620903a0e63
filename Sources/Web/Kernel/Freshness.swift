internal import Domain
internal import HTML

/// Something grave is asked for, and the person's last sign-in is too long ago.
struct FreshSignInNeeded: Error {
    /// Where to come back to; nil for the page that was asked for.
    let page: Link?
    /// The form that asked for it, which is kept over the sign-in.
    var form: SentForm?
}

/// How fresh a sign-in must be for what, by the settings.
public struct Freshness: Hashable, Sendable {
    /// How long ago somebody may have proved who they are, in seconds.
    public var seconds: Int
    /// An export of more rows than this asks for it.
    public var exportRows: Int

    public init(seconds: Int = 15 * 60, exportRows: Int = 1000) {
        self.seconds = seconds
        self.exportRows = exportRows
    }
}

extension PageContext {
    /// Whether the person has proved who they are within the last `seconds`.
    func isFresh(within seconds: Int) -> Bool {
        guard let proved = web.session?.authenticatedAt else { return false }
        return web.now.seconds(since: proved) <= seconds
    }

    /// Goes on only for somebody who has proved who they are within the last `seconds`; everybody else is led to the
    /// identity provider and back.
    ///
    /// In a form's handler it comes before anything is changed: what was typed is kept meanwhile (``FormKeeper``) and
    /// stands in the form again afterwards.
    ///
    /// - Parameter page: Where to come back to when that is not the page that was asked for: after a download, the page
    ///   with its link.
    func requireFresh(within seconds: Int, backTo page: Link? = nil) throws {
        guard web.session != nil else { throw SignInNeeded() }
        guard isFresh(within: seconds) else { throw FreshSignInNeeded(page: page) }
    }
}
