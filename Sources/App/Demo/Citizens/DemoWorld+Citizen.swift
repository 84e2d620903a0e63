internal import Domain

extension DemoWorld {
    /// The citizen with this number, made without any other.
    func citizen(at index: Int) -> DemoCitizen {
        var random = DemoRandom(seed: seed, topic: .citizen, index: index)
        let outline = outline(of: index, using: &random)
        let area = geography.areas[outline.area]
        let (given, family) = name(of: outline, area: area, using: &random)
        let birthPlace = birthPlace(of: outline, area: area, using: &random)
        let pact = pact(of: outline, using: &random)
        return DemoCitizen(
            index: index,
            taxCode: taxCode(family: family, given: given, outline: outline, birthPlace: birthPlace, using: &random),
            givenName: given,
            familyName: family,
            sex: outline.sex,
            birthDate: outline.birthDate,
            birthPlaceCode: birthPlace,
            citizenship: citizenship(of: outline, using: &random),
            place: outline.place,
            postalCode: area.postalCode(of: outline.place, using: &random),
            address: DemoStreets.address(using: &random),
            email: "\(DemoNames.mailbox(given, family))\(index)@posta.example",
            phone: "+39 399 " + DemoItalian.padded((index &* 7_368_787 &+ 1_234_577) % 10_000_000, 7),
            application: outline.application,
            pact: pact,
            servicePact: servicePact(of: outline, after: pact, using: &random),
            curriculum: curriculum(of: outline)
        )
    }

    /// Where a citizen lives, what the citizen does, since when: the first draws of the citizen's stream.
    func outline(of index: Int, using random: inout DemoRandom) -> DemoCitizenOutline {
        let position = draws.areas[draws.areaWeights.draw(using: &random)]
        let area = geography.areas[position]
        let sex: Sex = random.chance(52) ? .female : .male
        let country = random.chance(area.isSouthern ? 8 : 24) ? country(using: &random) : nil
        let measure = random.pick(weighted: [
            (62, DemoApplication.Measure.sfl), (22, .adi), (13, .naspi), (3, .disColl),
        ])
        let birthDate = birthDate(measure, using: &random)
        let age = birthDate.age(on: today)
        let place = area.place(using: &random)
        let trade = trade(inSouth: area.isSouthern, sex: sex, using: &random)
        return DemoCitizenOutline(
            index: index,
            area: position,
            place: place,
            sex: sex,
            age: age,
            birthDate: birthDate,
            country: country,
            trade: trade,
            otherTrade: otherTrade(than: trade, inSouth: area.isSouthern, sex: sex, using: &random),
            application: application(index, measure, area: position, place: place, using: &random)
        )
    }

    private func country(using random: inout DemoRandom) -> DemoCountry {
        DemoCountry.all[random.weighted(DemoCountry.all.map(\.share))]
    }

    private func trade(inSouth: Bool, sex: Sex, using random: inout DemoRandom) -> DemoTrade {
        DemoTrade.all[draws.people(inSouth: inSouth, sex: sex).draw(using: &random)]
    }

    private func otherTrade(
        than trade: DemoTrade,
        inSouth: Bool,
        sex: Sex,
        using random: inout DemoRandom
    ) -> DemoTrade {
        let kin = DemoTrade.kin(of: trade)
        if random.chance(80), !kin.isEmpty { return random.pick(kin) }
        for _ in 0..<8 {
            let other = self.trade(inSouth: inSouth, sex: sex, using: &random)
            if other.key != trade.key, !other.isRegulated { return other }
        }
        return trade
    }

    /// People on SFL and AdI are 18 to 59, half of them over 50 (INPS, July 2024).
    private func birthDate(_ measure: DemoApplication.Measure, using random: inout DemoRandom) -> Day {
        let isAssistance = measure == .sfl || measure == .adi
        let weights = isAssistance ? [9, 15, 18, 13, 45] : [8, 25, 27, 16, 24]
        let ages = [18...24, 25...34, 35...44, 45...49, isAssistance ? 50...58 : 50...64]
        let age = random.within(ages[random.weighted(weights)])
        return today.adding(months: -12 * age).adding(days: -random.within(1...364))
    }

    private func application(
        _ index: Int,
        _ measure: DemoApplication.Measure,
        area: Int,
        place: DemoPlace,
        using random: inout DemoRandom
    ) -> DemoApplication {
        let submittedOn = today.adding(days: -min(random.within(4...430), random.within(12...430)))
        let outcomeOn = submittedOn.adding(days: random.within(5...28))
        let dice = random.below(100)
        let outcome: DemoApplication.Outcome = outcomeOn >= today ? .pending : dice < 97 ? .accepted : .rejected
        let centres = draws.jobCentres[place.province] ?? []
        let nearest = centres.min {
            jobCentres[$0].place.distance(to: place) < jobCentres[$1].place.distance(to: place)
        }
        return DemoApplication(
            number: "DEMO-\(measure.rawValue)-\(submittedOn.year)-\(DemoItalian.padded(index + 1, 7))",
            measure: measure,
            submittedOn: submittedOn,
            outcome: outcome,
            outcomeOn: outcome == .pending ? nil : outcomeOn,
            jobCentreCode: jobCentres[nearest ?? 0].code
        )
    }
}

extension DemoWorld {
    func name(
        of outline: DemoCitizenOutline,
        area: DemoGeography.Area,
        using random: inout DemoRandom
    ) -> (given: String, family: String) {
        if let country = outline.country {
            let given = country.given(outline.sex, using: &random)
            return (given, country.families.draw(using: &random))
        }
        let given = DemoNames.given(outline.sex, bornIn: outline.birthDate.year, using: &random)
        let family = DemoNames.family(region: area.region, using: &random)
        // Two family names, as after a recognition or by the choice of both parents (Constitutional Court 131/2022).
        let second = random.chance(2) ? " " + DemoNames.family(region: area.region, using: &random) : ""
        return (given, family + second)
    }

    private func birthPlace(
        of outline: DemoCitizenOutline,
        area: DemoGeography.Area,
        using random: inout DemoRandom
    ) -> String {
        if let country = outline.country { return country.place }
        // Hospitals stand in the larger places.
        let area = random.chance(72) ? area : geography.birthArea(using: &random)
        return random.chance(70) ? area.capital.code : area.place(using: &random).code
    }

    private func citizenship(of outline: DemoCitizenOutline, using random: inout DemoRandom) -> String {
        guard let country = outline.country, !country.isOfEmigrants else { return "IT" }
        return random.chance(18) ? "IT" : country.iso
    }

    /// The code that the data compute to; about one in 250 is omocodic, in any positions.
    private func taxCode(
        family: String,
        given: String,
        outline: DemoCitizenOutline,
        birthPlace: String,
        using random: inout DemoRandom
    ) -> TaxCode {
        let code = [birthPlace, "H501"].lazy.compactMap {
            TaxCode.computed(
                familyName: family,
                givenName: given,
                sex: outline.sex,
                birth: outline.birthDate,
                place: $0
            )
        }.first
        guard let code else { preconditionFailure("H501 is a place code") }
        guard random.below(250) == 0 else { return code }
        let positions = (0..<7).filter { $0 == 6 || random.chance(25) }
        return code.omocodic(positions: positions)
    }
}

extension DemoWorld {
    private func pact(of outline: DemoCitizenOutline, using random: inout DemoRandom) -> DemoPact? {
        let application = outline.application
        let choices = choices(of: outline, using: &random)
        switch application.outcome {
        case .rejected: return nil
        case .pending:
            let state = random.pick([DemoPact.State.draft, .complete, .awaitingOutcome, .awaitingOutcome])
            return DemoPact(state: state, signedOn: nil, choices: state == .draft ? Array(choices.prefix(1)) : choices)
        case .accepted:
            let signedOn = (application.outcomeOn ?? today).adding(days: random.within(0...15))
            if signedOn >= today || random.chance(4) { return DemoPact(state: .draft, signedOn: nil, choices: []) }
            return DemoPact(state: .signed, signedOn: signedOn, choices: choices)
        }
    }

    /// Branches of three to five different agencies, among those nearest to the citizen.
    private func choices(of outline: DemoCitizenOutline, using random: inout DemoRandom) -> [DemoChoice] {
        var chosen: [DemoBranch] = []
        if let share = size.largestShare {
            let own = draws.nearOfLargest[outline.area] ?? []
            if random.chance(share), !own.isEmpty { chosen.append(branches[random.pick(own)]) }
        }
        let near = (draws.nearBranches[outline.area] ?? []).map { index in
            (distance: branches[index].place.distance(to: outline.place), branch: branches[index])
        }
        .sorted { ($0.distance, $0.branch.index) < ($1.distance, $1.branch.index) }
        // As far as three agencies are, and not beyond half a hundred kilometres when they are nearer. In a nation as far
        // as two dozen are: no agency is to have more people than the largest, however dense its branches are.
        let enough = size.largestShare == nil ? 3 : 24
        var agencies: Set<Int> = []
        let last = near.first { agencies.insert($0.branch.agency).inserted && agencies.count == enough } ?? near.last
        let limit = max(50, last?.distance ?? 0)
        let wanted = random.pick(weighted: [(62, 3), (28, 4), (10, 5)])
        while chosen.count < wanted {
            let open = near.prefix { $0.distance <= limit }.map(\.branch)
                .filter { branch in chosen.allSatisfy { $0.agency != branch.agency } }
            guard !open.isEmpty else { break }
            chosen.append(random.pick(size.largestShare == nil ? Array(open.prefix(4)) : nearestOfEach(open)))
        }
        return chosen.map { DemoChoice(agencyCode: $0.agencyCode, branchCode: $0.code) }
    }

    /// Each agency's nearest branch, so that each agency is as likely as the next.
    private func nearestOfEach(_ branches: [DemoBranch]) -> [DemoBranch] {
        var agencies: Set<Int> = []
        return branches.filter { agencies.insert($0.agency).inserted }
    }

    private func servicePact(
        of outline: DemoCitizenOutline,
        after pact: DemoPact?,
        using random: inout DemoRandom
    ) -> DemoServicePact? {
        guard let signedOn = pact?.signedOn, let choices = pact?.choices, random.chance(44) else { return nil }
        let day = signedOn.adding(days: random.within(8...75))
        let isSigned = day < today
        return DemoServicePact(
            jobCentreCode: outline.application.jobCentreCode,
            state: isSigned ? (random.chance(15) ? .updated : .signed) : .summoned,
            signedOn: isSigned ? day : nil,
            branchCodes: isSigned ? Array(choices.map(\.branchCode).prefix(random.within(0...2))) : []
        )
    }
}
