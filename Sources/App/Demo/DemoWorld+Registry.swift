internal import Domain

/// In which provinces the agencies have branches.
///
/// Each chosen province has three agencies at least, as a citizen names three in the activation pact; the large agencies
/// have several close branches in the large cities, which is why they configure which ones citizens may choose.
struct DemoLayout: Sendable {
    /// Positions of areas in the geography, the most populous first.
    let areas: [Int]
    /// For each branch its agency and the position of its area, ordered by agency.
    let seats: [(agency: Int, area: Int)]

    init(geography: DemoGeography, size: DemoSize) {
        let ranked = geography.areas.indices.sorted {
            let (left, right) = (geography.areas[$0].province, geography.areas[$1].province)
            return (right.people, left.code) < (left.people, right.code)
        }
        let areas = Array(ranked.prefix(max(1, size.branches * 2 / 9)))
        self.areas = areas
        let counts = DemoAgency.branchCounts(agencies: size.agencies, branches: size.branches)
        var left = counts
        var seats: [(agency: Int, area: Int)] = []
        for area in areas {
            // The agencies of which the largest part is still to place, so that each keeps some for the large cities.
            let order = left.indices.sorted { (left[$1] * counts[$0], $0) < (left[$0] * counts[$1], $1) }
            for agency in order.prefix(3) where left[agency] > 0 {
                left[agency] -= 1
                seats.append((agency, area))
            }
        }
        for agency in left.indices {
            var given = areas.map { area in seats.count { $0.agency == agency && $0.area == area } }
            for _ in 0..<left[agency] {
                // The area with most inhabitants for each branch of this agency there (D'Hondt).
                let people = areas.map { geography.areas[$0].province.people }
                let best = areas.indices.max { people[$0] * (given[$1] + 1) < people[$1] * (given[$0] + 1) } ?? 0
                given[best] += 1
                seats.append((agency, areas[best]))
            }
        }
        self.seats = seats.enumerated().sorted { ($0.element.agency, $0.offset) < ($1.element.agency, $1.offset) }
            .map(\.element)
    }

    func branches(of agencies: [DemoAgency], geography: DemoGeography, seed: UInt64, today: Day) -> [DemoBranch] {
        var numbers = agencies.map { _ in 0 }
        var taken: [String: Int] = [:]
        return seats.enumerated().map { index, seat in
            var random = DemoRandom(seed: seed, topic: .branch, index: index)
            let (agency, area) = (agencies[seat.agency], geography.areas[seat.area])
            numbers[seat.agency] += 1
            let place = random.chance(82) || area.towns.isEmpty ? area.capital : random.pick(area.towns)
            let address = DemoStreets.address(using: &random)
            let key = "\(agency.code) \(place.code)"
            taken[key, default: 0] += 1
            let street = address.prefix { !$0.isNumber }.dropLast()
            let number = DemoItalian.padded(numbers[seat.agency], 3)
            return DemoBranch(
                index: index,
                agency: seat.agency,
                agencyCode: agency.code,
                code: "\(agency.code)-\(number)",
                name: taken[key] == 1 ? place.name : "\(place.name) \(street)",
                place: place,
                address: address,
                postalCode: area.postalCode(of: place, using: &random),
                email: "filiale\(number)@\(agency.domain)",
                phone: "+39 \(area.province.telephonePrefix) 0000 \(DemoItalian.padded(index % 10_000, 4))",
                validFrom: max(agency.authorisedFrom, today.adding(days: -random.within(400...2500)))
            )
        }
    }
}

extension DemoJobCentre {
    /// The public job centres of the provinces that have branches: one in the capital, one in each larger town.
    static func all(in geography: DemoGeography, layout: DemoLayout, seed: UInt64) -> [DemoJobCentre] {
        layout.areas.flatMap { position in
            let area = geography.areas[position]
            return ([area.capital] + area.towns.prefix(3)).enumerated().map { number, place in
                var random = DemoRandom(seed: seed, topic: .jobCentre, index: position * 16 + number)
                let code = "DEMO-CPI-\(area.province.code)-\(DemoItalian.padded(number + 1, 2))"
                return DemoJobCentre(
                    code: code,
                    name: "Centro per l'impiego " + DemoItalian.place(.di, place.name),
                    place: place,
                    address: DemoStreets.address(using: &random),
                    email: "cpi.\(area.province.code.lowercased())\(number + 1)@lavoro.example"
                )
            }
        }
    }
}

extension DemoOperator {
    /// Masters (the first agency has two), supers and the operators of each branch.
    static func all(of agencies: [DemoAgency], branches: [DemoBranch], seed: UInt64, today: Day) -> [DemoOperator] {
        let groups = Dictionary(grouping: branches, by: \.agency)
        var roster = DemoRoster(seed: seed, today: today)
        return agencies.flatMap { agency -> [DemoOperator] in
            let own = groups[agency.index] ?? []
            let masters = (0..<(agency.index == 0 ? 2 : 1)).map { _ in roster.make(.master, agency, own) }
            let supers = (0..<max(agency.index == 0 ? 3 : 1, own.count / 8)).map { number in
                // The first super works on all branches, each further one on a part.
                roster.make(.super, agency, number == 0 ? own : own.filter { ($0.index + number) % 3 != 0 })
            }
            let others = own.flatMap { branch in
                (0...(branch.index % 5 == 0 ? 1 : 0)).map { _ in roster.make(.branch, agency, [branch]) }
            }
            return masters + supers + others
        }
    }
}

/// Makes operators one after another, never two with one tax code.
private struct DemoRoster {
    let seed: UInt64
    let today: Day
    private var number = 0
    private var taken: Set<TaxCode> = []

    init(seed: UInt64, today: Day) {
        self.seed = seed
        self.today = today
    }

    mutating func make(_ role: DemoOperator.Role, _ agency: DemoAgency, _ branches: [DemoBranch]) -> DemoOperator {
        while true {
            var random = DemoRandom(seed: seed, topic: .operatorPerson, index: number)
            number += 1
            let home = branches.first?.place
            let sex: Sex = random.chance(62) ? .female : .male
            let birth = today.adding(days: -random.within(25 * 365...60 * 365))
            let given = DemoNames.given(sex, bornIn: birth.year, using: &random)
            let family = DemoNames.family(region: home?.region ?? "03", using: &random)
            let code = TaxCode.computed(
                familyName: family,
                givenName: given,
                sex: sex,
                birth: birth,
                place: home?.code ?? "H501"
            )
            guard let code, taken.insert(code).inserted else { continue }
            return DemoOperator(
                agencyCode: agency.code,
                role: role,
                givenName: given,
                familyName: family,
                taxCode: code,
                email: "\(DemoNames.mailbox(given, family))@\(agency.domain)",
                grants: branches.map { DemoGrant(branchCode: $0.code, validFrom: $0.validFrom) }
            )
        }
    }
}
