public import Domain
public import Hummingbird

/// The context of routes for an agency's masters: the master is there with a scope, or the request stops.
public struct MasterContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public internal(set) var web: WebContext
    public let person: OperatorIdentity
    public let account: OperatorAccount

    public init(context: WebContext) throws {
        guard let session = context.session else { throw SignInNeeded() }
        guard case .operator(let person, let account) = session.standing else { throw WrongRole(session.standing) }
        guard person.role == .master else { throw WrongRole.otherRole }
        coreContext = context.coreContext
        web = context
        self.person = person
        self.account = account
    }
}

extension MasterContext: PageContext {}
