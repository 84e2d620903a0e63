internal import Domain

extension DemoWorld {
    /// The vacancy with this number, made without any other.
    func vacancy(at index: Int) -> DemoVacancy {
        var random = DemoRandom(seed: seed, topic: .vacancy, index: index)
        let outline = vacancyOutline(of: index, using: &random)
        let trade = outline.trade
        let branch = branches[outline.branch]
        let area = area(of: branch)
        let place = vacancyPlace(of: branch, using: &random)
        let week = random.pick(trade.terms.weeks)
        let contract = DemoContract.of(trade, week: week, using: &random)
        let employer = DemoEmployer(
            sector: trade.sector,
            province: area.province.code,
            number: random.below(60),
            seed: seed
        )
        let isAnonymous = trade.isAtHome || random.chance(62)
        let pay = DemoPay.of(trade, contract: contract, using: &random)
        let positions = random.pick(weighted: [(66, 1), (18, 2), (8, 3), (5, 5), (2, 8), (1, 15)])
        let title = random.pick(trade.titles.items)
        let speaker = DemoVacancySpeaker(
            trade: trade,
            title: title,
            positions: trade.isAtHome ? 1 : positions,
            employer: isAnonymous ? nil : employer,
            place: place,
            branch: branch,
            contract: contract,
            pay: pay,
            week: week
        )
        let advertisement = DemoRandom(seed: seed, topic: .advertisement, index: index)
        return DemoVacancy(
            index: index,
            agencyCode: branch.agencyCode,
            branchCode: branch.code,
            externalReference: "\(area.province.code)-\(outline.createdOn.year)-\(DemoItalian.padded(index + 1, 6))",
            status: outline.status,
            closingReason: outline.closingReason,
            title: headline(title, place: place, contract: contract, using: &random),
            professionCode: trade.profession,
            description: DemoVacancySpeaker.describe(speaker, contract: contract, using: advertisement),
            positions: trade.isAtHome ? 1 : positions,
            employer: employer,
            isAnonymous: isAnonymous,
            place: place,
            postalCode: area.postalCode(of: place, using: &random),
            address: DemoStreets.address(using: &random),
            contract: contract,
            pay: pay,
            requirements: DemoRequirements.of(trade, contract: contract, using: &random),
            contact: contact(of: branch, using: &random),
            publicationStart: outline.start,
            publicationEnd: outline.end,
            createdOn: outline.createdOn
        )
    }

    func vacancyOutline(of index: Int) -> DemoVacancyOutline {
        var random = DemoRandom(seed: seed, topic: .vacancy, index: index)
        return vacancyOutline(of: index, using: &random)
    }

    /// Whose a vacancy is, what work it offers, when it is public: the first draws of its stream.
    func vacancyOutline(of index: Int, using random: inout DemoRandom) -> DemoVacancyOutline {
        let branch = draws.publishing.isEmpty ? 0 : random.pick(draws.publishing)
        let inSouth = branches[branch].place.region >= "13"
        let trade = DemoTrade.all[draws.demand(inSouth: inSouth).draw(using: &random)]
        let start = today.adding(days: -min(random.within(0...88), random.within(0...88)))
        // Two months are the longest publication (DM 174/2024, for employers; here for all).
        let end = start.adding(days: random.within(24...58))
        let created = start.adding(days: -random.within(0...4))
        let dice = random.below(100)
        let status: DemoVacancy.Status =
            dice < 4 ? .draft : dice < 11 ? .closed : end < today ? .expired : dice < 15 ? .suspended : .published
        let reason: DemoVacancy.ClosingReason = random.pick([.filled, .filled, .filled, .cancelledByClient, .other])
        return DemoVacancyOutline(
            index: index,
            branch: branch,
            trade: trade,
            status: status,
            closingReason: status == .closed ? reason : nil,
            createdOn: created,
            start: status == .draft ? nil : start,
            end: status == .draft ? nil : end
        )
    }

    private func headline(
        _ title: String,
        place: DemoPlace,
        contract: DemoContract,
        using random: inout DemoRandom
    ) -> String {
        switch random.below(12) {
        case 0, 1: "\(title) - \(place.name)"
        case 2: "\(title), zona \(place.name)"
        case 3:
            title
                + (contract.shifts
                    ? ", lavoro su turni" : contract.workingTime == "F" ? " a tempo pieno" : " part-time")
        case 4: contract.durationMonths.map { "\(title), \($0 == 1 ? "un mese" : "\($0) mesi")" } ?? title
        case 5: contract.typeCode == "C.01.00" ? "Tirocinio: \(title)" : "\(title) \(DemoItalian.place(.a, place.name))"
        default: title
        }
    }

    private func area(of branch: DemoBranch) -> DemoGeography.Area {
        geography.areas.first { $0.province.code == branch.place.province } ?? geography.areas[0]
    }

    /// Where the work is, drawn right after the outline.
    func vacancyPlace(of branch: DemoBranch, using random: inout DemoRandom) -> DemoPlace {
        random.chance(34) ? branch.place : area(of: branch).place(using: &random)
    }

    private func contact(of branch: DemoBranch, using random: inout DemoRandom) -> DemoContact {
        let staff = (draws.staff[branch.code] ?? []).map { "\(operators[$0].givenName) \(operators[$0].familyName)" }
        let name = staff.isEmpty ? "Filiale " + DemoItalian.place(.di, branch.place.name) : random.pick(staff)
        return DemoContact(name: name, email: branch.email, phone: branch.phone)
    }
}
