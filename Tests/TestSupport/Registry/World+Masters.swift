public import Domain

extension World {
    /// A second master of ALFA, Marco, with the branches that are named; found under `ALFA/marco` in the world returned.
    public func withMarco(_ branches: String...) async throws -> World {
        try await with(.master, "Marco", "Ferri", .male, "1972-03-04", branches)
    }

    /// The same world with one more person of ALFA, out of the register.
    public func with(
        _ role: OperatorRole,
        _ givenName: String,
        _ familyName: String,
        _ sex: Sex,
        _ birth: Day,
        _ branches: [String]
    ) async throws -> World {
        let taxCode = TaxCode.sample(givenName, familyName, sex, birth)
        let operators = Operators(store)
        let entry = OperatorEntry(
            agencyCode: "ALFA",
            taxCode: taxCode,
            givenName: givenName,
            familyName: familyName,
            email: "\(givenName.lowercased())@alfa.example",
            role: role
        )
        _ = try await operators.load([LoadRow(row: 2, key: entry.key, entry: entry)])
        let grants = branches.map {
            GrantEntry(agencyCode: "ALFA", operatorTaxCode: taxCode, branchCode: $0, validFrom: "2020-01-01")
        }
        _ = try await operators.load(grants: grants.enumerated().map { LoadRow(row: $0 + 2, key: $1.key, entry: $1) })
        return try await World(reading: store, time)
    }

    /// The world as its register is now, with the people who have come to it since it was made.
    public func reread() async throws -> World {
        try await World(reading: store, time)
    }

    /// A draft of a super user of ALFA, with the branches that are named.
    public func draft(
        _ givenName: String = "Sara",
        _ familyName: String = "Conti",
        _ branches: String...
    ) -> SuperUserDraft {
        SuperUserDraft(
            taxCode: TaxCode.sample(givenName, familyName, .female, "1988-07-09").text,
            givenName: givenName,
            familyName: familyName,
            email: "\(givenName.lowercased())@alfa.example",
            branches: Set(branches.map { branch($0).id })
        )
    }
}

extension TaxCode {
    /// A tax code of somebody born in Rome.
    public static func sample(_ givenName: String, _ familyName: String, _ sex: Sex, _ birth: Day) -> TaxCode {
        let code = TaxCode.computed(familyName: familyName, givenName: givenName, sex: sex, birth: birth, place: "H501")
        guard let code else { preconditionFailure("\(givenName) has no tax code") }
        return code
    }
}
