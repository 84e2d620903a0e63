public import Persistence

/// A person on an activation path.
public struct Citizen: Hashable, Sendable {
    public let id: ID<Citizen>
    public let taxCode: TaxCode
    public let givenName: String
    public let familyName: String
    public let sex: Sex
    public let birthDate: Day
    /// The municipality or foreign state of birth, as in the tax code; perhaps one that is no more.
    public let birthPlaceCode: String
    public let citizenship: String?
    public let home: Home
    public let email: String?
    public let phone: String?

    /// Where the person lives: the domicile, from which distances to a workplace count (DL 48/2023, article 9).
    public struct Home: Hashable, Sendable {
        public let municipalityCode: String
        public let province: String
        public let region: String
        public let position: Position?
        public let postalCode: String?
        public let address: String?

        public init(
            municipalityCode: String,
            province: String,
            region: String,
            position: Position? = nil,
            postalCode: String? = nil,
            address: String? = nil
        ) {
            self.municipalityCode = municipalityCode
            self.province = province
            self.region = region
            self.position = position
            self.postalCode = postalCode
            self.address = address
        }
    }

    public var identity: CitizenIdentity {
        CitizenIdentity(id: id, givenName: givenName, familyName: familyName)
    }

    /// By which lists are sorted: family name, then given name.
    var sortKey: String { Fold.key("\(familyName) \(givenName)") }
}

extension Citizen: FromRow {
    static let columns: SQL = """
        c.id, c.tax_code, c.given_name, c.family_name, c.sex, c.birth_date, c.birth_place_code, c.citizenship,
        c.municipality_code, c.province, c.region, c.latitude, c.longitude, c.postal_code, c.address, c.email, c.phone
        """

    public init(from row: inout Row) throws {
        id = try row.next()
        taxCode = try row.next()
        givenName = try row.next()
        familyName = try row.next()
        sex = try row.next()
        birthDate = try row.next()
        birthPlaceCode = try row.next()
        citizenship = try row.next()
        let (municipality, province, region): (String, String, String) = try (row.next(), row.next(), row.next())
        let (latitude, longitude): (Double?, Double?) = try (row.next(), row.next())
        var position: Position?
        if let latitude, let longitude { position = Position(latitude: latitude, longitude: longitude) }
        home = Home(
            municipalityCode: municipality,
            province: province,
            region: region,
            position: position,
            postalCode: try row.next(),
            address: try row.next()
        )
        email = try row.next()
        phone = try row.next()
    }
}
