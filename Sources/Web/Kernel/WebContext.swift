public import Domain
public import Hummingbird
internal import NIOCore

/// What a request to a page carries along: who asks, in which language.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The browser's session, where it has one that is still good.
    public var session: Session?
    public var token: SessionToken?
    public var words = Words(.it)
    /// The path that was asked for.
    public var path = "/"
    /// Where to come back to after a change of language: the page with its query, or the first page after a form.
    public var address = "/"
    /// When the request came.
    var now = Instant(milliseconds: 0)
    /// The address of the other end of the connection, a proxy's where there is one.
    let connection: String?
    /// Who asks, as far as the network tells: for counting attempts and nothing else.
    var client = "unknown"
    /// The token of a session that is over: it opens nothing and proves forms (``FormKeeper``).
    var endedToken: SessionToken?
    /// The token of the session before this one, of the same browser.
    var previousToken: SessionToken?
    /// What was kept of this page's form.
    var typedForm: TypedForm?
    /// Keeps forms that come too late; nil only before it is known who asks.
    var keeper: FormKeeper?

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        connection = source.channel.remoteAddress?.ipAddress
    }

    /// Files come in parts of a form and are limited there; other bodies are small.
    public var maxUploadSize: Int { 1 << 20 }
}

/// The context of routes for citizens: the citizen is there, or the request stops.
public struct CitizenContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public internal(set) var web: WebContext
    public let session: Session
    public let person: CitizenIdentity

    public init(context: WebContext) throws {
        guard let session = context.session else { throw SignInNeeded() }
        guard case .citizen(let person) = session.standing else { throw WrongRole(session.standing) }
        self.init(web: context, session: session, person: person)
    }

    private init(web: WebContext, session: Session, person: CitizenIdentity) {
        coreContext = web.coreContext
        self.web = web
        self.session = session
        self.person = person
    }
}

/// The context of routes for an agency's operators: the operator is there with a scope, or the request stops.
public struct OperatorContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public internal(set) var web: WebContext
    public let session: Session
    public let person: OperatorIdentity
    public let account: OperatorAccount

    public init(context: WebContext) throws {
        guard let session = context.session else { throw SignInNeeded() }
        guard case .operator(let person, let account) = session.standing else { throw WrongRole(session.standing) }
        coreContext = context.coreContext
        web = context
        self.session = session
        self.person = person
        self.account = account
    }
}

/// Any context under which a page can be shown.
protocol PageContext: RequestContext {
    var web: WebContext { get set }
}

extension WebContext: PageContext {
    var web: WebContext {
        get { self }
        set { self = newValue }
    }
}

extension CitizenContext: PageContext {}

extension OperatorContext: PageContext {}

extension PageContext {
    var words: Words { web.words }
    /// What forms of this session carry against forgery; empty without a session, where no form that changes anything is.
    var formToken: String { web.session?.formToken ?? "" }
}

/// Nobody is signed in, and the page is for somebody.
struct SignInNeeded: Error {
    /// The form whose handler said so: its body has been read and cannot be read again.
    var form: SentForm?
}

/// Somebody is signed in, and the page is for others; or a role or scope has to be chosen first.
struct WrongRole: Error {
    enum Reason {
        case otherRole
        case roleMissing
        case scopeMissing
    }

    let reason: Reason
    /// The form whose handler said so: its body has been read and cannot be read again.
    var form: SentForm?

    static let otherRole = WrongRole(reason: .otherRole)
    static let roleMissing = WrongRole(reason: .roleMissing)

    private init(reason: Reason) {
        self.reason = reason
    }

    init(_ standing: Session.Standing) {
        switch standing {
        case .withoutRole: self.init(reason: .roleMissing)
        case .withoutScope: self.init(reason: .scopeMissing)
        case .citizen, .operator, .jobCentre, .authority: self.init(reason: .otherRole)
        }
    }
}
