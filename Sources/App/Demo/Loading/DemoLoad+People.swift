internal import Domain

extension DemoLoad {
    /// Applications, CVs, activation pacts, service pacts.
    func people(_ citizens: [DemoCitizen]) async throws {
        try await applications(citizens)
        let branches = try await branchIDs()
        let centres = Dictionary(
            try await Registry(store).jobCentres().map { ($0.code, $0.id) },
            uniquingKeysWith: { first, _ in first }
        )
        let people = People(store)
        for citizen in citizens {
            guard case .citizen(let identity) = try await people.roles(of: citizen.taxCode).first else {
                throw UnacceptableDemo(description: "\(citizen.taxCode) is no citizen")
            }
            time.move(to: citizen.curriculum.lastDay)
            _ = try await Citizens(store).saveCurriculum(
                Curriculum(citizen.curriculum),
                replacing: 0,
                reference: reference,
                as: identity
            )
            if let pact = citizen.pact {
                try await sign(
                    pact,
                    of: citizen,
                    identity,
                    branches: branches,
                    centre: centres[citizen.application.jobCentreCode]
                )
            }
        }
        time.move(to: world.today)
        try await servicePacts(citizens)
    }

    private func applications(_ citizens: [DemoCitizen]) async throws {
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

    private func branchIDs() async throws -> [String: ID<Branch>] {
        let registry = Registry(store)
        var ids: [String: ID<Branch>] = [:]
        for agency in try await registry.agencies() {
            for branch in try await registry.branches(of: agency.id) { ids[branch.code] = branch.id }
        }
        return ids
    }

    /// Fills a pact in as far as its citizen has come, and signs it where she has.
    private func sign(
        _ pact: DemoPact,
        of citizen: DemoCitizen,
        _ identity: CitizenIdentity,
        branches: [String: ID<Branch>],
        centre: ID<JobCentre>?
    ) async throws {
        let pacts = Pacts(store, policy: services.pactPolicy)
        let day = pact.signedOn ?? world.today.adding(days: -1)
        time.move(to: day.start.adding(seconds: 9 * 3600 + citizen.index % 36_000))
        let measure = citizen.application.measure.rawValue
        try await pacts.saveDraft(
            PactDraft(
                email: citizen.email,
                phone: citizen.phone,
                jobCentre: centre,
                availabilityDeclaredOn: citizen.application.submittedOn,
                commitments: pact.state == .draft ? [] : Set(Commitment.required(for: measure)),
                noticeVersion: pact.state == .draft ? nil : pacts.currentNotice.version,
                branches: pact.choices.compactMap { branches[$0.branchCode] }
            ),
            as: identity
        )
        if pact.state == .draft { return }
        let hash = try await pacts.complete(as: identity).hash
        if pact.state == .complete { return }
        try await pacts.sign(showing: hash, assuranceLevel: 2, as: identity)
    }

    private func servicePacts(_ citizens: [DemoCitizen]) async throws {
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
        try accept(try await Pacts(store, policy: services.pactPolicy).load(servicePacts: entries.rows(\.key)))
    }
}

extension DemoCurriculum {
    /// When it can have been written at the earliest: after the latest thing that it tells.
    fileprivate var lastDay: Day {
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
