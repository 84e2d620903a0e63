internal import CPostgres

/// Where the database is: `sqlite:PATH`, `sqlite::memory:`, `postgres://…` or `postgresql://…`.
public struct DatabaseLocation: Sendable, Hashable, CustomStringConvertible {
    enum Place: Sendable, Hashable {
        case file(String)
        case memory
        /// A connection URI of libpq (PostgreSQL manual, 34.1.1.2).
        case server(String)
    }

    let place: Place

    public init(_ text: String) throws(InvalidDatabaseLocation) {
        if text == "sqlite::memory:" {
            place = .memory
        } else if text.hasPrefix("sqlite:"), text.utf8.count > 7, !text.utf8.contains(0) {
            place = .file(String(text.dropFirst(7)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            var message: UnsafeMutablePointer<CChar>?
            guard let options = PQconninfoParse(text, &message) else {
                PQfreemem(message)
                throw InvalidDatabaseLocation(reason: .notAURL)
            }
            PQconninfoFree(options)
            place = .server(text)
        } else {
            throw InvalidDatabaseLocation(reason: .unknownScheme)
        }
    }

    public var engine: Engine {
        if case .server = place { return .postgresql }
        return .sqlite
    }

    /// The place as it may stand in a log: without user, password and options.
    public var description: String {
        switch place {
        case .file(let path): return "sqlite:\(path)"
        case .memory: return "sqlite::memory:"
        case .server(let uri):
            let rest = uri[(uri.firstRange(of: "://")?.upperBound ?? uri.startIndex)...].prefix { $0 != "?" }
            let address = rest.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
            return "postgresql://\(address)"
        }
    }
}

/// The text names no database that can be opened.
///
/// It is not repeated, since it may hold a password.
public struct InvalidDatabaseLocation: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case unknownScheme
        case notAURL
    }

    public let reason: Reason

    public var description: String {
        switch reason {
        case .unknownScheme: "expected sqlite:PATH or postgres://USER@HOST:PORT/DATABASE"
        case .notAURL: "not a valid postgres:// address"
        }
    }
}
