internal import Crypto
internal import Foundation
internal import JWTKit

/// A private key that signs tokens, and what may be published of it.
public struct SigningKey: Sendable {
    public let algorithm: SignatureAlgorithm
    public let keyID: String
    /// The public half as a JWK.
    public let publicJWK: JSONValue
    public let verificationKey: VerificationKey
    private let signature: @Sendable ([UInt8]) throws -> [UInt8]

    /// A text in PEM form holds no key that can be used here.
    public struct CannotReadKey: Error, Hashable, Sendable {
        public init() {}
    }

    /// A new key on P-256, which lives as long as the process.
    public static func generated() -> SigningKey {
        SigningKey(P256.Signing.PrivateKey(), keyID: nil)
    }

    /// Reads an EC P-256 or an RSA key (at least 2048 bits) in PEM.
    ///
    /// Without a name the key is called by its thumbprint (RFC 7638), so that it is called the same after each start.
    public init(pem: String, keyID: String? = nil) async throws(CannotReadKey) {
        if let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) {
            self.init(key, keyID: keyID)
        } else if let key = try? JWTKit.Insecure.RSA.PrivateKey(pem: pem) {
            do {
                try await self.init(key, keyID: keyID)
            } catch {
                throw CannotReadKey()
            }
        } else {
            throw CannotReadKey()
        }
    }

    private init(_ key: P256.Signing.PrivateKey, keyID: String?) {
        let numbers = Self.numbers(of: key.publicKey)
        algorithm = .es256
        self.keyID = keyID ?? Self.thumbprint(numbers)
        publicJWK = Self.published(numbers, algorithm: .es256, keyID: self.keyID)
        verificationKey = VerificationKey(key.publicKey, keyID: self.keyID)
        signature = { [UInt8](try key.signature(for: Data($0)).rawRepresentation) }
    }

    private init(_ key: JWTKit.Insecure.RSA.PrivateKey, keyID: String?) async throws {
        let numbers = try Self.numbers(of: key.publicKey)
        let rsa = try await JWTKeyCollection().add(rsa: key, digestAlgorithm: .sha256).getKey()
        algorithm = .rs256
        self.keyID = keyID ?? Self.thumbprint(numbers)
        publicJWK = Self.published(numbers, algorithm: .rs256, keyID: self.keyID)
        verificationKey = try await VerificationKey(key.publicKey, keyID: self.keyID)
        signature = { try rsa.sign($0) }
    }

    /// The required members of a JWK (RFC 7638 section 3.2).
    static func numbers(of key: P256.Signing.PublicKey) -> [String: JSONValue] {
        let point = key.x963Representation
        return [
            "kty": "EC", "crv": "P-256", "x": .string(Base64URL.encode(point.dropFirst().prefix(32))),
            "y": .string(Base64URL.encode(point.suffix(32))),
        ]
    }

    static func numbers(of key: JWTKit.Insecure.RSA.PublicKey) throws -> [String: JSONValue] {
        let primitives = try key.getKeyPrimitives()
        return [
            "kty": "RSA", "n": .string(Base64URL.encode(primitives.modulus)),
            "e": .string(Base64URL.encode(primitives.publicExponent)),
        ]
    }

    static func published(
        _ numbers: [String: JSONValue],
        algorithm: SignatureAlgorithm,
        keyID: String
    ) -> JSONValue {
        .object(
            numbers.merging(["kid": .string(keyID), "alg": .string(algorithm.rawValue), "use": "sig"]) { $1 }
        )
    }

    /// The signed token in compact form.
    public func sign(_ claims: [String: JSONValue], type: String = "JWT") throws -> String {
        let header: JSONValue = ["alg": .string(algorithm.rawValue), "kid": .string(keyID), "typ": .string(type)]
        let signed = "\(Base64URL.encode(header.json)).\(Base64URL.encode(JSONValue.object(claims).json))"
        return "\(signed).\(Base64URL.encode(try signature(Array(signed.utf8))))"
    }

    /// The digest of the required members in the order of their names (RFC 7638 section 3).
    static func thumbprint(_ required: [String: JSONValue]) -> String {
        Base64URL.encode(Data(SHA256.hash(data: Data(JSONValue.object(required).json))))
    }
}
