internal import Crypto
internal import Foundation

/// The private key that signs the checkpoints: Ed25519 or P-256.
public struct AuditSigningKey: Sendable {
    private enum Key: Sendable {
        case ed25519(Curve25519.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
    }

    private let key: Key
    /// Its public half, for whoever checks.
    public let verifyingKey: AuditVerifyingKey

    /// Reads what `openssl genpkey -algorithm ED25519` or `openssl ecparam -name prime256v1 -genkey` wrote.
    ///
    /// - Throws: ``UnusableAuditKey``
    public init(pem: String) throws {
        if let bytes = DER.bytes(of: "PRIVATE KEY", in: pem), let raw = DER.ed25519PrivateKey(bytes) {
            let key = try Curve25519.Signing.PrivateKey(rawRepresentation: raw)
            self.key = .ed25519(key)
            verifyingKey = AuditVerifyingKey(key.publicKey)
        } else if let key = try? P256.Signing.PrivateKey(pemRepresentation: DER.keyAlone(pem)) {
            self.key = .p256(key)
            verifyingKey = AuditVerifyingKey(key.publicKey)
        } else {
            throw UnusableAuditKey()
        }
    }

    /// The signature in base 64: of 64 bytes for Ed25519, in DER for P-256 with SHA-256, as openssl reads them.
    func signature(of text: String) throws -> String {
        let bytes = Data(text.utf8)
        return switch key {
        case .ed25519(let key): try key.signature(for: bytes).base64EncodedString()
        case .p256(let key): try key.signature(for: bytes).derRepresentation.base64EncodedString()
        }
    }
}

/// The public key that tells whether a checkpoint is ours.
public struct AuditVerifyingKey: Sendable {
    private enum Key: Sendable {
        case ed25519(Curve25519.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
    }

    private let key: Key
    /// The first 16 digits of the SHA-256 of the public key in DER, which stand in every checkpoint it signs.
    public let id: String

    /// Reads a public key, or the public half of a private one.
    ///
    /// - Throws: ``UnusableAuditKey``
    public init(pem: String) throws {
        if let bytes = DER.bytes(of: "PUBLIC KEY", in: pem), let raw = DER.ed25519PublicKey(bytes) {
            self.init(try Curve25519.Signing.PublicKey(rawRepresentation: raw))
        } else if let key = try? P256.Signing.PublicKey(pemRepresentation: pem) {
            self.init(key)
        } else {
            self = try AuditSigningKey(pem: pem).verifyingKey
        }
    }

    fileprivate init(_ key: Curve25519.Signing.PublicKey) {
        self.key = .ed25519(key)
        id = AuditVerifyingKey.id(DER.ed25519PublicPrefix + key.rawRepresentation)
    }

    fileprivate init(_ key: P256.Signing.PublicKey) {
        self.key = .p256(key)
        id = AuditVerifyingKey.id(key.derRepresentation)
    }

    private static func id(_ der: some DataProtocol) -> String {
        String(AuditEncoding.hexadecimal(SHA256.hash(data: der)).prefix(16))
    }

    func isSignature(_ signature: String, of text: String) -> Bool {
        guard let signature = Data(base64Encoded: signature) else { return false }
        let bytes = Data(text.utf8)
        switch key {
        case .ed25519(let key):
            return key.isValidSignature(signature, for: bytes)
        case .p256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: bytes)
        }
    }
}

/// The text holds no Ed25519 or P-256 key in PEM.
public struct UnusableAuditKey: Error, Hashable, Sendable, CustomStringConvertible {
    public init() {}

    public var description: String { "expected an Ed25519 or P-256 key as PEM, without a passphrase" }
}

/// As much of DER as an Ed25519 key needs (RFC 8410, section 10): all but the last 32 bytes is always the same.
private enum DER {
    static let ed25519PublicPrefix: [UInt8] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]
    private static let ed25519PrivatePrefix: [UInt8] = [
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]

    static func ed25519PublicKey(_ bytes: [UInt8]) -> [UInt8]? {
        tail(of: bytes, after: ed25519PublicPrefix)
    }

    static func ed25519PrivateKey(_ bytes: [UInt8]) -> [UInt8]? {
        tail(of: bytes, after: ed25519PrivatePrefix)
    }

    private static func tail(of bytes: [UInt8], after prefix: [UInt8]) -> [UInt8]? {
        guard bytes.count == prefix.count + 32, bytes.starts(with: prefix) else { return nil }
        return Array(bytes.dropFirst(prefix.count))
    }

    static func bytes(of label: String, in pem: String) -> [UInt8]? {
        guard let begin = pem.firstRange(of: "-----BEGIN \(label)-----"),
            let end = pem[begin.upperBound...].firstRange(of: "-----END \(label)-----")
        else { return nil }
        let body = pem[begin.upperBound..<end.lowerBound].filter { !$0.isWhitespace }
        return Data(base64Encoded: String(body)).map { Array($0) }
    }

    /// `openssl ecparam -genkey` writes the parameters of the curve in front, which nobody needs.
    static func keyAlone(_ pem: String) -> String {
        guard let end = pem.firstRange(of: "-----END EC PARAMETERS-----") else { return pem }
        return String(pem[end.upperBound...])
    }
}
