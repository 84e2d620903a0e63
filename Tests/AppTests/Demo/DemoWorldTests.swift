internal import Domain
internal import Testing

@testable import App

@Suite("The demo world and its agencies")
struct DemoWorldTests {
    let sample: DemoSamples.Sample

    init() throws {
        sample = try DemoSamples.sample()
    }

    @Test("The same seed and day give the same world")
    func deterministic() throws {
        let again = try DemoWorld(places: try DemoSamples.places().reversed(), today: sample.world.today)
        #expect(again.agencies == sample.world.agencies)
        #expect(again.branches == sample.world.branches)
        #expect(again.operators == sample.world.operators)
        for index in stride(from: 0, to: 5_000, by: 499) {
            #expect(again.citizen(at: index) == sample.citizens[index])
        }
        for index in stride(from: 0, to: 2_000, by: 199) {
            #expect(again.vacancy(at: index) == sample.vacancies[index])
        }
        let other = try DemoWorld(places: try DemoSamples.places(), today: sample.world.today, seed: 1)
        #expect(other.citizen(at: 0) != sample.citizens[0])
    }

    @Test("A citizen does not depend on how many there are")
    func independent() throws {
        let size = DemoSize(agencies: 12, branches: 120, citizens: 2_200_000, vacancies: 330_000, interests: 0)
        let large = try DemoWorld(places: try DemoSamples.places(), today: sample.world.today, size: size)
        #expect(large.citizen(at: 4_321) == sample.citizens[4_321])
        #expect(large.vacancy(at: 1_999) == sample.vacancies[1_999])
        let last = large.citizen(at: 2_199_999)
        #expect(last.application.number.hasSuffix("2200000"))
    }

    @Test("A country has 2,700 branches, some 400 of the largest agency, and 15 % of the people choose it")
    func nation() throws {
        let size = DemoSize.nation(of: 300_000)
        let nation = try DemoWorld(places: try DemoSamples.places(), today: sample.world.today, size: size)
        #expect(nation.branches.count == 2_700 && nation.agencies.count == 120)
        #expect((390...415).contains(nation.branches.count { $0.agency == 0 }))
        let pacts = (0..<2_000).compactMap { nation.citizen(at: $0 * 149).pact }.filter { !$0.choices.isEmpty }
        let ofLargest = pacts.count { $0.choices.contains { $0.agencyCode == "DEMO-APL-001" } }
        #expect((12...18).contains(ofLargest * 100 / pacts.count))
        #expect(pacts.filter { $0.state == .signed }.allSatisfy { Set($0.choices.map(\.agencyCode)).count >= 3 })
    }

    @Test("A world of three provinces stands")
    func few() throws {
        let size = DemoSize(agencies: 5, branches: 15, citizens: 50, vacancies: 20, interests: 30)
        let world = try DemoWorld(places: DemoSamples.fewPlaces, today: sample.world.today, size: size)
        #expect(world.branches.count == 15)
        #expect(world.citizens.allSatisfy { DemoSamples.fewPlaces.contains($0.place) })
        #expect(Set(world.vacancies.map(\.externalReference)).count == 20)
        #expect(throws: CannotMakeDemoWorld.noPlaces) { try DemoWorld(places: [], today: world.today) }
    }

    @Test("Twelve agencies, with tax codes and sections of the register")
    func agencies() throws {
        let agencies = sample.world.agencies
        #expect(agencies.count == 12)
        #expect(agencies.first?.code == "DEMO-APL-01")
        #expect(Set(agencies.map(\.code)).count == 12)
        #expect(Set(agencies.map(\.taxCode)).count == 12)
        #expect(agencies.count { $0.sections == ["3.1"] } >= 2)
        for agency in agencies {
            _ = try TaxCode(organisation: agency.taxCode)
            #expect(agency.sections.allSatisfy { RegisterSection(rawValue: $0) != nil })
            #expect(agency.authorisedFrom < sample.world.today)
        }
    }

    @Test("A hundred and twenty branches, numbered within their agency")
    func branches() {
        let branches = sample.world.branches
        #expect(branches.count == 120)
        for agency in sample.world.agencies {
            let codes = branches.filter { $0.agencyCode == agency.code }.map(\.code)
            let expected = (0..<codes.count).map { "\(agency.code)-\(DemoItalian.padded($0 + 1, 3))" }
            #expect(codes == expected)
            #expect(!codes.isEmpty)
        }
        #expect(branches.allSatisfy { $0.postalCode.count == 5 && $0.postalCode.allSatisfy(\.isNumber) })
        #expect(branches.first { $0.place.code == "F205" }?.postalCode.hasPrefix("201") == true)
    }

    @Test("The first agency has several close branches in the large cities, and each province has three agencies")
    func clusters() {
        let own = sample.world.branches.filter { $0.agencyCode == "DEMO-APL-01" }
        for province in ["RM", "MI", "NA"] {
            #expect(own.count { $0.place.province == province } >= 2, "\(province)")
        }
        let groups = Dictionary(grouping: sample.world.branches, by: \.place.province)
        #expect(groups.count >= 20)
        for (province, branches) in groups {
            #expect(Set(branches.map(\.agencyCode)).count >= 3, "\(province)")
        }
    }

    @Test("Masters, supers and branch operators, none beyond the master's grants")
    func operators() throws {
        let world = sample.world
        #expect(world.operators.count { $0.agencyCode == "DEMO-APL-01" && $0.role == .master } == 2)
        #expect(Set(world.operators.map(\.taxCode)).count == world.operators.count)
        for agency in world.agencies {
            let own = world.operators.filter { $0.agencyCode == agency.code }
            let master = try #require(own.first { $0.role == .master })
            let all = Set(master.grants.map(\.branchCode))
            #expect(all == Set(world.branches.filter { $0.agencyCode == agency.code }.map(\.code)))
            #expect(own.contains { $0.role == .super })
            #expect(own.allSatisfy { !$0.grants.isEmpty && Set($0.grants.map(\.branchCode)).isSubset(of: all) })
            #expect(all.allSatisfy { code in own.contains { $0.role == .branch && $0.grants[0].branchCode == code } })
        }
        for person in world.operators {
            _ = try TaxCode(person: person.taxCode.text)
        }
    }

    @Test("Each province with branches has a job centre")
    func jobCentres() {
        let provinces = Set(sample.world.branches.map(\.place.province))
        #expect(Set(sample.world.jobCentres.map(\.place.province)) == provinces)
        #expect(Set(sample.world.jobCentres.map(\.code)).count == sample.world.jobCentres.count)
    }

    @Test("Trades have all their words")
    func trades() {
        #expect(DemoTrade.all.count == 70)
        #expect(Set(DemoTrade.all.map(\.key)).count == 70)
        for trade in DemoTrade.all {
            #expect(trade.profession.split(separator: ".").count == 5)
            #expect(trade.duties.items.count >= 10 && trade.tasks.items.count >= 6 && trade.wants.items.count >= 6)
            #expect(trade.titles.items.count >= 3 && trade.workplaces.items.count >= 4)
            #expect(trade.workplaces.items.allSatisfy { $0.hasPrefix("un") })
            #expect(trade.tasks.items.allSatisfy { DemoItalian.bare($0) != $0 }, "\(trade.key)")
            #expect(trade.sector.facts.heads != ["Servizi"])
        }
    }
}
