internal import Domain
internal import Foundation

/// An agency or authorised body of the demo world, as the national register delivers it.
struct DemoAgency: Hashable, Sendable {
    let index: Int
    let code: String
    let taxCode: String
    let name: String
    /// Sections of the register: who is in 1 is also in 3, 4 and 5.
    ///
    /// 3.1 is for the bodies of art. 6 d.lgs. 276/2003.
    let sections: [String]
    let authorisedFrom: Day
    /// The mail domain; `.example` belongs to nobody (RFC 2606).
    let domain: String

    /// An agency of outplacement only (section 5) may publish and read CVs since April 2026 (``SectionRule/table``); most of
    /// the world was there before.
    var publishesVacancies: Bool { sections != ["5"] }
}

struct DemoBranch: Hashable, Sendable {
    let index: Int
    let agency: Int
    let agencyCode: String
    let code: String
    let name: String
    let place: DemoPlace
    let address: String
    let postalCode: String
    let email: String
    let phone: String
    let validFrom: Day
}

struct DemoJobCentre: Hashable, Sendable {
    let code: String
    let name: String
    let place: DemoPlace
    let address: String
    let email: String
}

/// Somebody who works for an agency, and the branches that the register enables for that person.
struct DemoOperator: Hashable, Sendable {
    enum Role: String, Sendable { case branch, `super`, master }

    let agencyCode: String
    let role: Role
    let givenName: String
    let familyName: String
    let taxCode: TaxCode
    let email: String
    let grants: [DemoGrant]
}

struct DemoGrant: Hashable, Sendable {
    let branchCode: String
    let validFrom: Day
}

extension DemoAgency {
    /// The agencies, the largest first; their names are invented.
    static func all(count: Int, seed: UInt64, today: Day) -> [DemoAgency] {
        (0..<count).map { index in
            var random = DemoRandom(seed: seed, topic: .agency, index: index)
            let (name, sections) = named(index)
            let words = Fold.key(name).split { !("a"..."z").contains($0) }.filter { $0.count > 2 }
            return DemoAgency(
                index: index,
                code: "DEMO-APL-" + DemoItalian.padded(index + 1, count > 99 ? 3 : 2),
                taxCode: DemoTaxCode.organisation(number: 1_000_000 + index * 7919),
                name: name,
                sections: sections,
                authorisedFrom: today.adding(days: -random.within(900...7000)),
                domain: words.prefix(2).joined(separator: "-") + (index < 12 ? "" : String(index)) + ".example"
            )
        }
    }

    private static func named(_ index: Int) -> (String, [String]) {
        let general = ["1", "3", "4", "5"]
        let first: [(String, [String])] = [
            ("Ginestra Lavoro S.p.A.", general),
            ("Tamerice Risorse Umane S.p.A.", general),
            ("Calanco Lavoro S.p.A.", general),
            ("Levantina Persone S.p.A.", general),
            ("Biancospino Agenzia per il Lavoro S.r.l.", ["3", "4", "5"]),
            ("Corbezzolo Lavoro S.p.A.", general),
            ("Università delle Due Valli - Orientamento e lavoro", ["3.1"]),
            ("Mirto e Alloro Selezione S.r.l.", ["4"]),
            ("Arenaria Specialisti del Porto S.r.l.", ["2"]),
            ("Ente Bilaterale Artigiani della Piana", ["3.1"]),
            ("Sughera Intermediazione S.r.l.", ["3", "4", "5"]),
            ("Melissa Ricollocazione S.r.l.", ["5"]),
        ]
        if first.indices.contains(index) { return first[index] }
        let plants = [
            "Acanto", "Betulla", "Carrubo", "Dafne", "Erica", "Frassino", "Gelsomino", "Iride", "Larice", "Nocciola",
            "Oleandro", "Pervinca", "Quercia", "Rosmarino", "Salvia", "Tiglio", "Ulivo", "Verbena",
        ]
        let tails = [
            "Lavoro S.p.A.", "Persone S.p.A.", "Impiego S.r.l.", "Risorse S.r.l.", "Occupazione S.p.A.",
            "Talenti S.r.l.",
        ]
        let number = index - first.count
        let name = "\(plants[number % plants.count]) \(tails[number / plants.count % tails.count])"
        return (name, index % 7 == 0 ? ["3", "4", "5"] : general)
    }

    /// How many branches each agency has: the k-th in proportion to k to the power of -3/4, and each at least one.
    ///
    /// Of a hundred agencies and more the large ones have a larger part: to the power of -9/10.
    static func branchCounts(agencies: Int, branches: Int) -> [Int] {
        let power = agencies < 100 ? -0.75 : -0.9
        let shares = (0..<agencies).map { pow(Double($0 + 1), power) }
        let total = shares.reduce(0, +)
        var counts = shares.map { max(1, Int(Double(branches) * $0 / total)) }
        var index = 0
        while counts.reduce(0, +) < branches {
            counts[index % agencies] += 1
            index += 1
        }
        while counts.reduce(0, +) > branches, let largest = counts.indices.max(by: { counts[$0] < counts[$1] }) {
            counts[largest] -= 1
        }
        return counts
    }
}
