import Domain

/// The files that a world's register comes from.
enum WorldRegister {
    static func load(into store: Store) async throws {
        let registry = Registry(store)
        let operators = Operators(store)
        var receipts = try await registry.load(agencies: rows(agencies) { $0.code })
        receipts += try await registry.load(branches: rows(branches) { $0.code }, place: place)
        let centre = JobCentreEntry(code: "CPI-MI", name: "Centro per l'impiego di Milano", municipalityCode: "F205")
        receipts += try await registry.load(jobCentres: rows([centre]) { $0.code }, place: place)
        receipts += try await operators.load(rows(people) { $0.key })
        receipts += try await operators.load(grants: rows(grants) { $0.key })
        precondition(receipts.allSatisfy { $0.outcome == .created }, "the world's register is not in order")
    }

    static let place: PlaceOfMunicipality = { code, _ in
        switch code {
        case "F205": Branch.Place(province: "MI", region: "03", latitude: 45.4642, longitude: 9.1900)
        case "L219": Branch.Place(province: "TO", region: "01", latitude: 45.0703, longitude: 7.6869)
        case "H501": Branch.Place(province: "RM", region: "12", latitude: 41.9028, longitude: 12.4964)
        case "F839": Branch.Place(province: "NA", region: "15", latitude: 40.8518, longitude: 14.2681)
        default: nil
        }
    }

    private static func rows<Entry>(_ entries: [Entry], _ key: (Entry) -> String) -> [LoadRow<Entry>] {
        entries.enumerated().map { LoadRow(row: $0.offset + 2, key: key($0.element), entry: $0.element) }
    }

    private static let agencies: [AgencyEntry] = [
        agency("ALFA", "01234567897", "Alfa Lavoro S.p.A.", [.generalist]),
        agency("BETA", "97889240582", "Beta Ricerca S.r.l.", [.searchAndSelection]),
        agency("GAMMA", "00743110157", "Gamma Intermediazione", [.brokering]),
        agency("DELTA", "00159560366", "Delta Ricollocazione", [.relocation]),
        agency("ZETA", "00905811006", "Zeta Lavoro S.p.A.", [.generalist], until: "2024-12-31"),
    ]

    private static func agency(
        _ code: String,
        _ taxCode: String,
        _ name: String,
        _ sections: Set<RegisterSection>,
        until: Day? = nil
    ) -> AgencyEntry {
        guard let taxCode = try? TaxCode(organisation: taxCode) else { preconditionFailure("\(taxCode) is wrong") }
        return AgencyEntry(
            code: code,
            taxCode: taxCode,
            name: name,
            sections: sections,
            authorisedFrom: "2010-01-01",
            authorisedTo: until
        )
    }

    private static let branches: [BranchEntry] = [
        branch("ALFA-MI1", "Milano Centro", "F205"), branch("ALFA-MI2", "Milano Bovisa", "F205"),
        branch("ALFA-TO1", "Torino", "L219"), branch("BETA-MI1", "Milano", "F205"), branch("BETA-RM1", "Roma", "H501"),
        branch("GAMMA-TO1", "Torino", "L219"), branch("GAMMA-RM1", "Roma", "H501"),
        branch("DELTA-NA1", "Napoli", "F839"), branch("ZETA-MI1", "Milano", "F205"),
    ]

    private static func branch(_ code: String, _ name: String, _ municipality: String) -> BranchEntry {
        BranchEntry(
            agencyCode: String(code.prefix { $0 != "-" }),
            code: code,
            name: name,
            municipalityCode: municipality,
            contact: Branch.Contact(email: "\(code.lowercased())@agenzia.example"),
            validFrom: "2015-01-01"
        )
    }

    private static let people: [OperatorEntry] = [
        person("ALFA", .master, "Anna", "Bianchi", .female, "1975-05-01"),
        person("ALFA", .super, "Bruno", "D'Angelò", .male, "1980-02-29"),
        person("ALFA", .branch, "Carla", "De Luca", .female, "1990-12-31"),
        person("BETA", .super, "Dario", "Èvola", .male, "1968-08-15"),
        person("BETA", .branch, "Elena", "Fò", .female, "1995-06-30"),
        person("GAMMA", .branch, "Carla", "De Luca", .female, "1990-12-31"),
        person("DELTA", .super, "Filippo", "Gallo", .male, "1985-10-10"),
        person("ZETA", .super, "Gina", "Neri", .female, "1979-01-20"),
    ]

    private static func person(
        _ agency: String,
        _ role: OperatorRole,
        _ givenName: String,
        _ familyName: String,
        _ sex: Sex,
        _ birth: Day
    ) -> OperatorEntry {
        let code = TaxCode.computed(familyName: familyName, givenName: givenName, sex: sex, birth: birth, place: "H501")
        guard let code else { preconditionFailure("\(givenName) has no tax code") }
        return OperatorEntry(
            agencyCode: agency,
            taxCode: code,
            givenName: givenName,
            familyName: familyName,
            email: "\(givenName.lowercased())@\(agency.lowercased()).example",
            role: role
        )
    }

    private static let grants: [GrantEntry] =
        all("ALFA", "Anna", "MI1", "MI2", "TO1") + all("ALFA", "Bruno", "MI1", "MI2") + all("ALFA", "Carla", "TO1")
        + all("BETA", "Dario", "MI1", "RM1") + all("BETA", "Elena", "MI1") + all("GAMMA", "Carla", "TO1")
        + all("DELTA", "Filippo", "NA1") + all("ZETA", "Gina", "MI1")

    private static func all(_ agency: String, _ givenName: String, _ branches: String...) -> [GrantEntry] {
        people.filter { $0.agencyCode == agency && $0.givenName == givenName }.flatMap { person in
            branches.map { branch in
                GrantEntry(
                    agencyCode: agency,
                    operatorTaxCode: person.taxCode,
                    branchCode: "\(agency)-\(branch)",
                    validFrom: "2020-01-01"
                )
            }
        }
    }
}
