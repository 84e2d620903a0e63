internal import Domain
internal import Foundation
internal import Logging
internal import OpenIDConnect
internal import Outbound
internal import Web

extension Services {
    /// How often people may sign in, how fresh that must be for what, and whom to believe about where they come from.
    ///
    /// A public address with TLS means a proxy, for the program speaks none itself. Where none is named, everybody seems to
    /// come from it, and a limit for one address would be one for all.
    func signInPolicy(publicURL: String) -> WebRouter.SignInPolicy {
        var limits = SignInLimits(perAddress: settings.signInsPerAddress, overall: settings.signIns)
        if publicURL.hasPrefix("https://"), settings.trustedProxies == .none {
            logger.warning("no proxy is named (--trusted-proxies): sign-ins are limited overall, not by address")
            limits.perAddress = limits.overall
        }
        return WebRouter.SignInPolicy(
            limits: limits,
            freshness: Freshness(seconds: settings.freshSignIn, exportRows: settings.freshExportRows),
            trustedProxies: settings.trustedProxies
        )
    }
}

/// The identity provider to use: the public body's, or the one for development.
struct SignInSetup {
    struct Made {
        let relyingParty: RelyingParty
        let providerOrigin: String?
        let developmentProvider: DevelopmentProvider?
    }

    let services: Services
    let publicURL: String
    let client: HTTPClient

    private static let developmentClient = "incontro"
    private static let developmentLevel = "https://www.spid.gov.it/SpidL2"

    func made() async throws -> Made {
        let settings = services.settings
        switch (settings.developmentIdentity, settings.identityProvider) {
        case (.on, _), (.auto, nil): return try development()
        case (.auto, let provider?), (.off, let provider?): return try await production(provider)
        case (.off, nil):
            throw InvalidSetting(setting: .oidcIssuer, reason: "no identity provider is set")
        }
    }

    private func production(_ provider: Settings.IdentityProvider) async throws -> Made {
        let authentication: ClientAuthentication
        if let pem = provider.clientKey {
            do {
                authentication = .privateKey(try await SigningKey(pem: pem, keyID: provider.clientKeyID))
            } catch {
                throw InvalidSetting(setting: .oidcClientKey, reason: "the file holds no P-256 or RSA private key")
            }
        } else {
            authentication = .secretBasic(provider.clientSecret ?? "")
        }
        let party = relyingParty(issuer: provider.issuer, clientID: provider.clientID, authentication)
        let url = URL(string: provider.issuer)
        let port = url?.port.map { ":\($0)" } ?? ""
        let origin = url.flatMap { url in url.host.map { "\(url.scheme ?? "https")://\($0)\(port)" } }
        return Made(relyingParty: party, providerOrigin: origin, developmentProvider: nil)
    }

    private func development() throws -> Made {
        do {
            try DevelopmentProvider.permitted(publicURL: publicURL, listeningOn: services.settings.host)
        } catch {
            throw InvalidSetting(
                setting: .developmentIdentity,
                reason: "the development identity provider is only offered on this machine, not at \(publicURL)"
            )
        }
        let key = SigningKey.generated()
        let services = services
        let provider = try DevelopmentProvider(
            publicURL: publicURL,
            client: .init(
                id: SignInSetup.developmentClient,
                redirectURIs: [publicURL + "/accedi/ritorno"],
                postLogoutRedirectURIs: [publicURL + "/"],
                authentication: .keys(KeySet([key.verificationKey]))
            ),
            level: SignInSetup.developmentLevel,
            taxCodeClaim: services.settings.taxCodeClaim,
            people: { try await services.demoPeople() }
        )
        let party = relyingParty(
            issuer: DevelopmentProvider.issuer(publicURL: publicURL),
            clientID: SignInSetup.developmentClient,
            .privateKey(key)
        )
        return Made(relyingParty: party, providerOrigin: nil, developmentProvider: provider)
    }

    private func relyingParty(
        issuer: String,
        clientID: String,
        _ authentication: ClientAuthentication
    ) -> RelyingParty {
        var settings = RelyingPartySettings(
            issuer: issuer,
            clientID: clientID,
            clientAuthentication: authentication,
            redirectURI: publicURL + "/accedi/ritorno"
        )
        settings.postLogoutRedirectURI = publicURL + "/"
        settings.levelsAsked = services.settings.levels
        settings.minimumLevel = services.settings.levels.compactMap { AssuranceLevel.known[$0] }.min() ?? .substantial
        settings.taxCodeClaim = services.settings.taxCodeClaim
        settings.needsSignInTime = services.settings.needsSignInTime
        return RelyingParty(settings: settings, http: client.exchange)
    }
}

extension HTTPClient {
    /// HTTP by libcurl, for whoever asks a provider or an issuer.
    var exchange: HTTPExchange {
        let client = self
        return { request in
            let answer = try await client.send(
                HTTPCall(
                    request.method == .get ? .get : .post,
                    request.url,
                    headers: request.headers.map { HTTPField($0.name, $0.value) },
                    body: request.body
                )
            )
            return HTTPResponseValue(
                status: answer.status,
                headers: answer.headers.map { HTTPHeader($0.name, $0.value) },
                body: answer.body
            )
        }
    }
}
