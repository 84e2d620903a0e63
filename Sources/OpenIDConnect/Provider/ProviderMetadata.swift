internal import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0 section 3).
public struct ProviderMetadata: Sendable, Hashable {
    public let issuer: String
    public let authorizationEndpoint: String
    public let tokenEndpoint: String
    public let keysEndpoint: String
    public let userInfoEndpoint: String?
    public let endSessionEndpoint: String?
    /// Whether each answer carries `iss` (RFC 9207), so that one without it is not the provider's.
    public let namesItselfInAnswers: Bool

    /// Where the document of an issuer stands.
    static func address(of issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    /// Reads a document and refuses what cannot be used, or would send secrets over an open line.
    init(reading bytes: [UInt8], issuer: String, authentication: String) throws(CannotSignIn) {
        guard let document = JSONValue(json: bytes)?.object else {
            throw .providerUnavailable(.discovery, reason: "not a JSON object")
        }
        guard let named = document["issuer"]?.string, named == issuer else {
            throw .discoveredAnotherIssuer(String((document["issuer"]?.string ?? "").prefix(200)))
        }
        self.issuer = named
        authorizationEndpoint = try Self.address("authorization_endpoint", in: document)
        tokenEndpoint = try Self.address("token_endpoint", in: document)
        keysEndpoint = try Self.address("jwks_uri", in: document)
        userInfoEndpoint = try Self.optionalAddress("userinfo_endpoint", in: document)
        endSessionEndpoint = try Self.optionalAddress("end_session_endpoint", in: document)
        namesItselfInAnswers = document["authorization_response_iss_parameter_supported"] == true
        try Self.require("code", among: "response_types_supported", in: document)
        try Self.require(ProofKey.method, among: "code_challenge_methods_supported", in: document)
        try Self.require(authentication, among: "token_endpoint_auth_methods_supported", in: document)
    }

    private static func address(_ name: String, in document: [String: JSONValue]) throws(CannotSignIn) -> String {
        guard let address = try optionalAddress(name, in: document) else { throw .unusableProvider(name) }
        return address
    }

    private static func optionalAddress(
        _ name: String,
        in document: [String: JSONValue]
    ) throws(CannotSignIn) -> String? {
        guard let value = document[name], value != .null else { return nil }
        guard let address = value.string.flatMap({ WebAddress($0) }), address.isConfidential else {
            throw .unusableProvider(name)
        }
        return address.text
    }

    /// Checks a list that a provider may also leave out, as many leave out what is the default.
    private static func require(
        _ value: String,
        among name: String,
        in document: [String: JSONValue]
    ) throws(CannotSignIn) {
        guard let listed = document[name]?.strings else { return }
        guard listed.contains(value) else { throw .unusableProvider(name) }
    }
}
