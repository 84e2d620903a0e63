internal import API
internal import Domain
internal import OpenIDConnect
internal import Outbound
internal import Web

extension Services {
    var apiEntrances: APIRouter.Entrances {
        APIRouter.Entrances(
            clock: store.clock,
            clients: APIClients(store),
            tokenKeys: AccessTokenKeys(store),
            quotas: quotas,
            references: references,
            vacancies: vacancies,
            loads: VacancyLoads(store),
            interests: interests,
            annotations: Annotations(store),
            feed: store.changes
        )
    }

    /// Others whose tokens are believed.
    func foreignIssuers(asking client: HTTPClient) -> [ForeignIssuer] {
        [settings.pdnd].compactMap(\.self).map { pdnd in
            ForeignIssuer(
                name: "pdnd",
                issuer: pdnd.issuer,
                audience: pdnd.audience,
                keys: RemoteKeys(url: pdnd.keysURL, http: client.exchange)
            )
        }
    }

    /// How often the API may be called.
    ///
    /// Behind a proxy that nobody has named everybody seems to come from one address: then its limit is that of a client.
    func apiLimits(publicURL: String) -> RateLimits {
        var limits = RateLimits(perClient: settings.apiRequests, perAddress: settings.apiRequestsPerAddress)
        if publicURL.hasPrefix("https://"), settings.trustedProxies == .none {
            limits.perAddress = max(limits.perAddress, limits.perClient)
        }
        return limits
    }
}
