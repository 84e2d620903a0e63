internal import Persistence

/// The national register of agencies, branches and job centres: read here, and copied in from files.
public struct Registry: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// All agencies by name, also those whose authorisation is over.
    public func agencies() async throws -> [Agency] {
        try await store.read { (transaction: borrowing Transaction) in try transaction.agencies().sorted(by: byName) }
    }

    public func agency(code: String) async throws -> Agency {
        try await store.read { (transaction: borrowing Transaction) in
            guard let agency = try transaction.agencies("WHERE a.code = \(code)").first else { throw NotFound() }
            return agency
        }
    }

    public func agency(_ id: ID<Agency>) async throws -> Agency {
        try await store.read { (transaction: borrowing Transaction) in
            guard let agency = try transaction.agencies("WHERE a.id = \(id)").first else { throw NotFound() }
            return agency
        }
    }

    /// The branches of an agency by name, also those that are closed.
    public func branches(of agency: ID<Agency>) async throws -> [Branch] {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                "SELECT \(Branch.columns) FROM branch b WHERE b.agency_id = \(agency) ORDER BY b.name_fold, b.id"
            )
        }
    }

    public func branch(code: String) async throws -> Branch {
        try await one("SELECT \(Branch.columns) FROM branch b WHERE b.code = \(code)")
    }

    public func branch(_ id: ID<Branch>) async throws -> Branch {
        try await one("SELECT \(Branch.columns) FROM branch b WHERE b.id = \(id)")
    }

    public func jobCentres() async throws -> [JobCentre] {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.all("SELECT \(JobCentre.columns) FROM job_centre j ORDER BY j.name, j.id")
        }
    }

    public func jobCentre(code: String) async throws -> JobCentre {
        try await one("SELECT \(JobCentre.columns) FROM job_centre j WHERE j.code = \(code)")
    }

    private func one<T: FromRow>(_ query: SQL) async throws -> T {
        try await store.read { (transaction: borrowing Transaction) in
            guard let value: T = try transaction.first(query) else { throw NotFound() }
            return value
        }
    }

    private func byName(_ left: Agency, _ right: Agency) -> Bool {
        (Fold.key(left.name), left.id) < (Fold.key(right.name), right.id)
    }
}

extension Transaction {
    /// Agencies with their sections; the condition is on the alias `a`.
    func agencies(_ condition: SQL = "") throws -> [Agency] {
        let sections: [AgencySection] = try all(
            "SELECT s.agency_id, s.section FROM agency_section s JOIN agency a ON a.id = s.agency_id \(condition)"
        )
        let byAgency = Dictionary(grouping: sections, by: \.agency).mapValues { Set($0.map(\.section)) }
        let rows: [AgencyRow] = try all(
            """
            SELECT a.id, a.code, a.tax_code, a.name, a.authorised_from, a.authorised_to FROM agency a \(condition)
            ORDER BY a.id
            """
        )
        return rows.map { row in
            Agency(
                id: row.id,
                code: row.code,
                taxCode: row.taxCode,
                name: row.name,
                sections: byAgency[row.id] ?? [],
                authorisedFrom: row.from,
                authorisedTo: row.to
            )
        }
    }
}

private struct AgencySection: FromRow {
    let agency: ID<Agency>
    let section: RegisterSection

    init(from row: inout Row) throws {
        agency = try row.next()
        section = try row.next()
    }
}

private struct AgencyRow: FromRow {
    let id: ID<Agency>
    let code: String
    let taxCode: TaxCode
    let name: String
    let from: Day
    let to: Day?

    init(from row: inout Row) throws {
        id = try row.next()
        code = try row.next()
        taxCode = try row.next()
        name = try row.next()
        from = try row.next()
        to = try row.next()
    }
}
