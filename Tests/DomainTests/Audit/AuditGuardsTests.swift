import Foundation
import TestSupport
import Testing

@testable import Domain
@testable import Persistence

@Suite("What protects the audit trail in the database")
struct AuditGuardsTests {
    @Test("A trigger of the same name that refuses nothing is a defect, and a weakness", arguments: Engine.available)
    func emptied(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let changes: [SQL] =
                switch engine {
                case .sqlite:
                    [
                        "DROP TRIGGER audit_entry_no_update",
                        "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT 1; END",
                    ]
                case .postgresql:
                    [
                        """
                        CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql
                        AS $$BEGIN RETURN NEW; END$$
                        """
                    ]
                }
            try await change(world, changes)
            let found = try await world.store.audit.verify()
            #expect(Set(found.defects.map(\.kind)) == [.guardMissing])
            #expect(found.defects.count == (engine == .sqlite ? 1 : 6), "each that calls the function")
            #expect(try await world.store.audit.weaknesses().contains { $0.description.contains("audit_entry_no_") })
        }
    }

    @Test("A trigger that fires for less, or stands at another table, is a defect", arguments: Engine.availableServers)
    func narrowed(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let call: SQL = "FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()"
            for place: SQL in [
                "BEFORE DELETE ON audit_entry", "BEFORE DELETE OR UPDATE OF reason ON audit_entry",
                "BEFORE DELETE OR UPDATE ON audit_queue",
            ] {
                try await change(
                    world,
                    [
                        "DROP TRIGGER IF EXISTS audit_entry_no_change ON audit_entry",
                        "CREATE TRIGGER audit_entry_no_change \(place) \(call)",
                    ]
                )
                #expect(try await world.store.audit.verify().defects.map(\.kind) == [.guardMissing])
            }
        }
    }

    @Test("A function that may look for tables anywhere is a defect", arguments: Engine.availableServers)
    func unpinned(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await change(world, ["ALTER FUNCTION continue_audit_chain() RESET search_path"])
            #expect(try await world.store.audit.verify().defects.map(\.kind) == [.guardMissing])
        }
    }

    @Test(
        "A second row with the id of a sealed one is named, and so is the key that let it in",
        arguments: Engine.available
    )
    func secondRow(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces(3)
            try await world.seal()
            let seal = try await world.seals[2]
            let columns: SQL = "id, at, actor_kind, action, details, result, hash"
            let second: SQL =
                "INSERT INTO audit_entry (\(columns)) VALUES (\(seal.entry), 0, 'system', 'x', '{}', 'succeeded', '')"
            switch engine {
            case .sqlite:
                try await world.tamper(
                    "CREATE TABLE copied AS SELECT * FROM audit_entry",
                    "DROP TABLE audit_entry",
                    "ALTER TABLE copied RENAME TO audit_entry",
                    second
                )
            case .postgresql:
                try await world.tamper("ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_pkey", second)
            }
            let found = try await world.store.audit.verify()
            #expect(found.defects.map(\.kind) == [.keyMissing, .rowInserted])
            #expect(found.defects.last?.position == 3 && found.defects.last?.entry == seal.entry)
            #expect(try await world.store.audit.weaknesses().contains(.keyMissing("audit_entry (id)")))
        }
    }

    @Test("Each key of entries, seals, checkpoints and announcements is looked for", arguments: Engine.availableServers)
    func keys(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await change(
                world,
                [
                    "ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_pkey",
                    "ALTER TABLE audit_seal DROP CONSTRAINT audit_seal_pkey",
                    "ALTER TABLE audit_seal DROP CONSTRAINT audit_seal_entry_id_key",
                    "ALTER TABLE audit_checkpoint DROP CONSTRAINT audit_checkpoint_pkey",
                    "ALTER TABLE audit_queue DROP CONSTRAINT audit_queue_pkey",
                    "CREATE UNIQUE INDEX partly ON audit_queue (entry_id) WHERE entry_id > 0",
                ]
            )
            #expect(try await world.store.audit.verify().defects.map(\.kind) == Array(repeating: .keyMissing, count: 5))
        }
    }

    private func change(_ world: World, _ statements: [SQL]) async throws {
        try await world.store.write { (transaction: borrowing Transaction) in
            for statement in statements { try transaction.run(statement) }
        }
    }

    @Test("A byte of a row's id that is flipped in the file itself is found")
    func flippedInFile() async throws {
        try await withDatabaseLocation(on: .sqlite) { location in
            guard case .file(let path) = location.place else {
                Issue.record("no file")
                return
            }
            let seal = try await opened(location) { database in
                _ = try await database.migrate(Schema.migrations)
                let world = try await World(on: database, today: "2026-03-10")
                try await world.leaveTraces(5)
                try await world.seal()
                return (try await world.seals.suffix(2).first, try #require(try await world.store.latestTraces().first))
            }
            let entry = try #require(seal.0).entry
            let connection = try SQLiteConnection(path: path, access: .write)
            try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()

            // The id in the row of the table, and not in an index: the kind of actor stands two columns later.
            var bytes = try Data(contentsOf: URL(filePath: path))
            let id = withUnsafeBytes(of: entry.bigEndian) { Data($0) }
            let kind = Data("operator".utf8)
            var flipped = 0
            var from = bytes.startIndex
            while let range = bytes.range(of: id, in: from..<bytes.endIndex) {
                from = range.upperBound
                if bytes[range.upperBound...].dropFirst(6).starts(with: kind) {
                    bytes[range.upperBound - 1] ^= 1
                    flipped += 1
                }
            }
            #expect(flipped > 0)
            try bytes.write(to: URL(filePath: path))
            let found = try await opened(location) { database in
                try await AuditTrail(Store(database: database, clock: .frozen(seal.1.at))).verify()
            }
            #expect(found.defects.contains { $0.kind == .fileDamaged }, "\(found.defects)")
        }
    }

    private func opened<T>(_ location: DatabaseLocation, _ body: (Database) async throws -> T) async throws -> T {
        let database = try await Database.open(location, readers: 2, logger: silence)
        do {
            let result = try await body(database)
            await database.close()
            return result
        } catch {
            await database.close()
            throw error
        }
    }
}
