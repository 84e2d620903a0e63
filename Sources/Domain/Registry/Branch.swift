public import Persistence

/// An office of an agency, where its operators work and citizens are received.
public struct Branch: Hashable, Sendable {
    public let id: ID<Branch>
    public let agency: ID<Agency>
    public let code: String
    public let name: String
    public let municipalityCode: String
    public let place: Place
    public let contact: Contact
    public let validFrom: Day
    /// The last day of the branch, inclusive.
    public let validTo: Day?
    /// Whether citizens may choose it in new pacts, as its agency has set it.
    public let isSelectable: Bool

    /// Where the municipality lies.
    public struct Place: Hashable, Sendable {
        public let province: String
        public let region: String
        public let latitude: Double?
        public let longitude: Double?

        public init(province: String, region: String, latitude: Double? = nil, longitude: Double? = nil) {
            self.province = province
            self.region = region
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    public struct Contact: Hashable, Sendable {
        public let address: String?
        public let postalCode: String?
        public let email: String?
        public let phone: String?

        public init(address: String? = nil, postalCode: String? = nil, email: String? = nil, phone: String? = nil) {
            self.address = address
            self.postalCode = postalCode
            self.email = email
            self.phone = phone
        }
    }

    public func isOpen(on day: Day) -> Bool {
        validFrom <= day && (validTo.map { day <= $0 } ?? true)
    }

    /// The condition on a row `b` of branches: it is open on `day`.
    public static func isOpen(on day: Day) -> SQL {
        "b.valid_from <= \(day) AND (b.valid_to IS NULL OR b.valid_to >= \(day))"
    }
}

extension Branch: FromRow {
    static let columns: SQL =
        """
        b.id, b.agency_id, b.code, b.name, b.municipality_code, b.province, b.region, b.latitude, b.longitude,
        b.address, b.postal_code, b.email, b.phone, b.valid_from, b.valid_to, b.selectable
        """

    public init(from row: inout Row) throws {
        id = try row.next()
        agency = try row.next()
        code = try row.next()
        name = try row.next()
        municipalityCode = try row.next()
        place = Place(
            province: try row.next(),
            region: try row.next(),
            latitude: try row.next(),
            longitude: try row.next()
        )
        contact = Contact(
            address: try row.next(),
            postalCode: try row.next(),
            email: try row.next(),
            phone: try row.next()
        )
        validFrom = try row.next()
        validTo = try row.next()
        isSelectable = try row.next()
    }
}
