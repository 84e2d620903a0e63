internal import Logging

extension Database {
    /// One thread writes, the others read from their own snapshots beside it (write-ahead log).
    static func openSQLite(
        _ path: String,
        readers: Int?,
        logger: Logger,
        atEnd: @escaping @Sendable () -> Void = {}
    ) throws -> Database {
        let pools = Pools(
            reads: ConnectionPool(size: readers ?? max(4, Platform.processors)) {
                try SQLiteConnection(path: path, access: .read)
            },
            writes: ConnectionPool(size: 1) { try SQLiteConnection(path: path, access: .write) },
            streams: ConnectionPool(size: Database.streamsAtOnce) {
                try SQLiteConnection(path: path, access: .read)
            },
            atEnd: atEnd
        )
        return Database(engine: .sqlite, pools: pools, logger: logger)
    }

    /// A file that goes when the database is closed: what is in memory only could not be read and written at once.
    static func openTemporarySQLite(readers: Int?, logger: Logger) throws -> Database {
        let folder = try Platform.makeTemporaryFolder()
        let file = "incontro.sqlite"
        return try openSQLite("\(folder)/\(file)", readers: readers, logger: logger) {
            Platform.remove(folder: folder, files: [file, "\(file)-wal", "\(file)-shm", "\(file)-journal"])
        }
    }
}
