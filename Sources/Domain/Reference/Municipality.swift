internal import Foundation

/// A comune in one period of its life: its name, province or borders may have changed before and after.
public struct Municipality: Hashable, Sendable {
    /// The code of the cadastre (Belfiore), as in tax codes.
    public let code: String
    public let name: String
    /// The province's two letters.
    public let province: String
    /// Istat's code of the region; none for provinces that are no more.
    public let region: String?
    public let position: Position?
    /// False where the position is only the middle of the province.
    public let isPrecise: Bool
    public let validFrom: Day
    /// The last day of the period; none for a comune of today.
    public let validTo: Day?

    public init(
        code: String,
        name: String,
        province: String,
        region: String?,
        position: Position?,
        isPrecise: Bool,
        validFrom: Day,
        validTo: Day?
    ) {
        self.code = code
        self.name = name
        self.province = province
        self.region = region
        self.position = position
        self.isPrecise = isPrecise
        self.validFrom = validFrom
        self.validTo = validTo
    }

    public func isValid(on day: Day) -> Bool {
        validFrom <= day && validTo.map { day <= $0 } ?? true
    }
}

/// A place on the earth, in degrees (WGS 84).
public struct Position: Hashable, Sendable {
    public let latitude: Double
    public let longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Kilometres as the crow flies (haversine on the mean radius of the earth).
    public func distance(to other: Position) -> Double {
        let degree = Double.pi / 180
        let halfLatitude = sin((other.latitude - latitude) * degree / 2)
        let halfLongitude = sin((other.longitude - longitude) * degree / 2)
        let chord =
            halfLatitude * halfLatitude
            + cos(latitude * degree) * cos(other.latitude * degree) * halfLongitude * halfLongitude
        return 2 * 6371.0088 * asin(min(1, chord.squareRoot()))
    }
}

/// Where somebody was born: a comune, perhaps one that is no more, or a foreign state.
public struct BirthPlace: Hashable, Sendable {
    public let code: String
    public let name: Localized
    /// The province at the time, for a comune.
    public let province: String?

    public var isForeign: Bool { province == nil }
}
