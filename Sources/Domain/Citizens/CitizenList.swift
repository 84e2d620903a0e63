/// The list of citizens as somebody wants to see it: one value for the page, the count and the export, so that what you
/// see is what you take away.
public struct CitizenList: Hashable, Sendable {
    public var filter: CitizenFilter
    public var sort: CitizenSort
    /// In the order in which they are shown.
    public var columns: [CitizenColumn]

    public init(
        filter: CitizenFilter = CitizenFilter(),
        sort: CitizenSort = .standard,
        columns: [CitizenColumn] = CitizenColumn.standard
    ) {
        self.filter = filter
        self.sort = sort
        self.columns = columns
    }
}

/// Whom a list is narrowed to; a filter that is not set lets everybody through.
public struct CitizenFilter: Hashable, Sendable {
    public var ageMin: Int?
    public var ageMax: Int?
    /// A code of the education levels: those with a title at least as high.
    public var educationMin: String?
    /// As typed: words, `"phrases"`, `-exclusions`.
    public var keywords: String?
    /// Only links through these branches, among those open to the person.
    public var branches: [ID<Branch>]
    public var provinces: [String]
    public var measures: [String]
    public var padFrom: Day?
    public var padTo: Day?
    public var curriculumSince: Day?
    /// The category of a driving licence that the citizen's own covers.
    public var licence: String?
    public var ownVehicle: Bool

    public init(
        ageMin: Int? = nil,
        ageMax: Int? = nil,
        educationMin: String? = nil,
        keywords: String? = nil,
        branches: [ID<Branch>] = [],
        provinces: [String] = [],
        measures: [String] = [],
        padFrom: Day? = nil,
        padTo: Day? = nil,
        curriculumSince: Day? = nil,
        licence: String? = nil,
        ownVehicle: Bool = false
    ) {
        self.ageMin = ageMin
        self.ageMax = ageMax
        self.educationMin = educationMin
        self.keywords = keywords
        self.branches = Set(branches).sorted()
        self.provinces = Set(provinces).sorted()
        self.measures = Set(measures).sorted()
        self.padFrom = padFrom
        self.padTo = padTo
        self.curriculumSince = curriculumSince
        self.licence = licence
        self.ownVehicle = ownVehicle
    }

    /// What the keywords ask of the text index.
    public var terms: SearchTerms { ItalianAnalyser.terms(query: keywords ?? "") }

    /// Whether an age bound is set: its use is audited, and the page shows the legal notice.
    ///
    /// Age limits are lawful for objective reasons only (art. 10 d.lgs. 276/2003, art. 27 d.lgs. 198/2006).
    public var usesAge: Bool { ageMin != nil || ageMax != nil }
}

/// By what a list is sorted, and which way.
public struct CitizenSort: Hashable, Sendable {
    public enum Key: String, Hashable, Sendable, CaseIterable {
        /// The day of the activation pact (of the service pact, where there is no other).
        case pact
        case surname
        case age
        case education
    }

    public var key: Key
    public var isDescending: Bool

    public init(_ key: Key, descending: Bool = false) {
        self.key = key
        isDescending = descending
    }

    /// The latest pacts first.
    public static let standard = CitizenSort(.pact, descending: true)

    public static let all: [CitizenSort] = Key.allCases.flatMap {
        [CitizenSort($0), CitizenSort($0, descending: true)]
    }

    /// As in an address: `surname`, `-age`.
    public var word: String { (isDescending ? "-" : "") + key.rawValue }

    public init?(word: String) {
        let isDescending = word.hasPrefix("-")
        guard let key = Key(rawValue: String(word.dropFirst(isDescending ? 1 : 0))) else { return nil }
        self.init(key, descending: isDescending)
    }
}

// MARK: - In an address

extension CitizenList {
    /// Reads the parameters of an address; those of other things, such as a cursor, are passed over.
    ///
    /// - Parameters:
    ///   - reference: The codes that there are, so that unknown ones are told together with all else.
    ///   - open: The branches open to the one who asks.
    /// - Throws: ``Invalid`` with a finding per parameter that cannot be read.
    public init(
        query pairs: some Sequence<(String, String)>,
        reference: ReferenceSnapshot? = nil,
        open: [ID<Branch>]? = nil
    ) throws {
        var query = ListQuery(pairs)
        filter = CitizenFilter(
            ageMin: query.integer("age_min", in: 0...130),
            ageMax: query.integer("age_max", in: 0...130),
            educationMin: query.text("education_min"),
            keywords: query.keywords("q"),
            branches: [],
            provinces: query.texts("province").map { $0.uppercased() },
            measures: query.texts("measure").map { $0.uppercased() },
            padFrom: query.day("pad_from"),
            padTo: query.day("pad_to"),
            curriculumSince: query.day("cv_since"),
            licence: query.text("licence").map { $0.uppercased() },
            ownVehicle: query.flag("own_vehicle")
        )
        for text in query.texts("branch") {
            if let id = ID<Branch>(text: text) {
                filter.branches.append(id)
            } else {
                query.refuse("branch", "«\(text)»")
            }
        }
        filter.branches.sort()
        sort = .standard
        if let word = query.text("sort") {
            if let read = CitizenSort(word: word) { sort = read } else { query.refuse("sort", "«\(word)»") }
        }
        columns = CitizenList.columns(&query)
        if let least = filter.ageMin, let most = filter.ageMax, least > most { query.report(.ageRangeEmpty) }
        if let first = filter.padFrom, let last = filter.padTo, first > last { query.report(.padRangeEmpty) }
        if let reference { filter.unknownCodes(reference).forEach { query.report($0) } }
        if let open, !filter.branches.allSatisfy(open.contains) { query.report(.branchNotOpen) }
        try query.check()
    }

    private static func columns(_ query: inout ListQuery) -> [CitizenColumn] {
        let words = query.ordered("columns")
        if words.isEmpty { return CitizenColumn.standard }
        if words == ["all"] { return CitizenColumn.allCases }
        var columns: [CitizenColumn] = []
        for word in words {
            guard let column = CitizenColumn(rawValue: word) else {
                query.refuse("columns", "«\(word)»")
                continue
            }
            if !columns.contains(column) { columns.append(column) }
        }
        return columns
    }

    /// The parameters of the list's address, only what differs from the standard list; reading them gives the list back.
    public var query: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { pairs.append((name, value)) }
        }
        add("q", filter.keywords)
        add("age_min", filter.ageMin.map(String.init))
        add("age_max", filter.ageMax.map(String.init))
        add("education_min", filter.educationMin)
        filter.branches.forEach { add("branch", $0.text) }
        filter.provinces.forEach { add("province", $0) }
        filter.measures.forEach { add("measure", $0) }
        add("pad_from", filter.padFrom?.description)
        add("pad_to", filter.padTo?.description)
        add("cv_since", filter.curriculumSince?.description)
        add("licence", filter.licence)
        add("own_vehicle", filter.ownVehicle ? "true" : nil)
        add("sort", sort == .standard ? nil : sort.word)
        if columns != CitizenColumn.standard { add("columns", columns.map(\.rawValue).joined(separator: ",")) }
        return pairs
    }

    /// What an audit entry keeps of the list: everything that says who could be in it.
    var trace: [String: AuditValue] {
        var details: [String: AuditValue] = ["sort": .text(sort.word)]
        for (name, values) in Dictionary(grouping: query, by: \.name) where name != "columns" && name != "sort" {
            details[name] = values.count == 1 ? .text(values[0].value) : .list(values.map { .text($0.value) })
        }
        return details
    }
}

extension Finding {
    /// Nobody is in such a list, which is not what somebody meant who asked for it.
    fileprivate static var ageRangeEmpty: Finding {
        Finding(
            "age_min",
            "range_empty",
            it: "L'età minima supera quella massima: scambiale, o togline una",
            en: "The minimum age is above the maximum: swap them, or take one out"
        )
    }

    /// The same for a branch that is not there and for one of somebody else.
    fileprivate static var branchNotOpen: Finding {
        Finding(
            "branch",
            "branch_not_open",
            it: "Una filiale del filtro non è aperta nell'ambito in cui operi: togli il filtro, o cambia ambito",
            en:
                "A branch of the filter is not open in the scope in which you work: take the filter out, or change scope"
        )
    }

    fileprivate static var padRangeEmpty: Finding {
        Finding(
            "pad_from",
            "range_empty",
            it: "Il primo giorno viene dopo l'ultimo: scambiali, o togline uno",
            en: "The first day is after the last: swap them, or take one out"
        )
    }
}
