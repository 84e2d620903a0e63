/// The signatures that are accepted and made, a list that no configuration and no token can widen.
///
/// AgID's guidelines allow RS and ES; `none` and HMAC are the two classic ways to forge a token (RFC 8725 section 2.1).
public enum SignatureAlgorithm: String, Sendable, Hashable, CaseIterable {
    case es256 = "ES256"
    case rs256 = "RS256"

    /// The `kty` of the keys that make it.
    var keyType: String {
        switch self {
        case .es256: "EC"
        case .rs256: "RSA"
        }
    }
}
