internal import Crypto
internal import Foundation
internal import JWTKit

/// A party's public key as it is handed over: read from PEM, kept as a JWK.
public struct PublicKey: Sendable {
    public let algorithm: SignatureAlgorithm
    public let keyID: String
    /// The key as a JWK with its name (RFC 7517).
    public let jwk: JSONValue

    /// Why a text is no public key that may be used.
    public enum CannotRead: Error, Hashable, Sendable {
        /// Whoever hands over a private key has to make a new one.
        case privateKey
        /// Neither EC on P-256 nor RSA of at least 2048 bits, or no PEM at all.
        case notUsable
    }

    /// Reads an EC P-256 or an RSA key (at least 2048 bits) in PEM.
    ///
    /// Without a name the key is called by its thumbprint (RFC 7638).
    public init(pem: String, keyID: String? = nil) throws(CannotRead) {
        if pem.contains("PRIVATE KEY-----") { throw .privateKey }
        let pem = pem.replacing("\r\n", with: "\n")
        let numbers: [String: JSONValue]
        if let key = try? P256.Signing.PublicKey(pemRepresentation: pem) {
            numbers = SigningKey.numbers(of: key)
            algorithm = .es256
        } else if let key = try? JWTKit.Insecure.RSA.PublicKey(pem: pem),
            let found = try? SigningKey.numbers(of: key)
        {
            numbers = found
            algorithm = .rs256
        } else {
            throw .notUsable
        }
        self.keyID = keyID ?? SigningKey.thumbprint(numbers)
        jwk = SigningKey.published(numbers, algorithm: algorithm, keyID: self.keyID)
    }
}
