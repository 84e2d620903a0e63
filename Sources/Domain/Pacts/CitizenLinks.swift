internal import Persistence

/// Who may see whom, kept in the transaction that changes it.
///
/// A citizen is visible to a branch when a signed activation pact or a service pact in force names it (minimisation:
/// art. 5 GDPR; INPS message 4271/2023). All links of a citizen are made anew from the pacts each time, so that no order
/// of events can leave a right behind.
struct CitizenLinks: Sendable {
    let store: Store

    init(_ store: Store) {
        self.store = store
    }

    /// From when on a link that was not there before counts as visible.
    enum Beginning {
        case now
        /// The pact was in force in another system: nobody is new who only moves house.
        case dayOfPact
    }

    /// Brings the links, the lists and the text index of some citizens up to date.
    ///
    /// A link that stays keeps the instant since which it is there; one that went and comes back begins anew.
    func refresh(
        _ citizens: [ID<Citizen>],
        newSince beginning: Beginning = .now,
        learning words: WordSet = WordSet(),
        in transaction: borrowing Transaction
    ) throws {
        if citizens.isEmpty { return }
        // Two writers of one citizen wait for each other here, and the second reads what the first has left.
        let lock: SQL = "\(sqlite: "", postgresql: " FOR NO KEY UPDATE")"
        _ = try transaction.all(
            "SELECT c.id FROM citizen c WHERE c.id IN \(in: citizens) ORDER BY c.id\(lock)",
            as: Int64.self
        )
        let facts: [CitizenFacts] = try transaction.all(CitizenFacts.query(citizens))
        let named: [NamedBranch] = try transaction.all(NamedBranch.query(citizens))
        let branches = Dictionary(grouping: named, by: \.citizen)
        let earlier = try EarlierLinks(removedOf: citizens, in: transaction)
        var ofBranches: [[SQLValue]] = []
        var ofAgencies: [[SQLValue]] = []
        var words = words
        for fact in facts {
            guard let links = branches[fact.citizen], let since = fact.since else {
                try CitizenDocuments.remove(fact.citizen, in: transaction)
                continue
            }
            let position = try CitizenDocuments.place(fact.citizen, since: since, in: transaction)
            let byBranch = Dictionary(grouping: links, by: \.branch).sorted { $0.key < $1.key }
            let byAgency = Dictionary(grouping: links, by: \.agency).sorted { $0.key < $1.key }
            let new =
                switch beginning {
                case .now: store.now
                case .dayOfPact: since
                }
            ofBranches += byBranch.map { owner, links in
                fact.row(owner.sqlValue, position, links, earlier.since(owner, fact.citizen) ?? new)
            }
            ofAgencies += byAgency.map { owner, links in
                fact.row(owner.sqlValue, position, links, earlier.since(owner, fact.citizen) ?? new)
            }
            let scopes =
                byAgency.map { CitizenDocuments.scope($0.key) } + byBranch.map { CitizenDocuments.scope($0.key) }
                + fact.traits
            let name = ItalianAnalyser.indexed([fact.name])
            words.formUnion(name.words)
            try CitizenDocuments.index(
                position,
                name: name.tokens,
                words: fact.words,
                scopes: scopes,
                in: transaction
            )
        }
        try transaction.upsert(into: CitizenLinks.table("branch_citizen", "branch_id"), rows: ofBranches)
        try transaction.upsert(into: CitizenLinks.table("agency_citizen", "agency_id"), rows: ofAgencies)
        try Vocabulary.ofCitizens.learn(words, known: store.knownWords, in: transaction)
    }

    private static func table(_ name: StaticString, _ owner: StaticString) -> BulkTable {
        let columns: [StaticString] = [
            owner, "citizen_id", "position", "sort_key", "birth_date", "education_rank", "province", "measure",
            "pad_day", "psp_state", "licence_bits", "own_vehicle", "curriculum_at", "by_pad", "by_psp",
            "visible_since",
        ]
        return BulkTable(name, columns: columns, key: [], update: [])
    }
}

/// The links of some citizens as they were, with the instant since which each was there.
private struct EarlierLinks {
    private struct Key: Hashable {
        /// The id of a branch or of an agency: ids are of one kind each.
        let owner: Int64
        let citizen: ID<Citizen>
    }

    private struct Link: FromRow {
        let key: Key
        let since: Instant

        init(from row: inout Row) throws {
            key = Key(owner: try row.next(), citizen: try row.next())
            since = try row.next()
        }
    }

    private let since: [Key: Instant]

    init(removedOf citizens: [ID<Citizen>], in transaction: borrowing Transaction) throws {
        let ofBranches: [Link] = try transaction.all(
            """
            DELETE FROM branch_citizen WHERE citizen_id IN \(in: citizens)
            RETURNING branch_id, citizen_id, visible_since
            """
        )
        let ofAgencies: [Link] = try transaction.all(
            """
            DELETE FROM agency_citizen WHERE citizen_id IN \(in: citizens)
            RETURNING agency_id, citizen_id, visible_since
            """
        )
        since = Dictionary((ofBranches + ofAgencies).map { ($0.key, $0.since) }, uniquingKeysWith: min)
    }

    func since<Owner>(_ owner: ID<Owner>, _ citizen: ID<Citizen>) -> Instant? {
        since[Key(owner: owner.rawValue, citizen: citizen)]
    }
}

/// What a list filters and sorts a citizen by.
private struct CitizenFacts: FromRow {
    let citizen: ID<Citizen>
    let name: String
    let sortKey: String
    let birthDate: Day
    let province: String
    let educationRank: Int?
    let licenceBits: Int64?
    let ownVehicle: Bool?
    let curriculumAt: Instant?
    let words: String?
    let measure: String?
    let signedAt: Instant?
    let servicePactState: String?
    let servicePactOn: Day?
    let municipality: String
    let profession: String?
    let languages: String?
    let workingTimes: String?

    /// What she may be looked for by, beside words.
    var traits: [String] {
        [CitizenDocuments.scope(province: province), CitizenDocuments.scope(municipality: municipality)]
            + CitizenDocuments.traits(profession: profession, languages: languages, workingTimes: workingTimes)
    }

    /// When the citizen came to the lists: the signing of the activation pact, or else of the service pact.
    var since: Instant? { signedAt ?? servicePactOn?.start }

    static func query(_ citizens: [ID<Citizen>]) -> SQL {
        """
        SELECT c.id, c.family_name || ' ' || c.given_name, c.sort_key, c.birth_date, c.province, v.education_rank,
            v.licence_bits, v.own_vehicle, v.updated_at, v.words,
            (SELECT a.measure FROM application a WHERE a.citizen_id = c.id
                ORDER BY a.submitted_on DESC, a.id DESC LIMIT 1),
            (SELECT p.signed_at FROM activation_pact p WHERE p.citizen_id = c.id AND p.state = 'signed'),
            \(latest("s.state")), \(latest("s.signed_on")),
            c.municipality_code, v.profession_code, v.languages, v.working_times
        FROM citizen c LEFT JOIN curriculum v ON v.citizen_id = c.id
        WHERE c.id IN \(in: citizens)
        """
    }

    private static func latest(_ column: SQL) -> SQL {
        """
        (SELECT \(column) FROM service_pact s WHERE s.citizen_id = c.id AND s.state IN \(in: ServicePact.State.inForce)
            ORDER BY s.signed_on DESC, s.id DESC LIMIT 1)
        """
    }

    init(from row: inout Row) throws {
        citizen = try row.next()
        name = try row.next()
        sortKey = try row.next()
        birthDate = try row.next()
        province = try row.next()
        educationRank = try row.next()
        licenceBits = try row.next()
        ownVehicle = try row.next()
        curriculumAt = try row.next()
        words = try row.next()
        measure = try row.next()
        signedAt = try row.next()
        servicePactState = try row.next()
        servicePactOn = try row.next()
        municipality = try row.next()
        profession = try row.next()
        languages = try row.next()
        workingTimes = try row.next()
    }

    func row(
        _ owner: SQLValue,
        _ position: Int64,
        _ links: [NamedBranch],
        _ visibleSince: Instant
    ) -> [SQLValue] {
        [
            owner, citizen.sqlValue, .integer(position), .text(sortKey), birthDate.sqlValue,
            .integer(Int64(educationRank ?? CurriculumColumns.noEducation)), .text(province), measure.sqlValue,
            signedAt.map(Day.init(of:)).sqlValue, servicePactState.sqlValue, .integer(licenceBits ?? 0),
            .boolean(ownVehicle ?? false), curriculumAt.sqlValue, .boolean(links.contains { !$0.isOfServicePact }),
            .boolean(links.contains(where: \.isOfServicePact)), visibleSince.sqlValue,
        ]
    }
}

/// A branch that a pact in force names.
private struct NamedBranch: FromRow {
    let citizen: ID<Citizen>
    let branch: ID<Branch>
    let agency: ID<Agency>
    let isOfServicePact: Bool

    static func query(_ citizens: [ID<Citizen>]) -> SQL {
        """
        SELECT p.citizen_id, k.branch_id, b.agency_id, FALSE FROM activation_pact p
        JOIN activation_pact_choice k ON k.pact_id = p.id JOIN branch b ON b.id = k.branch_id
        WHERE p.state = 'signed' AND p.citizen_id IN \(in: citizens)
        UNION ALL
        SELECT s.citizen_id, k.branch_id, b.agency_id, TRUE FROM service_pact s
        JOIN service_pact_branch k ON k.service_pact_id = s.id JOIN branch b ON b.id = k.branch_id
        WHERE s.state IN \(in: ServicePact.State.inForce) AND s.citizen_id IN \(in: citizens)
        """
    }

    init(from row: inout Row) throws {
        citizen = try row.next()
        branch = try row.next()
        agency = try row.next()
        isOfServicePact = try row.next()
    }
}
