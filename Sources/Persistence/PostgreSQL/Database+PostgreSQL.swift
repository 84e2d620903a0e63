internal import Logging

extension Database {
    /// Reads and writes share their connections; streams, which last long, have their own.
    static func openPostgreSQL(_ uri: String, connections: Int?, logger: Logger) -> Database {
        let open: @Sendable () throws -> any Connection = { try PostgreSQLConnection(uri: uri) }
        let shared = ConnectionPool(size: connections ?? 8, open: open)
        let pools = Pools(
            reads: shared,
            writes: shared,
            streams: ConnectionPool(size: Database.streamsAtOnce, open: open),
            atEnd: {}
        )
        return Database(engine: .postgresql, pools: pools, logger: logger)
    }
}
