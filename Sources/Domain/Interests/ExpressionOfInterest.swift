public import Persistence

/// A citizen's application to a vacancy (*manifestazione di interesse*).
///
/// It keeps the CV and the contacts as they were when it was sent: what the agency was shown does not change behind its
/// back, and what the citizen writes later is not given away by an old application.
public struct ExpressionOfInterest: Hashable, Sendable {
    public let id: ID<ExpressionOfInterest>
    public let vacancy: ID<Vacancy>
    public let citizen: ID<Citizen>
    public let agency: ID<Agency>
    public let branch: ID<Branch>
    public let period: ID<PublicationPeriod>
    public let status: Status
    public let submittedAt: Instant
    public let updatedAt: Instant
    public let viewedAt: Instant?
    public let message: String?

    /// How far an application has come.
    public enum Status: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case submitted
        case viewed
        case inReview = "in_review"
        case contacted
        case interviewScheduled = "interview_scheduled"
        case interviewed
        case proposed
        case hired
        case notSelected = "not_selected"
        case unreachable
        /// By the citizen.
        case withdrawn
        /// The vacancy is no longer to be had.
        case lapsed
        /// Automatic; the citizen's other agencies are not told by whom.
        case hiredElsewhere = "hired_elsewhere"

        /// Whether somebody still waits for something.
        public var isOpen: Bool { Status.path.contains(self) }

        /// The states that lead to a hire, in their order.
        static let path: [Status] = [
            .submitted, .viewed, .inReview, .contacted, .interviewScheduled, .interviewed, .proposed,
        ]
    }

    /// The longest message that a citizen adds, in characters.
    public static let longestMessage = 1000
}

extension ExpressionOfInterest {
    /// Who moves an application from state to state.
    public enum Mover: String, Hashable, Sendable, CaseIterable, Bindable, ColumnDecodable {
        case citizen
        case agency
        /// What happens by itself: the end of a vacancy, a hire somewhere else.
        case system
    }

    /// The state machine of applications: what is not here is illegal.
    ///
    /// The agency goes forward on the path and may pass over states, since a telephone call may come before anything
    /// else; it ends the application from any of them. A hire elsewhere can be taken back, when it did not come about.
    public static let transitions: [Transition<Status, Mover>] = {
        var table: [Transition<Status, Mover>] = []
        for (index, from) in Status.path.enumerated() {
            for to in Status.path[(index + 1)...] where to != .viewed || from == .submitted {
                table.append(Transition(from, to, by: [.agency]))
            }
            for end in [Status.hired, .notSelected, .unreachable] {
                table.append(Transition(from, end, by: [.agency]))
            }
            table.append(Transition(from, .withdrawn, by: [.citizen]))
            table.append(Transition(from, .lapsed, by: [.system]))
            table.append(Transition(from, .hiredElsewhere, by: [.system]))
            table.append(Transition(.hiredElsewhere, from, by: [.system]))
        }
        return table
    }()
}

extension ExpressionOfInterest.Status {
    public var label: Localized {
        switch self {
        case .submitted: Localized(it: "Inviata", en: "Submitted")
        case .viewed: Localized(it: "Letta", en: "Viewed")
        case .inReview: Localized(it: "In esame", en: "In review")
        case .contacted: Localized(it: "Contattato", en: "Contacted")
        case .interviewScheduled: Localized(it: "Colloquio fissato", en: "Interview scheduled")
        case .interviewed: Localized(it: "Colloquio svolto", en: "Interviewed")
        case .proposed: Localized(it: "Proposta fatta", en: "Proposed")
        case .hired: Localized(it: "Assunto", en: "Hired")
        case .notSelected: Localized(it: "Non selezionato", en: "Not selected")
        case .unreachable: Localized(it: "Non reperibile", en: "Unreachable")
        case .withdrawn: Localized(it: "Ritirata", en: "Withdrawn")
        case .lapsed: Localized(it: "Decaduta", en: "Lapsed")
        case .hiredElsewhere: Localized(it: "Assunto altrove", en: "Hired elsewhere")
        }
    }
}

/// Why an interest cannot be expressed.
public enum CannotExpressInterest: Error, Hashable, Sendable {
    case vacancyNotPublished
    /// In this publication period; the state that the earlier one has.
    case alreadyExpressed(ExpressionOfInterest.Status)
    /// Without a CV the agency has nothing to look at.
    case curriculumMissing
    case messageTooLong(limit: Int)
    case messageUnreadable
}

/// A move that the table of transitions does not hold.
public struct IllegalInterestTransition: Error, Hashable, Sendable {
    public let from: ExpressionOfInterest.Status
    public let to: ExpressionOfInterest.Status
    public let allowed: [ExpressionOfInterest.Status]
}
