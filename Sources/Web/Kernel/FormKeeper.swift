internal import Domain
internal import HTML
internal import Hummingbird

/// A form as it was sent, when it could not be taken.
struct SentForm: Sendable {
    let fields: FormBody
    /// Whether files came along.
    var hadFiles = false

    /// The page that shows this form, as the form itself says (``Field/page(_:)``); nil for a form that is not kept.
    var page: Link? { fields.text(Field.pageName).flatMap(Link.init(local:)) }
}

/// Keeps what somebody typed into a form whose session was over when it was sent, until they have signed in again.
///
/// **How a form page gets this**, three lines:
///
/// 1. The form carries `\(Field.page("/curriculum"))` beside its token: the address of the page that shows it. That is
///    all it takes to have it kept, and also where a change of scope or language comes back to after a form.
/// 2. The page's GET handler starts from `context.typed` where there is one, a ``FormBody`` just as the POST handler
///    gets it: `let form = context.typed.map(CurriculumForm.init) ?? CurriculumForm(stored)`.
/// 3. Nothing else. The notice above the form, the way to throw it away, sealing, expiry, and removal after the form was
///    taken are done here and in ``Site/layout(_:title:)``.
///
/// A kept form is never carried out by itself. It is kept when it proves that it comes from a page of ours for this very
/// browser: its token is derived from that of the session that is over, which the browser still has. It is sealed with a
/// key that only this browser has and opens for the person of that session alone.
struct FormKeeper: Sendable {
    let keptForms: KeptForms
    let sessions: Sessions
    let quotas: Quotas
    let cookies: SiteCookies
    /// The key of this browser, where something is kept for it.
    var key: FormKey?

    /// A browser that holds a session that is over could otherwise fill the store.
    static let quota = Quota("kept-forms", limit: 40, windowSeconds: 3600)

    /// Keeps a form.
    ///
    /// - Returns: The page to come back to, and the cookie with the key; nil when the form says no page, proves nothing,
    ///   or is another person's than the one who is signed in now.
    func keep(_ form: SentForm, _ context: WebContext) async throws -> (page: Link, cookie: Cookie)? {
        guard let page = form.page, let owner = try await owner(of: form, context) else { return nil }
        guard try await quotas.take(FormKeeper.quota, for: owner.text).isGranted else { return nil }
        let key = key ?? FormKey()
        let fields = form.fields.pairs.filter { $0.name != Field.tokenName && $0.name != Field.pageName }
        let kept = KeptForm(
            page: page.path,
            fields: fields.map { .init($0.name, $0.value) },
            lacksFiles: form.hadFiles
        )
        try await keptForms.keep(kept, under: key, of: owner)
        return (page, cookies.cookie(cookies.form, key.text, maximumAge: KeptForms.patience))
    }

    /// Forgets a form that was taken.
    func forget(_ form: SentForm) async throws {
        guard let key, let page = form.page else { return }
        try await keptForms.remove(on: page.path, under: key)
    }

    /// Whether this browser's session, or one that it had, is somebody's.
    func knows(_ context: WebContext) async throws -> Bool {
        if context.session != nil { return true }
        for case let token? in [context.endedToken, context.previousToken] {
            if try await sessions.owner(of: token) != nil { return true }
        }
        return false
    }

    /// Whose session the form's token was derived from.
    func owner(of form: SentForm, _ context: WebContext) async throws -> TaxCode? {
        if let session = context.session, form.fields.hasToken(session.formToken) { return session.person.taxCode }
        for token in [context.endedToken, context.previousToken] {
            guard let token, form.fields.hasToken(token.formToken) else { continue }
            guard let owner = try await sessions.owner(of: token) else { return nil }
            // Somebody else has signed in since: the form is not theirs.
            if let session = context.session, session.person.taxCode != owner { return nil }
            return owner
        }
        return nil
    }
}

/// What was kept of the form of the page that is asked for.
struct TypedForm: Sendable {
    let fields: FormBody
    let lacksFiles: Bool

    init(_ kept: KeptForm) {
        fields = FormBody(kept.fields.map { ($0.name, $0.value) })
        lacksFiles = kept.lacksFiles
    }
}

extension PageContext {
    /// What the person had typed into this page's form when their session ended; nil as a rule.
    var typed: FormBody? { web.typedForm?.fields }
}
