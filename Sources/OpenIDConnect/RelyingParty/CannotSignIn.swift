/// Why a sign-in stops.
///
/// The cases are stable: pages choose their words and logs their `code` by them. None carries a token or personal data.
public enum CannotSignIn: Error, Hashable, Sendable {
    /// The provider did not answer, or not with what an endpoint must answer.
    ///
    /// The reason is for the log of whoever runs the service, never for the page.
    case providerUnavailable(Endpoint, reason: String)
    /// The discovery document is of another issuer than the one that was configured.
    case discoveredAnotherIssuer(String)
    /// The discovery document lacks something, or offers nothing that is used here.
    case unusableProvider(String)
    /// The answer does not belong to the sign-in that this browser began.
    case wrongState
    /// The sign-in was begun too long ago.
    case tooLate
    /// The answer comes from another provider than the one that was asked (RFC 9207).
    case answerFromAnotherIssuer
    /// The provider, or the person, said no; the code of RFC 6749 section 4.1.2.1 or OpenID Connect Core 3.1.2.6.
    case refused(String)
    case missingCode
    /// The token endpoint said no; the code of RFC 6749 section 5.2.
    case codeRefused(String)
    case untrustedToken(CannotTrustToken)
    /// The UserInfo answer is about somebody else (OpenID Connect Core 5.3.2).
    case wrongSubject
    case missingTaxCode
    /// The person has an identifier of another State, or one that is no Italian tax code.
    case foreignTaxCode

    public enum Endpoint: String, Sendable, Hashable {
        case discovery
        case keys
        case token
        case userInfo = "userinfo"
    }

    /// A short name for logs.
    public var code: String {
        switch self {
        case .providerUnavailable(let endpoint, _): "provider-unavailable-\(endpoint.rawValue)"
        case .discoveredAnotherIssuer: "discovered-another-issuer"
        case .unusableProvider: "unusable-provider"
        case .wrongState: "wrong-state"
        case .tooLate: "too-late"
        case .answerFromAnotherIssuer: "answer-from-another-issuer"
        case .refused: "refused"
        case .missingCode: "missing-code"
        case .codeRefused: "code-refused"
        case .untrustedToken: "untrusted-token"
        case .wrongSubject: "wrong-subject"
        case .missingTaxCode: "missing-tax-code"
        case .foreignTaxCode: "foreign-tax-code"
        }
    }
}
