import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Filters on what a CV has chosen from a list")
struct CitizenTraitsTests {
    private func names(_ filter: CitizenFilter, in world: World) async throws -> [String] {
        var found: [String] = []
        for sort in [CitizenSort.standard, CitizenSort(.surname)] {
            let list = CitizenList(filter: filter, sort: sort)
            let page = try await world.citizens.list(list, as: world.anna, reference: .shared)
            found = page.rows.map(\.familyName).sorted()
            #expect(page.count.value == found.count)
        }
        return found
    }

    private func people(_ world: World) async throws {
        var cook = Curriculum.sample()
        cook.desiredProfessions = [Curriculum.DesiredProfession(code: "5.2.2.1.0", description: "Cuochi")]
        cook.languages = [Curriculum.LanguageSkill(code: "fr", read: "C1", written: "C1", spoken: "C1")]
        cook.availability.workingTimes = ["P", "V"]
        try await world.citizen(.sample("Cuoco", birth: "1980-01-01", municipality: "L219"), cook)
        try await world.citizen(.sample("Sala", birth: "1981-01-01"))
    }

    @Test("Profession at any level, language and level, working time, comune", arguments: Engine.available)
    func traits(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await people(world)
            let expected: [(CitizenFilter, [String])] = [
                (CitizenFilter(profession: "5"), ["Cuoco", "Sala"]),
                (CitizenFilter(profession: "5.2.2"), ["Cuoco", "Sala"]),
                (CitizenFilter(profession: "5.2.2.1"), ["Cuoco"]),
                (CitizenFilter(profession: "5.2.2.3.2"), ["Sala"]),
                (CitizenFilter(profession: "6"), []),
                (CitizenFilter(language: "fr"), ["Cuoco"]),
                (CitizenFilter(language: "fr", languageLevel: .b2), ["Cuoco"]),
                (CitizenFilter(language: "fr", languageLevel: .c2), []),
                (CitizenFilter(language: "en", languageLevel: .b1), ["Sala"]),
                (CitizenFilter(language: "en", languageLevel: .b2), []),
                (CitizenFilter(workingTimes: ["V", "M"]), ["Cuoco"]),
                (CitizenFilter(workingTimes: ["F", "P"]), ["Cuoco", "Sala"]),
                (CitizenFilter(municipality: "L219"), ["Cuoco"]),
                (CitizenFilter(keywords: "cameriera", language: "fr"), ["Cuoco"]),
                (CitizenFilter(keywords: "cuochi", municipality: "F205"), []),
            ]
            for (filter, names) in expected {
                #expect(try await self.names(filter, in: world) == names, "\(filter.query)")
            }
        }
    }

    @Test("They follow the CV when it changes", arguments: Engine.available)
    func changes(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample())
            var curriculum = Curriculum.sample()
            curriculum.desiredProfessions = [Curriculum.DesiredProfession(code: "5.2.2.1.0", description: "Cuochi")]
            try await world.save(curriculum, of: maria)
            #expect(try await names(CitizenFilter(profession: "5.2.2.3"), in: world) == [])
            #expect(try await names(CitizenFilter(profession: "5.2.2.1"), in: world) == ["Rossi"])
        }
    }

    @Test("Years of experience are those of the column, on each day that passes", arguments: Engine.available)
    func experience(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let starts: [Day] = ["2021-03-11", "2020-12-31", "2021-04-30"]
            for (index, start) in starts.enumerated() {
                let birth = try #require(Day(year: 1980, month: 1, day: index + 1))
                var curriculum = Curriculum.sample()
                curriculum.experiences = [Curriculum.Experience(title: "Cuoca", start: start, end: nil)]
                try await world.citizen(.sample("Persona\(index)", birth: birth), curriculum)
            }
            var seen: Set<Int> = []
            for _ in 0..<30 {
                world.time.advance(days: 5)
                let all = try await world.citizens.list(CitizenList(), as: world.anna, reference: .shared).rows
                for years in 4...6 {
                    let expected = all.filter { ($0.experience?.months(on: world.today) ?? 0) / 12 >= years }
                    seen.insert(expected.count)
                    let found = try await names(CitizenFilter(experienceMin: years), in: world)
                    #expect(found == expected.map(\.familyName).sorted(), "\(years) on \(world.today)")
                }
            }
            #expect(seen.count > 2, "nobody passed a birthday of work")
        }
    }
}
