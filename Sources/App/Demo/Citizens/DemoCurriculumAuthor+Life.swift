internal import Domain

/// A stay with an employer.
struct DemoStay: Sendable {
    let trade: DemoTrade
    let employer: String
    let contractCode: String
    let from: Day
    let until: Day
    let placeCode: String
    let placeName: String

    var months: Int { (until.year - from.year) * 12 + until.month - from.month + 1 }
}

extension DemoCurriculumAuthor {
    /// The working life, the last stay first.
    mutating func stays() -> [DemoStay] {
        let age = outline.age
        let most = age < 21 ? 1 : age < 26 ? 2 : age < 34 ? 4 : 6
        let least = age < 26 ? 0 : 1
        let wanted = max(random.within(least...most), random.within(0...min(3, most)))
        let begins = outline.birthDate.adding(months: 12 * random.within(16...19))
        var end = world.today.adding(months: -random.within(1...(age < 26 ? 10 : 40)))
        var stays: [DemoStay] = []
        while stays.count < wanted {
            let months = random.chance(58) ? random.within(2...14) : random.within(12...min(110, 12 + age * 2))
            let start = end.adding(months: -months)
            guard start > begins else { break }
            stays.append(stay(from: start, until: end, isLast: stays.isEmpty))
            end = start.adding(months: -random.within(1...16))
        }
        return stays
    }

    private mutating func stay(from start: Day, until end: Day, isLast: Bool) -> DemoStay {
        let dice = random.below(100)
        let trade = dice < (isLast ? 78 : 62) ? outline.trade : dice < 90 ? outline.otherTrade : otherTrade()
        let first = Day(year: start.year, month: start.month, day: 1) ?? start
        let last = Day(daysSinceEpoch: end.adding(months: 1).daysSinceEpoch - end.day)
        if let country = outline.country, let arrival, start.year < arrival {
            return DemoStay(
                trade: trade,
                employer: "Azienda \(country.within)",
                contractCode: "A.01.00",
                from: first,
                until: last,
                placeCode: country.place,
                placeName: DemoItalian.bare(country.name)
            )
        }
        let isNear = random.chance(88)
        let area = isNear ? self.area : world.geography.birthArea(using: &random)
        let place = isNear && random.chance(40) ? outline.place : area.place(using: &random)
        let employer = DemoEmployer(
            sector: trade.sector,
            province: area.province.code,
            number: random.below(60),
            seed: world.seed
        )
        let household = "Famiglia privata " + DemoItalian.place(.di, place.name)
        return DemoStay(
            trade: trade,
            employer: trade.isAtHome ? household : employer.name,
            contractCode: contractCode(trade, from: first, until: last),
            from: first,
            until: last,
            placeCode: place.code,
            placeName: place.name
        )
    }

    private mutating func otherTrade() -> DemoTrade {
        let weights = world.draws.people(inSouth: area.isSouthern, sex: outline.sex)
        let trade = DemoTrade.all[weights.draw(using: &random)]
        return trade.isRegulated ? outline.trade : trade
    }

    /// A contract that may last as long as the stay did: at most two years at a fixed term, one as a trainee.
    private mutating func contractCode(_ trade: DemoTrade, from start: Day, until end: Day) -> String {
        let months = start.days(until: end) / 30
        if trade.isAtHome { return random.pick(months > 24 ? ["A.04.00"] : ["A.04.00", "A.04.01"]) }
        let age = outline.birthDate.age(on: start)
        if age < 29, random.chance(25) {
            if months <= 12 { return "C.01.00" }
            if months <= 48 { return "A.03.09" }
        }
        if months > 24 { return random.pick(weighted: [(84, "A.01.00"), (10, "A.06.00"), (6, "A.05.02")]) }
        return random.pick(weighted: [
            (44, "A.02.00"), (32, "A.06.01"), (12, "A.01.00"), (8, "A.05.02"), (4, "A.02.01"),
        ])
    }

    mutating func licences() -> [String] {
        let share = outline.sex == .male ? 82 : 66
        var licences = random.chance(outline.country == nil ? share : share - 26) ? ["B"] : []
        for licence in outline.trade.terms.licences
        where !licences.contains(licence) && (licence != "B" || random.chance(84)) {
            licences.append(licence)
        }
        if licences.contains("CE"), !licences.contains("C") { licences.append("C") }
        if licences.contains(where: { ["C", "CE", "D"].contains($0) }), !licences.contains("B") {
            licences.append("B")
        }
        if random.chance(7) { licences.append("A") }
        let order = ["AM", "A", "B", "C", "CE", "D"]
        return order.filter(licences.contains)
    }

    mutating func availability(licences: [String]) -> DemoAvailability {
        let times = random.pick(weighted: [(46, ["F"]), (34, ["F", "P"]), (20, ["P"])])
        let shifts = random.chance(54)
        let ownVehicle = licences.contains("B") && random.chance(64)
        var contracts = ["A.01.00", "A.02.00"]
        if random.chance(82) { contracts.append("A.06.01") }
        if random.chance(28) { contracts.append("A.05.02") }
        if outline.age < 30 { contracts += ["A.03.09", "C.01.00"] }
        if outline.trade.isAtHome { contracts.append("A.04.00") }
        return DemoAvailability(
            workingTimes: times,
            contractCodes: contracts,
            shifts: shifts,
            nights: shifts && random.chance(38),
            holidays: random.chance(48),
            travel: random.chance(24),
            radius: ownVehicle ? random.pick([20, 25, 30, 40, 50, 60, 80]) : random.pick([10, 15, 20, 25, 30]),
            ownVehicle: ownVehicle,
            from: world.today.adding(days: random.pick([0, 0, 0, 7, 15, 30, 45, 60]))
        )
    }

    mutating func courses() -> [DemoCourse] {
        var providers = [
            "Centro di formazione professionale", "Ente di formazione accreditato", "Centro studi e formazione",
            "Fondo per la formazione", "Consorzio formativo", "Associazione di categoria",
        ]
        if outline.trade.sector == .building { providers.append("Scuola edile") }
        let count = random.pick(weighted: [(34, 0), (38, 1), (20, 2), (8, 3)])
        let longest = min(9, outline.age - 17)
        return random.pick(count, of: outline.trade.courses.items).map { title in
            DemoCourse(
                title: title,
                provider: random.pick(providers) + " " + DemoItalian.place(.di, area.capital.name),
                year: world.today.year - random.within(0...max(0, longest)),
                hours: DemoCurriculumAuthor.hours[title] ?? random.pick([8, 12, 16, 20, 40, 60, 80])
            )
        }
    }

    /// The hours that a rule sets for a course, by its title.
    private static let hours: [String: Int] = {
        let known = [
            ("Qualifica", 1000), ("CQC", 140), ("HACCP", 8), ("Formazione generale", 4), ("rischio medio", 8),
            ("rischio alto", 12), ("rischio basso", 4), ("carrelli elevatori", 12), ("quinquennale", 4),
            ("PES/PAV", 16),
            ("BLSD", 5), ("Sedici ore", 16), ("PLE", 10), ("fitosanitari", 20),
        ]
        let titles = Set(DemoTrade.all.flatMap(\.courses.items))
        return Dictionary(
            uniqueKeysWithValues: titles.compactMap { title in
                known.first { title.contains($0.0) }.map { (title, $0.1) }
            }
        )
    }()

    mutating func permits() -> [DemoPermit] {
        let own: [(code: String, name: String)] =
            switch outline.trade.key {
            case "carrellista": [("CARRELLO", "Patentino del carrello elevatore")]
            case "autista": [("CQC_MERCI", "CQC merci"), ("CARTA_TACHIGRAFICA", "Carta tachigrafica")]
            case "autobus": [("CQC_PERSONE", "CQC persone"), ("CARTA_TACHIGRAFICA", "Carta tachigrafica")]
            case "oss": [("OSS", "Qualifica di operatore socio-sanitario")]
            case "saldatore": [("SALDATURA", "Patentino di saldatura")]
            case "bagnino": [("ASSISTENTE_BAGNANTI", "Brevetto di assistente bagnanti")]
            case "guardia": [("GUARDIA_GIURATA", "Decreto di guardia particolare giurata")]
            case "parrucchiere": [("ACCONCIATORE", "Abilitazione di acconciatore")]
            case "estetista": [("ESTETISTA", "Qualifica di estetista")]
            case "idraulico": [("FGAS", "Certificato F-Gas")]
            case "potatore", "giardiniere":
                [("FITOSANITARI", "Patentino fitosanitario"), ("MOTOSEGA", "Uso della motosega")]
            default: permitsOfSector
            }
        let needed = ["autista", "autobus", "oss", "bagnino", "guardia"].contains(outline.trade.key)
        return own.filter { _ in random.chance(needed ? 86 : 40) }.map { permit in
            DemoPermit(
                code: permit.code,
                name: permit.name,
                obtainedOn: world.today.adding(days: -random.within(60...1600))
            )
        }
    }

    private var permitsOfSector: [(code: String, name: String)] {
        switch outline.trade.sector {
        case .logistics, .plastics, .metal: [("CARRELLO", "Patentino del carrello elevatore")]
        case .restaurant, .canteen, .bakery, .fastfood, .food, .shop, .retail: [("HACCP", "Attestato HACCP")]
        case .building: [("LAVORI_QUOTA", "Formazione per lavori in quota")]
        case .electrical, .electricalworks: [("PES_PAV", "Attestato PES/PAV")]
        case .farming: [("TRATTORE", "Abilitazione ai trattori agricoli")]
        default: [("ANTINCENDIO", "Addetto antincendio"), ("PRIMO_SOCCORSO", "Addetto al primo soccorso")]
        }
    }

    mutating func computing() -> [DemoComputing] {
        let isOffice = ["USG", "L"].contains(outline.trade.terms.education)
        let kinds =
            isOffice
            ? ["Elaborazione testi", "Foglio di calcolo", "Posta elettronica", "Software gestionale"]
            : ["Posta elettronica", "Navigazione in Internet", "Smartphone e applicazioni", "Elaborazione testi"]
        let levels: [DemoComputing.Level] =
            isOffice ? [.intermediate, .intermediate, .advanced] : [.basic, .intermediate]
        let count = random.within((isOffice ? 2 : 0)...(isOffice ? 4 : 3))
        return random.pick(count, of: kinds).map { DemoComputing(kind: $0, level: random.pick(levels)) }
    }

    mutating func desired(hasWorked: Bool) -> [DemoDesire] {
        var trades = [outline.trade]
        if random.chance(76) { trades.append(outline.otherTrade) }
        if random.chance(24) { trades.append(otherTrade()) }
        var seen: Set<String> = []
        return trades.filter { seen.insert($0.profession).inserted }.enumerated().map { position, trade in
            DemoDesire(
                professionCode: trade.profession,
                title: trade.role(isFeminine: isFeminine),
                hasExperience: hasWorked && (position == 0 || random.chance(40))
            )
        }
    }
}

/// Skills of any job.
enum DemoCommonSkills {
    static let names: DemoLines = """
        puntualità
        lavoro di squadra
        capacità di ascolto
        organizzazione del tempo
        precisione
        adattabilità
        rispetto delle procedure
        gestione dello stress
        autonomia
        cortesia con il pubblico
        """
}
