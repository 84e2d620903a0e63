/// The application as a public body's SPID and CIE gateway sees it: an OpenID Connect client with the code flow.
///
/// It proves who a person is and never what they may do: roles are ours, by tax code.
///
/// What comes later has its place. A signed request object replaces the query that `AuthorizationRequest` makes of its
/// parameters; an encrypted UserInfo is opened where `RelyingParty+UserInfo` refuses it now; a federation's trust chain
/// gives `ProviderMemory` the document that discovery gives it here.
public struct RelyingParty: Sendable {
    let settings: RelyingPartySettings
    let provider: ProviderCall
    let memory: ProviderMemory

    public init(settings: RelyingPartySettings, http: @escaping HTTPExchange) {
        self.settings = settings
        provider = ProviderCall(http: http)
        memory = ProviderMemory(settings: settings, provider: provider)
    }
}
