import Foundation
import Testing

@testable import OpenIDConnect

@Suite("Secrets and encodings")
struct KernelTests {
    @Test("The challenge of a verifier is the one of RFC 7636, appendix B")
    func challenge() {
        #expect(
            ProofKey.challenge(for: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        )
    }

    @Test("The hash of an access token is the one of OpenID Connect Core, appendix A.3")
    func hash() {
        #expect(accessTokenHash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y") == "77QmUPtjPfzWtF2AnpK9RQ")
    }

    @Test("Random values fit a verifier, a state and a nonce, and do not repeat")
    func random() {
        let values = (0..<1000).map { _ in Secret.random() }
        #expect(Set(values).count == 1000)
        #expect(values.allSatisfy { ProofKey.isWellFormed($0) && $0.count == 43 })
    }

    @Test("Two texts are equal only when all of them is", arguments: [("", "a"), ("ab", "ac"), ("ab", "abc")])
    func equal(one: String, other: String) {
        #expect(Secret.equal(one, one))
        #expect(!Secret.equal(one, other))
    }

    @Test("A verifier has 43 to 128 unreserved characters")
    func verifier() {
        #expect(!ProofKey.isWellFormed(String(repeating: "a", count: 42)))
        #expect(ProofKey.isWellFormed(String(repeating: "~", count: 128)))
        #expect(!ProofKey.isWellFormed(String(repeating: "a", count: 129)))
        #expect(!ProofKey.isWellFormed(String(repeating: "è", count: 43)))
    }

    @Test("Bytes of any length come back from Base64 for URLs")
    func base64() {
        for length in 0..<70 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37 + length) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
        #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
    }

    @Test(
        "Base64 with padding, of the other alphabet or with spaces is refused",
        arguments: ["YQ==", "+/8", "YQ YQ", "a"]
    )
    func strict(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("A form comes back as it was written")
    func form() throws {
        var form = FormParameters()
        form.append("nome", "Niccolò & C. = 100% + 1")
        form.append("vuoto", "")
        #expect(form.encoded == "nome=Niccol%C3%B2%20%26%20C.%20%3D%20100%25%20%2B%201&vuoto=")
        #expect(try #require(FormParameters(decoding: form.encoded)) == form)
        #expect(FormParameters(decoding: "a=b+c")?["a"] == "b c")
    }

    @Test("A broken escape, or bytes that are no text, are refused", arguments: ["a=%", "a=%2", "a=%zz", "a=%ff"])
    func brokenForm(text: String) {
        #expect(FormParameters(decoding: text) == nil)
    }

    @Test("A parameter given twice counts as absent")
    func twice() {
        #expect(FormParameters(decoding: "state=a&state=a")?["state"] == nil)
    }

    @Test("Whole numbers stay whole in JSON")
    func numbers() {
        let text = #"{"exp":1795411590,"half":0.5,"list":[true,null,"è"]}"#
        #expect(JSONValue(json: Array(text.utf8)).map { String(decoding: $0.json, as: UTF8.self) } == text)
    }

    @Test(
        "Only the machine itself is loopback",
        arguments: [
            ("http://127.0.0.1:8080", true), ("http://127.8.9.10", true), ("http://[::1]:80", true),
            ("http://LOCALHOST/x", true), ("http://127.0.0.1.example.org", false), ("http://127.evil.org", false),
            ("http://localhost.example.org", false), ("http://10.0.0.1", false), ("http://[::2]", false),
            ("http://127.0.0", false), ("http://127.0.0.256", false),
        ]
    )
    func loopback(url: String, isLoopback: Bool) throws {
        #expect(try #require(WebAddress(url)).isLoopback == isLoopback)
    }

    @Test(
        "An address has no credentials, no fragment, and is of the web",
        arguments: ["ftp://a", "http://", "http://u:p@a", "https://a#b", "/a", "javascript:alert(1)", ""]
    )
    func address(url: String) {
        #expect(WebAddress(url) == nil)
    }
}
