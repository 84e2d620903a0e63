internal import Domain

/// How large a demo world is.
struct DemoSize: Hashable, Sendable {
    let agencies: Int
    let branches: Int
    let citizens: Int
    let vacancies: Int
    let interests: Int
    /// How many in a hundred citizens choose the largest agency; nil where that is left to who is near.
    var largestShare: Int?

    static let demo = DemoSize(agencies: 12, branches: 120, citizens: 5_000, vacancies: 2_000, interests: 8_000)

    /// A country with the 2,700 branches of 120 agencies, the largest of which has some 400 and 15 % of the people.
    ///
    /// - Parameter oneAgency: Everybody chooses the largest agency, among others.
    static func nation(of citizens: Int, oneAgency: Bool = false) -> DemoSize {
        DemoSize(
            agencies: 120,
            branches: 2_700,
            citizens: citizens,
            vacancies: citizens / 3,
            interests: citizens * 3,
            largestShare: oneAgency ? 100 : 15
        )
    }
}

enum CannotMakeDemoWorld: Error, Hashable, Sendable {
    /// None of the municipalities lies in a province of Italy.
    case noPlaces
    case tooSmall
}

/// An invented country of agencies, citizens and vacancies: the same on every machine, for a seed and a day.
///
/// Agencies, branches, job centres and operators are made at once; citizens, vacancies and interests one by one, each
/// without the others, so that a world of millions streams in constant memory. Invented people have real-looking names
/// and tax codes; mail goes to `.example` and telephone numbers start with a prefix that no operator uses.
struct DemoWorld: Sendable {
    let seed: UInt64
    let today: Day
    let size: DemoSize
    let geography: DemoGeography
    let agencies: [DemoAgency]
    let branches: [DemoBranch]
    let jobCentres: [DemoJobCentre]
    let operators: [DemoOperator]
    let draws: DemoDraws

    init(places: [DemoPlace], today: Day, size: DemoSize = .demo, seed: UInt64 = 4271) throws(CannotMakeDemoWorld) {
        guard size.agencies >= 3, size.branches >= size.agencies else { throw .tooSmall }
        let geography = DemoGeography(places)
        guard !geography.areas.isEmpty else { throw .noPlaces }
        self.seed = seed
        self.today = today
        self.size = size
        self.geography = geography
        agencies = DemoAgency.all(count: size.agencies, seed: seed, today: today)
        let layout = DemoLayout(geography: geography, size: size)
        branches = layout.branches(of: agencies, geography: geography, seed: seed, today: today)
        jobCentres = DemoJobCentre.all(in: geography, layout: layout, seed: seed)
        operators = DemoOperator.all(of: agencies, branches: branches, seed: seed, today: today)
        draws = DemoDraws(
            geography: geography,
            layout: layout,
            agencies: agencies,
            branches: branches,
            jobCentres: jobCentres,
            operators: operators,
            isLargestApart: size.largestShare != nil
        )
    }

    var citizens: some RandomAccessCollection<DemoCitizen> { (0..<size.citizens).lazy.map(citizen(at:)) }
    var vacancies: some RandomAccessCollection<DemoVacancy> { (0..<size.vacancies).lazy.map(vacancy(at:)) }
}

/// What the draws of citizens and vacancies need, computed once.
struct DemoDraws: Sendable {
    /// Areas that have branches.
    let areas: [Int]
    let areaWeights: DemoWeights
    /// For an area, the branches nearest to its capital.
    let nearBranches: [Int: [Int]]
    /// For an area, the branches of the largest agency that are nearest to its capital.
    let nearOfLargest: [Int: [Int]]
    /// Branches that publish vacancies.
    let publishing: [Int]
    /// For a province its job centres, for a branch's code the operators who work there only.
    let jobCentres: [String: [Int]]
    let staff: [String: [Int]]
    private let peopleWeights: [DemoWeights]
    private let demandWeights: [DemoWeights]

    init(
        geography: DemoGeography,
        layout: DemoLayout,
        agencies: [DemoAgency],
        branches: [DemoBranch],
        jobCentres: [DemoJobCentre],
        operators: [DemoOperator],
        isLargestApart: Bool
    ) {
        areas = layout.areas
        // Four in five people on the measure live in the south and on the islands.
        areaWeights = DemoWeights(
            layout.areas.map { geography.areas[$0].province.people * (geography.areas[$0].isSouthern ? 9 : 2) / 2 }
        )
        // Most pacts are older than April 2026: until then who is in section 5 only could not be chosen.
        let near = layout.areas.map { area in
            let capital = geography.areas[area].capital
            return branches.filter { agencies[$0.agency].publishesVacancies }
                .map { (distance: capital.distance(to: $0.place), index: $0.index) }
                .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.map(\.index)
        }
        nearBranches = Dictionary(
            uniqueKeysWithValues: zip(
                layout.areas,
                near.map { near in
                    // Where the share of the largest agency is given, all others are chosen among themselves.
                    isLargestApart
                        ? Array(near.lazy.filter { branches[$0].agency != 0 }.prefix(60)) : Array(near.prefix(30))
                }
            )
        )
        nearOfLargest = Dictionary(
            uniqueKeysWithValues: zip(
                layout.areas,
                near.map { Array($0.filter { branches[$0].agency == 0 }.prefix(3)) }
            )
        )
        self.jobCentres = Dictionary(grouping: jobCentres.indices) { jobCentres[$0].place.province }
        staff = Dictionary(grouping: operators.indices.filter { operators[$0].role == .branch }) {
            operators[$0].grants.first?.branchCode ?? ""
        }
        publishing = branches.filter { agencies[$0.agency].publishesVacancies }.map(\.index)
        peopleWeights = [false, true].flatMap { inSouth in
            [false, true].map { isFemale in
                DemoWeights(
                    DemoTrade.all.map {
                        $0.share.people(inSouth: inSouth) * (isFemale ? $0.share.women : 100 - $0.share.women)
                    }
                )
            }
        }
        demandWeights = [false, true].map { inSouth in
            DemoWeights(DemoTrade.all.map { $0.share.demand(inSouth: inSouth) })
        }
    }

    func people(inSouth: Bool, sex: Sex) -> DemoWeights {
        peopleWeights[(inSouth ? 2 : 0) + (sex == .female ? 1 : 0)]
    }

    func demand(inSouth: Bool) -> DemoWeights {
        demandWeights[inSouth ? 1 : 0]
    }
}
