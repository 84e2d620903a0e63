extension OperatorList {
    /// Reads the parameters of an address; those of other things, such as a cursor, are passed over.
    ///
    /// - Parameters:
    ///   - reference: The codes that there are, so that unknown ones are told together with all else.
    ///   - open: The branches that a filter may name; unchecked when nil, and then such a filter finds nothing.
    /// - Throws: ``Invalid`` with all that cannot be read.
    public init(
        query pairs: some Sequence<(String, String)>,
        reference: ReferenceSnapshot? = nil,
        open: [ID<Branch>]? = nil
    ) throws {
        var query = ListQuery(pairs)
        let filter = Filter(reading: &query)
        var sort = Self.standardSort
        if let word = query.text("sort") {
            if let read = Sort(word: word) { sort = read } else { query.refuse("sort", "«\(word)»") }
        }
        self.init(filter: filter, sort: sort, columns: Self.columns(&query))
        if let reference { filter.unknownCodes(reference).forEach { query.report($0) } }
        if let open, !filter.branches.allSatisfy(open.contains) { query.report(.branchNotOpen) }
        try query.check()
    }

    private static func columns(_ query: inout ListQuery) -> [Column] {
        let words = query.ordered("columns")
        if words.isEmpty { return Column.standard }
        if words == ["all"] { return Array(Column.allCases) }
        var columns: [Column] = []
        for word in words {
            guard let column = Column(rawValue: word) else {
                query.refuse("columns", "«\(word)»")
                continue
            }
            if !columns.contains(column) { columns.append(column) }
        }
        return columns
    }

    /// The parameters of the list's address, only what differs from the standard list; reading them gives the list back.
    public var query: [(name: String, value: String)] {
        var pairs = filter.query.filter { !$0.value.isEmpty }
        if sort != Self.standardSort { pairs.append(("sort", sort.word)) }
        if columns != Column.standard { pairs.append(("columns", columns.map(\.rawValue).joined(separator: ","))) }
        return pairs
    }

    /// The same as links and forms take them.
    public var parameters: [(String, String)] { query.map { ($0.name, $0.value) } }

    /// What an audit entry keeps of the list: everything that says what could be in it.
    var trace: [String: AuditValue] {
        var details: [String: AuditValue] = ["sort": .text(sort.word)]
        for (name, values) in Dictionary(grouping: filter.query.filter({ !$0.value.isEmpty }), by: \.name) {
            details[name] = values.count == 1 ? .text(values[0].value) : .list(values.map { .text($0.value) })
        }
        return details
    }
}

extension ListQuery {
    /// The branches that a filter names, each once, in order.
    mutating func branches(_ name: String) -> [ID<Branch>] {
        var branches: [ID<Branch>] = []
        for text in texts(name) {
            if let id = ID<Branch>(text: text) { branches.append(id) } else { refuse(name, "«\(text)»") }
        }
        return branches.sorted()
    }

    /// The cases of a field that a filter names, each once, in their own order.
    mutating func choices<Choice>(_ name: String, _ type: Choice.Type = Choice.self) -> [Choice]
    where Choice: RawRepresentable<String> & CaseIterable & Hashable {
        var chosen: Set<Choice> = []
        for text in texts(name) {
            if let choice = Choice(rawValue: text) { chosen.insert(choice) } else { refuse(name, "«\(text)»") }
        }
        return Choice.allCases.filter(chosen.contains)
    }

    /// Two days that hold what is between them; an end before its beginning would let nothing through.
    mutating func days(from first: String, to last: String) -> (from: Day?, to: Day?) {
        let days = (from: day(first), to: day(last))
        if let from = days.from, let to = days.to, from > to { report(.dayRangeEmpty(first)) }
        return days
    }
}

extension Finding {
    /// The same for a branch that is not there and for one of somebody else.
    static var branchNotOpen: Finding {
        Finding(
            "branch",
            "branch_not_open",
            it: "Una filiale del filtro non è aperta nell'ambito in cui operi: togli il filtro, o cambia ambito",
            en:
                "A branch of the filter is not open in the scope in which you work: take the filter out, or change scope"
        )
    }

    fileprivate static func dayRangeEmpty(_ field: String) -> Finding {
        Finding(
            field,
            "range_empty",
            it: "Il primo giorno viene dopo l'ultimo: scambiali, o togline uno",
            en: "The first day is after the last: swap them, or take one out"
        )
    }
}
