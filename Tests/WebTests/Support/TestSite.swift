import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import OpenIDConnect
import Persistence
import TestSupport
import Testing

@testable import Domain
@testable import Web

/// The pages over a world of their own, without a socket: `try await withSite(on: engine) { site in … }`.
///
/// ``browser(as:)`` gives somebody who is signed in already, without the provider; ``world`` is the database behind the
/// pages, with its register, its clock and its helpers (`site.world.citizen(…)`, `site.world.time.advance(…)`).
struct TestSite: Sendable, CustomTestStringConvertible {
    static let publicURL = "http://127.0.0.1:8080"

    let world: World
    /// Every address that is answered.
    let routes: [Route]
    let responder: RouterResponder<WebContext>
    let sessions: Sessions
    let people: People
    let publicURL: String

    /// Short, where a failure tells its values.
    var testDescription: String { "the site" }

    struct Route: Hashable, Sendable, CustomStringConvertible {
        let method: HTTPRequest.Method
        /// As it was registered: `/offerte/:code`.
        let path: String

        var description: String { "\(method.rawValue) \(path)" }
    }

    /// Who asks.
    enum Visitor: String, CaseIterable, Sendable {
        /// Not signed in.
        case nobody
        /// Maria Rossi, who has a CV and has signed a pact that names ALFA-MI1, BETA-MI1 and GAMMA-TO1.
        case citizen
        /// Carla of ALFA, in the branch of Turin.
        case branchOperator
        /// Bruno of ALFA, across the two branches of Milan.
        case `super`
        /// Anna of ALFA, across all three branches.
        case master
        /// Olga of the job centre of Milan.
        case jobCentreOperator
        /// Tito of the authority.
        case authority
        /// Bruno of ALFA, who has yet to choose a scope.
        case withoutScope
        /// Carla, who works for ALFA and for GAMMA and has yet to choose a hat.
        case severalHats
        /// Signed in, and nobody here.
        case stranger
    }

    /// The browser of somebody, signed in as what the name says; another one each time.
    func browser(as visitor: Visitor) async throws -> RouterClient {
        switch visitor {
        case .nobody: browser()
        case .citizen: try await browser(as: citizen())
        case .branchOperator: try await browser(as: "ALFA/carla", in: .branch(world.branch("ALFA-TO1").id))
        case .super: try await browser(as: "ALFA/bruno", in: .crossBranch)
        case .master: try await browser(as: "ALFA/anna", in: .crossBranch)
        case .jobCentreOperator: try await official("Olga", "Conti", at: world.jobCentre.id)
        case .authority: try await official("Tito", "Ferri", at: nil)
        case .withoutScope: try await browser(as: "ALFA/bruno", in: nil)
        case .severalHats: try await browser(for: taxCode(of: "ALFA/carla")).0
        case .stranger: try await browser(for: ApplicationEntry.sample("Nessuno", "Nino").taxCode).0
        }
    }

    /// A browser that nobody has signed in with.
    func browser() -> RouterClient {
        RouterClient(responder, publicURL: publicURL)
    }

    /// The browser of an operator of the world; without a scope, one is still to be chosen.
    func browser(as key: String, in scope: OperatingScope?) async throws -> RouterClient {
        guard let person = world.operators[key] else { preconditionFailure("nobody is called \(key)") }
        let (browser, token) = try await browser(for: person.taxCode)
        let role = try await people.roles(of: person.taxCode).first { role in
            if case .operator(let account) = role { account.id == person.id } else { false }
        }
        try await sessions.wear(try found(role), in: token)
        if let scope { try await sessions.choose(scope, in: token) }
        return browser
    }

    func browser(as citizen: CitizenIdentity) async throws -> RouterClient {
        let taxCode = try await world.store.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT tax_code FROM citizen WHERE id = \(citizen.id)", as: String.self)
        }
        let (browser, token) = try await browser(for: TaxCode(person: found(taxCode)))
        try await sessions.wear(.citizen(citizen), in: token)
        return browser
    }

    /// The browser of a person who has just signed in at the provider, without a hat.
    func browser(for taxCode: TaxCode, assurance: Int = 2) async throws -> (RouterClient, SessionToken) {
        let person = Domain.SignedInPerson(
            taxCode: taxCode,
            givenName: "Persona",
            familyName: "Provata",
            assurance: assurance,
            authenticatedAt: world.time.now
        )
        let token = try await sessions.open(for: person, device: "Prova")
        let browser = browser()
        browser.keep(cookie: SiteCookies(isSecure: publicURL.hasPrefix("https")).session, token.text)
        return (browser, token)
    }

    /// Maria Rossi, made when she is first asked for.
    func citizen() async throws -> CitizenIdentity {
        let entry = ApplicationEntry.sample()
        do {
            return try await world.identity(of: entry.taxCode)
        } catch is NotFound {
            return try await world.citizen(entry)
        }
    }

    private func official(
        _ givenName: String,
        _ familyName: String,
        at centre: ID<JobCentre>?
    ) async throws
        -> RouterClient
    {
        let taxCode = ApplicationEntry.sample(familyName, givenName).taxCode
        try await Officials(world.store).appoint(
            taxCode: taxCode,
            givenName: givenName,
            familyName: familyName,
            jobCentre: centre,
            by: .system("test")
        )
        let (browser, token) = try await browser(for: taxCode)
        try await sessions.wear(found(people.roles(of: taxCode).first), in: token)
        return browser
    }

    private func taxCode(of key: String) throws -> TaxCode {
        try found(world.operators[key]?.taxCode)
    }

    func found<T>(_ value: T?) throws -> T {
        guard let value else { throw NotFound() }
        return value
    }
}

extension TestSite {
    /// The pages over a world, wired as the server wires them, with the development provider.
    init(
        over world: World,
        publicFolder: String = TestSite.publicFolder,
        publicURL: String = TestSite.publicURL,
        signIn: WebRouter.SignInPolicy = WebRouter.SignInPolicy(),
        backgroundRows: Int = Exports.backgroundRows,
        adding more: (Router<WebContext>) -> Void = { _ in }
    ) throws {
        self.publicURL = publicURL
        let store = world.store
        let references = References(store, knowing: .shared)
        self.world = world
        sessions = Sessions(store)
        people = People(store)
        let identity = try TestIdentity(publicURL: publicURL, world: world)
        let router = Router(context: WebContext.self)
        WebRouter(
            publicURL: publicURL,
            publicFolder: publicFolder,
            entrances: WebRouter.Entrances(
                clock: store.clock,
                sessions: sessions,
                people: people,
                references: references,
                vacancies: Vacancies(store, references: references),
                interests: Interests(store),
                uploads: VacancyUploads(store),
                citizens: Citizens(store),
                applications: Applications(store, references: references),
                pacts: Pacts(store),
                registry: Registry(store),
                superUsers: SuperUsers(store),
                savedSearches: SavedSearches(store, references: references),
                sightings: Sightings(store),
                keptForms: KeptForms(store),
                quotas: Quotas(store),
                exports: Exports(store)
            ),
            relyingParty: identity.relyingParty,
            providerOrigin: nil,
            developmentProvider: identity.provider,
            signIn: signIn,
            backgroundRows: backgroundRows
        ).add(to: router, logger: silence)
        more(router)
        routes = router.routes.map { Route(method: $0.method, path: $0.path.description) }
        responder = router.buildResponder()
    }

    static let publicFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Public").standardizedFileURL.path
}

/// Runs `body` with pages over a world of their own.
func withSite<T>(
    on engine: Engine,
    today: Day = "2026-03-10",
    publicURL: String = TestSite.publicURL,
    signIn: WebRouter.SignInPolicy = WebRouter.SignInPolicy(),
    backgroundRows: Int = Exports.backgroundRows,
    adding more: (Router<WebContext>) -> Void = { _ in },
    _ body: (TestSite) async throws -> T
) async throws -> T {
    try await withWorld(on: engine, today: today) { world in
        try await body(
            TestSite(
                over: world,
                publicURL: publicURL,
                signIn: signIn,
                backgroundRows: backgroundRows,
                adding: more
            )
        )
    }
}
