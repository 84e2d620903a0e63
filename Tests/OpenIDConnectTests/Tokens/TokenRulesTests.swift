import Foundation
import Testing

@testable import OpenIDConnect

@Suite("Rules of a token")
struct TokenRulesTests {
    let now = Date(timeIntervalSince1970: 1000)
    let rules = TokenRules(issuer: "i", audiences: ["me"], leeway: 30)
    let good: [String: JSONValue] = ["iss": "i", "aud": ["me", "you"], "exp": 1100, "iat": .number(990.5), "nbf": 990]

    @Test("A good token passes")
    func passes() throws {
        try rules.check(good, at: now)
    }

    @Test("The two clocks may be half a minute apart, and no more")
    func leeway() throws {
        try rules.check(good.merging(["exp": 971, "iat": 1030, "nbf": 1030]) { $1 }, at: now)
        #expect(throws: CannotTrustToken.expired) { try rules.check(good.merging(["exp": 970]) { $1 }, at: now) }
        #expect(throws: CannotTrustToken.notYetValid) { try rules.check(good.merging(["iat": 1031]) { $1 }, at: now) }
        #expect(throws: CannotTrustToken.notYetValid) { try rules.check(good.merging(["nbf": 1031]) { $1 }, at: now) }
    }

    @Test("A missing claim is named", arguments: ["iss", "aud", "exp", "iat"])
    func missing(name: String) {
        #expect(throws: CannotTrustToken.missingClaim(name)) {
            try rules.check(good.filter { $0.key != name }, at: now)
        }
    }

    @Test("Another issuer, an issuer with a slash more and another audience are refused")
    func others() {
        for issuer in ["j", "i/", "I"] {
            #expect(throws: CannotTrustToken.wrongIssuer) {
                try rules.check(good.merging(["iss": .string(issuer)]) { $1 }, at: now)
            }
        }
        #expect(throws: CannotTrustToken.wrongAudience) {
            try rules.check(good.merging(["aud": "you"]) { $1 }, at: now)
        }
    }

    @Test("Instants in words are refused")
    func words() {
        #expect(throws: CannotTrustToken.missingClaim("exp")) {
            try rules.check(good.merging(["exp": "1100"]) { $1 }, at: now)
        }
        #expect(throws: CannotTrustToken.malformed) { try rules.check(good.merging(["nbf": "0"]) { $1 }, at: now) }
    }
}
