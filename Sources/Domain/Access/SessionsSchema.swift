internal import Persistence

/// What sessions need beyond the tables of access.
enum SessionsSchema {
    static let migrations = [
        Migration("sessions 1", ["ALTER TABLE person_session ADD COLUMN ended_at BIGINT"])
    ]
}
