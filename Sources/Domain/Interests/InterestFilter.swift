/// What the list of expressions of interest is narrowed to.
public struct InterestFilter: ListFilter {
    public var statuses: [ExpressionOfInterest.Status] = []
    /// Those that nobody of the agency has read.
    public var unread = false
    /// The code of a vacancy, or the agency's own for it.
    public var vacancy: String?
    public var branches: [ID<Branch>] = []
    /// The beginning of the citizen's family name, and of the given name after it.
    public var citizen: String?
    public var submittedFrom: Day?
    public var submittedTo: Day?
    /// Changed at or after this instant.
    public var since: Instant?

    public init() {}

    /// Interests are not found by words of their CVs.
    public var keywords: String? {
        get { nil }
        set {}
    }

    /// The kinds of filters that are set, as citizens are told.
    var kinds: Set<SightingFilter> {
        var kinds: Set<SightingFilter> = []
        if !statuses.isEmpty || unread { kinds.insert(.status) }
        if vacancy != nil { kinds.insert(.vacancy) }
        if !branches.isEmpty { kinds.insert(.branches) }
        if citizen != nil { kinds.insert(.keywords) }
        if since != nil || submittedFrom != nil || submittedTo != nil { kinds.insert(.since) }
        return kinds
    }
}

// MARK: - In an address

extension InterestFilter {
    public init(reading query: inout ListQuery) {
        statuses = query.choices("status")
        unread = query.flag("unread")
        vacancy = query.text("vacancy")
        branches = query.branches("branch")
        citizen = query.text("citizen")
        (submittedFrom, submittedTo) = query.days(from: "submitted_from", to: "submitted_to")
        since = query.instant("since")
        if let citizen, Fold.key(citizen).isEmpty { query.refuse("citizen", "«\(citizen)»") }
    }

    public var query: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) {
            if let value { pairs.append((name, value)) }
        }
        statuses.forEach { add("status", $0.rawValue) }
        add("unread", unread ? "true" : nil)
        add("vacancy", vacancy)
        branches.forEach { add("branch", $0.text) }
        add("citizen", citizen)
        add("submitted_from", submittedFrom?.description)
        add("submitted_to", submittedTo?.description)
        add("since", since?.rfc3339)
        return pairs
    }

    public func unknownCodes(_ reference: ReferenceSnapshot) -> [Finding] { [] }

    public func words(_ reference: ReferenceSnapshot, branches names: [ID<Branch>: String]) -> [FilterWords] {
        var list = FilterWordsList()
        list.add("status", statuses.map(\.label))
        list.add("unread", unread)
        list.add("vacancy", vacancy)
        list.add("branch", branches, named: names)
        list.add("citizen", citizen)
        list.add("submitted_from", submittedFrom)
        list.add("submitted_to", submittedTo)
        list.add("since", since.map(\.rfc3339))
        return list.words
    }
}
