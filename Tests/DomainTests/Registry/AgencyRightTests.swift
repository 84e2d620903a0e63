import TestSupport
import Testing

@testable import Domain

@Suite("Sections of the register and their rights")
struct AgencyRightTests {
    private static let beforeDecree: Day = "2026-03-31"
    private static let sinceDecree: Day = "2026-04-01"
    private static let all = Set(AgencyRight.allCases)

    @Test(
        "Before DL 159/2025 took effect the rights follow art. 4 and 6 d.lgs. 276/2003",
        arguments: [
            (.generalist, all), (.brokering, all), (.specialRegime, all),
            (.specialist, [.readVacancies, .publishVacancies, .readCurricula]),
            (.searchAndSelection, [.readVacancies, .publishVacancies, .readCurricula]),
            (.relocation, [.readVacancies, .publishCurricula]),
        ] as [(RegisterSection, Set<AgencyRight>)]
    )
    func before(_ section: RegisterSection, _ rights: Set<AgencyRight>) {
        #expect(section.rights(on: Self.beforeDecree) == rights)
    }

    @Test("From 1 April 2026 every agency publishes and looks for candidates, and nobody loses a right")
    func since() {
        for section in RegisterSection.allCases {
            let rights = section.rights(on: Self.sinceDecree)
            #expect(rights.isSuperset(of: section.rights(on: Self.beforeDecree)))
            #expect(rights.isSuperset(of: [.publishVacancies, .readCurricula]))
        }
        #expect(!RegisterSection.specialist.rights(on: Self.sinceDecree).contains(.publishCurricula))
    }

    @Test("Each row of the table names its norm")
    func sources() {
        #expect(SectionRule.table.allSatisfy { $0.source.contains("276/2003") || $0.source.contains("159") })
        #expect(SectionRule.table.last?.from == "2026-04-01")
    }

    @Test("A right's sections are those that give it")
    func sections() {
        #expect(AgencyRight.readCurricula.sections(on: Self.beforeDecree).contains(.searchAndSelection))
        #expect(!AgencyRight.readCurricula.sections(on: Self.beforeDecree).contains(.relocation))
        #expect(AgencyRight.readCurricula.sections(on: Self.sinceDecree).contains(.relocation))
    }

    @Test("Outside its authorisation an agency has no right, on its first and last day it has")
    func authorisation() throws {
        let agency = Agency(
            id: ID(1),
            code: "A",
            taxCode: try TaxCode(organisation: "01234567897"),
            name: "A",
            sections: [.searchAndSelection, .relocation],
            authorisedFrom: "2025-01-01",
            authorisedTo: "2025-12-31"
        )
        #expect(agency.rights(on: "2024-12-31").isEmpty)
        #expect(agency.rights(on: "2025-01-01") == Self.all)
        #expect(agency.rights(on: "2025-12-31") == Self.all)
        #expect(agency.rights(on: "2026-01-01").isEmpty)
    }
}
