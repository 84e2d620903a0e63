internal import Domain

/// Names, the commonest first.
struct DemoRankedNames: ExpressibleByStringLiteral, Sendable {
    private let names: [String]
    private let weights: DemoWeights

    init(_ text: String) {
        names = text.split { $0 == " " || $0 == "\n" }.map { String($0).replacing("_", with: " ") }
        weights = DemoWeights(names.indices.map { 1200 / ($0 + 6) + 6 })
    }

    init(stringLiteral text: String) {
        self.init(text)
    }

    func draw(using random: inout DemoRandom) -> String {
        names[weights.draw(using: &random)]
    }
}

/// Names as a register of Italy holds them.
enum DemoNames {
    static func given(_ sex: Sex, bornIn year: Int, using random: inout DemoRandom) -> String {
        switch (sex, year < 1982) {
        case (.male, true): menOlder.draw(using: &random)
        case (.male, false): menYounger.draw(using: &random)
        case (.female, true): womenOlder.draw(using: &random)
        case (.female, false): womenYounger.draw(using: &random)
        }
    }

    /// A family name of the region; one in six has another region's, as people move.
    static func family(region: String, using random: inout DemoRandom) -> String {
        let region = random.chance(16) ? random.pick(regions) : region
        switch region {
        case "01", "02", "03", "07": return familiesNorthWest.draw(using: &random)
        case "04", "05", "06", "08": return familiesNorthEast.draw(using: &random)
        case "09", "10", "11", "12": return familiesCentre.draw(using: &random)
        case "19": return familiesSicily.draw(using: &random)
        case "20": return familiesSardinia.draw(using: &random)
        default: return familiesSouth.draw(using: &random)
        }
    }

    /// More of the moves start in the south.
    private static let regions = ["03", "05", "12", "15", "15", "16", "16", "18", "18", "19", "19", "20"]

    /// `Niccolò D'Angelo` as `niccolo.dangelo`.
    static func mailbox(_ givenName: String, _ familyName: String) -> String {
        [givenName, familyName].map { Fold.key($0).filter { ("a"..."z").contains($0) } }.joined(separator: ".")
    }
}

/// A country where people of the demo world were born.
struct DemoCountry: Sendable {
    let iso: String
    /// The cadastral code (*codice Belfiore*) of the state.
    let place: String
    /// With its article.
    let name: String
    let within: String
    let language: DemoTongue
    let share: Int
    let men: DemoRankedNames
    let women: DemoRankedNames
    let families: DemoRankedNames

    var from: String { DemoItalian.joined(.da, name) }
    var of: String { DemoItalian.joined(.di, name) }

    /// Children of Italian emigrants: Italian citizens born abroad.
    var isOfEmigrants: Bool { iso == "DE" || iso == "CH" }

    func given(_ sex: Sex, using random: inout DemoRandom) -> String {
        sex == .female ? women.draw(using: &random) : men.draw(using: &random)
    }
}

/// A language: ISO 639-1 code and Italian name.
struct DemoTongue: Hashable, Sendable {
    let code: String
    let name: String
}
