public import Foundation

/// A sign-in that has begun, to be kept on the server under the browser's session until the answer comes.
///
/// It serves once: whoever takes it out for an answer, a good or a bad one, removes it in the same step.
public struct PendingSignIn: Sendable, Hashable, Codable {
    public let state: String
    public let nonce: String
    /// The code verifier of PKCE, which never leaves the server but for the token endpoint.
    public let verifier: String
    public let issuedAt: Date
    /// The page of ours that the person wanted.
    public let returnTo: String
    /// Whether the person had to sign in anew, as before something grave.
    public let isFresh: Bool

    public init(
        state: String,
        nonce: String,
        verifier: String,
        issuedAt: Date,
        returnTo: String,
        isFresh: Bool = false
    ) {
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
        self.issuedAt = issuedAt
        self.returnTo = returnTo
        self.isFresh = isFresh
    }

    /// A new one, with secrets that nobody can guess.
    public static func begun(at now: Date, returnTo: String, isFresh: Bool = false) -> PendingSignIn {
        PendingSignIn(
            state: Secret.random(),
            nonce: Secret.random(),
            verifier: Secret.random(),
            issuedAt: now,
            returnTo: returnTo,
            isFresh: isFresh
        )
    }
}
