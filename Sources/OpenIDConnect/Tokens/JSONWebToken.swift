internal import Foundation

/// A signed token in compact form (RFC 7515, RFC 7519), read and not yet believed.
public struct JSONWebToken: Sendable {
    public let header: [String: JSONValue]
    /// What the token says; to be believed only after `verify(with:)`.
    public let claims: [String: JSONValue]
    public let algorithm: SignatureAlgorithm
    public let keyID: String?
    private let signedBytes: [UInt8]
    private let signature: [UInt8]

    /// Larger texts are refused unread.
    static let largest = 64 * 1024

    public init(reading compact: String) throws(CannotTrustToken) {
        guard compact.utf8.count <= Self.largest else { throw .malformed }
        let parts = compact.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 5 { throw .encrypted }
        guard parts.count == 3, let header = Self.object(parts[0]), let claims = Self.object(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { throw .malformed }
        guard let name = header["alg"]?.string else { throw .malformed }
        guard let algorithm = SignatureAlgorithm(rawValue: name) else {
            throw .algorithmNotAllowed(String(name.prefix(20)))
        }
        if header["crit"] != nil { throw .criticalExtension }
        self.header = header
        self.claims = claims
        self.algorithm = algorithm
        self.signature = signature
        keyID = header["kid"]?.string
        signedBytes = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// Checks the signature with the one key of the set that the token names.
    public func verify(with keys: KeySet) throws(CannotTrustToken) {
        guard let key = keys.key(for: self) else { throw .unknownKey(keyID) }
        guard key.isValid(signature: signature, of: signedBytes) else { throw .wrongSignature }
    }

    /// Checks the signature with the keys of one party, whatever the token calls its key.
    ///
    /// Where all keys are of the one who claims to have signed, the name is a convenience and no part of the proof.
    ///
    /// - Returns: The key that signed it.
    public func verify(withAnyOf keys: [VerificationKey]) throws(CannotTrustToken) -> VerificationKey {
        let fitting = keys.filter { $0.algorithm == algorithm }
        if fitting.isEmpty { throw .unknownKey(keyID) }
        guard let key = fitting.first(where: { $0.isValid(signature: signature, of: signedBytes) }) else {
            throw .wrongSignature
        }
        return key
    }

    private static func object(_ part: Substring) -> [String: JSONValue]? {
        Base64URL.decode(part).flatMap { JSONValue(json: $0)?.object }
    }
}
