internal import Domain
internal import Foundation
internal import OpenIDConnect

/// What was said of a client cannot be carried out.
public struct UnusableAPIClient: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

/// A client to be made, as the command line says it.
public struct APIClientOrder: Sendable {
    public var agency: String
    public var branches: [String] = []
    public var scopes: [String] = []
    public var name: String?
    /// The path of a PEM file.
    public var publicKey: String?
    public var keyID: String?
    /// The id that the client has at another issuer.
    public var clientID: String?

    public init(agency: String) {
        self.agency = agency
    }
}

extension Services {
    /// Makes a client of an agency.
    ///
    /// - Returns: Its key id, if it has a key, and its id.
    public func addAPIClient(_ order: APIClientOrder) async throws -> (keyID: String?, clientID: String) {
        guard let scopes = APIScope.read(order.scopes.joined(separator: " ")) else {
            let known = APIScope.allCases.map(\.rawValue).joined(separator: ", ")
            throw UnusableAPIClient(description: "scopes are \(known)")
        }
        let key = try order.publicKey.map { try clientKey(file: $0, keyID: order.keyID) }
        let draft = APIClientDraft(
            agencyCode: order.agency,
            branchCodes: Array(Set(order.branches)).sorted(),
            scopes: scopes,
            name: order.name,
            key: key,
            clientID: try order.clientID.map(clientID)
        )
        let client = try await said { try await APIClients(store).add(draft, by: .system("command-line")) }
        return (key?.keyID, client.clientID.text)
    }

    /// The clients of an agency or of all, a line each: id, agency, branches, scopes, live keys, state, name.
    public func apiClients(of agency: String?) async throws -> [String] {
        try await APIClients(store).list(agencyCode: agency).map { client in
            let live = client.keys.filter { $0.endedAt == nil }
            return [
                client.clientID.text, client.agencyCode, client.branchCodes?.joined(separator: " ") ?? "all branches",
                APIScope.text(client.scopes),
                live.isEmpty
                    ? "no key" : live.map { "\($0.keyID) since \($0.createdAt.rfc3339)" }.joined(separator: " "),
                client.revokedAt.map { "revoked \($0.rfc3339)" } ?? "active since \(client.createdAt.rfc3339)",
                client.name ?? "",
            ].joined(separator: "\t")
        }
    }

    /// Revokes a client: its tokens are worthless at once.
    public func revokeAPIClient(_ text: String) async throws {
        let client = try clientID(text)
        try await said { try await APIClients(store).revoke(client, by: .system("command-line")) }
    }

    /// Gives a client a new key.
    ///
    /// - Returns: The ids of its live keys, the new one last.
    public func rotateAPIClient(
        _ text: String,
        to file: String,
        keyID: String?,
        endingOthers: Bool
    ) async throws -> [String] {
        let (client, key) = (try clientID(text), try clientKey(file: file, keyID: keyID))
        let changed = try await said {
            try await APIClients(store).rotate(
                client,
                to: key,
                endingOthers: endingOthers,
                by: .system("command-line")
            )
        }
        return changed.keys.filter { $0.endedAt == nil }.map(\.keyID)
    }

    private func clientID(_ text: String) throws -> ClientID {
        guard let id = ClientID(text) else { throw UnusableAPIClient(description: "\(text) is no UUID") }
        return id
    }

    private func clientKey(file: String, keyID: String?) throws -> ClientKeyDraft {
        guard let pem = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw UnusableAPIClient(description: "the file \(file) cannot be read")
        }
        do throws(PublicKey.CannotRead) {
            let key = try PublicKey(pem: pem, keyID: keyID)
            return ClientKeyDraft(keyID: key.keyID, jwk: String(decoding: key.jwk.json, as: UTF8.self))
        } catch {
            switch error {
            case .privateKey:
                throw UnusableAPIClient(
                    description: "\(file) holds a private key: it stays with the agency, which gives its public half"
                )
            case .notUsable:
                throw UnusableAPIClient(
                    description: "\(file) holds no public key in PEM, EC on P-256 or RSA of at least 2048 bits"
                )
            }
        }
    }

    private func said<T>(_ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch let invalid as Invalid {
            throw UnusableAPIClient(description: invalid.findings.map(\.message.en).joined(separator: " "))
        } catch is NotFound {
            throw UnusableAPIClient(description: "there is no such client, or it was revoked")
        }
    }
}
