public import Persistence

/// What an agency notes about an application: a contact, an interview, how a CV was judged (`domain.md` 3.6).
///
/// It is never a refusal: that a citizen did not accept a proposal is told to INPS by a communication of its own.
public struct Annotation: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case contact
        case interviewInvitation = "interview_invitation"
        case interview
        case curriculumAssessment = "cv_assessment"
        case sentToClient = "sent_to_client"
        case proposal
        case guidanceTraining = "guidance_training"
        case hiring
        case note
    }

    public enum Outcome: String, Hashable, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case reached
        case noAnswer = "no_answer"
        case wrongNumber = "wrong_number"
        case callBack = "call_back"
        case scheduled, postponed, declined
        case positive, negative
        case toReassess = "to_reassess"
        case noShow = "no_show"
        case suitable, unsuitable, incomplete
        case sent, interested
        case notInterested = "not_interested"
        case made, accepted
        case notAccepted = "not_accepted"
        case proposed, started
        case hired
        case notHired = "not_hired"
    }

    /// The longest text, in characters.
    public static let longestText = 2000

    public let id: ID<Annotation>
    public let interest: ID<ExpressionOfInterest>
    public let kind: Kind
    public let outcome: Outcome?
    /// The day on which it happened, or is to happen.
    public let date: Day
    public let text: String?
    public let nextActionDate: Day?
    /// The annotation in whose place this one stands; that one stays as it was written.
    public let corrects: ID<Annotation>?
    public let at: Instant
}

extension Annotation.Kind {
    /// The outcomes that a kind may have; none for one that has no outcome.
    public var outcomes: [Annotation.Outcome] {
        switch self {
        case .contact: [.reached, .noAnswer, .wrongNumber, .callBack]
        case .interviewInvitation: [.scheduled, .postponed, .declined]
        case .interview: [.positive, .negative, .toReassess, .noShow]
        case .curriculumAssessment: [.suitable, .unsuitable, .incomplete]
        case .sentToClient: [.sent, .interested, .notInterested]
        case .proposal: [.made, .accepted, .notAccepted]
        case .guidanceTraining: [.proposed, .started]
        case .hiring: [.hired, .notHired]
        case .note: []
        }
    }
}

/// An annotation as it is sent.
public struct AnnotationDraft: Hashable, Sendable {
    public var kind: Annotation.Kind?
    public var outcome: Annotation.Outcome?
    /// Nil for today.
    public var date: Day?
    public var text: String?
    public var nextActionDate: Day?
    public var corrects: ID<Annotation>?

    public init(_ kind: Annotation.Kind? = nil, _ outcome: Annotation.Outcome? = nil, text: String? = nil) {
        self.kind = kind
        self.outcome = outcome
        self.text = text
    }

    /// All that is wrong with it.
    public func findings(on today: Day) -> [Finding] {
        var findings: [Finding] = []
        func add(_ field: String, _ code: String, it: String, en: String) {
            findings.append(Finding(field, code, it: it, en: en))
        }
        if let kind {
            let words = kind.outcomes.map(\.rawValue).joined(separator: ", ")
            switch outcome {
            case nil where !kind.outcomes.isEmpty:
                add("outcome", "required", it: "Manca l'esito: \(words).", en: "The outcome is missing: \(words).")
            case let outcome? where !kind.outcomes.contains(outcome):
                add(
                    "outcome",
                    "outcome_of_other_kind",
                    it: words.isEmpty ? "Una nota non ha esito." : "Esiti ammessi: \(words).",
                    en: words.isEmpty ? "A note has no outcome." : "Outcomes that it may have: \(words)."
                )
            case nil, _?: break
            }
        } else {
            add("kind", "required", it: "Manca il tipo di annotazione.", en: "The kind of annotation is missing.")
        }
        check(text, add)
        let date = date ?? today
        // An invitation is for a day to come; whatever else is noted has happened.
        if date > (kind == .interviewInvitation ? today.adding(months: 12) : today) {
            add("date", "in_the_future", it: "La data è nel futuro.", en: "The date is in the future.")
        }
        if date < today.adding(months: -24) {
            add("date", "too_old", it: "La data è di oltre due anni fa.", en: "The date is more than two years ago.")
        }
        if let nextActionDate, nextActionDate < date {
            add(
                "next_action_date",
                "before_date",
                it: "La prossima azione precede l'annotazione.",
                en: "The next action comes before the annotation."
            )
        }
        return findings
    }

    private func check(_ text: String?, _ add: (_ field: String, _ code: String, _ it: String, _ en: String) -> Void) {
        guard let text, !text.isEmpty else {
            if kind == .note { add("text", "required", "Una nota ha un testo.", "A note has a text.") }
            return
        }
        if text.unicodeScalars.count > Annotation.longestText {
            let limit = Annotation.longestText
            add("text", "too_long", "Al massimo \(limit) caratteri.", "At most \(limit) characters.")
        }
        if text.hasControlCharacter(isMultiline: true) {
            add("text", "unreadable_characters", "Contiene caratteri di controllo.", "It holds control characters.")
        }
    }
}

/// The last thing that was noted about an application.
public struct LatestAnnotation: Hashable, Sendable {
    public let kind: Annotation.Kind
    public let outcome: Annotation.Outcome?
    public let date: Day
}

extension Annotation: FromRow {
    static let columns: SQL =
        "a.id, a.interest_id, a.kind, a.outcome, a.date, a.text, a.next_action_date, a.corrects_id, a.at"

    public init(from row: inout Row) throws {
        id = try row.next()
        interest = try row.next()
        kind = try row.next()
        outcome = try row.next()
        date = try row.next()
        text = try row.next()
        nextActionDate = try row.next()
        corrects = try row.next()
        at = try row.next()
    }
}
