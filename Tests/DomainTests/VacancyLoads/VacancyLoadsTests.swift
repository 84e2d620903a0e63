import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loads of agencies' software")
struct VacancyLoadsTests {
    let today: Day = "2026-12-01"

    @Test("Each row has its receipt, and what is good is written", arguments: Engine.available)
    func wholeWay(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(.sample("same"))
            let desk = LoadDesk(world)
            let id = try await desk.request([["same", "a"], ["bad b", "a", "?"], ["c"]])

            let waiting = try await desk.loads.find(id, of: desk.software)
            #expect(waiting.state == .waiting && waiting.total == 6 && waiting.processed == 0)
            await #expect(throws: NotFound()) { try await desk.loads.result(id, of: desk.software) }
            #expect(try await desk.work() == 1)
            #expect(try await desk.work() == 0)

            let result = try await desk.loads.result(id, of: desk.software)
            #expect(
                result.load.state == .done && result.load.processed == 6 && result.load.finishedAt == world.store.now
            )
            #expect(result.items.map(\.row) == [1, 2, 3, 4, 5, 6])
            #expect(result.items.map(\.key) == ["same", "a", "bad b", "a", "", "c"])
            #expect(result.items.map(\.outcome) == [.unchanged, .created, .rejected, .rejected, .rejected, .created])
            #expect(result.items[2].findings.map(\.code).contains("too_short"))
            #expect(result.items[3].findings == [.repeated("external_reference", firstRow: 2)])
            #expect(result.items[4].findings.map(\.code) == ["json_malformed"])
            #expect(result.counts == [.unchanged: 1, .created: 2, .rejected: 3])
            let code = try #require(result.items[5].code)
            #expect(try await world.vacancies.find(code, as: world.alfa).externalReference == "c")

            let changes = try await world.store.changes.changes(of: desk.software.agency, after: 1)
            #expect(changes.items.map(\.sequence) == [2, 3])
            #expect(
                try await world.auditTrail() == [
                    "vacancies.loaded", "vacancy_load.requested", "vacancies.loaded", "vacancies.loaded",
                    "vacancy_load.finished",
                ]
            )
            #expect(try await desk.pieces() == 0)
        }
    }

    @Test("A result is read in pages, and by outcome", arguments: Engine.available)
    func pages(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let id = try await desk.request([["a", "bad 1", "b"], ["bad 2", "bad 3"]])
            try await desk.work()

            var rows: [Int] = []
            var after: Int? = 0
            while let row = after {
                let page = try await desk.loads.result(id, of: desk.software, after: row, atMost: 2)
                rows += page.items.map(\.row)
                after = page.next
            }
            #expect(rows == [1, 2, 3, 4, 5])
            let rejected = try await desk.loads.result(id, of: desk.software, outcome: .rejected, after: 2, atMost: 1)
            #expect(rejected.items.map(\.row) == [4] && rejected.next == 4)
            #expect(rejected.counts == [.created: 2, .rejected: 3])
            let created = try await desk.loads.result(id, of: desk.software, outcome: .created, after: 0, atMost: 9)
            #expect(created.items.map(\.row) == [1, 3] && created.next == nil)
        }
    }

    @Test("A dry run has the same receipts and writes nothing", arguments: Engine.available)
    func dryRun(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            try await world.load(.sample("a"))
            let body = [["a", "b"], ["bad c", "b"]]
            let dry = try await desk.request(body, key: "dry", isDryRun: true)
            let wet = try await desk.request(body, key: "wet")

            try await desk.work()
            #expect(try await world.store.changes.changes(of: desk.software.agency, after: 1).items == [])
            await #expect(throws: NotFound()) {
                try await world.vacancies.find(externalReference: "b", as: world.alfa)
            }
            try await desk.work()

            let (first, second) = (
                try await desk.loads.result(dry, of: desk.software), try await desk.loads.result(wet, of: desk.software)
            )
            #expect(first.items.map(\.outcome) == second.items.map(\.outcome))
            #expect(first.items.map(\.findings) == second.items.map(\.findings))
            #expect(first.items[1].code == nil)
            #expect(second.items[1].code != nil)
        }
    }

    @Test("A dry run of all or nothing tells what the real one does", arguments: Engine.available)
    func dryRunOfNothing(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let body = [["a"], ["bad b"]]
            let dry = try await desk.request(body, mode: .allOrNothing, key: "dry", isDryRun: true)
            let wet = try await desk.request(body, mode: .allOrNothing, key: "wet")
            try await desk.work()
            try await desk.work()
            let (first, second) = (
                try await desk.loads.result(dry, of: desk.software), try await desk.loads.result(wet, of: desk.software)
            )
            #expect(first.items == second.items && first.counts == [.rejected: 2])
        }
    }

    @Test("What a client has sent before it was revoked is not written after it", arguments: Engine.available)
    func revoked(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let agency = world.agency("ALFA").id
            try await world.store.write { (transaction: borrowing Transaction) in
                for (id, end) in [(1, nil), (2, world.store.now)] as [(Int64, Instant?)] {
                    try transaction.run(
                        """
                        INSERT INTO api_client (
                            id, public_id, agency_id, is_whole_agency, scopes, created_at, revoked_at
                        ) VALUES (\(id), \("client \(id)"), \(agency), TRUE, '', \(world.store.now), \(end))
                        """
                    )
                }
            }
            let good = try await desk.request([["a"]])
            let out = try await desk.request([["b"]], as: desk.software(2))
            #expect(try await desk.work() == 1)
            #expect(try await desk.work() == 0)
            #expect(try await desk.loads.find(good, of: desk.software).state == .done)
            #expect(try await desk.loads.find(out, of: desk.software(2)).state == .failed)
            await #expect(throws: NotFound()) {
                try await world.vacancies.find(externalReference: "b", as: world.alfa)
            }
        }
    }

    @Test("All or nothing writes nothing when one row is refused, and the others say so", arguments: Engine.available)
    func nothing(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            try await world.load(.sample("same"))
            let id = try await desk.request([["a", "same"], ["bad b", "c"]], mode: .allOrNothing)
            try await desk.work()

            let result = try await desk.loads.result(id, of: desk.software)
            #expect(result.items.map(\.outcome) == [.rejected, .unchanged, .rejected, .rejected])
            #expect(result.items[0].findings.map(\.code) == ["load_not_applied"])
            #expect(result.items[2].findings.map(\.code).contains("too_short"))
            #expect(result.items.allSatisfy { $0.outcome == .unchanged || $0.code == nil })
            #expect(try await world.store.changes.changes(of: desk.software.agency, after: 1).items == [])
        }
    }

    @Test("All or nothing writes all when no row is refused", arguments: Engine.available)
    func all(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let id = try await desk.request([["a", "b"], ["c"], ["d"]], mode: .allOrNothing)
            try await desk.work()

            let result = try await desk.loads.result(id, of: desk.software)
            #expect(result.counts == [.created: 4])
            #expect(result.load.processed == 4)
            for item in result.items {
                #expect(try await world.vacancies.find(item.code ?? "", as: world.alfa).externalReference == item.key)
            }
            #expect(try await world.store.changes.changes(of: desk.software.agency, after: 0).items.count == 4)
        }
    }

    @Test("The same request is the same load, another one with its key is refused", arguments: Engine.available)
    func sameKey(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let id = try await desk.request([["a"]], key: "k", hash: "h")
            #expect(try await desk.request([["a"]], key: "k", hash: "h") == id)
            await #expect(throws: CannotLoadVacancies.keyReused) {
                try await desk.request([["b"]], key: "k", hash: "other")
            }
            try await desk.work()
            #expect(try await desk.request([["a"]], key: "k", hash: "h") == id)
            #expect(try await desk.work() == 0)

            let other = desk.software(2)
            #expect(try await desk.request([["a"]], key: "k", hash: "h", as: other) != id)
            await #expect(throws: NotFound()) { try await desk.loads.find(id, of: other) }
            await #expect(throws: NotFound()) { try await desk.loads.result(id, of: other) }
        }
    }

    @Test("Of many that come at once with one key, one makes the load", arguments: Engine.available)
    func atOnce(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let ids = try await withThrowingTaskGroup(of: ID<VacancyLoad>.self) { group in
                for _ in 0..<8 { group.addTask { try await desk.request([["a"], ["b"]], key: "k", hash: "h") } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(try await desk.work() == 1)
            #expect(try await desk.work() == 0)
            #expect(try await desk.pieces() == 0)
        }
    }

    @Test(
        "A worker that has to stop in the middle leaves a load that the next one brings to the same end",
        arguments: Engine.available,
        VacancyLoad.Mode.allCases
    )
    func stopped(on engine: Engine, mode: VacancyLoad.Mode) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let id = try await desk.request(
                [["a", "b"], ["c"], ["a", "d"]].map { mode == .validRows ? $0 : $0.filter { $0 != "a" } },
                mode: mode
            )
            let claimed = try #require(try await desk.loads.claim())
            let stopped = Task {
                try await desk.loads.process(claimed, by: world.vacancies) { piece in
                    if piece.number == 1 { withUnsafeCurrentTask { $0?.cancel() } }
                    return LoadDesk.read(piece)
                }
            }
            await #expect(throws: CancellationError.self) { try await stopped.value }
            let halfway = try await desk.loads.find(id, of: desk.software)
            #expect(halfway.state == .running)
            #expect(halfway.processed == (mode == .validRows ? 2 : 1))

            #expect(try await desk.work() == 1)

            let result = try await desk.loads.result(id, of: desk.software)
            switch mode {
            case .validRows:
                #expect(result.items.map(\.outcome) == [.created, .created, .created, .rejected, .created])
                #expect(result.items[3].findings == [.repeated("external_reference", firstRow: 1)])
            case .allOrNothing:
                #expect(result.items.map(\.outcome) == [.created, .created, .created])
            }
        }
    }

    @Test("A worker that is silent for long is replaced, and can then do nothing more", arguments: Engine.available)
    func silent(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let id = try await desk.request([["a"]])
            let lost = try #require(try await desk.loads.claim())
            #expect(try await desk.work() == 0)
            world.time.advance(seconds: VacancyLoads.silence + 1)
            let second = try #require(try await desk.loads.claim())

            await #expect(throws: CancellationError.self) {
                try await desk.loads.process(lost, by: world.vacancies, read: LoadDesk.read)
            }
            try await desk.loads.process(second, by: world.vacancies, read: LoadDesk.read)
            #expect(try await desk.loads.result(id, of: desk.software).counts == [.created: 1])
        }
    }

    @Test(
        "After three workers that got nowhere a load has failed, and the same request tries again",
        arguments: Engine.available
    )
    func failed(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let id = try await desk.request([["a"]], key: "k", hash: "h")
            for _ in 0..<VacancyLoads.mostIdleAttempts {
                #expect(try await desk.loads.claim() != nil)
                world.time.advance(seconds: VacancyLoads.silence + 1)
            }
            #expect(try await desk.loads.claim() == nil)
            #expect(try await desk.loads.find(id, of: desk.software).state == .failed)

            #expect(try await desk.request([["a"]], key: "k", hash: "h") == id)
            try await desk.work()
            #expect(try await desk.loads.result(id, of: desk.software).counts == [.created: 1])
        }
    }

    @Test("A body that breaks off counts for nothing, and is forgotten", arguments: Engine.available)
    func brokenOff(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let one = try await desk.begin([["a"]])
            let two = try await desk.begin([["a"]])
            await #expect(throws: NotFound()) { try await desk.loads.find(one.id, of: desk.software) }
            #expect(try await desk.work() == 0)

            try await desk.loads.discard(one)
            #expect(try await desk.pieces() == 1)
            world.time.advance(seconds: VacancyLoads.patience)
            #expect(try await desk.loads.removeExpired() == 1)
            #expect(try await desk.pieces() == 0)
            await #expect(throws: NotFound()) {
                try await desk.loads.complete(two, key: "k", hash: "h", rows: 1, as: desk.software)
            }
        }
    }

    @Test("A load and its key are kept for seven days", arguments: Engine.available)
    func expiry(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let id = try await desk.request([["a"]], key: "k", hash: "h")
            try await desk.work()
            world.time.advance(seconds: VacancyLoads.memory - 1)
            #expect(try await desk.loads.removeExpired() == 0)
            #expect(try await desk.request([["a"]], key: "k", hash: "h") == id)
            world.time.advance(seconds: 2)
            #expect(try await desk.loads.removeExpired() == 1)
            await #expect(throws: NotFound()) { try await desk.loads.find(id, of: desk.software) }
            #expect(try await desk.request([["b"]], key: "k", hash: "other") != id)
        }
    }

    @Test("A client has so many loads under way, and no more", arguments: Engine.available)
    func tooMany(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            for number in 0..<VacancyLoads.mostUnderWay { try await desk.request([["a"]], key: "\(number)") }
            await #expect(throws: CannotLoadVacancies.tooMany(limit: VacancyLoads.mostUnderWay)) {
                try await desk.request([["a"]], key: "more")
            }
            try await desk.request([["a"]], key: "other", as: desk.software(2))
        }
    }

    @Test("Software of one branch cannot load for another", arguments: Engine.available)
    func branches(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let desk = LoadDesk(world)
            let turin = Publisher(
                agency: desk.software.agency,
                branches: [world.branch("ALFA-TO1").id],
                actor: .client(ID(7), agency: desk.software.agency)
            )
            let id = try await desk.request([["a"]], as: turin)
            try await desk.work()
            #expect(
                try await desk.loads.result(id, of: turin).items.flatMap(\.findings).map(\.code) == [
                    "branch_code_unknown"
                ]
            )
        }
    }
}

/// Loads for ALFA, whose rows are lines: a reference, `bad …` for one with a fault, `?` for one that nobody can read.
struct LoadDesk: Sendable {
    let world: World
    let loads: VacancyLoads

    init(_ world: World) {
        self.world = world
        loads = VacancyLoads(world.store)
    }

    var software: Publisher { software(1) }

    func software(_ number: Int64) -> Publisher {
        let agency = world.agency("ALFA").id
        return Publisher(agency: agency, actor: .client(ID(number), agency: agency))
    }

    func begin(
        _ pieces: [[String]],
        mode: VacancyLoad.Mode = .validRows,
        isDryRun: Bool = false,
        as publisher: Publisher? = nil
    ) async throws -> ReceivedLoad {
        let load = try await loads.receive("lines", mode: mode, isDryRun: isDryRun, as: publisher ?? software)
        var row = 1
        for (number, lines) in pieces.enumerated() {
            let content = Array(lines.joined(separator: "\n").utf8)
            let piece = VacancyLoadPiece(number: number, firstRow: row, rows: lines.count, content: content)
            try await loads.append(piece, to: load)
            row += lines.count
        }
        return load
    }

    @discardableResult
    func request(
        _ pieces: [[String]],
        mode: VacancyLoad.Mode = .validRows,
        key: String = "key",
        hash: String = "hash",
        isDryRun: Bool = false,
        as publisher: Publisher? = nil
    ) async throws -> ID<VacancyLoad> {
        let load = try await begin(pieces, mode: mode, isDryRun: isDryRun, as: publisher)
        return try await loads.complete(
            load,
            key: key,
            hash: hash,
            rows: pieces.reduce(0) { $0 + $1.count },
            as: publisher ?? software
        )
    }

    @discardableResult
    func work() async throws -> Int {
        guard let claimed = try await loads.claim() else { return 0 }
        try await loads.process(claimed, by: world.vacancies, read: LoadDesk.read)
        return 1
    }

    func pieces() async throws -> Int {
        try await world.store.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT count(*) FROM vacancy_load_piece", as: Int.self) ?? 0
        }
    }

    @Sendable
    static func read(_ piece: VacancyLoadPiece) -> VacancyLoadPortion {
        var portion = VacancyLoadPortion()
        let lines = String(decoding: piece.content, as: UTF8.self).split(separator: "\n").map(String.init)
        for (index, line) in lines.enumerated() {
            let row = piece.firstRow + index
            if line == "?" {
                let finding = Finding("", "json_malformed", it: "…", en: "…")
                portion.unreadable.append(LoadReceipt(row: row, key: "", outcome: .rejected, findings: [finding]))
                continue
            }
            let draft = VacancyDraft.sample(line).with { if line.hasPrefix("bad") { $0.terms.title = "X" } }
            portion.rows.append(LoadRow(row: row, key: line, entry: draft))
        }
        return portion
    }
}
