import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Saving a CV")
struct CitizensSaveCurriculumTests {
    @Test("A version that no page has shown is refused, however large", arguments: Engine.available)
    func strangeVersions(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            for version in [Int.min, Int.max, Int(Int32.max), -1] {
                await #expect(throws: CannotSaveCurriculum.changedMeanwhile(current: 0)) {
                    try await world.citizens.saveCurriculum(
                        .sample(),
                        replacing: version,
                        reference: .shared,
                        as: maria
                    )
                }
            }
        }
    }

    @Test("Each save is a new version, with a trace", arguments: Engine.available)
    func versions(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            let first = try await world.citizens.saveCurriculum(.sample(), replacing: 0, reference: .shared, as: maria)
            let second = try await world.citizens.saveCurriculum(
                .sample(skills: ["inventario"]),
                replacing: first.version,
                reference: .shared,
                as: maria
            )
            #expect((first.version, second.version) == (1, 2))
            #expect(try await world.citizens.curriculum(own: maria)?.curriculum.skills == ["inventario"])
            #expect(try await world.auditTrail().filter { $0 == "curriculum.saved" }.count == 2)
        }
    }

    @Test("Whoever has edited an old version is told, and nothing is lost", arguments: Engine.available)
    func stale(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            try await world.save(.sample(skills: ["prima"]), of: maria)
            try await world.save(.sample(skills: ["seconda"]), of: maria)
            for version in [0, 1, 7] {
                await #expect(throws: CannotSaveCurriculum.changedMeanwhile(current: 2)) {
                    try await world.citizens.saveCurriculum(
                        .sample(),
                        replacing: version,
                        reference: .shared,
                        as: maria
                    )
                }
            }
            #expect(try await world.citizens.curriculum(own: maria)?.curriculum.skills == ["seconda"])

            let paola = try await world.register(.sample("Verdi"))
            await #expect(throws: CannotSaveCurriculum.changedMeanwhile(current: 0)) {
                try await world.citizens.saveCurriculum(.sample(), replacing: 3, reference: .shared, as: paola)
            }
        }
    }

    @Test("A CV with errors is not saved", arguments: Engine.available)
    func invalid(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            await #expect(throws: Invalid.self) {
                try await world.citizens.saveCurriculum(
                    .sample(education: "XXX"),
                    replacing: 0,
                    reference: .shared,
                    as: maria
                )
            }
            #expect(try await world.citizens.curriculum(own: maria) == nil)
        }
    }

    @Test("What was saved is found at once, what was taken out is not found any more", arguments: Engine.available)
    func found(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample(), .sample(skills: ["saldatrici a filo"]))
            var list = CitizenList()
            list.filter.keywords = "saldatore "
            #expect(try await world.names(list, for: world.anna) == ["Rossi"])
            try await world.save(.sample(skills: ["C++"]), of: maria)
            #expect(try await world.names(list, for: world.anna) == [])
            list.filter.keywords = "c++ cameriere"
            #expect(try await world.names(list, for: world.anna) == ["Rossi"])
        }
    }

    @Test("Nobody can save for a citizen who does not exist", arguments: Engine.available)
    func unknown(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let nobody = CitizenIdentity(id: ID(4711), givenName: "", familyName: "")
            await #expect(throws: NotFound()) {
                try await world.citizens.saveCurriculum(.sample(), replacing: 0, reference: .shared, as: nobody)
            }
        }
    }
}
