internal import HTML
internal import Hummingbird
internal import OpenIDConnect

extension DevelopmentProvider {
    /// `GET end-session` and `POST end-session`: forgets the person of the hint, and sends them back where they may go.
    func endSession(_ request: Request) async throws -> Response {
        let parameters =
            request.method == .post
            ? try await DevelopmentAnswer.form(of: request) : FormParameters(decoding: request.uri.query ?? "")
        guard let parameters else {
            return DevelopmentAnswer.page(DevelopmentPage.failed("La richiesta non è completa."), status: .badRequest)
        }
        let hinted = parameters["id_token_hint"].flatMap(ownClaims)
        if let subject = hinted?["sub"]?.string { await grants.revoke(subject: subject, of: subject(of:)) }
        guard let address = parameters["post_logout_redirect_uri"] else {
            return DevelopmentAnswer.page(DevelopmentPage.signedOut)
        }
        // Without a token of ours or the client's name, anybody could make this page lead somewhere.
        let isClient = hinted != nil || parameters["client_id"] == client.id
        guard isClient, client.postLogoutRedirectURIs.contains(address) else {
            return DevelopmentAnswer.page(
                DevelopmentPage.failed("L'indirizzo di ritorno non è registrato."),
                status: .badRequest
            )
        }
        var answer = FormParameters()
        answer.append("state", parameters["state"])
        return DevelopmentAnswer.seeOther(answer.appended(to: address))
    }

    /// What a token of ours for our client says; it may have expired since (RP-Initiated Logout 1.0 section 2).
    private func ownClaims(_ hint: String) -> [String: JSONValue]? {
        do throws(CannotTrustToken) {
            let token = try JSONWebToken(reading: hint)
            try token.verify(with: KeySet([key.verificationKey]))
            return token.claims["aud"]?.string == client.id ? token.claims : nil
        } catch {
            return nil
        }
    }
}
