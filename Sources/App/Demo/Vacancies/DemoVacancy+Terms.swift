internal import Domain

extension DemoContract {
    static func of(_ trade: DemoTrade, week: DemoWeek, using random: inout DemoRandom) -> DemoContract {
        let (type, months) = type(trade, using: &random)
        let facts = trade.sector.facts
        let isPart = week.isPartTime || week == .weekends && random.chance(40)
        let hours = isPart ? random.pick([16, 18, 20, 20, 24, 25, 30]) : facts.hours
        return DemoContract(
            typeCode: type,
            durationMonths: months,
            workingTime: !isPart ? "F" : week == .weekends ? "V" : "P",
            weeklyHours: hours,
            partTimePercentage: isPart ? hours * 100 / facts.hours : nil,
            shifts: week.hasShifts,
            night: week.hasNights,
            agreement: facts.agreement,
            agreementName: facts.agreementName,
            level: trade.terms.level
        )
    }

    private static func type(_ trade: DemoTrade, using random: inout DemoRandom) -> (String, Int?) {
        if trade.isAtHome { return random.chance(70) ? ("A.04.00", nil) : ("A.04.01", random.pick([2, 3, 4, 6])) }
        if trade.sector == .farming || trade.sector == .tourism { return ("A.02.00", random.pick([2, 3, 4, 5, 6])) }
        let isOffice = trade.terms.education == "USG"
        let short = random.pick([1, 2, 3, 3, 4, 6, 6, 9, 12])
        return random.pick(weighted: [
            (38, ("A.06.01", short)), (24, ("A.02.00", random.pick([3, 6, 6, 9, 12]))), (15, ("A.01.00", nil)),
            (5, ("A.06.00", nil)), (7, ("A.03.09", 36)), (isOffice ? 0 : 4, ("A.05.02", nil)),
            (4, ("A.02.01", random.pick([3, 5, 6]))), (isOffice ? 8 : 2, ("C.01.00", 6)),
        ])
    }

    /// The contract as a phrase that `un` can stand before.
    var phrase: String {
        let length = durationMonths.map { $0 == 1 ? "un mese" : "\(DemoItalian.number($0)) mesi" } ?? ""
        return switch typeCode {
        case "A.06.01": "contratto in somministrazione di \(length)"
        case "A.06.00": "contratto in somministrazione a tempo indeterminato"
        case "A.02.00": "contratto a tempo determinato di \(length)"
        case "A.02.01": "contratto a termine di \(length) per sostituzione"
        case "A.03.09": "apprendistato professionalizzante di \(length)"
        case "A.05.02": "contratto intermittente"
        case "A.04.00": "contratto di lavoro domestico a tempo indeterminato"
        case "A.04.01": "contratto di lavoro domestico di \(length)"
        case "C.01.00": "tirocinio extracurricolare di \(length)"
        default: "contratto a tempo indeterminato"
        }
    }
}

extension DemoPay {
    /// Around the minimum of the collective agreement, in proportion to the hours.
    static func of(_ trade: DemoTrade, contract: DemoContract, using random: inout DemoRandom) -> DemoPay {
        let range = trade.terms.pay
        if trade.terms.period == .hour {
            let minimum = range.lowerBound * 100 + random.pick([0, 10, 20, 30, 50])
            return DemoPay(
                minimum: minimum,
                maximum: range.upperBound * 100 + random.pick([20, 50, 80]),
                period: .hour
            )
        }
        if contract.typeCode == "C.01.00" {
            let minimum = random.pick([500, 550, 600])
            return DemoPay(
                minimum: minimum * 100,
                maximum: (minimum + random.pick([100, 150, 200])) * 100,
                period: .month
            )
        }
        let share = contract.partTimePercentage ?? 100
        let span = range.upperBound - range.lowerBound
        let low = (range.lowerBound + random.below(max(1, span / 3))) * share / 100 / 10 * 10
        let high = (range.upperBound - random.below(max(1, span / 3))) * share / 100 / 10 * 10
        return DemoPay(minimum: low * 100, maximum: max(high, low + 30) * 100, period: .month)
    }

    var phrase: String {
        let unit = period == .hour ? "euro lordi l'ora" : "euro lordi al mese"
        return "tra \(DemoItalian.euros(cents: minimum)) e \(DemoItalian.euros(cents: maximum)) \(unit)"
    }
}

extension DemoRequirements {
    static func of(_ trade: DemoTrade, contract: DemoContract, using random: inout DemoRandom) -> DemoRequirements {
        let terms = trade.terms
        let isTraining = contract.typeCode == "C.01.00" || contract.typeCode == "A.03.09"
        let licences = terms.licences.filter { ["C", "CE", "D", "AM"].contains($0) || random.chance(52) }
        let needsEnglish = [.hotel, .tourism, .it].contains(trade.sector)
        return DemoRequirements(
            educationCode: terms.education == "NED"
                ? nil : random.chance(terms.education == "LSE" ? 45 : 85) ? terms.education : nil,
            experienceMonths: isTraining ? nil : random.pick([nil, nil, 6, 12, 12, 24, 36]),
            licences: licences,
            ownVehicle: licences.contains("B") && random.chance(38),
            languages: needsEnglish
                ? [
                    DemoRequiredLanguage(
                        code: "en",
                        level: random.pick(["A2", "B1", "B1", "B2"]),
                        isRequired: random.chance(60)
                    )
                ]
                : [],
            skills: random.pick(random.within(2...4), of: trade.skills.items)
        )
    }
}
