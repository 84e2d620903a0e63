/// A municipality, as the reference table holds it.
struct DemoPlace: Hashable, Sendable {
    /// The cadastral code (*codice Belfiore*).
    let code: String
    let name: String
    let province: String
    let region: String
    let latitude: Double
    let longitude: Double

    init(code: String, name: String, province: String, region: String, latitude: Double, longitude: Double) {
        self.code = code
        self.name = DemoItalian.properName(name)
        self.province = province
        self.region = region
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Kilometres as the crow flies, near enough within Italy.
    ///
    /// Only the four operations, which every machine rounds alike: a sine may differ in its last digit, and with it the
    /// order of two places.
    func distance(to other: DemoPlace) -> Double {
        let radians = (latitude + other.latitude) / 2 * 0.017_453_292_519_943_295
        let square = radians * radians
        let cosine = (9.869_604_401_089_358 - 4 * square) / (9.869_604_401_089_358 + square)
        let (x, y) = ((longitude - other.longitude) * cosine, latitude - other.latitude)
        return (x * x + y * y).squareRoot() * 111.195
    }
}

/// What the demo world knows of a province beside its municipalities.
struct DemoProvince: Sendable {
    let code: String
    /// Inhabitants in thousands.
    let people: Int
    let capital: String
    let capitalPostalCodes: ClosedRange<Int>
    let otherPostalCodes: ClosedRange<Int>
    let telephonePrefix: String
    let towns: [String]

    static let all: [DemoProvince] = DemoLines.items(of: table).compactMap(DemoProvince.init(row:))

    private init?(row: String) {
        let cells = row.split(separator: "|").map(String.init)
        guard cells.count == 7, let people = Int(cells[1]), let capital = DemoProvince.range(cells[3]),
            let others = DemoProvince.range(cells[4])
        else { return nil }
        code = cells[0]
        self.people = people
        self.capital = cells[2]
        capitalPostalCodes = capital
        otherPostalCodes = others
        telephonePrefix = cells[5]
        towns = cells[6].split(separator: ",").map(String.init)
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, ends[0] <= ends[1] else { return nil }
        return ends[0]...ends[1]
    }
}
