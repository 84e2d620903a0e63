public import Persistence

/// A file of vacancies that was looked at and not loaded yet.
public struct VacancyUpload: Hashable, Sendable {
    public let id: ID<VacancyUpload>
    public let fileName: String
    public let content: [UInt8]
}

/// Files between their preview and the confirmation: whoever confirms loads exactly the bytes that were previewed.
public struct VacancyUploads: Sendable {
    let store: Store

    /// How long a preview may be thought about, in seconds.
    public static let patience = 3600

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
            try transaction.run("DELETE FROM vacancy_upload WHERE operator_id = \(person.id)")
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
    /// - Throws: ``NotFound`` for a file that was taken already, is too old, or is somebody else's.
    public func take(_ id: ID<VacancyUpload>, by person: OperatorIdentity) async throws -> VacancyUpload {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let found: VacancyUpload? = try transaction.first(
                """
                DELETE FROM vacancy_upload
                WHERE id = \(id) AND operator_id = \(person.id)
                AND created_at > \(store.now.adding(seconds: -VacancyUploads.patience))
                RETURNING id, file_name, content
                """
            )
            guard let found else { throw NotFound() }
            return found
        }
    }

    /// Removes what nobody confirmed.
    @discardableResult
    public func removeExpired() async throws -> Int {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            try transaction.run(
                """
                DELETE FROM vacancy_upload
                WHERE created_at <= \(store.now.adding(seconds: -VacancyUploads.patience))
                """
            )
        }
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
        )
    ]
}
