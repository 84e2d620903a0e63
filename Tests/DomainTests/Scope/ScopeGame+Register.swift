import Persistence
import TestSupport
import Testing

@testable import Domain

extension ScopeGame {
    /// Mostly none: in a world where everything is closed nothing is proven.
    private mutating func newEnd() throws -> Day? {
        try one(of: [today.adding(days: -1), today, today.adding(days: 1), nil, nil, nil, nil, nil])
    }

    /// Loads one grant: a new one, or another end of one that is there.
    mutating func grantOrWithdraw() async throws {
        let key = try one(of: keys)
        let agency = ScopeGame.agency(of: key)
        let branch = try one(of: world.branches.keys.filter { ScopeGame.agency(of: $0) == agency }.sorted())
        let end = try newEnd()
        let known = model.grants.indices.filter { model.grants[$0].person == key && model.grants[$0].branch == branch }
        if let index = known.randomElement(using: &citizens.random), number(0..<4) > 0 {
            if let end, end < model.grants[index].from { return }
            model.grants[index].to = end
            try await load([model.grants[index]])
        } else {
            let from = today.adding(days: number(-1..<2))
            if known.contains(where: { model.grants[$0].from == from }) { return }
            let grant = ScopeModel.Grant(person: key, branch: branch, from: from, to: nil)
            model.grants.append(grant)
            try await load([grant])
        }
    }

    /// Loads all grants of an agency; those that the file lacks end yesterday.
    mutating func loadAllGrants() async throws {
        let agency = try one(of: ["ALFA", "BETA", "GAMMA"])
        var kept: [ScopeModel.Grant] = []
        for index in model.grants.indices where ScopeGame.agency(of: model.grants[index].person) == agency {
            // What was withdrawn on its first day has no days left, and is in no file.
            if let end = model.grants[index].to, end < model.grants[index].from { continue }
            if number(0..<8) > 0 {
                kept.append(model.grants[index])
            } else if model.grants[index].to.map({ $0 >= today }) ?? true {
                model.grants[index].to = today.adding(days: -1)
            }
        }
        try await load(kept, LoadRequest(extent: .full(alsoHolding: []), agency: agency))
    }

    private func load(_ grants: [ScopeModel.Grant], _ request: LoadRequest = LoadRequest()) async throws {
        let entries = try grants.map { grant in
            GrantEntry(
                agencyCode: ScopeGame.agency(of: grant.person),
                operatorTaxCode: try taxCode(of: grant.person),
                branchCode: grant.branch,
                validFrom: grant.from,
                validTo: grant.to
            )
        }
        let rows = entries.enumerated().map { LoadRow(row: $0.offset + 2, key: $0.element.key, entry: $0.element) }
        let receipts = try await Operators(world.store).load(grants: rows, request)
        #expect(receipts.allSatisfy { $0.outcome != .rejected }, "\(receipts)")
    }

    private func taxCode(of key: String) throws -> TaxCode {
        if let person = world.operators[key] { return person.taxCode }
        return try #require(ScopeGame.lentTaxCodes[key])
    }

    mutating func openOrCloseBranch() async throws {
        let branch = world.branch(try one(of: world.branches.keys.sorted()))
        let end = try newEnd()
        model.branches[branch.code]?.to = end
        let entry = BranchEntry(
            agencyCode: ScopeGame.agency(of: branch.code),
            code: branch.code,
            name: branch.name,
            municipalityCode: branch.municipalityCode,
            validFrom: branch.validFrom,
            validTo: end
        )
        let receipts = try await Registry(world.store).load(
            branches: [LoadRow(row: 2, key: entry.code, entry: entry)],
            place: { _, _ in branch.place }
        )
        #expect(receipts.allSatisfy { $0.outcome != .rejected }, "\(receipts)")
    }

    /// An agency loses or regains its authorisation, or the section that lets it read CVs.
    mutating func authorise() async throws {
        let agency = world.agency(try one(of: ["ALFA", "BETA", "GAMMA", "DELTA", "ZETA"]))
        let end = try newEnd()
        let sections = try one(of: [agency.sections, agency.sections, agency.sections, [.relocation]])
        model.agencies[agency.code]?.to = end
        model.agencies[agency.code]?.sections = sections
        let entry = AgencyEntry(
            code: agency.code,
            taxCode: agency.taxCode,
            name: agency.name,
            sections: sections,
            authorisedFrom: agency.authorisedFrom,
            authorisedTo: end
        )
        let receipts = try await Registry(world.store).load(agencies: [LoadRow(row: 2, key: entry.code, entry: entry)])
        #expect(receipts.allSatisfy { $0.outcome != .rejected }, "\(receipts)")
    }

    mutating func suspendOrReenable() async throws {
        let suspended = keys.filter { model.people[$0]?.isActive == false }
        let key = try one(of: suspended.count > 1 ? suspended : keys)
        let person = try #require(model.people[key])
        model.people[key]?.isActive.toggle()
        let status: AccountStatus = person.isActive ? .suspended : .active
        try await world.store.write { (transaction: borrowing Transaction) in
            try transaction.run("UPDATE operator SET status = \(status) WHERE id = \(person.id)")
        }
    }

    /// The register knows somebody in another role from now on.
    mutating func changeRole() async throws {
        let key = try one(of: world.operators.keys.sorted())
        let person = try #require(world.operators[key])
        let role = try one(of: [person.role, person.role, person.role, .branch, .super, .master])
        model.people[key]?.role = role
        let entry = OperatorEntry(
            agencyCode: ScopeGame.agency(of: key),
            taxCode: person.taxCode,
            givenName: person.givenName,
            familyName: person.familyName,
            email: person.email,
            role: role
        )
        let receipts = try await Operators(world.store).load([LoadRow(row: 2, key: entry.key, entry: entry)])
        #expect(receipts.allSatisfy { $0.outcome != .rejected }, "\(receipts)")
    }

    /// Super users whom a master makes, by their keys.
    static let lentTaxCodes: [String: TaxCode] = {
        var codes: [String: TaxCode] = [:]
        for (key, name) in [("ALFA/ugo", "Ugo"), ("ALFA/vera", "Vera")] {
            codes[key] = TaxCode.computed(
                familyName: "Prova",
                givenName: name,
                sex: .male,
                birth: "1980-01-01",
                place: "H501"
            )
        }
        return codes
    }()

    /// The only master of the agency lends some of their own branches to a new super user.
    mutating func lend() async throws {
        let masters = model.people.filter { $0.value.agency == "ALFA" && $0.value.role == .master && $0.value.isActive }
        let left = ScopeGame.lentTaxCodes.keys.sorted().filter { model.people[$0] == nil }
        guard masters.count == 1, let master = masters.first?.key, let key = left.first else { return }
        let open = model.open(to: master, in: nil, on: today).sorted()
        guard let first = open.randomElement(using: &citizens.random) else { return }
        let lent = Set(open.filter { _ in number(0..<2) == 0 } + [first])
        let draft = SuperUserDraft(
            taxCode: try taxCode(of: key).text,
            givenName: "Persona",
            familyName: "Prova",
            email: "prova@alfa.example",
            branches: Set(lent.map { world.branch($0).id })
        )
        let appointment = try await SuperUsers(world.store).appoint(draft, as: identity(master, in: nil))
        let id = try #require(appointment.superUser)
        model.people[key] = .init(id: id, agency: "ALFA", role: .super)
        model.loans.append(.init(id: appointment.id, person: key, master: master, branches: lent))
        keys.append(key)
    }
}
