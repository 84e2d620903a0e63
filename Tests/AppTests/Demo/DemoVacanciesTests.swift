internal import Domain
internal import Testing

@testable import App

@Suite("Vacancies and interests of the demo world")
struct DemoVacanciesTests {
    let world: DemoWorld
    let vacancies: [DemoVacancy]
    let interests: [DemoInterest]

    init() throws {
        world = try DemoSamples.sample().world
        vacancies = try DemoSamples.sample().vacancies
        interests = try DemoSamples.sample().interests
    }

    @Test("A vacancy holds what its rules ask for")
    func fields() throws {
        #expect(vacancies.count == 2_000)
        let keys = vacancies.map { "\($0.agencyCode) \($0.externalReference)" }
        #expect(Set(keys).count == 2_000)
        for vacancy in vacancies {
            let needsLength = ["A.02.00", "A.02.01", "A.03.09", "A.04.01", "A.06.01", "C.01.00"]
            let contract = vacancy.contract
            let checks = [
                (5...120).contains(vacancy.title.count), (1...25).contains(vacancy.externalReference.count),
                (400...1_500).contains(vacancy.descriptionText.count), vacancy.pay.minimum < vacancy.pay.maximum,
                (1...48).contains(contract.weeklyHours),
                (contract.partTimePercentage != nil) == (contract.workingTime != "F"),
                (contract.durationMonths != nil) == needsLength.contains(contract.typeCode),
                vacancy.contact.email.hasSuffix(".example"),
                !vacancy.isAnonymous || vacancy.descriptionText.firstHeld(of: [vacancy.employer.name]) == nil,
            ]
            if checks.contains(false) { Issue.record("\(checks): \(vacancy)") }
            _ = try TaxCode(organisation: vacancy.employer.taxCode)
        }
    }

    @Test("Publication lasts at most two months, and says its own state")
    func publication() throws {
        for vacancy in vacancies {
            guard let start = vacancy.publicationStart, let end = vacancy.publicationEnd else {
                #expect(vacancy.status == .draft)
                continue
            }
            let checks = [
                start <= world.today, start < end, end <= start.adding(months: 2), vacancy.createdOn <= start,
                vacancy.status != .expired || end < world.today, vacancy.status != .published || end >= world.today,
                (vacancy.closingReason != nil) == (vacancy.status == .closed),
            ]
            if checks.contains(false) { Issue.record("\(checks): \(vacancy)") }
        }
        let published = vacancies.filter { $0.status == .published }
        #expect(published.count > 1_000)
        #expect(published.contains { $0.agencyCode == "DEMO-APL-01" })
        let publishing = Set(world.agencies.filter(\.publishesVacancies).map(\.code))
        #expect(vacancies.allSatisfy { publishing.contains($0.agencyCode) })
        #expect(published.contains { $0.isAnonymous } && published.contains { !$0.isAnonymous })
    }

    @Test("No advertisement asks for an age, a sex or a nationality")
    func open() {
        let forbidden = [
            "bella presenza", "anni di età", "età massima", "età minima", "nazionalità", "di sesso", "cittadinanza",
            "madrelingua", "persona giovane", "contesto giovane",
        ]
        for vacancy in vacancies {
            let text = (vacancy.title + " " + vacancy.descriptionText).lowercased()
            let found = text.firstHeld(of: forbidden)
            if found != nil { Issue.record("\(found ?? "") in: \(text)") }
        }
    }

    @Test("Eight thousand interests over the sixty days before today, each once")
    func interestsOnce() {
        #expect(interests.count == 8_000)
        #expect(Set(interests.map { "\($0.citizen) \($0.vacancy)" }).count == 8_000)
        let first = Instant(milliseconds: Int64(world.today.daysSinceEpoch - 60) * 86_400_000)
        let last = Instant(milliseconds: Int64(world.today.daysSinceEpoch) * 86_400_000)
        for interest in interests {
            let vacancy = vacancies[interest.vacancy]
            let day = Day(of: interest.submittedAt)
            let checks = [
                interest.submittedAt >= first, interest.updatedAt < last, interest.updatedAt >= interest.submittedAt,
                vacancy.publicationStart.map { $0 <= day } == true, vacancy.publicationEnd.map { $0 >= day } == true,
            ]
            if checks.contains(false) { Issue.record("\(checks): \(interest)") }
        }
    }

    @Test("Interests are in all states, mostly early ones, and two thirds say why")
    func states() {
        let counts = Dictionary(grouping: interests, by: \.status).mapValues(\.count)
        for status in DemoInterest.Status.allCases where status != .hiredElsewhere {
            #expect(counts[status, default: 0] > 20, "\(status)")
        }
        #expect(counts[.submitted, default: 0] > counts[.hired, default: 0] * 3)
        #expect((4_800...5_800).contains(interests.count { !$0.message.isEmpty }))
        #expect(interests.allSatisfy { $0.messageText.count < 500 })
    }
}
