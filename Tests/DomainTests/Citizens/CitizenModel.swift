import Domain
import TestSupport

/// A citizen as a list should know her, kept beside the store and filtered by the plainest rules.
struct CitizenModel {
    struct CV {
        var education: String
        var skills: Set<Int>
        var licence: String?
        var ownVehicle: Bool
        var savedAt: Instant
    }

    struct Pad {
        var branches: Set<String>
        var signedAt: Instant
        var isSuspended = false
    }

    struct Psp {
        var branches: Set<String>
        var day: Day
        var isInForce: Bool
    }

    let identity: CitizenIdentity
    let entry: ApplicationEntry
    var cv: CV?
    var pad: Pad?
    var psp: Psp?

    /// What skills there are, as CVs tell them.
    static let skills = [
        "saldatura a filo", "cucina ligure", "C++", "magazziniere", "pulizie civili", "operaio edile",
    ]

    /// What is searched, and whose skills it should find.
    static let searches: [(text: String, finds: @Sendable (Set<Int>) -> Bool)] = [
        ("saldature", { $0.contains(0) }),
        ("cucine liguri", { $0.contains(1) }),
        ("C++", { $0.contains(2) }),
        ("magazzinieri", { $0.contains(3) }),
        ("magazzino", { _ in false }),
        ("\"pulizia civile\"", { $0.contains(4) }),
        ("\"civili pulizie\"", { _ in false }),
        ("OPERAI -saldatura", { $0.contains(5) && !$0.contains(0) }),
        ("puliz saldatura", { _ in false }),
        ("pulizie saldat", { $0.contains(4) && $0.contains(0) }),
        ("-cucina", { !$0.contains(1) }),
        ("di con il", { _ in true }),
    ]

    private static let ranks = ["NED": 0, "LSE": 2, "USG": 4, "L": 7, "RDD": 9]
    private static let covers = ["B": ["AM", "B"], "C": ["AM", "B", "C"], "AM": ["AM"]]

    var rank: Int { cv.flatMap { Self.ranks[$0.education] } ?? -1 }
    var padDay: Day? { pad.flatMap { $0.isSuspended ? nil : Day(of: $0.signedAt) } }
    var since: Instant {
        pad.flatMap { $0.isSuspended ? nil : $0.signedAt } ?? psp?.day.start ?? Instant(milliseconds: 0)
    }

    /// The branches that may see her.
    var links: Set<String> {
        let byPad = pad.map { $0.isSuspended ? [] : $0.branches } ?? []
        let byPsp = psp.map { $0.isInForce ? $0.branches : [] } ?? []
        return byPad.union(byPsp)
    }

    var curriculum: Curriculum? {
        cv.map { cv in
            .sample(
                education: cv.education,
                skills: cv.skills.sorted().map { Self.skills[$0] },
                licences: cv.licence.map { [$0] } ?? [],
                ownVehicle: cv.ownVehicle
            )
        }
    }

    func isIn(_ filter: CitizenFilter, open: Set<String>, chosen: Set<String>, today: Day) -> Bool {
        let age = entry.birthDate.age(on: today)
        let seen = links.intersection(open)
        let through = filter.branches.isEmpty ? seen : seen.intersection(chosen)
        return !through.isEmpty
            && filter.ageMin.map { age >= $0 } ?? true
            && filter.ageMax.map { age <= $0 } ?? true
            && filter.educationMin.map { rank >= Self.ranks[$0] ?? 99 } ?? true
            && matches(filter.keywords)
            && (filter.provinces.isEmpty || filter.provinces.contains(province))
            && filter.municipality.map { $0 == entry.municipalityCode } ?? true
            && (filter.measures.isEmpty || filter.measures.contains(entry.measure))
            && filter.padFrom.map { from in padDay.map { $0 >= from } ?? false } ?? true
            && filter.padTo.map { to in padDay.map { $0 <= to } ?? false } ?? true
            && filter.curriculumSince.map { day in cv.map { $0.savedAt >= day.start } ?? false } ?? true
            && filter.licence.map { Self.covers[cv?.licence ?? ""]?.contains($0) ?? false } ?? true
            && (!filter.ownVehicle || cv?.ownVehicle == true)
    }

    var province: String { ["F205": "MI", "L219": "TO", "H501": "RM"][entry.municipalityCode] ?? "" }

    private func matches(_ keywords: String?) -> Bool {
        guard let keywords, let search = Self.searches.first(where: { $0.text == keywords }) else { return true }
        return search.finds(cv?.skills ?? [])
    }
}
