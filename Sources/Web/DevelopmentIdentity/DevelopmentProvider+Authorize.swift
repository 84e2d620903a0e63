internal import Foundation
internal import HTML
internal import Hummingbird
internal import OpenIDConnect

extension DevelopmentProvider {
    /// Why an authorization request is refused.
    enum CannotAsk: Error, Hashable {
        /// Nobody to send the person back to: they are told here (RFC 6749 section 4.1.2.1).
        case unknownClient
        case foreignRedirectURI
        /// Told to the client, with a code of RFC 6749 or OpenID Connect.
        case refused(String, redirectURI: String, state: String?)
    }

    /// `GET authorize`: asks who it shall be.
    func ask(_ request: Request) async throws -> Response {
        let query = FormParameters(decoding: request.uri.query ?? "")
        do throws(CannotAsk) {
            let question = try question(query ?? FormParameters())
            let ticket = await grants.keep(question, at: now())
            return await page(ticket: ticket, typed: nil)
        } catch {
            return answer(error)
        }
    }

    /// `POST authorize`: somebody chose.
    func choose(_ request: Request) async throws -> Response {
        guard let form = try await DevelopmentAnswer.form(of: request), let ticket = form["ticket"],
            let typed = form["tax_code"]
        else {
            return DevelopmentAnswer.page(DevelopmentPage.failed("La richiesta non è completa."), status: .badRequest)
        }
        guard let question = await grants.question(of: ticket, at: now()) else {
            return DevelopmentAnswer.page(
                DevelopmentPage.failed("La pagina è scaduta o è già stata usata: torni al servizio e acceda di nuovo."),
                status: .badRequest
            )
        }
        let taxCode = typed.filter { !$0.isWhitespace }.uppercased()
        guard taxCode.wholeMatch(of: /[A-Z0-9]{16}/) != nil else {
            let ticket = await grants.keep(question, at: now())
            return await page(ticket: ticket, typed: typed)
        }
        let listed = try await people().first { $0.taxCode == taxCode }
        let person = listed ?? DemoPerson(taxCode: taxCode, givenName: "", familyName: "", note: "")
        let code = await grants.code(for: DevelopmentGrants.Choice(question: question, person: person, instant: now()))
        var parameters = FormParameters()
        parameters.append("code", code)
        parameters.append("state", question.state)
        parameters.append("iss", issuer)
        return DevelopmentAnswer.seeOther(parameters.appended(to: question.redirectURI))
    }

    private func page(ticket: String, typed: String?) async -> Response {
        do {
            let page = DevelopmentPage(people: try await people(), ticket: ticket, typed: typed)
            return DevelopmentAnswer.page(page.html, status: typed == nil ? .ok : .unprocessableContent)
        } catch {
            return DevelopmentAnswer.page(
                DevelopmentPage.failed("L'elenco delle persone non è disponibile."),
                status: .internalServerError
            )
        }
    }

    /// The request, when nothing is wrong with it; the redirect URI is compared to the letter (RFC 9700 section 2.1).
    func question(_ query: FormParameters) throws(CannotAsk) -> DevelopmentGrants.Question {
        guard let clientID = query["client_id"], Secret.equal(clientID, client.id) else { throw .unknownClient }
        guard let redirectURI = query["redirect_uri"], client.redirectURIs.contains(redirectURI) else {
            throw .foreignRedirectURI
        }
        let state = query["state"]
        func refusal(_ code: String) -> CannotAsk { .refused(code, redirectURI: redirectURI, state: state) }
        guard query["response_type"] == "code" else { throw refusal("unsupported_response_type") }
        guard query["request"] == nil else { throw refusal("request_not_supported") }
        guard query["request_uri"] == nil else { throw refusal("request_uri_not_supported") }
        guard (query["scope"] ?? "").split(separator: " ").contains("openid") else { throw refusal("invalid_scope") }
        guard query["response_mode"] ?? "query" == "query" else { throw refusal("invalid_request") }
        // Whoever asks for an answer without a page gets none: nobody is ever known here beforehand.
        guard query["prompt"] != "none" else { throw refusal("login_required") }
        guard let state, state.utf8.count >= 32, let nonce = query["nonce"], nonce.utf8.count >= 32,
            query["code_challenge_method"] == ProofKey.method, let challenge = query["code_challenge"],
            Base64URL.decode(challenge)?.count == 32
        else { throw refusal("invalid_request") }
        return DevelopmentGrants.Question(
            clientID: clientID,
            redirectURI: redirectURI,
            state: state,
            nonce: nonce,
            challenge: challenge
        )
    }

    private func answer(_ reason: CannotAsk) -> Response {
        switch reason {
        case .unknownClient:
            DevelopmentAnswer.page(
                DevelopmentPage.failed("Il servizio che la manda qui non è registrato (client_id)."),
                status: .badRequest
            )
        case .foreignRedirectURI:
            DevelopmentAnswer.page(
                DevelopmentPage.failed("L'indirizzo di ritorno non è registrato (redirect_uri)."),
                status: .badRequest
            )
        case .refused(let code, let redirectURI, let state):
            DevelopmentAnswer.seeOther(refusal(code, state: state).appended(to: redirectURI))
        }
    }

    private func refusal(_ code: String, state: String?) -> FormParameters {
        var parameters = FormParameters()
        parameters.append("error", code)
        parameters.append("state", state)
        parameters.append("iss", issuer)
        return parameters
    }
}
