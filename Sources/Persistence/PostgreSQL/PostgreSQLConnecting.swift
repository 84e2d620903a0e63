internal import CPostgres

extension PostgreSQLConnection {
    /// What every session is given unless the address says otherwise in its `options`.
    ///
    /// Compiling plans costs more than it saves on pages, and so does starting workers for them, while other people wait
    /// for the same processors. Others, `plan_cache_mode` among them, are the operator's.
    private static let sessionOptions =
        "-c jit=off -c max_parallel_workers_per_gather=0 -c bytea_output=hex -c extra_float_digits=1"

    static func connect(_ uri: String) throws -> OpaquePointer {
        var settings = try parse(uri)
        settings["options"] = [sessionOptions, settings["options"]].compactMap(\.self).joined(separator: " ")
        settings["client_encoding"] = "UTF8"
        settings["application_name"] = settings["application_name"] ?? "incontro"
        settings["connect_timeout"] = settings["connect_timeout"] ?? "10"

        let keywords = settings.keys.sorted()
        let connection = withCStrings(keywords) { names in
            withCStrings(keywords.map { settings[$0] ?? "" }) { values in
                PQconnectdbParams(names, values, 0)
            }
        }
        guard let connection else { throw CannotReachDatabase(message: "no memory for a connection") }
        if PQstatus(connection) != CONNECTION_OK {
            let message = String(cString: PQerrorMessage(connection))
            PQfinish(connection)
            throw CannotReachDatabase(message: message.split(separator: "\n").joined(separator: " "))
        }
        return connection
    }

    private static func parse(_ uri: String) throws -> [String: String] {
        guard let options = PQconninfoParse(uri, nil) else { throw InvalidDatabaseLocation(reason: .notAURL) }
        defer { PQconninfoFree(options) }
        var settings: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { settings[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return settings
    }

    /// Texts as the null-terminated array of C strings that libpq reads.
    private static func withCStrings<R>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R) -> R {
        var arena: [CChar] = []
        var starts: [Int] = []
        for text in texts {
            starts.append(arena.count)
            arena += text.utf8CString
        }
        return arena.withUnsafeBufferPointer { characters in
            let pointers = starts.map { characters.baseAddress?.advanced(by: $0) } + [nil]
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
