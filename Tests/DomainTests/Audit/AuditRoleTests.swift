import TestSupport
import Testing

@testable import Domain
@testable import Persistence

@Suite("The role that cannot change the audit trail")
struct AuditRoleTests {
    /// Runs `body` with a database as its owner, and as a role of its own that the service would run as.
    private func withRole(
        on engine: Engine,
        _ body: (_ owner: Database, _ service: Database, _ role: String) async throws -> Void
    ) async throws {
        try await withDatabaseLocation(on: engine) { location in
            let owner = try await Database.open(location, readers: 2, logger: silence)
            let name = "incontro_test_\(UInt64.random(in: 0 ... .max))"
            let result: Result<Void, any Error>
            do {
                _ = try await owner.migrate(Schema.migrations)
                try await owner.prepare(role(name))
                let service = try await Database.open(location.as(name), readers: 3, logger: silence)
                result = await outcome { try await body(owner, service, name) }
                await service.close()
            } catch {
                result = .failure(error)
            }
            try await owner.drop(name)
            await owner.close()
            try result.get()
        }
    }

    private func outcome(_ body: () async throws -> Void) async -> Result<Void, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    private func role(_ name: String) throws -> ServiceRole {
        try ServiceRole(name, over: AuditSchema.guarded)
    }

    @Test(
        "It does the service's work: loads, lists, exports, seals, makes checkpoints",
        arguments: Engine.availableServers
    )
    func works(on engine: Engine) async throws {
        try await withRole(on: engine) { _, service, _ in
            // The register is loaded, and citizens apply and sign, all as that role.
            let world = try await World(on: service, today: "2026-03-10")
            try await References(world.store).seed()
            for name in ["Rossi", "Bianchi", "Verdi"] { try await world.citizen(.sample(name)) }
            let page = try await world.citizens.list(CitizenList(), as: world.anna, reference: .shared)
            #expect(page.rows.count == 3)
            let first = try #require(page.rows.first)
            _ = try await world.citizens.detail(first.id, as: world.anna, because: "search")
            let export = try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared)
            var rows = 0
            try await export.forEach { rows += $0.count }
            try await export.finish(rows: rows)
            #expect(rows == 3)

            #expect(try await world.seal() > 0)
            let key = try AuditSigningKey(pem: SampleAuditKey.ed25519.pem)
            let checkpoint = try await AuditCheckpoints(world.store, key: key).make()
            let found = try await world.store.audit.verify(
                against: AuditExpectation(keys: [key.verifyingKey], kept: [checkpoint])
            )
            #expect(found.isWhole && found.waiting == 0 && found.checkpoints == 1)
            #expect(try await JobLease(world.store, name: "report", owner: "a").hold(forSeconds: 1))
            #expect(try await world.store.audit.weaknesses() == [])
            #expect(try await world.database.pendingMigrations(Schema.migrations) == [])
        }
    }

    @Test(
        "It is refused whatever would change the trail, or switch off what protects it",
        arguments: Engine.availableServers
    )
    func refused(on engine: Engine) async throws {
        try await withRole(on: engine) { _, service, _ in
            let store = Store(database: service, clock: .system)
            let schema = try #require(
                try await store.read { (transaction: borrowing Transaction) in
                    try transaction.first("SELECT quote_ident(current_schema())", as: String.self)
                }
            )
            try await store.audit.record(read: AuditEntry(.system("test"), "test.done"))
            #expect(try await AuditSealer(store, owner: "test").seal() > 0)
            try await store.audit.record(read: AuditEntry(.system("test"), "test.done"))
            var statements: [SQL] = [
                "UPDATE audit_queue SET entry_hash = ''", "TRUNCATE audit_queue",
                "DROP TRIGGER audit_seal_in_chain ON audit_seal",
                "DELETE FROM schema_migration", "UPDATE schema_migration SET position = position + 100",
                "INSERT INTO schema_migration (name, applied_at, position) VALUES ('x', 0, 1000)",
                "CREATE TABLE mine (id BIGINT)", "SET session_replication_role = replica",
                "DROP FUNCTION refuse_audit_change() CASCADE", "ALTER FUNCTION refuse_audit_change() RENAME TO mine",
                "CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
            ]
            for table in ["audit_entry", "audit_seal", "audit_checkpoint"] as [SQL] {
                statements += [
                    "UPDATE \(table) SET link = ''", "UPDATE \(table) SET at = 0", "DELETE FROM \(table)",
                    "DELETE FROM \(table) WHERE FALSE", "TRUNCATE \(table)", "TRUNCATE \(table) CASCADE",
                    "ALTER TABLE \(table) DISABLE TRIGGER ALL", "ALTER TABLE \(table) DISABLE TRIGGER USER",
                    "ALTER TABLE \(table) ADD COLUMN extra TEXT", "ALTER TABLE \(table) OWNER TO CURRENT_USER",
                    "ALTER TABLE \(table) RENAME TO mine", "DROP TABLE \(table)", "DROP TABLE \(table) CASCADE",
                    "LOCK TABLE \(table) IN ACCESS EXCLUSIVE MODE",
                    "CREATE TRIGGER mine BEFORE INSERT ON \(table) FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()",
                    "CREATE RULE mine AS ON INSERT TO \(table) DO INSTEAD NOTHING",
                    "SELECT 1 FROM \(table) FOR UPDATE",
                ]
            }
            for statement in statements {
                let text = try statement.statement(for: engine).text
                let failure = await #expect(throws: StatementFailure.self, "\(text)") {
                    try await store.write { (transaction: borrowing Transaction) in
                        _ = try transaction.run(statement)
                    }
                }
                // No right, or no such column in this table: never a trigger, which an owner could switch off.
                #expect(["42501", "42703"].contains(failure?.code), "\(text)")
            }
            // A table of the session's own, before the one that the trigger looks into.
            let bypass = await #expect(throws: StatementFailure.self) {
                try await store.write { (transaction: borrowing Transaction) in
                    try transaction.run("CREATE TEMPORARY TABLE audit_seal (position BIGINT, link TEXT)")
                    try transaction.run("INSERT INTO audit_seal (position, link) VALUES (41, 'forged')")
                    try transaction.connection.execute(
                        """
                        INSERT INTO \(schema).audit_seal (position, entry_id, entry_hash, previous, link)
                        VALUES (42, 1, '', 'forged', '')
                        """
                    )
                }
            }
            #expect(bypass?.code == "23000")
            // To grant what one may not grant is a warning to PostgreSQL, and grants nothing.
            try await store.write { (transaction: borrowing Transaction) in
                try transaction.run("GRANT ALL ON audit_entry, audit_seal, audit_checkpoint TO CURRENT_USER")
            }
            #expect(try await store.audit.weaknesses() == [])
            let found = try await store.audit.verify()
            #expect(found.isWhole && found.waiting == 1)
        }
    }

    @Test(
        "Made again, it has the rights of this version; tables that come later are open to it",
        arguments: Engine.availableServers
    )
    func again(on engine: Engine) async throws {
        try await withRole(on: engine) { owner, service, name in
            let store = Store(database: service, clock: .system)
            try await owner.write { (transaction: borrowing Transaction) in
                try transaction.run("CREATE TABLE later (id BIGINT)")
                try transaction.connection.execute("GRANT UPDATE, DELETE ON audit_entry TO \(name)")
            }
            try await store.write { (transaction: borrowing Transaction) in
                try transaction.run("INSERT INTO later (id) VALUES (1)")
            }
            #expect(
                try await store.audit.weaknesses() == [
                    .role(.mayChange("audit_entry", privilege: "DELETE")),
                    .role(.mayChange("audit_entry", privilege: "UPDATE")),
                ]
            )
            try await owner.prepare(role(name))
            #expect(try await store.audit.weaknesses() == [])
        }
    }

    @Test("A superuser, the owner and a member of the owner are no such role", arguments: Engine.availableServers)
    func unsuitable(on engine: Engine) async throws {
        try await withRole(on: engine) { owner, _, name in
            let weaknesses = try await AuditTrail(Store(database: owner, clock: .system)).weaknesses()
            #expect(weaknesses == [.role(.superuser)])
            await #expect(throws: CannotPrepareRole.hasMore([.superuser])) {
                try await owner.prepare(role("postgres"))
            }
            try await owner.write { (transaction: borrowing Transaction) in
                try transaction.connection.execute("GRANT UPDATE ON audit_seal TO PUBLIC")
            }
            await #expect(throws: CannotPrepareRole.hasMore([.mayChange("audit_seal", privilege: "UPDATE")])) {
                try await owner.prepare(role(name))
            }
            try await owner.write { (transaction: borrowing Transaction) in
                try transaction.connection.execute("REVOKE UPDATE ON audit_seal FROM PUBLIC")
                try transaction.connection.execute("GRANT postgres TO \(name)")
            }
            await #expect(throws: CannotPrepareRole.hasMore([.superuser])) { try await owner.prepare(role(name)) }
        }
    }

    @Test(
        "Neither is who owns, or may become who owns, or may change a column, or may create roles",
        arguments: Engine.availableServers
    )
    func roundabout(on engine: Engine) async throws {
        try await withRole(on: engine) { owner, service, name in
            let group = "\(name)_group"
            func run(_ statements: String...) async throws {
                try await owner.write { (transaction: borrowing Transaction) in
                    for statement in statements { try transaction.connection.execute(statement) }
                }
            }
            func expect(_ weaknesses: [RoleWeakness]) async throws {
                let store = Store(database: service, clock: .system)
                #expect(try await store.audit.weaknesses() == weaknesses.map(AuditWeakness.role))
                await #expect(throws: CannotPrepareRole.hasMore(weaknesses)) { try await owner.prepare(role(name)) }
            }
            // A member that does not inherit has the rights after SET ROLE only.
            try await run("CREATE ROLE \(group)", "ALTER ROLE \(name) NOINHERIT", "GRANT \(group) TO \(name)")
            #expect(try await AuditTrail(Store(database: service, clock: .system)).weaknesses() == [])
            try await run("ALTER TABLE audit_seal OWNER TO \(group)")
            try await expect([.owner(of: "table audit_seal")])
            try await run(
                "ALTER TABLE audit_seal OWNER TO postgres",
                "GRANT UPDATE (reason) ON audit_entry TO \(group)"
            )
            try await expect([.mayChange("audit_entry", privilege: "UPDATE")])
            try await run(
                "REVOKE UPDATE (reason) ON audit_entry FROM \(group)",
                "GRANT TRIGGER ON audit_queue TO \(group)"
            )
            try await expect([.mayChange("audit_queue", privilege: "TRIGGER")])
            try await run("REVOKE TRIGGER ON audit_queue FROM \(group)", "ALTER ROLE \(group) CREATEROLE")
            try await expect([.mayCreateRoles])
            try await run("DROP OWNED BY \(group)", "DROP ROLE \(group)")
            try await owner.prepare(role(name))
        }
    }

    @Test("A name that is no plain identifier is refused, and SQLite has no roles")
    func names() async throws {
        for name in ["", "Incontro", "a b", "a\"; DROP TABLE audit_entry", "1a", String(repeating: "a", count: 64)] {
            #expect(throws: CannotPrepareRole.unusableName) { try role(name) }
        }
        try await withDatabase(on: .sqlite) { (database: Database) async throws in
            await #expect(throws: CannotPrepareRole.engineHasNoRoles) {
                try await database.prepare(try role("incontro_app"))
            }
        }
    }
}

private struct NoServer: Error {}

extension DatabaseLocation {
    /// The same place for somebody else, whom the test server trusts.
    fileprivate func `as`(_ user: String) throws -> DatabaseLocation {
        guard case .server(let uri, _) = place else { throw NoServer() }
        return try DatabaseLocation(uri.replacing("//postgres@", with: "//\(user)@"))
    }
}

extension Database {
    fileprivate func drop(_ role: String) async throws {
        try await write { (transaction: borrowing Transaction) in
            try transaction.connection.execute("DROP OWNED BY \(role)")
            try transaction.connection.execute("DROP ROLE \(role)")
        }
    }
}
