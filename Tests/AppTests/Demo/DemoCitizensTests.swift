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
            #expect(code.birthDate(today: world.today) == citizen.birthDate)
            #expect(code.sex == citizen.sex)
            #expect(code.birthPlaceCode == citizen.birthPlaceCode)
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
        for citizen in citizens {
            let application = citizen.application
            let isAssistance = application.measure == .sfl || application.measure == .adi
            #expect((18...(isAssistance ? 59 : 66)).contains(citizen.birthDate.age(on: world.today)))
            #expect(application.submittedOn < world.today)
            #expect((application.outcomeOn == nil) == (application.outcome == .pending))
            #expect(application.outcomeOn.map { $0 > application.submittedOn && $0 < world.today } ?? true)
            let centre = try #require(world.jobCentres.first { $0.code == application.jobCentreCode })
            #expect(centre.place.province == citizen.place.province)
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
            #expect((3...5).contains(Set(pact.choices.map(\.agencyCode)).count))
            #expect(Set(pact.choices.map(\.agencyCode)).count == pact.choices.count)
            let signedOn = try #require(pact.signedOn)
            #expect(signedOn < world.today && signedOn >= citizen.application.outcomeOn ?? world.today)
            for choice in pact.choices.prefix(3) {
                let branch = try #require(branches[choice.branchCode])
                #expect(branch.agencyCode == choice.agencyCode)
                #expect(branch.place.distance(to: citizen.place) < 120)
            }
        }
        #expect(citizens.count { $0.servicePact?.state == .signed } > 800)
        for citizen in citizens where citizen.servicePact != nil {
            #expect(citizen.pact?.state == .signed)
        }
    }

    @Test("A CV tells one life: schooling after birth, stays one after another, the person's own gender")
    func curricula() {
        for citizen in citizens {
            let curriculum = citizen.curriculum
            #expect(!curriculum.summary.isEmpty && !curriculum.education.isEmpty && !curriculum.desired.isEmpty)
            #expect(
                curriculum.education.allSatisfy {
                    $0.year >= citizen.birthDate.year + 11 && $0.year <= world.today.year
                }
            )
            #expect(
                curriculum.courses.allSatisfy { $0.year >= citizen.birthDate.year + 16 && $0.year <= world.today.year }
            )
            var later = world.today
            for stay in curriculum.experiences {
                #expect(stay.from <= stay.until && stay.until < later)
                #expect(citizen.birthDate.age(on: stay.from) >= 15)
                #expect(stay.dutiesText.count <= 300 && !stay.duties.isEmpty)
                later = stay.from
            }
            #expect(curriculum.availability.ownVehicle ? curriculum.licences.contains("B") : true)
            #expect((80...1_400).contains(curriculum.summaryText.count))
        }
        #expect(citizens.count { $0.curriculum.experiences.isEmpty } < 400)
    }

    @Test("Women and men are spoken of as such")
    func gender() {
        for citizen in citizens {
            let text = citizen.curriculum.summaryText + " " + citizen.curriculum.experiences.map(\.dutiesText).joined()
            let wrong =
                citizen.sex == .female
                ? ["Sono stato ", "disoccupato", "interessato", "Sono rimasto"]
                : ["Sono stata ", "disoccupata", "interessata", "Sono rimasta"]
            #expect(!wrong.contains(where: text.contains), "\(text)")
        }
    }
}
