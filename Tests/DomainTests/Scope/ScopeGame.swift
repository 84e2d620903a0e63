import Persistence
import TestSupport
import Testing

@testable import Domain

/// A world in which registers, pacts, vacancies and applications change at random, with its model beside it.
struct ScopeGame {
    let world: World
    var citizens: CitizenGame
    var model = ScopeModel()
    /// How often something was there to be seen; a proof over empty lists would be none.
    var found: [String: Int] = [:]
    /// Who may be asked to look: all operators, in every scope, those of other agencies' branches included.
    var keys: [String]

    var today: Day { world.today }
    var people: [CitizenModel] { citizens.people }

    init(_ world: World, seed: UInt64) {
        self.world = world
        citizens = CitizenGame(world, seed: seed)
        keys = world.operators.keys.sorted()
        for (code, agency) in world.agencies {
            model.agencies[code] = .init(
                sections: agency.sections,
                from: agency.authorisedFrom,
                to: agency.authorisedTo
            )
        }
        for (code, branch) in world.branches {
            let agency = world.agencies.values.first { $0.id == branch.agency }?.code ?? ""
            model.branches[code] = .init(agency: agency, from: branch.validFrom, to: branch.validTo)
        }
        for (key, person) in world.operators {
            model.people[key] = .init(id: person.id, agency: ScopeGame.agency(of: key), role: person.role)
        }
    }

    mutating func begin(citizens count: Int) async throws {
        let codes = world.branches
        let stored = try await world.store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                "SELECT id, operator_id, branch_id, valid_from, valid_to FROM branch_grant",
                as: BranchGrant.self
            )
        }
        for grant in stored {
            let person = try #require(world.operators.first { $0.value.id == grant.person }?.key)
            let branch = try #require(codes.first { $0.value.id == grant.branch }?.key)
            model.grants.append(.init(person: person, branch: branch, from: grant.validFrom, to: grant.validTo))
        }
        try await citizens.begin(citizens: count)
        for index in people.indices {
            try await sign(index)
            try await citizens.servicePact(index)
        }
        for branch in ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1", "BETA-MI1", "BETA-RM1", "GAMMA-TO1"] {
            try await publish(for: branch)
        }
        for index in people.indices { try await express(index) }
    }

    static func agency(of key: String) -> String { String(key.prefix { $0 != "/" && $0 != "-" }) }

    func identity(_ key: String, in scope: String?) throws -> OperatorIdentity {
        let person = try #require(model.people[key])
        return OperatorIdentity(
            id: person.id,
            agency: world.agency(person.agency).id,
            // As it was at sign-in: the store may know better by now.
            role: world.operators[key]?.role ?? .super,
            givenName: "",
            familyName: "",
            scope: scope.map { .branch(world.branch($0).id) } ?? .crossBranch
        )
    }

    func codes(_ ids: some Sequence<ID<Branch>>) -> Set<String> {
        let all = Dictionary(world.branches.values.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        return Set(ids.compactMap { all[$0] })
    }

    mutating func number(_ range: Range<Int>) -> Int { citizens.number(range) }

    mutating func one<T>(of values: [T]) throws -> T { try citizens.one(of: values) }

    mutating func count(_ what: String, _ number: Int) {
        found[what, default: 0] += number
    }

    // MARK: What happens

    mutating func change() async throws {
        world.time.advance(seconds: number(1..<3600))
        let index = number(0..<people.count)
        switch number(0..<30) {
        case 0...2: try await sign(index)
        case 3: try await citizens.save(index)
        case 4: try await citizens.servicePact(index)
        case 5: try await citizens.suspendOrResume(index)
        case 6: try await citizens.end(index)
        case 7...9: try await grantOrWithdraw()
        case 10: try await loadAllGrants()
        case 11...12: try await openOrCloseBranch()
        case 13...14: try await authorise()
        case 15: try await suspendOrReenable()
        case 16: try await changeRole()
        case 17: try await lend()
        case 18...19:
            let served = model.selectable(on: today).sorted()
            try await publish(
                for: one(of: number(0..<3) == 0 || served.isEmpty ? world.branches.keys.sorted() : served)
            )
        case 20...21: try await changePublication()
        case 22: try await moveOffer()
        case 23...25: try await express(index)
        case 26: try await withdraw()
        case 27: try await moveInterest()
        case 28: world.time.advance(days: 1)
        default: try await world.vacancies.expire()
        }
    }

    private mutating func sign(_ index: Int) async throws {
        let byAgency = Dictionary(grouping: model.selectable(on: today).sorted()) { ScopeGame.agency(of: $0) }
        guard byAgency.count >= 3 else { return }
        var chosen: [String] = []
        for agency in byAgency.keys.sorted().shuffled(using: &citizens.random).prefix(3) {
            chosen.append(try one(of: byAgency[agency] ?? []))
        }
        let more = model.selectable(on: today).sorted().filter { !chosen.contains($0) && number(0..<5) == 0 }
        try await citizens.sign(index, choosing: chosen + more)
    }

    private mutating func publish(for branch: String) async throws {
        world.time.advance(seconds: 60)
        let agency = ScopeGame.agency(of: branch)
        let (title, reference) = (try one(of: ["Barista", "Autista", "Falegname"]), "R-\(model.offers.count)")
        let end = today.adding(days: number(0..<20))
        let draft = VacancyDraft.sample(reference, branch: branch, until: end).with { $0.terms.title = title }
        let receipts = try await world.vacancies.load(world.rows([draft]), as: software(agency))
        let isGood =
            model.isOpen(branch, on: today) && model.isAuthorised(agency, on: today)
            && model.mayMediate(agency, on: today)
        let code = receipts.first?.code.flatMap(VacancyCode.init)
        guard let code, receipts.first?.outcome == .created else {
            #expect(!isGood || end < today, "\(receipts)")
            return
        }
        #expect(isGood)
        model.offers.append(
            .init(code: code, reference: reference, title: title, branch: branch, status: .published, end: end)
        )
    }

    func software(_ agency: String) -> Publisher {
        Publisher(agency: world.agency(agency).id, actor: .system("test"))
    }

    private mutating func changePublication() async throws {
        guard !model.offers.isEmpty else { return }
        let index = number(0..<model.offers.count)
        let offer = model.offers[index]
        var change = PublicationChange()
        change.status = try one(of: [.suspended, .published, .published, .published, .closed])
        if change.status == .closed { change.closingReason = .filled }
        if number(0..<3) == 0 { change.endDate = today.adding(days: number(1..<20)) }
        do {
            let edited = try await world.vacancies.change(
                publicationOf: offer.code.text,
                change,
                version: nil,
                as: software(ScopeGame.agency(of: offer.branch))
            )
            model.offers[index].status = edited.vacancy.status(on: today)
            model.offers[index].end = edited.vacancy.publicationEndDate
        } catch is IllegalTransition {
        } catch is Invalid {}
    }

    /// Another branch of the agency takes a vacancy over; applications stay with the branch that they were sent to.
    private mutating func moveOffer() async throws {
        guard !model.offers.isEmpty else { return }
        let index = number(0..<model.offers.count)
        let offer = model.offers[index]
        let agency = ScopeGame.agency(of: offer.branch)
        let branch = try one(of: world.branches.keys.filter { ScopeGame.agency(of: $0) == agency }.sorted())
        do {
            let stored = try await world.vacancies.find(offer.code.text, as: software(agency))
            var draft = stored.draft
            draft.branchCode = branch
            draft.publicationEndDate = stored.publicationEndDate
            let edited = try await world.vacancies.update(
                offer.code.text,
                to: draft,
                version: nil,
                as: software(agency)
            )
            model.offers[index].branch = edited.vacancy.branchCode
        } catch is IllegalTransition {
        } catch is Invalid {}
    }

    private mutating func express(_ index: Int) async throws {
        if people[index].cv == nil { try await citizens.save(index) }
        guard !model.offers.isEmpty else { return }
        let offer = number(0..<model.offers.count)
        let code = model.offers[offer].code.text
        do {
            let interest = try await world.interests.express(in: code, as: people[index].identity)
            model.applied.append(
                .init(
                    id: interest.id,
                    citizen: index,
                    offer: offer,
                    branch: model.offers[offer].branch,
                    status: .submitted
                )
            )
        } catch is CannotExpressInterest {}
    }

    private mutating func withdraw() async throws {
        guard !model.applied.isEmpty else { return }
        let index = number(0..<model.applied.count)
        let interest = model.applied[index]
        do {
            try await world.interests.withdraw(interest.id, as: people[interest.citizen].identity)
            model.applied[index].status = .withdrawn
        } catch is IllegalInterestTransition {}
    }

    /// Somebody of the agency takes an application on, or tries to.
    private mutating func moveInterest() async throws {
        guard !model.applied.isEmpty else { return }
        let index = number(0..<model.applied.count)
        let interest = model.applied[index]
        let (key, scope) = try viewer()
        let person = Publisher(try identity(key, in: scope))
        let isOpen = model.readable(to: key, in: scope, on: today).contains(interest.branch)
        do {
            let moved = try await world.interests.move(interest.id, to: .contacted, as: person)
            #expect(isOpen)
            model.applied[index].status = moved.status
            model.saw(interest.citizen, key) { $0.reads += 1 }
        } catch is IllegalInterestTransition {
            #expect(isOpen)
        } catch is NotFound {
            #expect(!isOpen)
        }
    }

    /// Somebody in some scope, mostly somebody who has a right to a branch, and one that could be theirs.
    mutating func viewer() throws -> (key: String, scope: String?) {
        let able = keys.filter { model.people[$0]?.isActive == true && !model.held(by: $0, on: today).isEmpty }
        let key = try one(of: number(0..<4) == 0 || able.isEmpty ? keys : able)
        let own = world.branches.keys.filter { ScopeGame.agency(of: $0) == ScopeGame.agency(of: key) }.sorted()
        switch number(0..<10) {
        case 0: return (key, try one(of: world.branches.keys.sorted()))
        case 1...2: return (key, try one(of: own))
        case 3...6: return (key, try one(of: model.held(by: key, on: today).sorted() + [own[0]]))
        default: return (key, nil)
        }
    }
}
