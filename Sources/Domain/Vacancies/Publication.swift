/// How far a vacancy has been taken, and until when: the part of it that the state machine moves.
struct Publication: Hashable, Sendable {
    /// As stored.
    var status: Vacancy.Status
    /// The beginning of the latest publication period.
    var start: Instant?
    var end: Day?
    var closingReason: Vacancy.ClosingReason?

    /// A vacancy before anybody has published it.
    static let none = Publication(status: .draft, start: nil, end: nil, closingReason: nil)
}

/// What a move of the state machine does to the publication periods.
enum PeriodStep: Hashable, Sendable {
    case stay
    case open
    case moveEnd
    case end(PublicationPeriod.EndReason)
}

/// A move that the table of transitions does not hold.
public struct IllegalTransition: Error, Hashable, Sendable {
    public let from: Vacancy.Status
    public let to: Vacancy.Status
    /// Where the one who asked may lead the vacancy instead.
    public let allowed: [Vacancy.Status]

    /// The move as a finding about the field `status`.
    public var finding: Finding {
        let ways = allowed.map(\.rawValue).joined(separator: ", ")
        return Finding(
            "status",
            "illegal_transition",
            it: "Un'offerta nello stato «\(from.label.it)» non può passare a «\(to.label.it)».",
            en: "A vacancy that is \(from.rawValue) cannot become \(to.rawValue).",
            suggestion: allowed.isEmpty
                ? Localized(it: "Lo stato è definitivo.", en: "The state is final.")
                : Localized(it: "Stati ammessi: \(ways).", en: "States that it may take: \(ways).")
        )
    }
}

/// What is asked of a vacancy's publication; what is nil stays.
public struct PublicationChange: Hashable, Sendable {
    public var status: Vacancy.Status?
    public var endDate: Day?
    public var closingReason: Vacancy.ClosingReason?

    public init(status: Vacancy.Status? = nil, endDate: Day? = nil, closingReason: Vacancy.ClosingReason? = nil) {
        self.status = status
        self.endDate = endDate
        self.closingReason = closingReason
    }
}

extension Publication {
    struct Move: Hashable, Sendable {
        let publication: Publication
        let step: PeriodStep
    }

    func effectiveStatus(on today: Day) -> Vacancy.Status {
        Vacancy.effectiveStatus(status, end: end, on: today)
    }

    /// The publication after a change, by the table ``Vacancy/transitions`` and nothing else.
    ///
    /// Whether the new dates are admissible is left to the rules of the draft, which say everything that is wrong at once.
    func moved(
        by change: PublicationChange,
        mover: Vacancy.Mover,
        now: Instant
    ) throws(IllegalTransition) -> Move {
        let current = effectiveStatus(on: Day(of: now))
        let wanted = change.status ?? current
        if wanted == current { return try stayed(current, change, mover) }
        guard Vacancy.transitions.allow(current, wanted, by: mover) else {
            throw illegal(current, wanted, mover)
        }
        var next = self
        next.status = wanted
        switch wanted {
        case .published where current != .suspended:
            next.start = now
            // The old period's end is over and never the new one's; a draft's is what its author had in mind.
            next.end = change.endDate ?? (current == .draft ? end : nil)
            return Move(publication: next, step: .open)
        case .published, .suspended:
            next.end = change.endDate ?? end
            return Move(publication: next, step: next.end == end ? .stay : .moveEnd)
        case .closed:
            next.closingReason = change.closingReason
            return Move(publication: next, step: .end(.closed))
        case .hidden:
            return Move(publication: next, step: .end(.hidden))
        case .expired:
            return Move(publication: next, step: .end(.expired))
        case .draft:
            throw illegal(current, wanted, mover)
        }
    }

    /// The same state: within its period a published vacancy's end may move, and a draft's plan may change.
    private func stayed(
        _ current: Vacancy.Status,
        _ change: PublicationChange,
        _ mover: Vacancy.Mover
    ) throws(IllegalTransition) -> Move {
        var next = self
        guard let newEnd = change.endDate, newEnd != end else { return Move(publication: self, step: .stay) }
        next.end = newEnd
        switch current {
        case .draft: return Move(publication: next, step: .stay)
        case .published, .suspended: return Move(publication: next, step: .moveEnd)
        case .expired, .closed, .hidden: throw illegal(current, current, mover)
        }
    }

    private func illegal(_ from: Vacancy.Status, _ to: Vacancy.Status, _ mover: Vacancy.Mover) -> IllegalTransition {
        IllegalTransition(from: from, to: to, allowed: Vacancy.transitions.next(from: from, by: mover))
    }
}
