internal import Domain
internal import Foundation
internal import Hummingbird
internal import Logging

/// Where requests to the API leave the way of the pages.
struct APIEdge<Context: RequestContext>: RouterMiddleware {
    let desk: APIDesk
    /// The address that a request comes from, as far as the network tells.
    let address: @Sendable (Request, Context) -> String

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard APIDesk.answers(request.uri.path) else { return try await next(request, context) }
        return await desk.answer(
            request,
            id: context.id,
            logger: context.logger,
            endpointPath: context.coreContext.endpointPath,
            address: address(request, context)
        )
    }
}

/// What the library refuses by itself, as a problem like any other.
struct Refusals: RouterMiddleware {
    typealias Context = APIContext

    func handle(
        _ request: Request,
        context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            throw Problem(error) ?? .broken
        }
    }
}

/// Answers every request to the API: who asks, how often, what went wrong, and the headers that no answer lacks.
struct APIDesk: Sendable {
    let clock: Clock
    let quotas: Quotas
    let limits: RateLimits
    let verifier: TokenVerifier
    let responder: RouterResponder<APIContext>
    let methods: MethodTable
    let isReachable: @Sendable () async -> Bool

    /// Everything below the base, also what does not exist, and the addresses of trust.
    static func answers(_ path: String) -> Bool {
        path == "/rest/v1" || path.hasPrefix("/rest/v1/") || path.hasPrefix("/oauth/")
            || path.hasPrefix("/.well-known/jwks") || path == "/.well-known/oauth-authorization-server"
    }

    func answer(
        _ request: Request,
        id: String,
        logger: Logger,
        endpointPath: EndpointPath,
        address: String
    ) async -> Response {
        let language = AcceptLanguage.preferred(request.headers[.acceptLanguage])
        var state = RateState(limits.address)
        var response: Response
        do {
            response = try await RequestTrace.$current.withValue(RequestTrace(id: id)) {
                let (client, refusal) = try await caller(request, address, &state, logger)
                let source = APIRequestSource(
                    logger: logger,
                    endpointPath: endpointPath,
                    language: language,
                    now: clock.now(),
                    client: client,
                    refusal: refusal
                )
                return try await respond(request, APIContext(source: source))
            }
        } catch {
            response = await problem(error, request, logger).response(to: request.uri.path, in: language)
        }
        state.add(to: &response.headers)
        response.headers.set("Request-Id", id)
        response.headers[.xContentTypeOptions] = "nosniff"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The client whose token came along, counted; without one, the address is.
    ///
    /// A store that does not answer refuses nobody here: the status has to be told all the same.
    private func caller(
        _ request: Request,
        _ address: String,
        _ state: inout RateState,
        _ logger: Logger
    ) async throws -> (ClientIdentity?, refusal: Problem?) {
        var refusal: Problem?
        var client: ClientIdentity?
        do {
            client = try await verifier.client(of: request.headers[.authorization], at: clock.now(), logger)
        } catch {
            refusal = await problem(error, request, logger)
        }
        let quota = client == nil ? limits.address : limits.client
        do {
            let ruling = try await quotas.take(quota, for: client?.clientID.text ?? address)
            state = RateState(quota, ruling)
            if case .refused(let seconds) = ruling { throw Problem.tooManyRequests(retryAfter: seconds) }
        } catch let problem as Problem {
            throw problem
        } catch  where refusal == nil && client == nil {
            logger.warning("rate limit unknown", metadata: ["error": "\(String(reflecting: error))"])
        }
        return (client, refusal)
    }

    private func respond(_ request: Request, _ context: APIContext) async throws -> Response {
        let known = methods.methods(of: request.uri.path)
        if !known.isEmpty, !known.contains(request.method) { throw Problem.methodNotAllowed(known) }
        return try await responder.respond(to: request, context: context)
    }

    private func problem(_ error: any Error, _ request: Request, _ logger: Logger) async -> Problem {
        if let problem = Problem(error) { return problem }
        if !(await isReachable()) { return .unavailable }
        logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
        return .broken
    }
}
