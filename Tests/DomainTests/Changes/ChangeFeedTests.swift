import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The feed of changes")
struct ChangeFeedTests {
    private enum Thing {}
    private struct Undone: Error {}

    private func note(_ object: Int64, _ branch: ID<Branch>? = nil, _ kind: Change.Kind = .vacancy) -> ChangeNote {
        ChangeNote(kind, ID<Thing>(object), .created, branch: branch)
    }

    @Test("Numbers count from 1 for each agency, and an undone change leaves no gap", arguments: Engine.available)
    func gapFree(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (store, alfa, beta) = (world.store, world.agency("ALFA").id, world.agency("BETA").id)
            try await store.write { (transaction: borrowing Transaction) in
                try store.changes.record(note(1), of: alfa, in: transaction)
                try store.changes.record([note(2), note(3), note(4)], of: alfa, in: transaction)
                try store.changes.record(note(1), of: beta, in: transaction)
            }
            await #expect(throws: Undone.self) {
                try await store.write { (transaction: borrowing Transaction) in
                    try store.changes.record([note(5), note(6)], of: alfa, in: transaction)
                    throw Undone()
                }
            }
            try await store.write { (transaction: borrowing Transaction) in
                try store.changes.record([], of: alfa, in: transaction)
                try store.changes.record(note(7), of: alfa, in: transaction)
            }
            let page = try await store.changes.changes(of: alfa, after: 0)
            #expect(page.items.map(\.sequence) == [1, 2, 3, 4, 5])
            #expect(page.items.map(\.object) == [1, 2, 3, 4, 7])
            #expect(page.items.allSatisfy { $0.at == world.time.now && $0.kind == .vacancy })
            #expect(page.next == 5)
            #expect(try await store.changes.changes(of: beta, after: 0).items.map(\.sequence) == [1])
            #expect(try await store.changes.changes(of: world.agency("GAMMA").id, after: 0).next == 0)
        }
    }

    @Test(
        "A reader that walks while eight writers write, some in vain, meets each number once and in order",
        arguments: Engine.available
    )
    func concurrent(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (store, alfa) = (world.store, world.agency("ALFA").id)
            let perWriter = 40
            try await withThrowingTaskGroup(of: [Int64].self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        for number in 0..<perWriter {
                            let notes = (0...(number % 3)).map { note(Int64(writer * 1000 + number * 3 + $0)) }
                            try await store.write { (transaction: borrowing Transaction) in
                                try store.changes.record(notes, of: alfa, in: transaction)
                            }
                            let undone: ()? = try? await store.write { (transaction: borrowing Transaction) in
                                try store.changes.record(note(-1), of: alfa, in: transaction)
                                throw Undone()
                            }
                            #expect(undone == nil)
                        }
                        return []
                    }
                }
                let total = 8 * (0..<perWriter).map { $0 % 3 + 1 }.reduce(0, +)
                group.addTask {
                    var seen: [Int64] = []
                    var cursor: Int64 = 0
                    while seen.count < total {
                        try Task.checkCancellation()
                        let page = try await store.changes.changes(of: alfa, after: cursor, atMost: 7)
                        seen += page.items.map(\.sequence)
                        #expect(page.items.allSatisfy { $0.object >= 0 })
                        cursor = page.next
                    }
                    return seen
                }
                let seen = try await group.reduce(into: []) { $0 += $1 }
                #expect(seen == Array(1...Int64(total)))
            }
        }
    }

    @Test(
        "A reader of some branches or kinds skips numbers, and its cursor misses nothing",
        arguments: Engine.available
    )
    func filtered(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (store, alfa) = (world.store, world.agency("ALFA").id)
            let (milan, turin) = (world.branch("ALFA-MI1").id, world.branch("ALFA-TO1").id)
            try await store.write { (transaction: borrowing Transaction) in
                let notes = (1...10).map {
                    note(Int64($0), $0.isMultiple(of: 2) ? milan : turin, $0 > 5 ? .proposal : .vacancy)
                }
                try store.changes.record(notes, of: alfa, in: transaction)
            }
            func read(after sequence: Int64, _ limit: Int) async throws -> ChangePage {
                try await store.changes.changes(
                    of: alfa,
                    after: sequence,
                    kinds: [.proposal],
                    branches: [milan],
                    atMost: limit
                )
            }
            let first = try await read(after: 0, 2)
            #expect(first.items.map(\.sequence) == [6, 8])
            #expect(first.next == 8)
            let second = try await read(after: first.next, 2)
            #expect(second.items.map(\.sequence) == [10])
            #expect(second.next == 10)
            #expect(try await store.changes.changes(of: alfa, after: 0, branches: []).items.isEmpty)
        }
    }
}
