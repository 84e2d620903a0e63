internal import Domain
internal import Hummingbird
internal import Logging

/// What is known of a request before a route is looked for.
struct APIRequestSource: RequestContextSource {
    let logger: Logger
    let endpointPath: EndpointPath
    let language: Language
    let now: Instant
    /// The client whose token came along, checked; nil where none came.
    let client: ClientIdentity?
    /// Why the token that came along is not believed; routes that ask for none do not mind.
    let refusal: Problem?
}

/// What a request to the API carries along.
struct APIContext: RequestContext {
    typealias Source = APIRequestSource

    var coreContext: CoreRequestContextStorage
    /// The language of titles and details.
    let language: Language
    /// When the request came.
    let now: Instant
    let client: ClientIdentity?
    let refusal: Problem?

    init(source: APIRequestSource) {
        coreContext = CoreRequestContextStorage(source: source)
        // The edge's own: metrics are counted there, by route.
        coreContext.endpointPath = source.endpointPath
        language = source.language
        now = source.now
        client = source.client
        refusal = source.refusal
    }
}

/// The context of routes for clients: one is there with its rights, or the request stops.
struct ClientContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let client: ClientIdentity
    let language: Language
    let now: Instant

    init(context: APIContext) throws {
        guard let client = context.client else { throw context.refusal ?? Problem.tokenMissing }
        coreContext = context.coreContext
        self.client = client
        language = context.language
        now = context.now
    }

    /// Stops a request whose token does not have the scope.
    func require(_ scope: APIScope) throws {
        if !client.scopes.contains(scope) { throw Problem.scopeMissing(scope) }
    }
}
