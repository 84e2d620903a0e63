internal import Foundation
internal import OpenIDConnect

/// What the development provider has given and not yet forgotten, in memory.
actor DevelopmentGrants {
    /// An authorization request that was found good.
    struct Question: Sendable {
        let clientID: String
        let redirectURI: String
        let state: String
        let nonce: String
        let challenge: String
    }

    /// Whom somebody chose to be.
    struct Choice: Sendable {
        let question: Question
        let person: DemoPerson
        let instant: Date
    }

    struct Redeemed: Sendable {
        let choice: Choice
        let accessToken: String
    }

    private struct Grant {
        let choice: Choice
        let expires: Date
        /// Set at the first use, good or bad: a code serves once.
        var isUsed = false
        var accessToken: String?
    }

    private struct Dated<Value> {
        let value: Value
        let expires: Date
    }

    static let codeLifetime: TimeInterval = 60
    static let tokenLifetime: TimeInterval = 300
    private static let pageLifetime: TimeInterval = 600

    private var questions: [String: Dated<Question>] = [:]
    private var grants: [String: Grant] = [:]
    private var tokens: [String: Dated<Choice>] = [:]
    private var assertions: [String: Date] = [:]

    /// Keeps a request while the person chooses; the ticket stands in the page in its place.
    func keep(_ question: Question, at now: Date) -> String {
        forget(at: now)
        let ticket = Secret.random()
        questions[ticket] = Dated(value: question, expires: now + Self.pageLifetime)
        return ticket
    }

    func question(of ticket: String, at now: Date) -> Question? {
        guard let found = questions.removeValue(forKey: ticket), now < found.expires else { return nil }
        return found.value
    }

    func code(for choice: Choice) -> String {
        let code = Secret.random()
        grants[code] = Grant(choice: choice, expires: choice.instant + Self.codeLifetime)
        return code
    }

    /// Gives tokens for a code, once.
    ///
    /// Any use spends it. A second one also takes back what the first gave (RFC 6749 section 4.1.2), since one of the two
    /// came from somebody who should not have had the code.
    func redeem(_ code: String, clientID: String, redirectURI: String, verifier: String, at now: Date) -> Redeemed? {
        guard let grant = grants[code] else { return nil }
        if grant.isUsed {
            if let token = grant.accessToken { tokens[token] = nil }
            return nil
        }
        grants[code]?.isUsed = true
        let question = grant.choice.question
        guard now < grant.expires, Secret.equal(clientID, question.clientID),
            Secret.equal(redirectURI, question.redirectURI), ProofKey.isWellFormed(verifier),
            Secret.equal(ProofKey.challenge(for: verifier), question.challenge)
        else { return nil }
        let token = Secret.random()
        grants[code]?.accessToken = token
        tokens[token] = Dated(value: grant.choice, expires: now + Self.tokenLifetime)
        return Redeemed(choice: grant.choice, accessToken: token)
    }

    func choice(of accessToken: String, at now: Date) -> Choice? {
        guard let found = tokens[accessToken], now < found.expires else { return nil }
        return found.value
    }

    /// Takes back all that a person's sign-ins gave.
    func revoke(subject: String, of name: @Sendable (DemoPerson) -> String) {
        tokens = tokens.filter { name($0.value.value.person) != subject }
    }

    /// Whether an assertion's identifier is seen for the first time.
    func isNew(assertion id: String, until expires: Date, at now: Date) -> Bool {
        assertions = assertions.filter { $0.value > now }
        return assertions.updateValue(expires, forKey: id) == nil
    }

    private func forget(at now: Date) {
        questions = questions.filter { $0.value.expires > now }
        tokens = tokens.filter { $0.value.expires > now }
        // A spent code is remembered as long as what it gave may live, to notice a second use.
        grants = grants.filter { $0.value.expires + Self.tokenLifetime > now }
    }
}
