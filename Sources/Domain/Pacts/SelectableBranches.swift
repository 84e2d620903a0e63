public import Persistence

/// A branch that a citizen may choose in a new pact.
public struct SelectableBranch: Hashable, Sendable {
    public let branch: ID<Branch>
    public let agency: ID<Agency>
    public let agencyName: String
    public let name: String
    public let municipalityCode: String
    public let province: String
    public let address: String?
    let position: Position?
    /// Kilometres from where the citizen lives, as the crow flies.
    public internal(set) var distance: Double?
}

extension SelectableBranch: FromRow {
    /// Branches `b` with their agencies `a` that are open, authorised and left selectable by their agency on a day.
    static func query(on day: Day, _ condition: SQL = "TRUE") -> SQL {
        """
        \(all) WHERE b.selectable AND \(Branch.isOpen(on: day)) AND \(Agency.isAuthorised(on: day))
        \(Agency.has(.readCurricula, on: day)) AND \(condition)
        """
    }

    /// Branches `b` with their agencies `a`, whether they may be chosen or not.
    static let all: SQL = """
        SELECT b.id, b.agency_id, a.name, b.name, b.municipality_code, b.province, b.address, b.latitude, b.longitude
        FROM branch b JOIN agency a ON a.id = b.agency_id
        """

    public init(from row: inout Row) throws {
        branch = try row.next()
        agency = try row.next()
        agencyName = try row.next()
        name = try row.next()
        municipalityCode = try row.next()
        province = try row.next()
        address = try row.next()
        let (latitude, longitude): (Double?, Double?) = try (row.next(), row.next())
        if let latitude, let longitude {
            position = Position(latitude: latitude, longitude: longitude)
        } else {
            position = nil
        }
        distance = nil
    }
}

extension Pacts {
    /// Branches as they were chosen, in that order, also those that may be chosen no longer: nobody can take out of a draft
    /// what does not stand there.
    public func branches(_ ids: [ID<Branch>]) async throws -> [SelectableBranch] {
        let found = try await store.read { (transaction: borrowing Transaction) in
            try transaction.all("\(SelectableBranch.all) WHERE b.id IN \(in: ids)", as: SelectableBranch.self)
        }
        return ids.compactMap { id in found.first { $0.branch == id } }
    }

    /// The branches that may be chosen today, the nearest first.
    ///
    /// There is no limit to the distance: where few are near, the area widens by itself and nobody is left with fewer
    /// than three to choose from.
    ///
    /// - Parameters:
    ///   - municipality: Where the citizen lives or looks for work; without it the order is by name.
    ///   - search: Words of the names of agency, branch or municipality, each by its beginning.
    public func selectableBranches(
        near municipality: String?,
        search: String = "",
        reference: ReferenceSnapshot,
        atMost limit: Int = 60
    ) async throws -> (branches: [SelectableBranch], total: Int) {
        let today = store.today
        let all = try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(SelectableBranch.query(on: today), as: SelectableBranch.self)
        }
        let words = Fold.key(search).split(separator: " ")
        let home = municipality.flatMap { reference.municipality($0)?.position }
        var found: [(branch: SelectableBranch, key: String)] = []
        for var branch in all {
            let place = reference.municipality(branch.municipalityCode)?.name ?? ""
            let key = Fold.key("\(branch.agencyName) \(branch.name) \(place)")
            let names = key.split(separator: " ")
            guard words.allSatisfy({ word in names.contains { $0.hasPrefix(word) } }) else { continue }
            if let home, let position = branch.position { branch.distance = home.distance(to: position) }
            found.append((branch, key))
        }
        found.sort {
            ($0.branch.distance ?? .infinity, $0.key, $0.branch.branch)
                < ($1.branch.distance ?? .infinity, $1.key, $1.branch.branch)
        }
        return (found.prefix(max(0, limit)).map(\.branch), found.count)
    }
}
