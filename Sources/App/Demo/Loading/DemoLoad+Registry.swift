internal import Domain

extension DemoLoad {
    /// The register: agencies, branches, job centres, operators, grants.
    func registry() async throws {
        let registry = Registry(store)
        let agencies = try world.agencies.map { agency in
            AgencyEntry(
                code: agency.code,
                taxCode: try TaxCode(organisation: agency.taxCode),
                name: agency.name,
                sections: Set(agency.sections.compactMap(RegisterSection.init(rawValue:))),
                authorisedFrom: agency.authorisedFrom
            )
        }
        try accept(try await registry.load(agencies: agencies.rows(\.code)))
        let branches = world.branches.map { branch in
            BranchEntry(
                agencyCode: branch.agencyCode,
                code: branch.code,
                name: branch.name,
                municipalityCode: branch.place.code,
                contact: Branch.Contact(
                    address: branch.address,
                    postalCode: branch.postalCode,
                    email: branch.email,
                    phone: branch.phone
                ),
                validFrom: branch.validFrom
            )
        }
        try accept(try await registry.load(branches: branches.rows(\.code), place: place))
        let centres = world.jobCentres.map {
            JobCentreEntry(
                code: $0.code,
                name: $0.name,
                municipalityCode: $0.place.code,
                address: $0.address,
                email: $0.email
            )
        }
        try accept(try await registry.load(jobCentres: centres.rows(\.code), place: place))
        try await operators()
    }

    private func operators() async throws {
        let operators = Operators(store)
        let people = try world.operators.map { person in
            guard let role = OperatorRole(rawValue: person.role.rawValue) else {
                throw UnacceptableDemo(description: person.role.rawValue)
            }
            return OperatorEntry(
                agencyCode: person.agencyCode,
                taxCode: person.taxCode,
                givenName: person.givenName,
                familyName: person.familyName,
                email: person.email,
                role: role
            )
        }
        try accept(try await operators.load(people.rows(\.key)))
        let grants = world.operators.flatMap { person in
            person.grants.map {
                GrantEntry(
                    agencyCode: person.agencyCode,
                    operatorTaxCode: person.taxCode,
                    branchCode: $0.branchCode,
                    validFrom: $0.validFrom
                )
            }
        }
        try accept(try await operators.load(grants: grants.rows(\.key)))
    }

    /// A master of each agency, at work across all branches.
    func masters() async throws -> [String: OperatorIdentity] {
        let people = People(store)
        var masters: [String: OperatorIdentity] = [:]
        for person in world.operators where person.role == .master && masters[person.agencyCode] == nil {
            for case .operator(let account) in try await people.roles(of: person.taxCode)
            where account.agencyCode == person.agencyCode {
                masters[person.agencyCode] = account.working(in: .crossBranch)
            }
        }
        return masters
    }
}
