import Domain
import Exchange
import TestSupport

@testable import API

extension Answer {
    /// The body as the software's own JSON, which compares with literals.
    var document: JSON { (try? JSON(reading: bytes)) ?? .null }

    /// The items of a list.
    var items: [JSON] {
        guard case .array(let items)? = document["items"] else { return [] }
        return items
    }

    var nextCursor: String? {
        guard case .text(let cursor)? = document["next_cursor"] else { return nil }
        return cursor
    }
}

extension TestAPI {
    /// Brings the loads that wait to their ends, as the job does.
    func load() async throws {
        let loading = VacancyLoading(loads: VacancyLoads(world.store), vacancies: world.vacancies)
        while try await loading.loadNext() > 0 {}
    }

    /// The address of a load, without the service's own.
    func path(_ location: String?) -> String {
        (location ?? "").replacing(TestAPI.publicURL, with: "")
    }
}
