import TestSupport
import Testing

@testable import Domain

extension World {
    /// Somebody as an identity provider tells of them.
    func signIn(_ key: String) throws -> SignedInPerson {
        let found = try #require(operators[key])
        return SignedInPerson(
            taxCode: found.taxCode,
            givenName: found.givenName,
            familyName: found.familyName,
            assurance: 2,
            authenticatedAt: time.now,
            providerSession: "id-token"
        )
    }

    /// A session of somebody who wears the first of their hats.
    func session(of key: String) async throws -> (Sessions, SessionToken) {
        let sessions = Sessions(store)
        let person = try signIn(key)
        let token = try await sessions.open(for: person, device: "Test")
        let roles = try await People(store).roles(of: person.taxCode)
        let role = try #require(roles.first)
        try await sessions.wear(role, in: token)
        return (sessions, token)
    }
}
