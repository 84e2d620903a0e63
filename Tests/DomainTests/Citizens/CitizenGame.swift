import Domain
import Persistence
import TestSupport
import Testing

/// Citizens to whom things happen at random, with their models beside the store.
struct CitizenGame {
    let world: World
    var random: Numbers
    var people: [CitizenModel] = []

    private static let names = [
        "Rossi", "Bianchi", "D’Amico", "Esposito", "Ferrari", "Ricci", "De Luca", "Colombo", "Greco", "Mancini",
        "Conti",
        "Bruno", "Gallo", "Òddera", "Rossi Conti", "Zuccarelli",
    ]

    init(_ world: World, seed: UInt64) {
        self.world = world
        random = Numbers(seed: seed)
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func one<T>(of values: [T]) throws -> T {
        try #require(values.randomElement(using: &random))
    }

    mutating func begin(citizens: Int) async throws {
        for index in 0..<citizens {
            let birth = try #require(Day(year: number(1966..<2008), month: number(1..<13), day: number(1..<29)))
            let entry = ApplicationEntry.sample(
                CitizenGame.names[index % CitizenGame.names.count],
                try one(of: ["Anna", "Maria", "Lucia"]),
                birth: birth,
                municipality: try one(of: ["F205", "L219", "H501"]),
                measure: try one(of: ["SFL", "ADI", "VOL"])
            )
            people.append(CitizenModel(identity: try await world.register(entry), entry: entry))
        }
    }

    mutating func save(_ index: Int) async throws {
        people[index].cv = CitizenModel.CV(
            education: try one(of: ["NED", "LSE", "USG", "L"]),
            skills: Set((0..<CitizenModel.skills.count).filter { _ in number(0..<3) == 0 }),
            licence: try one(of: [nil, "AM", "B", "C"]),
            ownVehicle: number(0..<2) == 0,
            savedAt: world.store.now
        )
        let curriculum = try #require(people[index].curriculum)
        try await world.save(curriculum, of: people[index].identity)
    }

    /// Signs a new version; while the one in force is suspended nothing happens.
    mutating func sign(_ index: Int, choosing branches: [String]) async throws {
        if people[index].pad?.isSuspended == true { return }
        if people[index].cv == nil { try await save(index) }
        try await world.sign(branches, as: people[index].identity)
        people[index].pad = CitizenModel.Pad(branches: Set(branches), signedAt: world.store.now)
    }

    mutating func suspendOrResume(_ index: Int) async throws {
        guard let pad = people[index].pad else { return }
        try await world.pacts.apply(
            pad.isSuspended ? .signed : .suspended,
            to: people[index].identity.id,
            because: "test",
            as: .system("test")
        )
        people[index].pad?.isSuspended.toggle()
    }

    mutating func end(_ index: Int) async throws {
        guard people[index].pad != nil else { return }
        try await world.pacts.apply(.ended, to: people[index].identity.id, because: "test", as: .system("test"))
        people[index].pad = nil
    }

    mutating func servicePact(_ index: Int) async throws {
        let isInForce = number(0..<3) > 0
        let branches = ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1", "BETA-RM1", "GAMMA-TO1"].filter { _ in number(0..<3) == 0 }
        let psp = CitizenModel.Psp(
            branches: Set(branches),
            day: world.today.adding(days: -number(0..<60)),
            isInForce: isInForce
        )
        let entry = ServicePactEntry(
            taxCode: people[index].entry.taxCode,
            jobCentreCode: "CPI-MI",
            state: isInForce ? .signed : .suspended,
            signedOn: psp.day,
            branchCodes: branches
        )
        let receipts = try await world.pacts.load(servicePacts: [LoadRow(row: 2, key: entry.key, entry: entry)])
        #expect(receipts.allSatisfy { $0.outcome != .rejected })
        people[index].psp = psp
    }
}
