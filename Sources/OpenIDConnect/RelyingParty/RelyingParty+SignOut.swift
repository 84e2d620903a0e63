public import Foundation

extension RelyingParty {
    /// Where to send the person so that the provider forgets them too (RP-Initiated Logout 1.0 section 2).
    ///
    /// `nil` when the provider offers no sign-out: ours is over all the same.
    public func signOutURL(idToken: String?, state: String? = nil, at now: Date) async throws -> String? {
        guard let endpoint = try await memory.metadata(at: now).endSessionEndpoint else { return nil }
        var parameters = FormParameters()
        parameters.append("client_id", settings.clientID)
        parameters.append("id_token_hint", idToken)
        if let address = settings.postLogoutRedirectURI {
            parameters.append("post_logout_redirect_uri", address)
            parameters.append("state", state)
        }
        return parameters.appended(to: endpoint)
    }
}
