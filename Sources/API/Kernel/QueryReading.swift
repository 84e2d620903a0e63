internal import Domain
internal import Hummingbird

extension Request {
    /// Reads the parameters of the address; what cannot be read stops the request with all that is wrong.
    func query<Value>(_ names: Set<String>, _ read: (inout ListQuery) -> Value) throws -> Value {
        var query = try APIQuery.read(self, knowing: names)
        let value = read(&query)
        try query.checkAddress()
        return value
    }
}

extension ListQuery {
    /// A cursor that is a number alone, of the list that has the name; 0 without one.
    mutating func position(in order: String) -> Int64 {
        guard let cursor = cursor("cursor") else { return 0 }
        if cursor.order == order, cursor.keys.isEmpty, cursor.id >= 0 { return cursor.id }
        report(
            Finding(
                "cursor",
                "cursor_of_another_list",
                it: "Questo cursore appartiene a un altro elenco: riparti dall'inizio.",
                en: "This cursor belongs to another list: start again."
            )
        )
        return 0
    }
}
