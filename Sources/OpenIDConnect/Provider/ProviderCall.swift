/// Calls the provider's endpoints, and tells which one could not be reached.
struct ProviderCall: Sendable {
    let http: HTTPExchange

    func answer(to request: HTTPRequestValue, of endpoint: CannotSignIn.Endpoint) async throws -> HTTPResponseValue {
        do {
            return try await http(request)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw CannotSignIn.providerUnavailable(endpoint, reason: String("\(error)".prefix(200)))
        }
    }

    func document(at url: String, _ endpoint: CannotSignIn.Endpoint) async throws -> [UInt8] {
        let request = HTTPRequestValue(method: .get, url: url, headers: [HTTPHeader("Accept", "application/json")])
        let answer = try await answer(to: request, of: endpoint)
        guard answer.status == 200 else {
            throw CannotSignIn.providerUnavailable(endpoint, reason: "status \(answer.status)")
        }
        return answer.body
    }
}
