import TestSupport
import Testing

@testable import Domain

extension ScopeGame {
    /// Files in the background are their taker's alone; who may export is told to the masters of the agency alone.
    func checkPreparedExports(
        _ person: OperatorIdentity,
        _ told: Comment
    ) async throws {
        let exports = Exports(world.store)
        let others = try keys.map { try identity($0, in: nil) }.filter { $0.id != person.id }
        for export in try await exports.list(of: person) where export.state.isUnderWay {
            try await exports.cancel(export.id, by: person)
        }
        let id = try await exports.request(VacancyList(), as: .csv, in: .it, by: person)
        #expect(try await exports.list(of: person).map(\.id).contains(id), told)
        for other in others {
            #expect(try await !exports.list(of: other).map(\.id).contains(id), told)
            await #expect(throws: NotFound(), told) { try await exports.find(id, of: other) }
            await #expect(throws: NotFound(), told) { try await exports.open(id, of: other) }
            await #expect(throws: NotFound(), told) { try await exports.cancel(id, by: other) }
        }
        await #expect(throws: CannotExport.notReady, told) { try await exports.open(id, of: person) }
        try await exports.cancel(id, by: person)

        guard person.role == .master else {
            await #expect(throws: NotFound(), told) { try await exports.rights(as: person) }
            return
        }
        let rights = try await exports.rights(as: person)
        #expect(rights.allSatisfy { $0.person.agency == person.agency && $0.person.role != .master }, told)
    }
}
