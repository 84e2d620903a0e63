internal import Domain

/// How large a demo world is.
struct DemoSize: Hashable, Sendable {
    let agencies: Int
    let branches: Int
    let citizens: Int
    let vacancies: Int
    let interests: Int

    static let demo = DemoSize(agencies: 12, branches: 120, citizens: 5_000, vacancies: 2_000, interests: 8_000)
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
            operators: operators
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
        operators: [DemoOperator]
    ) {
        areas = layout.areas
        // Four in five people on the measure live in the south and on the islands.
        areaWeights = DemoWeights(
            layout.areas.map { geography.areas[$0].province.people * (geography.areas[$0].isSouthern ? 9 : 2) / 2 }
        )
        nearBranches = Dictionary(
            uniqueKeysWithValues: layout.areas.map { area in
                let capital = geography.areas[area].capital
                // Most pacts are older than April 2026: until then who is in section 5 only could not be chosen.
                let near = branches.filter { agencies[$0.agency].publishesVacancies }
                    .map { (distance: capital.distance(to: $0.place), index: $0.index) }
                    .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
                return (area, near.prefix(30).map(\.index))
            }
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
