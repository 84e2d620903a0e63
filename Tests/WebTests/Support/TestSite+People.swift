import Domain
import TestSupport

extension TestSite {
    /// So many citizens with a CV and a signed pact that names ALFA-MI1: `Persona 1`, born in 1970 and later.
    @discardableResult
    func citizens(_ count: Int, from first: Int = 0) async throws -> [CitizenIdentity] {
        var people: [CitizenIdentity] = []
        for index in first..<(first + count) {
            let birth = ("1970-01-01" as Day).adding(days: index * 30)
            let entry = ApplicationEntry.sample("Persona \(index)", "Ada", birth: birth)
            people.append(try await world.citizen(entry))
        }
        return people
    }

    /// A citizen whose names and contacts are what somebody wrote who wishes us no good.
    func hostileCitizen(_ text: String) async throws -> CitizenIdentity {
        var entry = ApplicationEntry.sample("Ostile", "Ugo", sex: .male)
        entry.familyName = text
        entry.givenName = text
        entry.address = text
        var curriculum = Curriculum.sample(skills: [text])
        curriculum.summary = text
        return try await world.citizen(entry, curriculum)
    }
}

/// What would do harm if it reached a page, a header or a spreadsheet as it stands.
enum Hostile {
    static let script = "<script>alert(1)</script>"
    static let formula = "=1+1"
    static let attribute = "\" onmouseover=\"alert(1)"
    static let texts = [script, formula, attribute, "'; DROP TABLE citizen; --", "&lt;b&gt;"]
}
