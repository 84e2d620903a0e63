import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import OpenIDConnect
import TestSupport

@testable import Web

/// The development provider, and the relying party that reaches it without a socket.
struct TestIdentity: Sendable {
    static let level = "https://www.spid.gov.it/SpidL2"

    let provider: DevelopmentProvider
    let relyingParty: RelyingParty

    init(publicURL: String, world: World) throws {
        let key = SigningKey.generated()
        let time = world.time
        let people = world.operators.sorted { $0.key < $1.key }.map { key, person in
            DemoPerson(
                taxCode: person.taxCode.text,
                givenName: person.givenName,
                familyName: person.familyName,
                note: key
            )
        }
        let provider = try DevelopmentProvider(
            publicURL: publicURL,
            client: .init(
                id: "incontro",
                redirectURIs: [publicURL + "/accedi/ritorno"],
                postLogoutRedirectURIs: [publicURL + "/"],
                authentication: .keys(KeySet([key.verificationKey]))
            ),
            level: TestIdentity.level,
            people: { people },
            now: { Date(timeIntervalSince1970: Double(time.now.milliseconds) / 1000) }
        )
        let router = Router(context: WebContext.self)
        provider.addRoutes(to: router)
        let client = RouterClient(router.buildResponder(), publicURL: publicURL)
        var settings = RelyingPartySettings(
            issuer: DevelopmentProvider.issuer(publicURL: publicURL),
            clientID: "incontro",
            clientAuthentication: .privateKey(key),
            redirectURI: publicURL + "/accedi/ritorno"
        )
        settings.postLogoutRedirectURI = publicURL + "/"
        self.provider = provider
        relyingParty = RelyingParty(settings: settings) { request in
            var fields = HTTPFields()
            for header in request.headers {
                if let name = HTTPField.Name(header.name) { fields[name] = header.value }
            }
            let answer = try await client.send(
                request.method == .get ? .get : .post,
                request.url,
                headers: fields,
                body: request.body.map { Array($0) } ?? []
            )
            return HTTPResponseValue(
                status: answer.status,
                headers: answer.headers.map { HTTPHeader($0.name.rawName, $0.value) },
                body: answer.bytes
            )
        }
    }
}
