import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Saved searches")
struct SavedSearchesTests {
    private func draft(
        _ name: String,
        _ query: [(String, String)] = [("own_vehicle", "1")],
        shared: Bool = false,
        watched: Bool = false
    ) -> SavedSearchDraft {
        SavedSearchDraft(
            list: .citizens,
            name: name,
            query: ListAddress(query),
            isShared: shared,
            isWatched: watched
        )
    }

    private func findings(_ body: () async throws -> Void) async -> [String] {
        do {
            try await body()
            return []
        } catch let invalid as Invalid {
            return invalid.findings.map { "\($0.field) \($0.code)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test(
        "A list is kept as it writes itself, under a name, in place of one of the same name",
        arguments: Engine.available
    )
    func saves(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let searches = world.savedSearches
            let query = [
                ("q", "pizza & \"sala\" è"), ("sort", "surname"), ("province", "mi"), ("cursore", "x"), ("age_min", ""),
            ]
            let first = try await searches.save(draft("  Camerieri\t", query), as: world.bruno)
            #expect(first.name == "Camerieri" && first.ownerName == "Bruno D'Angelò")
            #expect(first.query.text == "q=pizza%20%26%20%22sala%22%20%C3%A8&province=MI&sort=surname")
            #expect(first.query.pairs.map(\.1) == ["pizza & \"sala\" è", "MI", "surname"])
            #expect(!first.isShared && !first.isWatched)

            world.time.advance(seconds: 60)
            let second = try await searches.save(draft("Camerieri", shared: true, watched: true), as: world.bruno)
            #expect(second.id == first.id && second.query.text == "own_vehicle=true")
            #expect(second.createdAt == first.createdAt && second.updatedAt == world.store.now)
            #expect(second.isShared && second.seenAt == world.store.now)
            #expect(try await searches.list(.citizens, as: world.bruno) == [second])
            #expect(try await searches.list(.vacancies, as: world.bruno) == [])

            let trace = try #require(try await world.store.latestTraces(atMost: 1).first)
            #expect(trace.action.rawValue == "saved_search.saved")
            #expect(trace.details.contains("own_vehicle") && trace.details.contains("Camerieri"))
        }
    }

    @Test("What is wrong with the name and the filters is told at once", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let searches = world.savedSearches
            let anna = world.anna
            #expect(await findings { try await searches.save(draft(" \n "), as: anna) } == ["name required"])
            let long = String(repeating: "a", count: 81)
            #expect(await findings { try await searches.save(draft(long), as: anna) } == ["name too_long"])
            #expect(await findings { try await searches.save(draft("a\u{7}b"), as: anna) } == ["name unreadable"])
            let branch = world.branch("BETA-MI1").id.text
            let query = [("age_min", "x"), ("licence", "Z9"), ("branch", branch)]
            let told = await findings { try await searches.save(draft("", query), as: anna) }
            #expect(told.contains("name required") && told.contains("age_min filter_unreadable"), "\(told)")
            #expect(told.contains("branch branch_not_open") && told.contains { $0.hasPrefix("licence") }, "\(told)")
            // Each of these filters is one that the list takes; together they are too long for an address.
            let provinces = ReferenceSnapshot.shared.entries(.province).map { ("province", $0.code) }
            let columns = CitizenColumn.allCases.reversed().map(\.rawValue).joined(separator: ",")
            let all = provinces + [("q", String(repeating: "è", count: 300)), ("columns", columns)]
            #expect(await findings { try await searches.save(draft("a", all), as: anna) } == ["query too_long"])
            let kept = try await searches.list(as: anna)
            #expect(kept.isEmpty)
        }
    }

    @Test("Shared ones are found by the agency's colleagues, and by nobody else", arguments: Engine.available)
    func shared(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let searches = world.savedSearches
            let own = try await searches.save(draft("b, mia"), as: world.bruno)
            let shared = try await searches.save(draft("A, di tutti", shared: true, watched: true), as: world.bruno)
            #expect(try await searches.list(as: world.bruno).map(\.id) == [shared.id, own.id])
            let found = try await searches.list(.citizens, as: world.carla)
            #expect(found.map(\.id) == [shared.id])
            // Each watches for herself.
            #expect(found.first?.isWatched == false)
            // Carla works for another agency, too: there she is somebody else.
            let other = world.identity("GAMMA/carla", in: "GAMMA-TO1")
            for person in [other, world.dario, world.elena] {
                #expect(try await searches.list(as: person) == [])
                await #expect(throws: NotFound()) { try await searches.open(shared.id, as: person) }
                await #expect(throws: NotFound()) { try await searches.watch(shared.id, as: person) }
            }
            for person in [world.carla, world.dario] {
                await #expect(throws: NotFound()) { try await searches.open(own.id, as: person) }
                for id in [own.id, shared.id] {
                    await #expect(throws: NotFound()) { try await searches.rename(id, to: "x", as: person) }
                    await #expect(throws: NotFound()) { try await searches.share(id, false, as: person) }
                    await #expect(throws: NotFound()) { try await searches.delete(id, as: person) }
                }
            }
            try await searches.watch(shared.id, as: world.carla)
            #expect(try await searches.list(as: world.carla).first?.isWatched == true)

            try await searches.share(shared.id, false, as: world.bruno)
            #expect(try await searches.list(as: world.carla) == [])
            await #expect(throws: NotFound()) { try await searches.open(shared.id, as: world.carla) }
            try await searches.share(shared.id, as: world.bruno)
            #expect(try await searches.list(as: world.carla).first?.isWatched == false)
            #expect(try await searches.list(as: world.bruno).first { $0.id == shared.id }?.isWatched == true)
            try await searches.share(shared.id, as: world.bruno)

            let trail = try await world.auditTrail().filter { $0.hasPrefix("saved_search.") }
            let saved = ["saved_search.saved", "saved_search.saved"]
            let after = ["saved_search.watched", "saved_search.unshared", "saved_search.shared"]
            #expect(trail == saved + after)
        }
    }

    @Test("A suspended account finds nothing and keeps nothing", arguments: Engine.available)
    func suspended(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let saved = try await world.savedSearches.save(draft("a"), as: world.bruno)
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE operator SET status = 'suspended' WHERE id = \(world.bruno.id)")
            }
            #expect(try await world.savedSearches.list(as: world.bruno) == [])
            await #expect(throws: NotFound()) { try await world.savedSearches.save(draft("b"), as: world.bruno) }
            await #expect(throws: NotFound()) { try await world.savedSearches.open(saved.id, as: world.bruno) }
            await #expect(throws: NotFound()) { try await world.savedSearches.delete(saved.id, as: world.bruno) }
        }
    }

    @Test("Renamed and deleted by its owner, with all who watched it", arguments: Engine.available)
    func changed(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let searches = world.savedSearches
            let one = try await searches.save(draft("uno", shared: true), as: world.bruno)
            _ = try await searches.save(draft("due"), as: world.bruno)
            try await searches.watch(one.id, as: world.carla)
            #expect(
                await findings { try await searches.rename(one.id, to: "due", as: world.bruno) } == ["name name_taken"]
            )
            #expect(await findings { try await searches.rename(one.id, to: " ", as: world.bruno) } == ["name required"])
            try await searches.rename(one.id, to: "zeta", as: world.bruno)
            #expect(try await searches.list(as: world.bruno).map(\.name) == ["due", "zeta"])
            #expect(try await searches.list(as: world.carla).first?.isWatched == true)
            try await searches.delete(one.id, as: world.bruno)
            #expect(try await searches.list(as: world.bruno).map(\.name) == ["due"])
            #expect(try await world.count("saved_search_watch") == 0)
            await #expect(throws: NotFound()) { try await searches.delete(one.id, as: world.bruno) }
        }
    }

    @Test("There is an end to how many are kept and watched", arguments: Engine.available)
    func limits(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let searches = world.savedSearches
            for number in 1...SavedSearches.most {
                let isWatched = number <= SavedSearches.mostWatched
                try await searches.save(draft("\(number)", shared: true, watched: isWatched), as: world.bruno)
            }
            #expect(
                await findings { try await searches.save(draft("x", watched: true), as: world.bruno) }
                    == ["name too_many_searches", "is_watched too_many_watched"]
            )
            // In place of one that is there, and what is watched already, it goes on.
            try await searches.save(draft("1", watched: true), as: world.bruno)
            let last = try #require(try await searches.list(as: world.bruno).first { $0.name == "50" })
            let told = await findings { try await searches.watch(last.id, as: world.bruno) }
            #expect(told == ["is_watched too_many_watched"])
            try await searches.watch(last.id, as: world.anna)
            let bulk = SavedSearches.mostShared - SavedSearches.most + 1
            try await world.store.write { (transaction: borrowing Transaction) in
                for number in 1...bulk {
                    try transaction.run(
                        """
                        INSERT INTO saved_search (
                            id, agency_id, operator_id, list, name, sort_key, query, is_shared, created_at, updated_at
                        ) VALUES (
                            \(number), \(world.anna.agency), \(world.anna.id), 'citizens', \("\(number)"), 'k', '', TRUE,
                            0, 0
                        )
                        """
                    )
                }
            }
            let shared = await findings { try await searches.save(draft("x", shared: true), as: world.carla) }
            #expect(shared == ["is_shared too_many_shared"])
        }
    }

    @Test("Saved by two windows at once there are never more than may be", arguments: Engine.available)
    func atOnce(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let searches = world.savedSearches
            for number in 2...SavedSearches.most { try await searches.save(draft("\(number)"), as: world.bruno) }
            let saved = await withTaskGroup(of: Bool.self) { group in
                for name in ["a", "b", "c", "c"] {
                    group.addTask { (try? await searches.save(draft(name), as: world.bruno)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(saved >= 1)
            #expect(try await searches.list(as: world.bruno).count == SavedSearches.most)
        }
    }

    @Test(
        "What is new is counted for those that are watched, to 99, until they are opened",
        arguments: Engine.available
    )
    func new(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let searches = world.savedSearches
            let watched = try await searches.save(draft("tutti", [], shared: true, watched: true), as: world.bruno)
            try await searches.save(draft("altri", []), as: world.bruno)
            let counted = try await searches.newRows(in: searches.list(as: world.bruno), as: world.bruno)
            #expect(counted == [watched.id: .counted(CappedCount(value: 0))])

            world.time.advance(seconds: 60)
            let maria = try await world.citizen(.sample())
            let one = try await searches.newRows(in: searches.list(as: world.bruno), as: world.bruno)
            #expect(one == [watched.id: .counted(CappedCount(value: 1))])
            #expect(try await world.auditTrail().last == "saved_searches.counted")
            // A colleague's own watch, in her own branch.
            try await searches.watch(watched.id, as: world.carla)
            let hers = try await searches.newRows(in: searches.list(as: world.carla), as: world.carla)
            #expect(hers == [watched.id: .counted(CappedCount(value: 0))])

            let now = world.store.now
            try await world.copy(maria, times: 120)
            try await world.store.write { (transaction: borrowing Transaction) in
                for table in ["branch_citizen", "agency_citizen"] as [SQL] {
                    try transaction.run("UPDATE \(table) SET visible_since = \(now)")
                }
            }
            let many = try await searches.newRows(in: searches.list(as: world.bruno), as: world.bruno)
            #expect(many == [watched.id: .counted(CappedCount(value: 99, isCapped: true))])

            #expect(try await searches.open(watched.id, as: world.bruno).id == watched.id)
            let none = try await searches.newRows(in: searches.list(as: world.bruno), as: world.bruno)
            #expect(none == [watched.id: .counted(CappedCount(value: 0))])
            // Without a watch nothing is remembered, and nothing counted.
            try await searches.watch(watched.id, false, as: world.bruno)
            #expect(try await searches.newRows(in: searches.list(as: world.bruno), as: world.bruno) == [:])
        }
    }

    @Test("A search whose code has gone says so, and the others are counted", arguments: Engine.available)
    func gone(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let searches = world.savedSearches
            let one = try await searches.save(draft("una", watched: true), as: world.bruno)
            let other = try await searches.save(draft("altra", watched: true), as: world.bruno)
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE saved_search SET query = 'licence=Z9' WHERE id = \(one.id)")
            }
            let counted = try await searches.newRows(in: searches.list(as: world.bruno), as: world.bruno)
            #expect(counted == [one.id: .unreadable, other.id: .counted(CappedCount(value: 0))])
            #expect(try await searches.open(one.id, as: world.bruno).query.pairs.map(\.1) == ["Z9"])
        }
    }

    @Test("Fifty cost as many statements as one, and each watched one a count", arguments: Engine.available)
    func cost(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let searches = world.savedSearches
            for number in 1...SavedSearches.most {
                try await searches.save(draft("\(number)", watched: number <= 3), as: world.bruno)
            }
            let (listing, all) = try await StatementLog.recording { try await searches.list(as: world.bruno) }
            #expect(listing.count == 1 && all.count == SavedSearches.most)
            let (counting, counts) = try await StatementLog.recording {
                try await searches.newRows(in: all, as: world.bruno)
            }
            // Three counts, and two for the trace.
            #expect(counts.count == 3 && counting.count == 5, "\(counting)")
        }
    }
}

extension World {
    var savedSearches: SavedSearches { SavedSearches(store) { ReferenceSnapshot.shared } }
}
