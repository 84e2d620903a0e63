internal import Domain
internal import Testing

@testable import App

@Suite("Citizens of the demo world")
struct DemoCitizensTests {
    let world: DemoWorld
    let citizens: [DemoCitizen]

    init() throws {
        world = try DemoSamples.sample().world
        citizens = try DemoSamples.sample().citizens
    }

    @Test("Tax codes are right, unique, and say the person's birth and sex")
    func taxCodes() throws {
        #expect(citizens.count == 5_000)
        #expect(Set(citizens.map(\.taxCode)).count == 5_000)
        for citizen in citizens {
            let code = try TaxCode(person: citizen.taxCode.text)
            let agrees =
                code.birthDate(today: world.today) == citizen.birthDate && code.sex == citizen.sex
                && code.birthPlaceCode == citizen.birthPlaceCode
            if !agrees { Issue.record("\(citizen.taxCode)") }
        }
        #expect((8...40).contains(citizens.count { $0.taxCode.isOmocodic }))
    }

    @Test("Names have apostrophes, accents, particles and two parts; a part of the people were born abroad")
    func names() {
        let families = citizens.map(\.familyName)
        #expect(families.contains { $0.hasPrefix("D'") })
        #expect(families.contains { $0.hasPrefix("Dell'") })
        #expect(families.contains { $0.hasPrefix("De ") } && families.contains { $0.hasPrefix("Lo ") })
        #expect(families.contains { $0.unicodeScalars.contains { $0.value > 127 } })
        #expect(citizens.contains { $0.givenName.contains("Niccolò") || $0.givenName.contains("Nicolò") })
        #expect(citizens.contains { $0.givenName.contains(" ") })
        let abroad = citizens.filter { $0.birthPlaceCode.hasPrefix("Z") }
        #expect((300...1_200).contains(abroad.count))
        #expect(Set(abroad.map(\.birthPlaceCode)).count >= 15)
        #expect(abroad.contains { $0.citizenship == "IT" } && abroad.contains { $0.citizenship == "MA" })
    }

    @Test("Ages fit the measures, application numbers are unique, days are in order")
    func applications() throws {
        #expect(Set(citizens.map(\.application.number)).count == 5_000)
        let centres = Dictionary(uniqueKeysWithValues: world.jobCentres.map { ($0.code, $0.place.province) })
        for citizen in citizens {
            let application = citizen.application
            let isAssistance = application.measure == .sfl || application.measure == .adi
            let isOfAge = (18...(isAssistance ? 59 : 66)).contains(citizen.birthDate.age(on: world.today))
            let hasOutcome = application.outcomeOn.map { $0 > application.submittedOn && $0 < world.today }
            let isInOrder =
                isOfAge && application.submittedOn < world.today
                && hasOutcome == (application.outcome == .pending ? nil : true)
                && centres[application.jobCentreCode] == citizen.place.province
            if !isInOrder { Issue.record("\(application)") }
        }
        let measures = Dictionary(grouping: citizens, by: \.application.measure).mapValues(\.count)
        #expect(measures[.sfl, default: 0] > measures[.adi, default: 0])
    }

    @Test("A signed pact names three to five different agencies, with branches near the citizen")
    func pacts() throws {
        let branches = Dictionary(uniqueKeysWithValues: world.branches.map { ($0.code, $0) })
        let signed = citizens.filter { $0.pact?.state == .signed }
        #expect(signed.count > 4_000)
        for citizen in signed {
            let pact = try #require(citizen.pact)
            let agencies = Set(pact.choices.map(\.agencyCode))
            let isInTime = pact.signedOn.map { $0 < world.today && $0 >= citizen.application.outcomeOn ?? $0 } == true
            let areNear = pact.choices.allSatisfy { choice in
                guard let branch = branches[choice.branchCode] else { return false }
                return branch.agencyCode == choice.agencyCode && branch.place.distance(to: citizen.place) < 120
            }
            let isWhole = (3...5).contains(agencies.count) && agencies.count == pact.choices.count
            if !isWhole || !isInTime || !areNear { Issue.record("\(citizen.index): \(pact)") }
        }
        #expect(citizens.count { $0.servicePact?.state == .signed } > 800)
        #expect(citizens.allSatisfy { $0.servicePact == nil || $0.pact?.state == .signed })
    }

    @Test("A CV tells one life: schooling after birth, stays one after another, all before today")
    func curricula() {
        let today = world.today
        for citizen in citizens {
            let curriculum = citizen.curriculum
            let birth = citizen.birthDate
            var faults: [String] = []
            if curriculum.summary.isEmpty || curriculum.education.isEmpty || curriculum.desired.isEmpty {
                faults.append("a part is missing")
            }
            if curriculum.education.contains(where: { $0.year < birth.year + 11 || $0.year > today.year }) {
                faults.append("schooling")
            }
            if curriculum.courses.contains(where: { $0.year < birth.year + 16 || $0.year > today.year }) {
                faults.append("courses")
            }
            var later = today
            for stay in curriculum.experiences {
                if stay.from > stay.until || stay.until >= later { faults.append("stays overlap") }
                if birth.age(on: stay.from) < 15 { faults.append("child labour") }
                if stay.dutiesText.count > 300 || stay.duties.isEmpty { faults.append("duties") }
                later = stay.from
            }
            if curriculum.availability.ownVehicle, !curriculum.licences.contains("B") { faults.append("no licence") }
            if !(60...1_400).contains(curriculum.summaryText.count) { faults.append("length") }
            if !faults.isEmpty { Issue.record("\(citizen.index): \(faults)") }
        }
        #expect(citizens.count { $0.curriculum.experiences.isEmpty } < 400)
    }

    @Test("Women and men are spoken of as such")
    func gender() {
        let male = ["Sono stato ", "disoccupato", "interessato", "Sono rimasto", "pronto a", "Mi sono fatto"]
        let female = ["Sono stata ", "disoccupata", "interessata", "Sono rimasta", "pronta a", "Mi sono fatta"]
        var spoken: Set<Sex> = []
        for citizen in citizens {
            let (own, other) = citizen.sex == .female ? (female, male) : (male, female)
            for sentence in citizen.curriculum.sentences {
                if sentence.text.firstHeld(of: other) != nil { Issue.record("\(sentence.text)") }
                if sentence.text.firstHeld(of: own) != nil { spoken.insert(citizen.sex) }
            }
        }
        #expect(spoken.count == 2)
    }
}
