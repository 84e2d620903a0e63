internal import Persistence

/// The statements that find who saw a citizen: entries of the audit trail about her, and viewings that hold her number.
///
/// Both walk an index of hers from its end, and stop when a page is full.
struct SightingStatement: Sendable {
    private let citizen: ID<Citizen>
    private let agency: ID<Agency>?
    private let since: Day

    init(of citizen: ID<Citizen>, by agency: ID<Agency>? = nil, since: Day) {
        self.citizen = citizen
        self.agency = agency
        self.since = since
    }

    /// What she does herself is no sighting, nor what the system does.
    ///
    /// What was refused was not seen; an application becomes viewed by being read, which has an entry of its own.
    private var entryConditions: SQL {
        let agency: SQL = agency.map { " AND e.agency_id = \($0)" } ?? ""
        return """
            e.citizen_id = \(citizen) AND e.at >= \(since.start) AND e.result = 'succeeded'
            AND e.actor_kind IN ('operator', 'client', 'job_centre', 'authority')
            AND e.action <> 'interest.viewed'\(agency)
            """
    }

    private static let people: SQL = """
        LEFT JOIN agency a ON a.id = e.agency_id
        LEFT JOIN official f ON e.actor_kind = 'job_centre' AND f.id = e.actor_id
        LEFT JOIN job_centre j ON j.id = f.job_centre_id
        """

    /// Entries about her alone.
    func entries(before position: SightingPosition?, limit: Int) -> SQL {
        let before: SQL = position.map { " AND (e.at, e.id) < (\($0.at), \($0.id))" } ?? ""
        return """
            SELECT e.id, e.actor_kind, e.agency_id, a.name, j.name, b.name, e.at, e.action, w.title, e.reason, r.title,
                o.name
            FROM audit_entry e \(SightingStatement.people)
            LEFT JOIN branch b ON b.id = e.scope_branch_id
            LEFT JOIN expression_of_interest x ON e.subject_kind = 'expression_of_interest' AND x.id = e.subject_id
            LEFT JOIN vacancy w ON w.id = x.vacancy_id
            LEFT JOIN branch o ON o.id = w.branch_id
            LEFT JOIN vacancy r ON r.code = e.reason AND r.agency_id = e.agency_id
            WHERE \(entryConditions)\(before) ORDER BY e.at DESC, e.id DESC LIMIT \(limit)
            """
    }

    /// The branches that her activation pacts have named, each with the time of its pact.
    var choices: SQL {
        """
        SELECT c.agency_id, b.name, p.effective_at, p.ended_at
        FROM activation_pact p JOIN activation_pact_choice c ON c.pact_id = p.id JOIN branch b ON b.id = c.branch_id
        WHERE p.citizen_id = \(citizen) AND p.effective_at IS NOT NULL ORDER BY b.name_fold, b.id
        """
    }

    var entryCounts: SQL {
        """
        SELECT e.actor_kind, e.agency_id, a.name, j.name, count(*), 0, 0, max(e.at)
        FROM audit_entry e \(SightingStatement.people)
        WHERE \(entryConditions) GROUP BY e.actor_kind, e.agency_id, a.name, j.name
        """
    }

    /// Her number among those who were ever in a list.
    var number: SQL { "SELECT n.number FROM viewed_citizen n WHERE n.citizen_id = \(citizen)" }

    private func viewingConditions(_ number: Int64) -> SQL {
        let agency: SQL = agency.map { " AND v.agency_id = \($0)" } ?? ""
        return """
            m.block = \(ViewedMembers.block(number)) AND (m.members & \(ViewedMembers.bit(number))) <> 0
            AND v.day >= \(since)\(agency)
            """
    }

    /// Lists and exports that held her.
    ///
    /// Their ids grow with time, as far as a clock that is put back allows: an hour is more than that.
    func viewings(of number: Int64, before position: SightingPosition?, limit: Int) -> SQL {
        let before: SQL =
            position.map { position in
                let last = IDGenerator.least(at: position.at.adding(seconds: 3600), Viewing.self)
                return " AND m.viewing_id < \(last) AND (v.at, v.id) < (\(position.at), \(position.id))"
            } ?? ""
        return """
            SELECT m.viewing_id, v.agency_id, a.name, b.name, v.by_software, v.kind, v.day, v.filters, v.columns, v.at
            FROM viewing_member m JOIN viewing v ON v.id = m.viewing_id JOIN agency a ON a.id = v.agency_id
            LEFT JOIN branch b ON b.id = v.branch_id
            WHERE \(viewingConditions(number))\(before) ORDER BY m.viewing_id DESC LIMIT \(limit)
            """
    }

    func viewingCounts(of number: Int64) -> SQL {
        """
        SELECT 'operator', v.agency_id, a.name, CAST(NULL AS TEXT), 0,
            count(DISTINCT CASE WHEN v.kind <> 'export' THEN v.day END),
            count(CASE WHEN v.kind = 'export' THEN 1 END), max(v.at)
        FROM viewing_member m JOIN viewing v ON v.id = m.viewing_id JOIN agency a ON a.id = v.agency_id
        WHERE \(viewingConditions(number)) GROUP BY v.agency_id, a.name
        """
    }
}

extension Sighting.Viewer {
    fileprivate init(kind: String, agency: ID<Agency>?, name: String?, jobCentre: String?) {
        self =
            if let agency { .agency(agency, name: name ?? "") } else if kind == "job_centre" {
                .jobCentre(jobCentre)
            } else { .authority }
    }
}

/// Where a sighting stands in the order of time.
struct SightingPosition: Hashable, Comparable, Sendable {
    let at: Instant
    let id: Int64

    static func < (left: SightingPosition, right: SightingPosition) -> Bool {
        (left.at, left.id) < (right.at, right.id)
    }
}

/// A sighting with its place in the order.
struct PlacedSighting: Sendable {
    let position: SightingPosition
    private(set) var sighting: Sighting

    /// With the branches that gave the right to look, where somebody looked across branches.
    func named(by choices: [ChosenBranch]) -> PlacedSighting {
        guard case .agency(let agency, _) = sighting.viewer, sighting.branch == nil, sighting.through.isEmpty else {
            return self
        }
        var result = self
        result.sighting.through = choices.filter { $0.agency == agency && $0.holds(at: position.at) }.map(\.branch)
        return result
    }
}

/// A branch that a pact of the citizen names, while it does.
struct ChosenBranch: FromRow {
    let agency: ID<Agency>
    let branch: String
    private let from: Instant
    private let end: Instant?

    init(from row: inout Row) throws {
        agency = try row.next()
        branch = try row.next()
        from = try row.next()
        end = try row.next()
    }

    func holds(at instant: Instant) -> Bool {
        from <= instant && end.map { instant < $0 } ?? true
    }
}

/// A sighting out of the audit trail.
struct EntrySighting: FromRow {
    let placed: PlacedSighting

    init(from row: inout Row) throws {
        let id: Int64 = try row.next()
        let kind: String = try row.next()
        let viewer = Sighting.Viewer(
            kind: kind,
            agency: try row.next(),
            name: try row.next(),
            jobCentre: try row.next()
        )
        let branch: String? = try row.next()
        let at: Instant = try row.next()
        let act = Sighting.Act(try row.next(), vacancy: try row.next())
        let reason = Sighting.Reason(try row.next(), vacancy: try row.next())
        let owner: String? = try row.next()
        let sighting = Sighting(
            viewer: viewer,
            branch: branch,
            isBySoftware: kind == "client",
            time: .instant(at),
            act: act,
            reason: act == .readDetail ? reason : nil,
            through: branch == nil ? owner.map { [$0] } ?? [] : []
        )
        placed = PlacedSighting(position: SightingPosition(at: at, id: id), sighting: sighting)
    }
}

extension Sighting.Reason {
    /// What was said is believed where it is the code of a vacancy of that agency.
    fileprivate init?(_ reason: String?, vacancy: String?) {
        if let vacancy { self = .vacancy(vacancy) } else if reason == "search" { self = .search } else { return nil }
    }
}

extension Sighting.Act {
    /// An action that has no words of its own here is shown all the same.
    fileprivate init(_ action: AuditAction, vacancy: String?) {
        let word = action.rawValue
        let status =
            word.hasPrefix("interest.") ? ExpressionOfInterest.Status(rawValue: String(word.dropFirst(9))) : nil
        self =
            switch (word, status) {
            case ("citizen.read", _): .readDetail
            case ("interest.read", _): .readInterest(vacancy)
            case (_, let status?): .movedInterest(status, vacancy)
            case (_, nil): .other(action)
            }
    }
}

/// A sighting out of the viewings.
struct ViewingSighting: FromRow {
    let placed: PlacedSighting

    init(from row: inout Row) throws {
        let id: Int64 = try row.next()
        let viewer = Sighting.Viewer.agency(try row.next(), name: try row.next())
        let branch: String? = try row.next()
        let isBySoftware: Bool = try row.next()
        let kind: Viewing.Kind = try row.next()
        let day: Day = try row.next()
        let filters = SightingFilter.read(try row.next())
        let words: String = try row.next()
        let columns = words.split(separator: " ").compactMap { CitizenColumn(rawValue: String($0)) }
        let at: Instant = try row.next()
        let act: Sighting.Act =
            switch kind {
            case .list: .listed(filters)
            case .interests: .listedInterests(filters)
            case .export: .exported(filters, columns)
            }
        let sighting = Sighting(
            viewer: viewer,
            branch: branch,
            isBySoftware: isBySoftware,
            time: kind == .export ? .instant(at) : .day(day),
            act: act
        )
        placed = PlacedSighting(position: SightingPosition(at: at, id: id), sighting: sighting)
    }
}

/// How often somebody saw a citizen, in one of the two ways.
struct ViewerCount: FromRow {
    let viewer: Sighting.Viewer
    let reads: Int
    let listDays: Int
    let exports: Int
    let latest: Day

    init(from row: inout Row) throws {
        let kind: String = try row.next()
        viewer = Sighting.Viewer(
            kind: kind,
            agency: try row.next(),
            name: try row.next(),
            jobCentre: try row.next()
        )
        reads = try row.next()
        listDays = try row.next()
        exports = try row.next()
        latest = Day(of: try row.next())
    }
}
