internal import Domain

extension DemoLoad {
    var entrance: Vacancies {
        let reference = reference
        return Vacancies(store, policy: services.vacancyPolicy) { reference }
    }

    /// Vacancies, each published on its own day; the platform's codes come back by their place in the world.
    ///
    /// - Parameters:
    ///   - known: Those that an earlier run has left.
    ///   - tell: Told each day how many there are by then.
    func vacancies(known: [Int: String] = [:], _ tell: (Int) -> Void = { _ in }) async throws -> [Int: String] {
        let masters = try await masters()
        var (codes, grown) = (known, GrowingLoad(database))
        let missing = (0..<world.size.vacancies).filter { known[$0] == nil }
        let byDay = Dictionary(grouping: missing) { index in
            let outline = world.vacancyOutline(of: index)
            return outline.start ?? outline.createdOn
        }
        for (day, published) in byDay.sorted(by: { $0.key < $1.key }) {
            // Ids tell the moment: a later run goes on in another one.
            time.move(to: day.start.adding(seconds: 10 * 3600).adding(milliseconds: Int64(known.count)))
            let byAgency = Dictionary(grouping: published.map(world.vacancy(at:)), by: \.agencyCode)
            for (agency, own) in byAgency.sorted(by: { $0.key < $1.key }) {
                guard let master = masters[agency] else { throw UnacceptableDemo(description: "\(agency): no master") }
                let rows = own.map { LoadRow(row: $0.index, key: $0.externalReference, entry: VacancyDraft($0)) }
                let receipts = try await entrance.load(rows, as: Publisher(master))
                try accept(receipts)
                for receipt in receipts { codes[receipt.row] = receipt.code }
            }
            tell(codes.count)
            try await grown.reach(codes.count)
        }
        time.move(to: world.today)
        return codes
    }

    /// What has happened since: suspended, closed, expired.
    func settle() async throws {
        let masters = try await masters()
        time.move(to: world.today)
        for index in 0..<world.size.vacancies {
            let status = world.vacancyOutline(of: index).status
            guard status == .suspended || status == .closed else { continue }
            let vacancy = world.vacancy(at: index)
            guard let master = masters[vacancy.agencyCode] else { continue }
            let publisher = Publisher(master)
            let stored = try await entrance.find(externalReference: vacancy.externalReference, as: publisher)
            if stored.storedStatus.rawValue == status.rawValue { continue }
            let change =
                vacancy.status == .suspended
                ? PublicationChange(status: .suspended)
                : PublicationChange(
                    status: .closed,
                    closingReason: vacancy.closingReason.flatMap { Vacancy.ClosingReason(rawValue: $0.rawValue) }
                        ?? .other
                )
            _ = try await entrance.change(
                publicationOf: stored.code.text,
                change,
                version: stored.version,
                as: publisher
            )
        }
        while try await entrance.expire() > 0 {}
        while try await Interests(store, policy: services.vacancyPolicy).lapse() > 0 {}
    }

    /// Expressions of interest, as far as the agencies have taken them; answers how many there are.
    func interests(
        _ interests: DemoInterests,
        of people: [Int: CitizenIdentity],
        in codes: [Int: String]
    ) async throws -> Int {
        let masters = try await masters()
        let entrance = Interests(store, policy: services.vacancyPolicy)
        var count = 0
        for demo in interests {
            let vacancy = world.vacancyOutline(of: demo.vacancy)
            guard let code = codes[demo.vacancy], let master = masters[world.branches[vacancy.branch].agencyCode],
                let citizen = people[demo.citizen]
            else { continue }
            time.move(to: demo.submittedAt)
            let interest = try await entrance.express(in: code, message: demo.messageText, as: citizen)
            count += 1
            time.move(to: demo.updatedAt)
            switch demo.status {
            case .submitted, .lapsed, .hiredElsewhere: break
            case .withdrawn: try await entrance.withdraw(interest.id, as: citizen)
            default:
                guard let status = ExpressionOfInterest.Status(rawValue: demo.status.rawValue) else { continue }
                _ = try await entrance.move(interest.id, to: status, as: Publisher(master))
            }
        }
        time.move(to: world.today)
        return count
    }
}

extension VacancyDraft {
    init(_ demo: DemoVacancy) {
        self.init()
        externalReference = demo.externalReference
        branchCode = demo.branchCode
        status = demo.status == .draft ? .draft : .published
        publicationEndDate = demo.publicationEnd
        terms = VacancyTerms(demo)
    }
}

extension VacancyTerms {
    init(_ demo: DemoVacancy) {
        self.init()
        title = demo.title
        professionCode = demo.professionCode
        description = demo.descriptionText
        positions = demo.positions
        employer.taxCode = demo.employer.taxCode
        employer.name = demo.employer.name
        employer.atecoCode = demo.employer.sector.facts.ateco
        employer.atecoVersion = "2007"
        employer.anonymous = demo.isAnonymous
        workplace.municipalityCode = demo.place.code
        workplace.postalCode = demo.postalCode
        workplace.address = demo.address
        contract.typeCode = demo.contract.typeCode
        contract.durationMonths = demo.contract.durationMonths
        contract.workingTime = WorkingTime(rawValue: demo.contract.workingTime)
        contract.weeklyHours = Hundredths(Int64(demo.contract.weeklyHours) * 100)
        contract.partTimePercentage = demo.contract.partTimePercentage.map { Hundredths(Int64($0) * 100) }
        contract.shifts = demo.contract.shifts
        contract.night = demo.contract.night
        contract.collectiveAgreement = demo.contract.agreement
        contract.level = demo.contract.level
        pay.minimum = Hundredths(Int64(demo.pay.minimum))
        pay.maximum = Hundredths(Int64(demo.pay.maximum))
        pay.period = demo.pay.period == .hour ? .hour : .month
        requirements.minimumEducationCode = demo.requirements.educationCode
        requirements.experienceMonths = demo.requirements.experienceMonths
        requirements.drivingLicences = demo.requirements.licences
        requirements.ownVehicle = demo.requirements.ownVehicle
        requirements.languages = demo.requirements.languages.compactMap { wanted in
            LanguageLevel(rawValue: wanted.level).map {
                LanguageRequirement(code: wanted.code, level: $0, required: wanted.isRequired)
            }
        }
        requirements.skills = demo.requirements.skills
        contact.name = demo.contact.name
        contact.email = demo.contact.email
        contact.phone = demo.contact.phone
    }
}
