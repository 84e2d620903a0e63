import TestSupport
import Testing

@testable import Domain

extension ScopeGame {
    /// Applications: list (all pages) and detail hold exactly those of the branches open, of an agency that may mediate.
    mutating func checkInterests(_ key: String, _ scope: String?, _ told: Comment) async throws {
        let publisher = Publisher(try identity(key, in: scope))
        let today = today
        let open = model.readable(to: key, in: scope, on: today)
        var list = InterestList()
        if number(0..<3) == 0 { list.filter.statuses = [.submitted, .contacted] }
        if number(0..<4) == 0 { list.filter.branches = [world.branch(try one(of: world.branches.keys.sorted())).id] }
        if number(0..<4) == 0 { list.filter.vacancy = model.offers.randomElement(using: &citizens.random)?.code.text }
        let expected = model.applied.filter { applied in
            open.contains(applied.branch)
                && (list.filter.statuses.isEmpty || list.filter.statuses.contains(applied.status))
                && (list.filter.branches.first.map { $0 == world.branch(applied.branch).id } ?? true)
                && list.filter.vacancy.map { $0 == model.offers[applied.offer].code.text } ?? true
        }
        count("interests", expected.count)
        var found: [ListedInterest] = []
        var cursor: Cursor?
        repeat {
            let page = try await world.interests.list(list, as: publisher, at: cursor, limit: number(1..<6))
            found += page.rows
            cursor = page.next
        } while cursor != nil && found.count < 500
        #expect(Set(found.map(\.received.interest.id)) == Set(expected.map(\.id)), told)
        #expect(found.count == expected.count, told)
        for applied in expected { model.saw(applied.citizen, key) { $0.listDays.insert(today) } }
        try await checkInterestSums(list, try identity(key, in: scope), expected.map(\.id), open, told)
        for citizen in Set(expected.map(\.citizen)) { model.saw(citizen, key) { $0.exports += 1 } }

        guard let index = model.applied.indices.randomElement(using: &citizens.random) else { return }
        let applied = model.applied[index]
        do {
            let detail = try await world.interests.detail(applied.id, as: publisher)
            #expect(open.contains(applied.branch), told)
            #expect(detail.received.interest.citizen == people[applied.citizen].identity.id, told)
            if applied.status == .submitted { model.applied[index].status = .viewed }
            #expect(detail.received.interest.status == model.applied[index].status, told)
            model.saw(applied.citizen, key) { $0.reads += 1 }
        } catch is NotFound {
            #expect(!open.contains(applied.branch), told)
        }
    }

    /// Count, facets and export of a list of applications are those of its rows.
    private func checkInterestSums(
        _ list: InterestList,
        _ person: OperatorIdentity,
        _ expected: [ID<ExpressionOfInterest>],
        _ open: Set<String>,
        _ told: Comment
    ) async throws {
        let interests = world.interests
        #expect(codes(try await interests.branches(openTo: person).keys) == open, told)
        #expect(try await interests.count(list, as: Publisher(person)) == expected.count, told)
        #expect(try await interests.exceeds(3, list, as: person) == (expected.count > 3), told)
        let facets = try await interests.facets(list, as: Publisher(person))
        if list.filter.statuses.isEmpty {
            let sum = facets.first { $0.facet == .status }?.counts.reduce(0) { $0 + $1.rows }
            #expect(sum == expected.count, told)
        }
        let export = try await interests.export(list, as: person, reference: .shared)
        var rows: [ListedInterest] = []
        try await export.forEach { rows += $0 }
        try await export.finish(rows: rows.count)
        #expect(Set(rows.map(\.received.interest.id)) == Set(expected), told)
        #expect(rows.count == expected.count, told)
    }

    /// A walk over all pages meets what the list holds, each once, in the order in which it was made.
    private mutating func checkWalk(
        _ filter: VacancyFilter,
        _ publisher: Publisher,
        _ expected: [VacancyCode],
        _ told: Comment
    ) async throws {
        var walked: [Vacancy] = []
        var cursor: Cursor?
        repeat {
            let page = try await world.vacancies.walk(filter, as: publisher, after: cursor, limit: number(1..<9))
            walked += page.items
            cursor = page.next
        } while cursor != nil && walked.count < 500
        #expect(walked.map(\.id) == expected.map(\.id).sorted(), told)
    }

    /// The same of a list of vacancies.
    private func checkVacancySums(
        _ list: VacancyList,
        _ person: OperatorIdentity,
        _ expected: [VacancyCode],
        _ told: Comment
    ) async throws {
        let vacancies = world.vacancies
        #expect(try await vacancies.exceeds(3, list, as: person) == (expected.count > 3), told)
        let facets = try await vacancies.facets(list, as: Publisher(person))
        if list.filter.statuses.isEmpty {
            let sum = facets.first { $0.facet == .status }?.counts.reduce(0) { $0 + $1.rows }
            #expect(sum == expected.count, told)
        }
        let export = try await vacancies.export(list, as: person)
        var rows: [ListedVacancy] = []
        try await export.forEach { rows += $0 }
        try await export.finish(rows: rows.count)
        #expect(rows.map(\.vacancy.code) == expected, told)
    }

    /// The agency's own vacancies: list (all pages), count, search by words, detail, reference and periods.
    mutating func checkVacancies(_ key: String, _ scope: String?, _ told: Comment) async throws {
        let publisher = Publisher(try identity(key, in: scope))
        let today = today
        let open = model.open(to: key, in: scope, on: today)
        let readable = model.readable(to: key, in: scope, on: today)
        var list = VacancyList()
        if number(0..<2) == 0 { list.filter.keywords = try one(of: ["barista", "autista", "falegname", "ristorante"]) }
        if number(0..<3) == 0 {
            list.filter.statuses = try one(of: [[.published], [.expired, .closed], [.suspended]])
        }
        if number(0..<4) == 0 { list.filter.branches = [world.branch(try one(of: world.branches.keys.sorted())).id] }
        if number(0..<3) == 0 { list.sort = .endingFirst }
        let expected = model.offers.filter { offer in
            open.contains(offer.branch)
                && [nil, "ristorante", offer.title.lowercased()].contains(list.filter.keywords)
                && (list.filter.statuses.isEmpty || list.filter.statuses.contains(offer.status(on: today)))
                && (list.filter.branches.first.map { $0 == world.branch(offer.branch).id } ?? true)
        }
        count("vacancies", expected.count)
        var found: [ListedVacancy] = []
        var cursor: Cursor?
        repeat {
            let page = try await world.vacancies.list(list, as: publisher, at: cursor, limit: number(2..<9))
            found += page.rows
            cursor = page.next
        } while cursor != nil && found.count < 500
        #expect(Set(found.map(\.vacancy.code)) == Set(expected.map(\.code)), told)
        #expect(found.count == expected.count, told)
        #expect(try await world.vacancies.count(list, as: publisher) == expected.count, told)
        #expect(codes(try await world.vacancies.branches(openTo: try identity(key, in: scope)).keys) == open, told)
        try await checkVacancySums(list, try identity(key, in: scope), found.map(\.vacancy.code), told)
        try await checkWalk(list.filter, publisher, expected.map(\.code), told)
        for listed in found {
            let offer = model.offers.firstIndex { $0.code == listed.vacancy.code }
            let interests = model.applied.count { $0.offer == offer && readable.contains($0.branch) }
            #expect(listed.interests == interests, told)
        }
        guard let offer = model.offers.randomElement(using: &citizens.random) else { return }
        let isOpen = open.contains(offer.branch)
        func opens(_ body: () async throws -> Void) async throws -> Bool {
            do { try await body() } catch is NotFound { return false }
            return true
        }
        let vacancies = world.vacancies
        #expect(try await opens { _ = try await vacancies.find(offer.code.text, as: publisher) } == isOpen, told)
        #expect(try await opens { _ = try await vacancies.periods(of: offer.code.text, as: publisher) } == isOpen, told)
        let byReference = try await opens {
            _ = try await vacancies.find(externalReference: offer.reference, as: publisher)
        }
        #expect(byReference == isOpen, told)
    }

    /// What is offered to choose from: scopes, branches, super users; and a file between preview and confirmation.
    mutating func checkChoices(_ key: String, _ scope: String?, _ told: Comment) async throws {
        let person = try identity(key, in: scope)
        let known = try #require(model.people[key])
        let account = OperatorAccount.of(known, world.agency(known.agency))
        let scopes = try await People(world.store).scopes(of: account)
        let held = known.isActive ? model.held(by: key, on: today) : []
        #expect(codes(scopes.compactMap(\.scope.branch)) == held, told)
        #expect(scopes.contains { $0.scope == .crossBranch } == (known.role != .branch && held.count > 1), told)
        count("scopes", held.count)
        try await checkSuperUsers(key, scope, person, told)

        try await checkPreparedExports(person, told)
        let uploads = VacancyUploads(world.store)
        let file = try await uploads.keep([1, 2, 3], named: "offerte.csv", by: person)
        let other = try identity(try one(of: keys.filter { $0 != key }), in: nil)
        await #expect(throws: NotFound(), told) { try await uploads.take(file, by: other) }
        #expect(try await uploads.take(file, by: person).content == [1, 2, 3], told)
        await #expect(throws: NotFound(), told) { try await uploads.outcome(file, by: other) }
        #expect(try await uploads.outcome(file, by: person) == nil, told)
    }

    private mutating func checkSuperUsers(
        _ key: String,
        _ scope: String?,
        _ person: OperatorIdentity,
        _ told: Comment
    ) async throws {
        let users = SuperUsers(world.store)
        let open = model.open(to: key, in: scope, on: today)
        #expect(codes(try await users.ownBranches(of: person).map(\.id)) == open, told)
        let known = try #require(model.people[key])
        let isMaster = known.role == .master && known.isActive && model.isAuthorised(known.agency, on: today)
        let reached = model.people.filter { other, one in
            guard isMaster && one.role == .super && one.agency == known.agency else { return false }
            let held = model.held(by: other, on: today)
            if !held.isDisjoint(with: open) { return true }
            // Across branches also whoever has none, and whoever owes something to this master.
            return scope == nil && (held.isEmpty || model.loans.contains { $0.person == other && $0.master == key })
        }
        let listed = try await users.list(as: person, limit: 100).people.items
        #expect(Set(listed.map(\.id)) == Set(reached.values.map(\.id)), told)
        count("super users", reached.count)
        for loan in model.loans {
            do {
                _ = try await users.appointment(loan.id, as: person)
                // A request is the second master's in every scope: see SuperUsers.
                #expect(isMaster && known.agency == "ALFA", told)
            } catch is NotFound {
                #expect(!(isMaster && known.agency == "ALFA"), told)
            }
        }
        let other = try #require(model.people[try one(of: keys)])
        do {
            let detail = try await users.detail(other.id, as: person)
            #expect(detail.person.id == other.id && reached.values.contains { $0.id == other.id }, told)
        } catch is NotFound {
            #expect(!reached.values.contains { $0.id == other.id }, told)
        }
    }
}

extension OperatorAccount {
    fileprivate static func of(_ person: ScopeModel.Person, _ agency: Agency) -> OperatorAccount {
        OperatorAccount(
            id: person.id,
            agency: agency.id,
            agencyCode: agency.code,
            agencyName: agency.name,
            role: person.role,
            givenName: "",
            familyName: ""
        )
    }
}
