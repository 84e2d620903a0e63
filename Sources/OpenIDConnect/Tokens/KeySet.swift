internal import Crypto
internal import Foundation
internal import JWTKit

/// The public keys of a party (JWK Set, RFC 7517).
public struct KeySet: Sendable {
    private let keys: [VerificationKey]

    public init(_ keys: [VerificationKey]) {
        self.keys = keys
    }

    /// Reads a set; `nil` when it is none.
    ///
    /// Keys for other uses or of unknown kinds are passed over: a provider may add some at any time (RFC 7517 section 5).
    public init?(json: [UInt8]) async {
        guard let members = JSONValue(json: json)?["keys"]?.array else { return nil }
        var keys: [VerificationKey] = []
        for member in members {
            keys += await VerificationKey.reading(member)
        }
        self.keys = keys
    }

    /// The key that a token names, or the only one of its algorithm when it names none.
    func key(for token: JSONWebToken) -> VerificationKey? {
        let fitting = keys.filter { $0.algorithm == token.algorithm }
        if let name = token.keyID { return fitting.first { $0.keyID == name } }
        return fitting.count == 1 ? fitting[0] : nil
    }
}

/// A public key bound to one algorithm.
public struct VerificationKey: Sendable {
    public let algorithm: SignatureAlgorithm
    public let keyID: String?
    private let check: @Sendable (_ signature: [UInt8], _ bytes: [UInt8]) -> Bool

    func isValid(signature: [UInt8], of bytes: [UInt8]) -> Bool {
        check(signature, bytes)
    }

    init(_ key: P256.Signing.PublicKey, keyID: String?) {
        algorithm = .es256
        self.keyID = keyID
        check = { signature, bytes in
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: Data(signature)) else {
                return false
            }
            return key.isValidSignature(signature, for: Data(bytes))
        }
    }

    init(_ key: JWTKit.Insecure.RSA.PublicKey, keyID: String?) async throws {
        let rsa = try await JWTKeyCollection().add(rsa: key, digestAlgorithm: .sha256).getKey()
        algorithm = .rs256
        self.keyID = keyID
        check = { signature, bytes in (try? rsa.verify(signature, signs: bytes)) ?? false }
    }

    /// The key of a JWK in JSON; `nil` when it is not one to check signatures with.
    public init?(jwk: String) async {
        guard let json = JSONValue(json: jwk.utf8), let key = await Self.reading(json).first else { return nil }
        self = key
    }

    /// The key of a JWK, or none when it is not one to check signatures with.
    static func reading(_ jwk: JSONValue) async -> [VerificationKey] {
        guard let type = jwk["kty"]?.string,
            let algorithm = SignatureAlgorithm.allCases.first(where: { $0.keyType == type }),
            jwk["use"] == nil || jwk["use"] == "sig",
            jwk["alg"] == nil || jwk["alg"]?.string == algorithm.rawValue
        else { return [] }
        let keyID = jwk["kid"]?.string
        switch algorithm {
        case .es256:
            guard jwk["crv"] == "P-256", let x = jwk["x"]?.string.flatMap({ Base64URL.decode($0) }),
                let y = jwk["y"]?.string.flatMap({ Base64URL.decode($0) }), x.count == 32, y.count == 32,
                let key = try? P256.Signing.PublicKey(x963Representation: Data([4] + x + y))
            else { return [] }
            return [VerificationKey(key, keyID: keyID)]
        case .rs256:
            guard let modulus = jwk["n"]?.string, let exponent = jwk["e"]?.string,
                let key = try? JWTKit.Insecure.RSA.PublicKey(modulus: modulus, exponent: exponent),
                let verification = try? await VerificationKey(key, keyID: keyID)
            else { return [] }
            return [verification]
        }
    }
}
