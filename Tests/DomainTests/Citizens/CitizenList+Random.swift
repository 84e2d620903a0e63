import Domain
import TestSupport

extension CitizenList {
    /// Some list or other, of the words and codes that ``CitizenModel`` knows.
    static func random(using random: inout Numbers, branches: [ID<Branch>]) -> CitizenList {
        func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
        var filter = CitizenFilter()
        if chance(4) { filter.ageMin = Int.random(in: 18...50, using: &random) }
        if chance(4) { filter.ageMax = Int.random(in: max(25, filter.ageMin ?? 25)...60, using: &random) }
        if chance(4) { filter.educationMin = ["NED", "LSE", "USG", "L", "RDD"].randomElement(using: &random) }
        if chance(3) { filter.keywords = CitizenModel.searches.randomElement(using: &random)?.text }
        if chance(4) { filter.branches = branches.filter { _ in chance(2) } }
        if chance(5) { filter.provinces = ["MI", "RM", "TO"].filter { _ in chance(2) } }
        if chance(8) { filter.municipality = ["F205", "L219"].randomElement(using: &random) }
        if chance(5) { filter.measures = ["ADI", "SFL"].filter { _ in chance(2) } }
        if chance(6) { filter.padFrom = Day(year: 2026, month: 3, day: Int.random(in: 8...20, using: &random)) }
        if chance(6) {
            // An end before its beginning is refused by an address.
            let first = filter.padFrom?.day ?? 8
            filter.padTo = Day(year: 2026, month: 3, day: Int.random(in: first...20, using: &random))
        }
        if chance(7) { filter.curriculumSince = Day(year: 2026, month: 3, day: Int.random(in: 8...20, using: &random)) }
        if chance(6) { filter.licence = ["AM", "B", "C"].randomElement(using: &random) }
        if chance(8) { filter.ownVehicle = true }
        let sort = CitizenSort.all.randomElement(using: &random) ?? .standard
        let columns = chance(3) ? CitizenColumn.allCases.shuffled(using: &random) : CitizenColumn.standard
        return CitizenList(filter: filter, sort: sort, columns: columns)
    }
}
