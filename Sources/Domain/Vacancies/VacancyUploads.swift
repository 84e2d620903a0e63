public import Persistence

/// A file of vacancies that was looked at.
public struct VacancyUpload: Hashable, Sendable {
    public let id: ID<VacancyUpload>
    public let fileName: String
    public let content: [UInt8]
}

/// Why a file cannot be taken out, or has no outcome.
public enum CannotTakeUpload: Error, Hashable, Sendable {
    /// It is being loaded, or was: it has an outcome of its own.
    case taken
    /// Its preview is too old, or was given up for another file's.
    case expired
}

/// Files between their preview and the confirmation: whoever confirms loads exactly the bytes that were previewed.
public struct VacancyUploads: Sendable {
    let store: Store

    /// How long a preview may be thought about, in seconds.
    public static let patience = 3600
    /// How long it is known what has become of a file, in seconds.
    public static let memory = 86_400

    public init(_ store: Store) {
        self.store = store
    }

    public func keep(
        _ content: [UInt8],
        named name: String,
        by person: OperatorIdentity
    ) async throws -> ID<VacancyUpload> {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            // One at a time: whoever looks at another file has given the former up.
            try transaction.run("UPDATE vacancy_upload SET content = \([UInt8]()) WHERE operator_id = \(person.id)")
            let id = store.ids.next(VacancyUpload.self)
            try transaction.run(
                """
                INSERT INTO vacancy_upload (id, operator_id, file_name, content, created_at)
                VALUES (\(id), \(person.id), \(String(name.prefix(200))), \(content), \(store.now))
                """
            )
            return id
        }
    }

    /// Takes a kept file out: it is loaded once, and only by the one who sent it.
    ///
    /// - Throws: ``CannotTakeUpload``; ``NotFound`` for somebody else's file, and for one that nobody knows any more.
    public func take(_ id: ID<VacancyUpload>, by person: OperatorIdentity) async throws -> VacancyUpload {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let found: VacancyUpload? = try transaction.first(
                """
                UPDATE vacancy_upload SET taken_at = \(store.now)
                WHERE id = \(id) AND operator_id = \(person.id) AND taken_at IS NULL AND length(content) > 0
                AND created_at > \(store.now.adding(seconds: -VacancyUploads.patience))
                RETURNING id, file_name, content
                """
            )
            if let found { return found }
            throw try transaction.isTaken(id, by: person) ? CannotTakeUpload.taken : CannotTakeUpload.expired
        }
    }

    /// Keeps what has become of a file that was taken out, in whatever form; the file itself goes.
    ///
    /// Whoever clicks twice breaks off the first request, and with it the task that has just loaded the file.
    public func finish(_ id: ID<VacancyUpload>, outcome: String, by person: OperatorIdentity) async throws {
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            let finished = try transaction.run(
                """
                UPDATE vacancy_upload SET outcome = \(outcome), content = \([UInt8]())
                WHERE id = \(id) AND operator_id = \(person.id) AND taken_at IS NOT NULL
                """
            )
            if finished == 0 { throw NotFound() }
        }
    }

    /// What has become of a file; nil while it is being loaded, and for one whose loading broke off.
    ///
    /// - Throws: ``CannotTakeUpload/expired`` for one that was never confirmed in time; ``NotFound``.
    public func outcome(_ id: ID<VacancyUpload>, by person: OperatorIdentity) async throws -> String? {
        try await store.read { (transaction: borrowing Transaction) in
            guard try transaction.isTaken(id, by: person) else { throw CannotTakeUpload.expired }
            let outcome: String? = try transaction.first(
                "SELECT COALESCE(u.outcome, '') FROM vacancy_upload u WHERE u.id = \(id)"
            )
            return outcome.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    /// Removes the files that nobody confirmed, and forgets after a day what has become of them.
    @discardableResult
    public func removeExpired() async throws -> Int {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let late = store.now.adding(seconds: -VacancyUploads.patience)
            let old = store.now.adding(seconds: -VacancyUploads.memory)
            let forgotten = try transaction.run("DELETE FROM vacancy_upload WHERE created_at <= \(old)")
            let emptied = try transaction.run(
                """
                UPDATE vacancy_upload SET content = \([UInt8]()) WHERE created_at <= \(late) AND length(content) > 0
                """
            )
            return forgotten + emptied
        }
    }
}

extension Transaction {
    /// Whether a file of that person was taken out.
    fileprivate func isTaken(_ id: ID<VacancyUpload>, by person: OperatorIdentity) throws -> Bool {
        let isTaken: Bool? = try first(
            """
            SELECT u.taken_at IS NOT NULL FROM vacancy_upload u WHERE u.id = \(id) AND u.operator_id = \(person.id)
            """
        )
        guard let isTaken else { throw NotFound() }
        return isTaken
    }
}

extension VacancyUpload: FromRow {
    public init(from row: inout Row) throws {
        id = try row.next()
        fileName = try row.next()
        content = try row.next()
    }
}

enum VacancyUploadsSchema {
    static let migrations = [
        Migration(
            "vacancy-uploads",
            [
                """
                CREATE TABLE vacancy_upload (
                    id BIGINT PRIMARY KEY,
                    operator_id BIGINT NOT NULL REFERENCES operator (id),
                    file_name TEXT NOT NULL,
                    content \(sqlite: "BLOB", postgresql: "BYTEA") NOT NULL,
                    created_at BIGINT NOT NULL
                )
                """
            ]
        ),
        // A second click on the confirmation finds what the first has done.
        Migration(
            "vacancy-uploads 2",
            [
                "ALTER TABLE vacancy_upload ADD COLUMN taken_at BIGINT",
                "ALTER TABLE vacancy_upload ADD COLUMN outcome TEXT",
            ]
        ),
    ]
}
