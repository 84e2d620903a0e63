/// The municipalities of the demo world by province, the larger ones first.
struct DemoGeography: Sendable {
    let areas: [Area]
    private let birthWeights: DemoWeights

    /// A province with the municipalities that the world was given for it.
    struct Area: Sendable {
        let province: DemoProvince
        /// The capital, or the first municipality where the world does not hold it.
        let capital: DemoPlace
        let towns: [DemoPlace]
        let villages: [DemoPlace]

        var region: String { capital.region }
        /// Southern regions and islands: four in five people of the SFL measure live there (INPS, July 2024).
        var isSouthern: Bool { region >= "13" }
        var isNorthern: Bool { region <= "08" }

        /// A municipality, the larger the likelier.
        func place(using random: inout DemoRandom) -> DemoPlace {
            let dice = random.below(100)
            if dice < 46 || (towns.isEmpty && villages.isEmpty) { return capital }
            if dice < 82, !towns.isEmpty || villages.isEmpty { return random.pick(towns) }
            return villages.isEmpty ? random.pick(towns) : random.pick(villages)
        }

        /// A postal code of the place: municipalities have one, except the large capitals.
        func postalCode(of place: DemoPlace, using random: inout DemoRandom) -> String {
            if place.code == capital.code {
                return DemoItalian.padded(random.within(province.capitalPostalCodes), 5)
            }
            let codes = province.otherPostalCodes
            let number = place.code.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
            return DemoItalian.padded(codes.lowerBound + number % codes.count, 5)
        }
    }

    init(_ places: [DemoPlace]) {
        let groups = Dictionary(grouping: places, by: \.province)
        let areas = DemoProvince.all.compactMap { province -> Area? in
            guard let places = groups[province.code]?.sorted(by: { $0.code < $1.code }), let first = places.first
            else { return nil }
            let names = Set(province.towns.map { DemoItalian.properName($0).lowercased() })
            let capitalName = DemoItalian.properName(province.capital).lowercased()
            let capital = places.first { $0.name.lowercased() == capitalName } ?? first
            let others = places.filter { $0 != capital }
            return Area(
                province: province,
                capital: capital,
                towns: others.filter { names.contains($0.name.lowercased()) },
                villages: others.filter { !names.contains($0.name.lowercased()) }
            )
        }
        self.areas = areas
        birthWeights = DemoWeights(areas.map { $0.province.people * ($0.isSouthern ? 2 : 1) })
    }

    /// Where somebody who was not born in the area was born: more often in the south, from where people move.
    func birthArea(using random: inout DemoRandom) -> Area {
        areas[birthWeights.draw(using: &random)]
    }
}

/// Streets that exist in most Italian towns.
enum DemoStreets {
    static func address(using random: inout DemoRandom) -> String {
        let number = random.within(1...140)
        let suffix = random.chance(12) ? "/" + random.pick(["A", "B", "C"]) : ""
        return "\(random.pick(names.items)) \(number)\(suffix)"
    }

    private static let names: DemoLines = """
        Via Roma
        Via Giuseppe Garibaldi
        Via Giuseppe Mazzini
        Corso Italia
        Via Guglielmo Marconi
        Via Dante Alighieri
        Via Cavour
        Via Giacomo Matteotti
        Viale della Libertà
        Via IV Novembre
        Via XXV Aprile
        Via Vittorio Veneto
        Piazza del Popolo
        Via San Francesco
        Via Giuseppe Verdi
        Via dell'Industria
        Via dei Mille
        Via Aldo Moro
        Via Alcide De Gasperi
        Viale Europa
        Via Papa Giovanni XXIII
        Via Gramsci
        Via Trieste
        Via Trento
        Via della Repubblica
        Via Leonardo da Vinci
        Via Galileo Galilei
        Via Alessandro Manzoni
        Via Ugo Foscolo
        Via Giosuè Carducci
        Via Torino
        Via Napoli
        Via Firenze
        Via delle Rose
        Via dei Tigli
        Via Fratelli Cervi
        Via Enrico Fermi
        Via Piave
        Via Monte Grappa
        Via del Lavoro
        Contrada San Giuseppe
        Vicolo Stretto
        Largo Sant'Antonio
        Via Santa Lucia
        Via della Stazione
        Via Provinciale
        Via Nazionale
        Via Madonna delle Grazie
        Via Pier Paolo Pasolini
        Via Grazia Deledda
        """
}
