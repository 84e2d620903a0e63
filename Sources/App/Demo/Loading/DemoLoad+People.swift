internal import Domain

extension DemoLoad {
    /// Applications, CVs, activation pacts, service pacts; the people come back by their place in the world.
    func people(_ citizens: [DemoCitizen]) async throws -> [Int: CitizenIdentity] {
        try await applications(citizens)
        let offices = try await offices()
        let identities = try await withThrowingTaskGroup(of: [Int: CitizenIdentity].self) { group in
            for lane in 0..<DemoLoad.lanes {
                group.addTask {
                    let load = self.onItsOwn
                    var identities: [Int: CitizenIdentity] = [:]
                    for citizen in citizens where citizen.index % DemoLoad.lanes == lane {
                        identities[citizen.index] = try await load.write(citizen, offices)
                    }
                    return identities
                }
            }
            return try await group.reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
        }
        time.move(to: world.today)
        try await servicePacts(citizens)
        return identities
    }

    /// Citizens know nothing of each other: while one is written, the CV of another is read and judged.
    private static let lanes = 2

    /// What citizens choose from, by its codes.
    private struct Offices: Sendable {
        let branches: [String: ID<Branch>]
        let centres: [String: ID<JobCentre>]
    }

    /// CV and pact of one citizen.
    private func write(_ citizen: DemoCitizen, _ offices: Offices) async throws -> CitizenIdentity {
        guard case .citizen(let identity) = try await People(store).roles(of: citizen.taxCode).first else {
            throw UnacceptableDemo(description: "\(citizen.taxCode) is no citizen")
        }
        time.move(to: citizen.curriculum.lastDay)
        _ = try await Citizens(store).saveCurriculum(
            Curriculum(citizen.curriculum),
            replacing: 0,
            reference: reference,
            as: identity
        )
        if let pact = citizen.pact { try await sign(pact, of: citizen, identity, offices) }
        return identity
    }

    func applications(_ citizens: [DemoCitizen]) async throws {
        time.move(to: world.today)
        let entries = citizens.map { citizen in
            let application = citizen.application
            return ApplicationEntry(
                number: application.number,
                taxCode: citizen.taxCode,
                givenName: citizen.givenName,
                familyName: citizen.familyName,
                sex: citizen.sex,
                birthDate: citizen.birthDate,
                birthPlaceCode: citizen.birthPlaceCode,
                citizenship: citizen.citizenship,
                municipalityCode: citizen.place.code,
                postalCode: citizen.postalCode,
                address: citizen.address,
                email: citizen.email,
                phone: citizen.phone,
                measure: application.measure.rawValue,
                submittedOn: application.submittedOn,
                outcome: Application.Outcome(rawValue: application.outcome.rawValue) ?? .pending,
                outcomeOn: application.outcomeOn,
                jobCentreCode: application.jobCentreCode
            )
        }
        let reference = reference
        try accept(try await Applications(store) { reference }.load(entries.rows(\.number)))
    }

    private func offices() async throws -> Offices {
        let registry = Registry(store)
        var branches: [String: ID<Branch>] = [:]
        for agency in try await registry.agencies() {
            for branch in try await registry.branches(of: agency.id) { branches[branch.code] = branch.id }
        }
        let centres = try await registry.jobCentres().map { ($0.code, $0.id) }
        return Offices(branches: branches, centres: Dictionary(centres, uniquingKeysWith: { first, _ in first }))
    }

    /// Fills a pact in as far as its citizen has come, and signs it where she has.
    private func sign(
        _ pact: DemoPact,
        of citizen: DemoCitizen,
        _ identity: CitizenIdentity,
        _ offices: Offices
    ) async throws {
        let day = pact.signedOn ?? world.today.adding(days: -1)
        time.move(to: day.start.adding(seconds: 9 * 3600 + citizen.index % 36_000))
        let measure = citizen.application.measure.rawValue
        try await pacts.saveDraft(
            PactDraft(
                email: citizen.email,
                phone: citizen.phone,
                jobCentre: offices.centres[citizen.application.jobCentreCode],
                availabilityDeclaredOn: citizen.application.submittedOn,
                commitments: pact.state == .draft ? [] : Set(Commitment.required(for: measure)),
                noticeVersion: pact.state == .draft ? nil : pacts.currentNotice.version,
                branches: pact.choices.compactMap { offices.branches[$0.branchCode] }
            ),
            as: identity
        )
        if pact.state == .draft { return }
        let hash = try await pacts.complete(as: identity).hash
        if pact.state == .complete { return }
        try await pacts.sign(showing: hash, assuranceLevel: 2, as: identity)
    }

    func servicePacts(_ citizens: [DemoCitizen]) async throws {
        let entries = citizens.compactMap { citizen in
            citizen.servicePact.flatMap { pact in
                ServicePact.State(rawValue: pact.state.rawValue).map {
                    ServicePactEntry(
                        taxCode: citizen.taxCode,
                        jobCentreCode: pact.jobCentreCode,
                        state: $0,
                        signedOn: pact.signedOn,
                        branchCodes: pact.branchCodes
                    )
                }
            }
        }
        try accept(try await pacts.load(servicePacts: entries.rows(\.key)))
    }
}

extension DemoCurriculum {
    /// When it can have been written at the earliest: after the latest thing that it tells.
    var lastDay: Day {
        let years = education.map(\.year) + courses.map(\.year)
        let told =
            experiences.flatMap { [$0.from, $0.until] } + permits.map(\.obtainedOn)
            + years.compactMap { Day(year: $0, month: 1, day: 1) }
        return told.reduce(updatedOn, max)
    }
}

extension Curriculum {
    init(_ demo: DemoCurriculum) {
        self.init()
        summary = demo.summaryText
        experiences = demo.experiences.map { job in
            var experience = Experience(title: job.role, start: job.from, end: job.until)
            experience.professionCode = job.professionCode
            experience.employer = job.employer
            experience.activityCode = job.atecoCode
            experience.activityVersion = "2007"
            experience.contractTypeCode = job.contractCode
            experience.municipalityCode = job.placeCode
            experience.duties = job.dutiesText
            return experience
        }
        education = demo.education.map { title in
            var education = Education(level: title.levelCode, description: title.title, year: title.year)
            education.grade = title.grade
            education.municipalityCode = title.placeCode
            education.recognisedInItaly = title.isRecognisedInItaly
            return education
        }
        training = demo.courses.map { course in
            var training = Training(title: course.title, provider: course.provider, year: course.year)
            training.duration = course.hours
            training.durationUnit = .hours
            return training
        }
        languages = demo.languages.map {
            LanguageSkill(
                code: $0.code,
                read: $0.read,
                written: $0.written,
                spoken: $0.spoken,
                isNative: $0.isMotherTongue ? true : nil
            )
        }
        computerSkills = demo.computing.compactMap { skill in
            ComputerSkill.Level(rawValue: skill.level.rawValue).map { ComputerSkill(name: skill.kind, level: $0) }
        }
        licences = demo.licences
        qualifications = demo.permits.map { Qualification(name: $0.name, code: $0.code, obtainedOn: $0.obtainedOn) }
        skills = demo.skills
        desiredProfessions = demo.desired.map {
            DesiredProfession(code: $0.professionCode, description: $0.title, hasExperience: $0.hasExperience)
        }
        availability = Availability(demo.availability)
    }
}

extension Curriculum.Availability {
    init(_ demo: DemoAvailability) {
        self.init()
        from = demo.from
        workingTimes = demo.workingTimes
        contractTypes = demo.contractCodes
        shifts = demo.shifts
        nights = demo.nights
        holidays = demo.holidays
        travel = demo.travel
        ownVehicle = demo.ownVehicle
        radiusKm = demo.radius
    }
}
