internal import Domain
internal import Foundation
internal import HTML
internal import Hummingbird
internal import OpenIDConnect

/// The end of the session in hand, from whichever page it is asked for.
struct SignOut {
    let cookies: SiteCookies
    let clock: Clock
    let sessions: Sessions
    let relyingParty: RelyingParty
    let keptForms: KeptForms

    /// Ends the session here and at the provider, and leaves nothing in the browser.
    func leave(_ context: WebContext) async throws -> Response {
        var target: Link = "/"
        if let token = context.token {
            let idToken = try await sessions.close(token)
            // The provider's sign-out is a courtesy: ours has happened, whether it answers or not.
            let address = try? await relyingParty.signOutURL(idToken: idToken, at: Date(clock.now()))
            if let address, let link = Link(provider: address) { target = link }
        }
        var response = Response.seeOther(target)
        response.setCookie(cookies.removal(cookies.session))
        try await forget(context, &response)
        return response
    }

    /// Nothing of this browser's forms stays for whoever uses it next.
    func forget(_ context: WebContext, _ response: inout Response) async throws {
        if let key = context.keeper?.key {
            try await keptForms.removeAll(under: key)
            response.setCookie(cookies.removal(cookies.form))
        }
        if context.previousToken != nil { response.setCookie(cookies.removal(cookies.previous)) }
    }
}

extension Date {
    init(_ instant: Instant) {
        self.init(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    }
}
