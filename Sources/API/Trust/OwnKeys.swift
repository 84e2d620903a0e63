internal import Domain
internal import Foundation
internal import OpenIDConnect

/// Our own signing keys as this process knows them: the one that signs, and those whose tokens are good.
actor OwnKeys {
    private let store: AccessTokenKeys
    private var known: (period: Int64, keys: [SigningKey])?
    private var lastLook: Date?

    init(_ store: AccessTokenKeys) {
        self.store = store
    }

    /// The live keys, the one that signs first.
    func live() async throws -> [SigningKey] {
        if let known, known.period == store.period { return known.keys }
        return try await read()
    }

    /// Checks that a token is one of ours.
    ///
    /// Another process may have made a key that is not known here yet: the store is asked again, once in some seconds.
    func verify(_ token: JSONWebToken, at now: Date) async throws {
        let keys = try await live()
        if keys.contains(where: { $0.keyID == token.keyID }) || !mayLook(at: now) {
            return try token.verify(with: KeySet(keys.map(\.verificationKey)))
        }
        try token.verify(with: KeySet(try await read().map(\.verificationKey)))
    }

    private func mayLook(at now: Date) -> Bool {
        if let lastLook, now.timeIntervalSince(lastLook) < 5 { return false }
        lastLook = now
        return true
    }

    private func read() async throws -> [SigningKey] {
        let period = store.period
        var keys: [SigningKey] = []
        for key in try await store.live() { keys.append(try await SigningKey(pem: key.pem)) }
        known = (period, keys)
        return keys
    }
}
