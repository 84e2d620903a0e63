/// Why a signed token is not believed.
public enum CannotTrustToken: Error, Hashable, Sendable {
    case malformed
    /// A JWE where a JWS was expected.
    case encrypted
    case algorithmNotAllowed(String)
    /// An extension that the token calls critical and that nobody here understands (RFC 7515 section 4.1.11).
    case criticalExtension
    case unknownKey(String?)
    case wrongSignature
    case missingClaim(String)
    case wrongIssuer
    case wrongAudience
    /// `azp` is somebody else, or is missing although the token is for several (OpenID Connect Core 3.1.3.7).
    case wrongAuthorizedParty
    case wrongSubject
    case expired
    case notYetValid
    case wrongNonce
    case wrongAccessTokenHash
    /// The person signed in with less than what is asked, or with a level that nobody here knows.
    case levelTooLow(String?)
    /// A fresh sign-in was asked for and the person's is older.
    case signInTooOld
    /// The token, or its identifier, has been seen already.
    case reused
}
