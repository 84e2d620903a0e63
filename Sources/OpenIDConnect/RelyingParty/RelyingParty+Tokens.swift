internal import Foundation

/// What the token endpoint gave for the code.
struct TokenAnswer: Sendable {
    let accessToken: String
    let idToken: String
}

extension RelyingParty {
    /// Gives the code for tokens (OpenID Connect Core 3.1.3.1, RFC 7636 section 4.5).
    func exchange(
        _ code: String,
        pending: PendingSignIn,
        at metadata: ProviderMetadata,
        now: Date
    ) async throws -> TokenAnswer {
        var form = FormParameters()
        form.append("grant_type", "authorization_code")
        form.append("code", code)
        form.append("redirect_uri", settings.redirectURI)
        form.append("code_verifier", pending.verifier)
        var headers = [
            HTTPHeader("Accept", "application/json"),
            HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
        ]
        switch settings.clientAuthentication {
        case .privateKey(let key, let audience):
            let target = audience == .issuer ? metadata.issuer : metadata.tokenEndpoint
            form.append("client_id", settings.clientID)
            form.append("client_assertion_type", ClientAssertion.type)
            form.append(
                "client_assertion",
                try ClientAssertion(clientID: settings.clientID, audience: target).signed(by: key, at: now)
            )
        case .secretBasic(let secret):
            headers.append(HTTPHeader("Authorization", Self.basic(settings.clientID, secret)))
        case .secretPost(let secret):
            form.append("client_id", settings.clientID)
            form.append("client_secret", secret)
        }
        let request = HTTPRequestValue(
            method: .post,
            url: metadata.tokenEndpoint,
            headers: headers,
            body: Array(form.encoded.utf8)
        )
        return try Self.tokens(in: try await provider.answer(to: request, of: .token))
    }

    private static func tokens(in answer: HTTPResponseValue) throws(CannotSignIn) -> TokenAnswer {
        let body = JSONValue(json: answer.body)
        guard answer.status == 200 else {
            if (400..<500).contains(answer.status), let error = body?["error"]?.string {
                throw .codeRefused(ErrorCode.clean(error))
            }
            throw .providerUnavailable(.token, reason: "status \(answer.status)")
        }
        guard let accessToken = body?["access_token"]?.string, let idToken = body?["id_token"]?.string,
            body?["token_type"]?.string?.lowercased() == "bearer"
        else { throw .providerUnavailable(.token, reason: "no bearer and ID token") }
        return TokenAnswer(accessToken: accessToken, idToken: idToken)
    }

    /// Name and secret are encoded as in a form before they are joined (RFC 6749 section 2.3.1).
    static func basic(_ clientID: String, _ secret: String) -> String {
        let pair = "\(FormParameters.encode(clientID)):\(FormParameters.encode(secret))"
        return "Basic \(Data(pair.utf8).base64EncodedString())"
    }
}

/// The assertion by which a client proves that it holds its key (RFC 7523 section 3, OpenID Connect Core section 9).
public struct ClientAssertion: Sendable {
    /// The value of `client_assertion_type`.
    public static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    /// How long it lives, in seconds: one request.
    static let lifetime = 60

    let clientID: String
    let audience: String

    /// Whole seconds, and no claim beyond those that are asked: gateways refuse the rest.
    func signed(by key: SigningKey, at now: Date) throws -> String {
        let issued = Int64(now.timeIntervalSince1970.rounded(.down))
        return try key.sign([
            "iss": .string(clientID),
            "sub": .string(clientID),
            "aud": .string(audience),
            "jti": .string(Secret.random()),
            "iat": .integer(issued),
            "exp": .integer(issued + Int64(Self.lifetime)),
        ])
    }
}
