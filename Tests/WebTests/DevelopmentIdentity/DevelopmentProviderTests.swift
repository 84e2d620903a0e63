import Foundation
import Hummingbird
import OpenIDConnect
import Testing

@testable import Web

@Suite("The identity provider for development")
struct DevelopmentProviderTests {
    @Test("A person is chosen and comes in as themselves, with the relying party of production")
    func journey() async throws {
        let client = try ProviderClient()
        let party = client.relyingParty()
        let begun = try await party.begin(returnTo: "/cittadini", at: client.clock.now)
        let answer = try await client.choose("RSSMRA80A01H501U", at: begun.url)
        let person = try await party.complete(answer, pending: begun.pending, at: client.clock.now)
        #expect(person.taxCode == "RSSMRA80A01H501U")
        #expect(person.givenName == "Maria")
        #expect(person.familyName == "D'Amico")
        #expect(person.level == ProviderClient.level)
        #expect(person.subject != person.taxCode)
        #expect(try JSONWebToken(reading: person.idToken).claims["ambiente"] == "sviluppo")
    }

    @Test("So is whoever has a tax code that is typed, in small letters and with blanks")
    func typed() async throws {
        let client = try ProviderClient()
        let party = client.relyingParty()
        let begun = try await party.begin(returnTo: "/", isFresh: true, at: client.clock.now)
        let answer = try await client.choose(" bnc gnn 90c43 l219k", at: begun.url)
        let person = try await party.complete(answer, pending: begun.pending, at: client.clock.now)
        #expect(person.taxCode == "BNCGNN90C43L219K")
        #expect(person.givenName == nil)
    }

    @Test("A client with a secret may come with it in the header or in the form, and with no other")
    func secret() async throws {
        let client = try ProviderClient(secret: "a b:c")
        for (authentication, isGood) in [
            (ClientAuthentication.secretPost("a b:c"), true), (.secretPost("a b"), false), (.secretBasic("x"), false),
            (.secretBasic("a b:c"), true),
        ] {
            let party = client.relyingParty { $0.clientAuthentication = authentication }
            var begun: BegunSignIn
            do {
                begun = try await party.begin(returnTo: "/", at: client.clock.now)
            } catch CannotSignIn.unusableProvider {
                // The document names one method; the other is accepted all the same (RFC 6749 section 2.3.1).
                begun = try await client.relyingParty { $0.clientAuthentication = .secretBasic("") }
                    .begin(returnTo: "/", at: client.clock.now)
            }
            let code = try await client.choose("RSSMRA80A01H501U", at: begun.url)["code"]
            var form = FormParameters.of([
                "grant_type": "authorization_code", "code": code, "redirect_uri": ProviderClient.redirectURI,
                "code_verifier": begun.pending.verifier,
            ])
            var headers: [HTTPHeader] = []
            switch authentication {
            case .secretPost(let secret):
                form.append("client_id", "incontro")
                form.append("client_secret", secret)
            case .secretBasic(let secret):
                let pair = "incontro:\(FormParameters.encode(secret))"
                headers.append(HTTPHeader("Authorization", "Basic \(Data(pair.utf8).base64EncodedString())"))
            case .privateKey: Issue.record("not tried here")
            }
            let answer = try await client.send(.post, ProviderClient.issuer + "/token", form: form, headers: headers)
            #expect(answer.status == (isGood ? 200 : 401))
            #expect((answer.json?["id_token"] != nil) == isGood)
        }
    }

    @Test("Without a level in the settings none is stated, and the relying party refuses")
    func noLevel() async throws {
        let client = try ProviderClient(level: nil)
        let party = client.relyingParty()
        let begun = try await party.begin(returnTo: "/", at: client.clock.now)
        let answer = try await client.choose("RSSMRA80A01H501U", at: begun.url)
        await #expect(throws: CannotSignIn.untrustedToken(.levelTooLow(nil))) {
            try await party.complete(answer, pending: begun.pending, at: client.clock.now)
        }
    }

    @Test("The page names the environment, lists the people escaped, and shows no mark of SPID or CIE")
    func page() async throws {
        let client = try ProviderClient()
        let url = try await client.relyingParty().begin(returnTo: "/", at: client.clock.now).url
        let page = try await client.send(.get, url)
        #expect(page.status == 200)
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(page.text.contains("Ambiente di sviluppo: identità di prova"))
        #expect(page.text.contains("Luigi &lt;b&gt; Verdi &amp; C."))
        #expect(page.text.contains("value=\"RSSMRA80A01H501U\""))
        for word in ["spid", "cie", "<script", "style="] { #expect(!page.text.lowercased().contains(word)) }
    }

    @Test("What is typed and is no tax code comes back with the reason, escaped, and the page goes on")
    func wrongCode() async throws {
        let client = try ProviderClient()
        let url = try await client.relyingParty().begin(returnTo: "/", at: client.clock.now).url
        let first = try await client.send(.get, url)
        let form = FormParameters.of(["ticket": first.ticket, "tax_code": "\"><script>"])
        let second = try await client.send(.post, ProviderClient.issuer + "/authorize", form: form)
        #expect(second.status == 422)
        #expect(second.text.contains("value=\"&quot;&gt;&lt;script&gt;\""))
        let good = FormParameters.of(["ticket": second.ticket, "tax_code": "RSSMRA80A01H501U"])
        #expect(try await client.send(.post, ProviderClient.issuer + "/authorize", form: good).status == 303)
    }

    @Test("A page serves once, and for ten minutes")
    func ticket() async throws {
        let client = try ProviderClient()
        let party = client.relyingParty()
        for seconds in [0.0, 601] {
            let page = try await client.send(.get, try await party.begin(returnTo: "/", at: client.clock.now).url)
            let form = FormParameters.of(["ticket": page.ticket, "tax_code": "RSSMRA80A01H501U"])
            let authorize = ProviderClient.issuer + "/authorize"
            client.clock.pass(seconds)
            if seconds == 0 { #expect(try await client.send(.post, authorize, form: form).status == 303) }
            #expect(try await client.send(.post, authorize, form: form).status == 400)
        }
    }

    @Test(
        "It is offered on the machine itself only",
        arguments: [
            "https://incontro.example", "http://10.0.0.1:8080", "http://localhost.example.org",
            "http://127.0.0.1.nip.io",
            "localhost:8080", "",
        ]
    )
    func refused(url: String) {
        #expect(throws: DevelopmentProvider.CannotOffer.publicURLNotOfThisMachine(url)) {
            try DevelopmentProvider.permitted(publicURL: url)
        }
        #expect(throws: DevelopmentProvider.CannotOffer.self) {
            try DevelopmentProvider(
                publicURL: url,
                client: .init(id: "", redirectURIs: [], postLogoutRedirectURIs: [], authentication: .secret("")),
                level: nil,
                people: { [] }
            )
        }
    }

    @Test("Nor where others could reach it by the machine's address")
    func listening() throws {
        for url in ["http://127.0.0.1:8080", "http://localhost", "http://[::1]:1/"] {
            try DevelopmentProvider.permitted(publicURL: url, listeningOn: "127.0.0.1")
            #expect(throws: DevelopmentProvider.CannotOffer.listensBeyondThisMachine("0.0.0.0")) {
                try DevelopmentProvider.permitted(publicURL: url, listeningOn: "0.0.0.0")
            }
        }
    }

    @Test("The sign-out takes the tokens back and leads to the registered page only")
    func signOut() async throws {
        let client = try ProviderClient()
        let party = client.relyingParty()
        let begun = try await party.begin(returnTo: "/", at: client.clock.now)
        let answer = try await client.choose("RSSMRA80A01H501U", at: begun.url)
        let person = try await party.complete(answer, pending: begun.pending, at: client.clock.now)
        let url = try #require(try await party.signOutURL(idToken: person.idToken, state: "s1", at: client.clock.now))
        #expect(try await client.send(.get, url).location == ProviderClient.publicURL + "/?state=s1")
        let endSession = ProviderClient.issuer + "/end-session"
        let foreign = FormParameters.of(["client_id": "incontro", "post_logout_redirect_uri": "https://evil.example/"])
        #expect(try await client.send(.get, foreign.appended(to: endSession)).status == 400)
        let nobody = FormParameters.of(["post_logout_redirect_uri": ProviderClient.publicURL + "/"])
        #expect(try await client.send(.post, endSession, form: nobody).status == 400)
        #expect(try await client.send(.get, endSession).status == 200)
    }
}
