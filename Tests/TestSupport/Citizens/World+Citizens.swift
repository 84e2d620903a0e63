public import Domain
import Persistence

extension ReferenceSnapshot {
    /// The code lists that come with the software, read once for all tests.
    public static let shared: ReferenceSnapshot = {
        guard let snapshot = try? ReferenceSnapshot.starter() else { preconditionFailure("no code lists") }
        return snapshot
    }()
}

extension World {
    public var citizens: Citizens { Citizens(store) }
    public var pacts: Pacts { Pacts(store) }
    public var sightings: Sightings { Sightings(store) }
    public var applications: Applications { Applications(store) { ReferenceSnapshot.shared } }

    /// Lets somebody come into being by an application, as INPS sends it.
    @discardableResult
    public func register(_ entry: ApplicationEntry) async throws -> CitizenIdentity {
        let receipts = try await applications.load([LoadRow(row: 2, key: entry.number, entry: entry)])
        precondition(receipts.allSatisfy { !$0.findings.haveErrors }, "\(receipts)")
        return try await identity(of: entry.taxCode)
    }

    public func identity(of taxCode: TaxCode) async throws -> CitizenIdentity {
        let roles = try await People(store).roles(of: taxCode)
        for case .citizen(let identity) in roles { return identity }
        throw NotFound()
    }

    /// Saves a CV over whatever is there.
    public func save(_ curriculum: Curriculum, of citizen: CitizenIdentity) async throws {
        let version = try await citizens.curriculum(own: citizen)?.version ?? 0
        _ = try await citizens.saveCurriculum(
            curriculum,
            replacing: version,
            reference: .shared,
            as: citizen
        )
    }

    /// A pact with all that it needs, choosing branches by their codes.
    public func draft(_ branches: [String]) -> PactDraft {
        PactDraft(
            email: "persona@example.it",
            phone: "+39 333 1234567",
            jobCentre: jobCentre.id,
            availabilityDeclaredOn: today,
            commitments: Set(Commitment.allCases),
            noticeVersion: PrivacyNotice.current.version,
            branches: branches.map { branch($0).id }
        )
    }

    /// Leads a citizen, who has a CV, to a signature.
    @discardableResult
    public func sign(_ branches: [String], as citizen: CitizenIdentity) async throws -> ActivationPact {
        try await pacts.saveDraft(draft(branches), as: citizen)
        let hash = try await pacts.complete(as: citizen).hash
        return try await pacts.sign(showing: hash, assuranceLevel: 2, as: citizen)
    }

    /// A citizen with a CV and a signed pact.
    @discardableResult
    public func citizen(
        _ entry: ApplicationEntry,
        _ curriculum: Curriculum = .sample(),
        choosing branches: [String] = ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"]
    ) async throws -> CitizenIdentity {
        let identity = try await register(entry)
        try await save(curriculum, of: identity)
        try await sign(branches, as: identity)
        return identity
    }

    /// Whom somebody sees in a list, in its order; by name when none is given.
    public func names(
        _ list: CitizenList = CitizenList(sort: CitizenSort(.surname)),
        for person: OperatorIdentity
    ) async throws -> [String] {
        try await citizens.list(list, as: person, reference: .shared, limit: 200).rows.map(\.familyName)
    }
}

extension ApplicationEntry {
    /// An application of somebody with a name of her own; the tax code is the one that the data compute to.
    public static func sample(
        _ familyName: String = "Rossi",
        _ givenName: String = "Maria",
        sex: Sex = .female,
        birth: Day = "1985-04-12",
        birthPlace: String = "F205",
        municipality: String = "F205",
        measure: String = "SFL",
        submittedOn: Day = "2026-01-15",
        outcome: Application.Outcome = .accepted,
        number: String? = nil
    ) -> ApplicationEntry {
        let code = TaxCode.computed(
            familyName: familyName,
            givenName: givenName,
            sex: sex,
            birth: birth,
            place: birthPlace
        )
        guard let code else { preconditionFailure("\(familyName) has no tax code") }
        return ApplicationEntry(
            number: number ?? "INPS-\(code)",
            taxCode: code,
            givenName: givenName,
            familyName: familyName,
            sex: sex,
            birthDate: birth,
            birthPlaceCode: birthPlace,
            municipalityCode: municipality,
            postalCode: "20121",
            address: "Via Roma 1",
            email: "\(Fold.key(givenName).replacing(" ", with: "."))@example.it",
            phone: "+39 333 1234567",
            measure: measure,
            submittedOn: submittedOn,
            outcome: outcome
        )
    }
}

extension Curriculum {
    /// A CV that is a candidature.
    public static func sample(
        education: String = "USG",
        profession: String = "Camerieri di ristorante",
        skills: [String] = [],
        licences: [String] = ["B"],
        ownVehicle: Bool = false
    ) -> Curriculum {
        var curriculum = Curriculum()
        curriculum.education = [Education(level: education, year: 2004)]
        curriculum.experiences = [Experience(title: "Cameriera di sala", start: "2010-01-01", end: "2014-12-31")]
        curriculum.desiredProfessions = [DesiredProfession(code: "5.2.2.3.2", description: profession)]
        curriculum.languages = [LanguageSkill(code: "en", read: "B2", written: "B1", spoken: "B1")]
        curriculum.skills = skills
        curriculum.licences = licences
        curriculum.availability.ownVehicle = ownVehicle
        curriculum.availability.workingTimes = ["F"]
        return curriculum
    }
}
