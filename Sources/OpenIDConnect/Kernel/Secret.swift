internal import Crypto
internal import Foundation

/// Values that nobody can guess, and their comparison.
public enum Secret {
    /// 32 random bytes in 43 characters of the URL alphabet.
    ///
    /// Enough for a code verifier (RFC 7636 section 4.1 asks for 43 to 128) and for the 32 characters that SPID and CIE
    /// ask of `state` and `nonce`.
    public static func random() -> String {
        Base64URL.encode(SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) })
    }

    /// Whether two texts are equal, in a time that does not tell where they differ.
    ///
    /// The digests are compared, so that neither the length nor a common beginning shows.
    public static func equal(_ one: String, _ other: String) -> Bool {
        let first = SHA256.hash(data: Data(one.utf8))
        let second = SHA256.hash(data: Data(other.utf8))
        return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Proof Key for Code Exchange (RFC 7636), method `S256` only.
public enum ProofKey {
    public static let method = "S256"

    /// The challenge that the authorization request shows for a verifier that stays with us.
    public static func challenge(for verifier: String) -> String {
        Base64URL.encode(Data(SHA256.hash(data: Data(verifier.utf8))))
    }

    /// Whether a verifier has the length and the alphabet of RFC 7636 section 4.1.
    public static func isWellFormed(_ verifier: String) -> Bool {
        (43...128).contains(verifier.utf8.count) && verifier.utf8.allSatisfy(FormParameters.isUnreserved)
    }
}

/// The left half of the SHA-256 of an access token, as `at_hash` holds it (OpenID Connect Core 3.1.3.6).
///
/// Both algorithms that are allowed here, RS256 and ES256, hash with SHA-256.
public func accessTokenHash(_ accessToken: String) -> String {
    Base64URL.encode(Data(SHA256.hash(data: Data(accessToken.utf8)).prefix(16)))
}
