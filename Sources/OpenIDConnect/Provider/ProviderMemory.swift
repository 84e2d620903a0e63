internal import Foundation

/// The provider's document and keys, kept for a while.
actor ProviderMemory {
    private struct Kept<Value> {
        let value: Value
        let since: Date
    }

    private let settings: RelyingPartySettings
    private let provider: ProviderCall
    private var metadata: Kept<ProviderMetadata>?
    private var keys: Kept<KeySet>?
    private var lastSearch: Date?
    private var isAsking = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(settings: RelyingPartySettings, provider: ProviderCall) {
        self.settings = settings
        self.provider = provider
    }

    /// The provider's document, which must name the issuer that was configured.
    func metadata(at now: Date) async throws -> ProviderMetadata {
        try await alone {
            if let metadata, now.timeIntervalSince(metadata.since) < settings.memory { return metadata.value }
            guard WebAddress(settings.issuer)?.isConfidential == true else {
                throw CannotSignIn.unusableProvider("issuer")
            }
            let found = try ProviderMetadata(
                reading: try await provider.document(at: ProviderMetadata.address(of: settings.issuer), .discovery),
                issuer: settings.issuer,
                authentication: settings.clientAuthentication.method
            )
            metadata = Kept(value: found, since: now)
            return found
        }
    }

    /// Verifies a token with the provider's keys, and fetches them again when the token names one that is not there.
    ///
    /// That is how a provider changes its keys without telling anybody (OpenID Connect Core 10.1.1).
    func verify(_ token: JSONWebToken, at now: Date) async throws {
        let endpoint = try await metadata(at: now).keysEndpoint
        let keys = try await alone { try await currentKeys(for: token, from: endpoint, at: now) }
        do throws(CannotTrustToken) {
            try token.verify(with: keys)
        } catch {
            throw CannotSignIn.untrustedToken(error)
        }
    }

    private func currentKeys(for token: JSONWebToken, from endpoint: String, at now: Date) async throws -> KeySet {
        if let keys, now.timeIntervalSince(keys.since) < settings.memory {
            if keys.value.key(for: token) != nil { return keys.value }
            if let lastSearch, now.timeIntervalSince(lastSearch) < settings.keysPause { return keys.value }
            lastSearch = now
        }
        guard let found = await KeySet(json: try await provider.document(at: endpoint, .keys)) else {
            throw CannotSignIn.providerUnavailable(.keys, reason: "not a set of keys")
        }
        keys = Kept(value: found, since: now)
        return found
    }

    /// Runs one question at a time, so that a hundred people who sign in at once ask the provider once.
    private func alone<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        while isAsking {
            await withCheckedContinuation { waiting.append($0) }
        }
        isAsking = true
        defer {
            isAsking = false
            let woken = waiting
            waiting = []
            for continuation in woken { continuation.resume() }
        }
        return try await body()
    }
}
