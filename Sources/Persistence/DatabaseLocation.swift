internal import CPostgres

/// Where the database is: `sqlite:PATH`, `sqlite::memory:`, `postgres://…` or `postgresql://…`.
public struct DatabaseLocation: Sendable, Hashable, CustomStringConvertible {
    enum Place: Sendable, Hashable {
        case file(String)
        case memory
        /// A connection URI of libpq (PostgreSQL manual, 34.1.1.2), and what of it may be shown.
        case server(String, shown: String)
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
            defer { PQconninfoFree(options) }
            place = .server(text, shown: DatabaseLocation.shown(options))
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
        case .server(_, let shown): return shown
        }
    }

    /// Host, port and name of the database, as libpq has read them: whatever looks like them in a password stays out.
    private static func shown(_ options: UnsafeMutablePointer<PQconninfoOption>) -> String {
        var parts: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            let name = String(cString: keyword)
            if ["host", "hostaddr", "port", "dbname"].contains(name), let value = option.pointee.val {
                parts[name] = String(cString: value)
            }
            option += 1
        }
        let host = parts["host"] ?? parts["hostaddr"] ?? ""
        let port = parts["port"].map { ":\($0)" } ?? ""
        return "postgresql://\(host)\(port)/\(parts["dbname"] ?? "")"
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
