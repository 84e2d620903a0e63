import Foundation
import Testing

@testable import OpenIDConnect

@Suite("Signed tokens")
struct JSONWebTokenTests {
    /// RFC 7515, appendix A.3.
    let token =
        "eyJhbGciOiJFUzI1NiJ9"
        + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
    let key = #"""
        {"keys":[{"kty":"oct","k":"AAAA"},{"kty":"EC","crv":"P-256","alg":"ES256","use":"enc","kid":"x","x":"","y":""},
        {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
        "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"},{"kty":"OKP","crv":"Ed25519","x":"AA"}]}
        """#

    @Test("The token of RFC 7515, appendix A.3, is believed, among keys of other kinds")
    func vector() async throws {
        let keys = try #require(await KeySet(json: Array(key.utf8)))
        let read = try JSONWebToken(reading: token)
        try read.verify(with: keys)
        #expect(read.claims["iss"] == "joe")
    }

    @Test("A changed payload is not believed")
    func changed() async throws {
        let keys = try #require(await KeySet(json: Array(key.utf8)))
        let forged = token.replacing(".eyJpc3MiOiJqb2Ui", with: ".eyJpc3MiOiJib2Ii")
        #expect(throws: CannotTrustToken.wrongSignature) { try JSONWebToken(reading: forged).verify(with: keys) }
    }

    @Test("The thumbprint is the one of RFC 7638, section 3.1")
    func thumbprint() {
        let modulus =
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3"
            + "oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHz"
            + "u6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8a"
            + "wapJzKnqDKgw"
        #expect(
            SigningKey.thumbprint(["kty": "RSA", "n": .string(modulus), "e": "AQAB"])
                == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
        )
    }

    @Test("A key in PEM signs what its published half verifies, EC and RSA")
    func pem() async throws {
        let rsa = try await SigningKey(pem: sampleRSAKey)
        #expect(rsa.algorithm == .rs256)
        for key in [rsa, .generated()] {
            let published: JSONValue = ["keys": [key.publicJWK]]
            let keys = try #require(await KeySet(json: published.json))
            try JSONWebToken(reading: try key.sign(["a": 1])).verify(with: keys)
            #expect(key.publicJWK["d"] == nil)
        }
    }

    @Test("What is no key is refused")
    func noKey() async {
        await #expect(throws: SigningKey.CannotReadKey()) { try await SigningKey(pem: "-----BEGIN X-----") }
    }

    @Test(
        "An algorithm outside the list is refused unread",
        arguments: ["none", "HS256", "ES384", "PS256", "rs256", ""]
    )
    func algorithms(name: String) {
        let header = Base64URL.encode(Array(#"{"alg":"\#(name)"}"#.utf8))
        #expect(throws: CannotTrustToken.algorithmNotAllowed(name)) { try JSONWebToken(reading: "\(header).e30.") }
    }

    @Test("A critical extension is refused")
    func critical() {
        let header = Base64URL.encode(Array(#"{"alg":"ES256","crit":["b64"],"b64":false}"#.utf8))
        #expect(throws: CannotTrustToken.criticalExtension) { try JSONWebToken(reading: "\(header).e30.AA") }
    }

    @Test(
        "What is no signed token is refused",
        arguments: ["", "a.b", "e30.e30.", "W10.e30.", "eyJhbGciOiJFUzI1NiJ9.W10.AA", "eyJhbGciOiJFUzI1NiJ9.e30.A=="]
    )
    func malformed(text: String) {
        #expect(throws: CannotTrustToken.malformed) { try JSONWebToken(reading: text) }
    }

    @Test("An encrypted token is told from a broken one")
    func encrypted() {
        #expect(throws: CannotTrustToken.encrypted) { try JSONWebToken(reading: "a.b.c.d.e") }
    }

    @Test("A token that names no key needs one key only")
    func unnamed() throws {
        let one = SigningKey.generated()
        let header = Base64URL.encode(Array(#"{"alg":"ES256"}"#.utf8))
        let token = try JSONWebToken(reading: "\(header).e30.AA")
        #expect(KeySet([one.verificationKey]).key(for: token)?.keyID == one.keyID)
        #expect(KeySet([one.verificationKey, SigningKey.generated().verificationKey]).key(for: token) == nil)
    }
}
