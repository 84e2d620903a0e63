import Crypto
import Testing

@testable import OpenIDConnect

@Suite("Public keys in PEM")
struct PublicKeyTests {
    @Test("An EC key and an RSA key are read, called by their thumbprint, and prove what their owner signed")
    func read() async throws {
        let elliptic = P256.Signing.PrivateKey()
        for (publicPEM, privatePEM) in [
            (elliptic.publicKey.pemRepresentation, elliptic.pemRepresentation),
            (samplePublicRSAKey, sampleRSAKey),
        ] {
            let key = try PublicKey(pem: publicPEM.replacing("\n", with: "\r\n"))
            let signing = try await SigningKey(pem: privatePEM)
            #expect(key.keyID == signing.keyID && key.algorithm == signing.algorithm)
            #expect(key.jwk == signing.publicJWK)
            let verification = try #require(await VerificationKey(jwk: String(decoding: key.jwk.json, as: UTF8.self)))
            let token = try JSONWebToken(reading: try signing.sign(["a": 1]))
            let others = [SigningKey.generated().verificationKey]
            #expect(try token.verify(withAnyOf: others + [verification]).keyID == key.keyID)
            #expect(throws: CannotTrustToken.self) { try token.verify(withAnyOf: others) }
        }
    }

    @Test("A name of one's own goes before the thumbprint")
    func named() throws {
        let pem = P256.Signing.PrivateKey().publicKey.pemRepresentation
        let key = try PublicKey(pem: pem, keyID: "2026-12")
        #expect(key.keyID == "2026-12" && key.jwk["kid"] == "2026-12")
    }

    @Test("A private key, another curve and no key at all are refused, each for its reason")
    func refused() {
        #expect(throws: PublicKey.CannotRead.privateKey) {
            try PublicKey(pem: P256.Signing.PrivateKey().pemRepresentation)
        }
        #expect(throws: PublicKey.CannotRead.notUsable) {
            try PublicKey(pem: P384.Signing.PrivateKey().publicKey.pemRepresentation)
        }
        #expect(throws: PublicKey.CannotRead.notUsable) { try PublicKey(pem: "-----BEGIN PUBLIC KEY-----") }
    }
}

/// The public half of ``sampleRSAKey``, as `openssl pkey -pubout` writes it.
private let samplePublicRSAKey = """
    -----BEGIN PUBLIC KEY-----
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsAjFhybeCy/keo4LO6gY
    Gkdao6fH22K5+ObKgYSj5qDWtQd/q4NO8kXPW/fr+xMbVKPPuR3d1KjKTq3qbuHe
    PhQDTPZX/0FPeIcLKR5HqhjGe6dqmV09gvNKwFXKtaKeozGCguaORT6diAI5HLoM
    GRDQ/hAGnuREsU7x7MKWS/Boqg75DFhXY2wQ8FkTrMKV6VqsF4Wbz11+Iuu8iJQj
    IbfgxJZQ1sL5s8ciQ7lVFsWuard1onLzx7aav7CBKo9FFOy0FUIVUQFRqIlaS0fb
    Oa+w0HtBUHNrsje2L9n03UiLbY8+3nYhyY9RLZjZY/DRYY5WDgZe5FvJbI6WASIb
    nwIDAQAB
    -----END PUBLIC KEY-----

    """
