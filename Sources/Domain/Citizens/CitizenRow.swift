public import Persistence

/// A citizen in an operator's list.
public struct CitizenRow: Hashable, Sendable {
    public let id: ID<Citizen>
    public let familyName: String
    public let givenName: String
    public let birthDate: Day
    public let municipalityCode: String
    public let province: String
    public let phone: String?
    public let email: String?
    public let measure: String?
    public let educationCode: String?
    public let professionCode: String?
    /// In the person's own words.
    public let professionText: String?
    public let experience: WorkingTimeSpent?
    public let licences: String?
    public let ownVehicle: Bool?
    public let languages: String?
    public let workingTimes: String?
    public let contractTypes: String?
    /// Any of `shifts nights holidays travel`.
    public let readiness: String?
    /// As `m:F205 p:MI r:03 k:30`.
    public let territory: String?
    public let availableFrom: Day?
    public let lastJob: String?
    public let padDay: Day?
    public let servicePactState: ServicePact.State?
    public let curriculumAt: Instant?
    /// Those through which the citizen is visible, among the ones open to whoever reads.
    public let branches: [ID<Branch>]
    /// Expressions of interest in offers of the open branches; nil when the list does not show them.
    public let interests: Int?
    let position: Int64
    let sortKey: String
    let educationRank: Int
}

extension CitizenRow: FromRow {
    /// The columns that `r`, `c` and `v` give; branches and interests follow.
    static let columns: SQL = """
        r.citizen_id, c.family_name, c.given_name, r.birth_date, c.municipality_code, r.province, c.phone, c.email,
        r.measure, v.education_code, v.profession_code, v.profession_text, v.experience_months, v.experience_since,
        v.licences, v.own_vehicle, v.languages, v.working_times, v.contract_types, v.readiness,
        v.territory, v.available_from, v.last_job, r.pad_day, r.psp_state, r.curriculum_at, r.position, r.sort_key,
        r.education_rank
        """

    public init(from row: inout Row) throws {
        id = try row.next()
        familyName = try row.next()
        givenName = try row.next()
        birthDate = try row.next()
        municipalityCode = try row.next()
        province = try row.next()
        phone = try row.next()
        email = try row.next()
        measure = try row.next()
        educationCode = try row.next()
        professionCode = try row.next()
        professionText = try row.next()
        let (months, since): (Int?, Day?) = try (row.next(), row.next())
        experience = months.map { WorkingTimeSpent(months: $0, since: since) }
        licences = try row.next()
        ownVehicle = try row.next()
        languages = try row.next()
        workingTimes = try row.next()
        contractTypes = try row.next()
        readiness = try row.next()
        territory = try row.next()
        availableFrom = try row.next()
        lastJob = try row.next()
        padDay = try row.next()
        servicePactState = try row.next()
        curriculumAt = try row.next()
        position = try row.next()
        sortKey = try row.next()
        educationRank = try row.next()
        let ids: String? = try row.next()
        branches = (ids ?? "").split(separator: " ").compactMap { Int64($0).map(ID.init) }.sorted()
        interests = try row.next()
    }
}

extension CitizenRow: ListedRow {
    public func cursor(_ sort: CitizenSort, _ direction: Cursor.Direction) -> Cursor {
        switch sort.key {
        case .pact:
            Cursor(keys: [], id: position, direction: direction, order: sort.word)
        case .surname:
            Cursor(keys: [.text(sortKey)], id: id.rawValue, direction: direction, order: sort.word)
        case .age:
            Cursor(keys: [.text(birthDate.description)], id: id.rawValue, direction: direction, order: sort.word)
        case .education:
            Cursor(keys: [.integer(Int64(educationRank))], id: id.rawValue, direction: direction, order: sort.word)
        }
    }
}
