import Persistence
import TestSupport
import Testing

@testable import Domain

/// Masters, super users and the register's files, step by step, beside a model that knows no SQL.
@Suite("Lent branches and a plain model")
struct RandomDelegationsTests {
    private static let masters = ["anna", "marco", "nadia"]
    private static let candidates = ["sara", "piera", "tea", "ugo"]
    private static let branches = ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1"]

    /// What ought to be true.
    private struct Model {
        struct Appointment {
            let id: ID<SuperAppointment>
            let person: String
            let by: String
            /// Those that have not been taken back.
            var branches: Set<String>
            let lastDay: Day
            var state: SuperAppointment.State
        }

        /// The register's grants, person by person.
        var grants: [String: Set<String>]
        var masters: Set<String>
        /// The super users, and which of them are suspended.
        var supers: Set<String> = ["bruno"]
        var suspended: Set<String> = []
        /// Whom the register has made branch operators since.
        var demoted: Set<String> = []
        var appointments: [Appointment] = []

        func open(to person: String) -> Set<String> {
            if masters.contains(person) { return grants[person] ?? [] }
            if !supers.contains(person) || suspended.contains(person) { return [] }
            return would(person)
        }

        /// What a super user has while active.
        func would(_ person: String) -> Set<String> {
            (grants[person] ?? []).union(lent(to: person))
        }

        func lent(to person: String) -> Set<String> {
            if !supers.contains(person) { return [] }
            return worth(person)
        }

        /// What lenders who are masters now could lend on, whatever the role of the one to whom.
        func worth(_ person: String) -> Set<String> {
            var result: Set<String> = []
            for one in appointments where one.person == person && one.state == .inForce && masters.contains(one.by) {
                for branch in one.branches where grants[one.by]?.contains(branch) == true { result.insert(branch) }
            }
            return result
        }

        /// The other masters who could confirm: those who have a branch to work for.
        func others(than master: String) -> Set<String> {
            masters.filter { $0 != master && grants[$0]?.isEmpty == false }
        }

        func isReached(_ person: String, by master: String) -> Bool {
            guard supers.contains(person) else { return false }
            let held = would(person)
            return held.isEmpty || !held.isDisjoint(with: open(to: master)) || !loans(to: person, by: master).isEmpty
        }

        /// The branches lent to somebody, whether they are worth something today or not.
        func loans(to person: String, by master: String) -> Set<String> {
            appointments.filter { $0.person == person && $0.by == master && $0.state == .inForce }
                .reduce(into: []) { $0.formUnion($1.branches) }
        }

        func returnable(from person: String, to master: String) -> Set<String> {
            let all = appointments.filter { $0.person == person && $0.state == .inForce }
                .reduce(into: Set<String>()) { $0.formUnion($1.branches) }
            return loans(to: person, by: master).union(all.intersection(open(to: master)))
        }

        mutating func takeBack(_ branches: Set<String>, from person: String, by master: String) {
            for index in appointments.indices where appointments[index].person == person {
                guard appointments[index].state == .inForce else { continue }
                let reach = appointments[index].by == master ? branches : branches.intersection(open(to: master))
                appointments[index].branches.subtract(reach)
                if appointments[index].branches.isEmpty { appointments[index].state = .ended }
            }
        }

        func isPending(_ one: Appointment, _ today: Day) -> Bool { one.state == .pending && today <= one.lastDay }
    }

    private struct Run {
        var world: World
        var model: Model
        var numbers: Numbers
        var taken: [String: Int] = [:]

        var supers: SuperUsers { SuperUsers(world.store) }

        mutating func chance(_ one: Int, in many: Int) -> Bool { Int.random(in: 0..<many, using: &numbers) < one }

        mutating func pick<T>(_ values: [T]) -> T? { values.randomElement(using: &numbers) }

        mutating func someBranches() -> Set<String> {
            Set(RandomDelegationsTests.branches.filter { _ in Int.random(in: 0..<2, using: &numbers) == 0 })
        }

        func ids(_ codes: Set<String>) -> Set<ID<Branch>> { Set(codes.map { world.branch($0).id }) }

        func person(_ name: String) -> OperatorIdentity { world.identity("ALFA/\(name)") }

        mutating func note(_ what: String) { taken[what, default: 0] += 1 }
    }

    @Test(
        "After any steps of register and masters, what is open is what the model says, and nothing lent goes beyond",
        arguments: Engine.available
    )
    func agree(on engine: Engine) async throws {
        var taken: [String: Int] = [:]
        for seed in 0..<3 {
            try await withWorld(on: engine) { world in
                var world = try await world.withMarco("ALFA-MI1", "ALFA-TO1")
                world = try await world.with(.master, "Nadia", "Poli", .female, "1969-09-09", ["ALFA-MI2"])
                let model = Model(
                    grants: [
                        "anna": Set(Self.branches), "marco": ["ALFA-MI1", "ALFA-TO1"], "nadia": ["ALFA-MI2"],
                        "bruno": ["ALFA-MI1", "ALFA-MI2"],
                    ],
                    masters: Set(Self.masters)
                )
                var run = Run(world: world, model: model, numbers: Numbers(seed: UInt64(4271 + seed)))
                for _ in 0..<300 {
                    try await step(&run)
                    try await compare(run)
                }
                taken.merge(run.taken, uniquingKeysWith: +)
            }
        }
        for kind in [
            "import", "masters", "appointed", "pending", "confirmed", "ended", "suspended", "reenabled", "taken back",
            "unreached",
        ] {
            #expect(taken[kind, default: 0] >= 5, "\(kind) has to happen for this to mean something: \(taken)")
        }
    }

    private func compare(_ run: Run) async throws {
        for (key, person) in run.world.operators where key.hasPrefix("ALFA/") && person.role != .branch {
            let name = String(key.dropFirst(5))
            let open = Set(try await run.world.openBranches(to: run.person(name)))
            let expected = run.model.open(to: name)
            #expect(open == expected, "\(name)")
            for code in Self.branches {
                let inOne = try await run.world.openBranches(to: run.world.identity(key, in: code))
                #expect(inOne == (expected.contains(code) ? [code] : []), "\(name) in \(code)")
            }
            // Nobody who has nothing of the register's own reaches beyond the masters who lent.
            let own = run.model.grants[name] ?? []
            if person.role == .super, own.isEmpty {
                let lenders = run.model.appointments.filter { $0.person == name && $0.state == .inForce }.map(\.by)
                var reach: Set<String> = []
                for lender in Set(lenders) where run.model.masters.contains(lender) {
                    reach.formUnion(try await run.world.openBranches(to: run.person(lender)))
                }
                #expect(open.isSubset(of: reach), "\(name) beyond \(lenders)")
            }
        }
    }

    private func step(_ run: inout Run) async throws {
        switch Int.random(in: 0..<15, using: &run.numbers) {
        case 0: try await loadGrants(&run)
        case 1: try await changeMasters(&run)
        case 2...4: try await appoint(&run)
        case 5...7: try await decide(&run)
        case 8, 9: try await suspend(&run)
        case 10...12: try await reenable(&run)
        case 13: try await takeBack(&run)
        default:
            run.world.time.advance(days: Int.random(in: 1...5, using: &run.numbers))
            if run.chance(1, in: 2) { _ = try await run.supers.expire() }
        }
    }

    /// A full file of the register's grants: whoever it does not name loses them.
    private func loadGrants(_ run: inout Run) async throws {
        var grants: [String: Set<String>] = [:]
        for name in Self.masters { grants[name] = run.chance(2, in: 3) ? Set(Self.branches) : run.someBranches() }
        grants["bruno"] = run.someBranches()
        for name in Self.candidates where run.world.operators["ALFA/\(name)"] != nil && run.chance(1, in: 5) {
            grants[name] = run.someBranches()
        }
        var rows: [LoadRow<GrantEntry>] = []
        for (name, codes) in grants.sorted(by: { $0.key < $1.key }) {
            let taxCode = try #require(run.world.operators["ALFA/\(name)"]).taxCode
            for code in codes.sorted() {
                let entry = GrantEntry(
                    agencyCode: "ALFA",
                    operatorTaxCode: taxCode,
                    branchCode: code,
                    validFrom: "2020-01-01"
                )
                rows.append(LoadRow(row: rows.count + 2, key: entry.key, entry: entry))
            }
        }
        let request = LoadRequest(extent: .full(alsoHolding: []), agency: "ALFA")
        let receipts = try await Operators(run.world.store).load(grants: rows, request)
        #expect(receipts.allSatisfy { $0.outcome != .rejected })
        run.model.grants = grants
        run.note("import")
    }

    /// A file of operators: who is a master, and candidates as mere branch operators, which takes nothing from them.
    private func changeMasters(_ run: inout Run) async throws {
        var rows: [LoadRow<OperatorEntry>] = []
        func add(_ name: String, _ role: OperatorRole) throws {
            let person = try #require(run.world.operators["ALFA/\(name)"])
            let entry = OperatorEntry(
                agencyCode: "ALFA",
                taxCode: person.taxCode,
                givenName: person.givenName,
                familyName: person.familyName,
                email: person.email,
                role: role
            )
            rows.append(LoadRow(row: rows.count + 2, key: entry.key, entry: entry))
        }
        let before = run.model
        for name in Self.masters where name != "anna" {
            let isMaster = run.chance(1, in: 2) && !run.model.suspended.contains(name)
            try add(name, isMaster ? .master : .super)
            if isMaster {
                run.model.masters.insert(name)
                run.model.supers.remove(name)
            } else {
                run.model.masters.remove(name)
                run.model.supers.insert(name)
            }
        }
        // Nobody stays a super user by a loan that is worth nothing; and becomes one again when it is.
        for name in Self.candidates where run.world.operators["ALFA/\(name)"] != nil && run.chance(1, in: 3) {
            try add(name, .branch)
            if before.worth(name).isEmpty {
                run.model.supers.remove(name)
                run.model.demoted.insert(name)
            } else {
                run.model.supers.insert(name)
                run.model.demoted.remove(name)
            }
        }
        _ = try await Operators(run.world.store).load(rows)
        run.world = try await run.world.reread()
        run.note("masters")
    }

    private func appoint(_ run: inout Run) async throws {
        guard let master = run.pick(run.model.masters.sorted()), let name = run.pick(Self.candidates) else { return }
        let branches = run.someBranches()
        let today = run.world.today
        let known = run.model.supers.contains(name)
        let isPending = run.model.appointments.contains { $0.person == name && run.model.isPending($0, today) }
        let isGood =
            !branches.isEmpty && branches.isSubset(of: run.model.open(to: master)) && !isPending
            && !run.model.suspended.contains(name) && !run.model.demoted.contains(name)
        do {
            let made: SuperAppointment
            if known, run.model.isReached(name, by: master) {
                made = try await run.supers.extend(
                    run.person(name).id,
                    over: run.ids(branches),
                    as: run.person(master)
                )
            } else {
                var draft = run.world.draft(name.prefix(1).uppercased() + name.dropFirst(), "Prova")
                draft.branches = run.ids(branches)
                made = try await run.supers.appoint(draft, as: run.person(master))
            }
            #expect(isGood, "\(master) could appoint \(name) over \(branches)")
            let isAlone = run.model.others(than: master).isEmpty
            #expect(made.state == (isAlone ? .inForce : .pending))
            run.model.appointments.append(
                .init(
                    id: made.id,
                    person: name,
                    by: master,
                    branches: branches,
                    lastDay: today.adding(days: SuperAppointment.daysToDecide),
                    state: made.state
                )
            )
            if made.state == .inForce {
                run.model.supers.insert(name)
                run.world = try await run.world.reread()
            }
            run.note(isAlone ? "appointed" : "pending")
        } catch is Invalid {
            #expect(!isGood, "\(master) could not appoint \(name) over \(branches)")
            run.note("refused")
        }
    }

    private func decide(_ run: inout Run) async throws {
        let waiting = run.model.appointments.indices.filter { run.model.appointments[$0].state == .pending }
        guard let index = run.pick(waiting), let master = run.pick(run.model.masters.sorted()) else { return }
        let one = run.model.appointments[index]
        let isOwn = one.by == master
        let to: SuperAppointment.State = run.pick([.inForce, .inForce, .declined, .withdrawn]) ?? .inForce
        let isAlone = run.model.others(than: master).isEmpty
        let mayLead =
            switch to {
            case .inForce: !isOwn || isAlone
            case .declined: !isOwn
            default: isOwn
            }
        let isGood =
            run.model.isPending(one, run.world.today) && mayLead
            && (to != .inForce
                || run.model.masters.contains(one.by) && !run.model.suspended.contains(one.person)
                    && !run.model.demoted.contains(one.person))
        do {
            switch to {
            case .inForce: try await run.supers.confirm(one.id, as: run.person(master))
            case .declined: try await run.supers.decline(one.id, because: "no", as: run.person(master))
            default: try await run.supers.withdraw(one.id, as: run.person(master))
            }
            #expect(isGood, "\(master) could lead \(one.person) to \(to)")
            run.model.appointments[index].state = to
            if to == .inForce {
                run.model.supers.insert(one.person)
                run.world = try await run.world.reread()
            }
            run.note(to == .inForce ? "confirmed" : "ended")
        } catch is CannotDecideAppointment {
            #expect(!isGood, "\(master) could not lead \(one.person) to \(to)")
        }
    }

    private func suspend(_ run: inout Run) async throws {
        guard let master = run.pick(run.model.masters.sorted()), let name = run.pick(run.model.supers.sorted()) else {
            return
        }
        let isGood = !run.model.suspended.contains(name)
        let isReached = run.model.isReached(name, by: master)
        do {
            try await run.supers.suspend(run.person(name).id, because: nil, as: run.person(master))
            #expect(isGood && isReached)
            run.model.suspended.insert(name)
            run.note("suspended")
        } catch is CannotChangeAccount {
            #expect(!isGood && isReached)
        } catch is NotFound {
            #expect(!isReached, "\(master) could not reach \(name)")
            run.note("unreached")
        }
    }

    private func takeBack(_ run: inout Run) async throws {
        guard let master = run.pick(run.model.masters.sorted()), let name = run.pick(run.model.supers.sorted()) else {
            return
        }
        let returnable = run.model.returnable(from: name, to: master)
        // As a rule some of what may be taken, so that enough is; now and then anything.
        let branches = run.chance(3, in: 4) ? run.someBranches().intersection(returnable) : run.someBranches()
        if branches.isEmpty { return }
        let isGood = branches.isSubset(of: returnable)
        let isReached = run.model.isReached(name, by: master)
        do {
            let isStillReached = try await run.supers.takeBack(
                run.ids(branches),
                from: run.person(name).id,
                as: run.person(master)
            )
            #expect(isGood && isReached, "\(master) could take \(branches) from \(name)")
            run.model.takeBack(branches, from: name, by: master)
            #expect(isStillReached == run.model.isReached(name, by: master))
            run.note("taken back")
        } catch is CannotTakeBack {
            #expect(!isGood && isReached, "\(master) could not take \(branches) from \(name)")
        } catch is NotFound {
            #expect(!isReached, "\(master) could not reach \(name)")
        }
    }

    private func reenable(_ run: inout Run) async throws {
        guard let master = run.pick(run.model.masters.sorted()), let name = run.pick(run.model.suspended.sorted())
        else {
            return
        }
        guard run.model.supers.contains(name) else { return }
        let isGood = run.model.would(name).isSubset(of: run.model.open(to: master))
        let isReached = run.model.isReached(name, by: master)
        do {
            try await run.supers.reenable(run.person(name).id, as: run.person(master))
            #expect(isGood && isReached, "\(master) could re-enable \(name)")
            run.model.suspended.remove(name)
            run.note("reenabled")
        } catch is CannotChangeAccount {
            #expect(!isGood && isReached, "\(master) could not re-enable \(name)")
        } catch is NotFound {
            #expect(!isReached, "\(master) could not reach \(name)")
        }
    }
}
