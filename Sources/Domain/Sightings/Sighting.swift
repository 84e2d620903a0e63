/// One time that somebody saw a citizen's data, as she may see it: agency and branch, never the person.
public struct Sighting: Hashable, Sendable {
    /// Who saw them.
    public enum Viewer: Hashable, Sendable {
        case agency(ID<Agency>, name: String)
        /// Its name, where the person still works for it.
        case jobCentre(String?)
        case authority
    }

    /// When: to the second, or on which day for lists, whose pages of a day are one sighting.
    public enum Time: Hashable, Sendable {
        case instant(Instant)
        case day(Day)
    }

    /// What was seen, and why.
    public enum Act: Hashable, Sendable {
        /// Her page, with contacts and CV.
        case readDetail
        /// Her application to a vacancy, by the vacancy's title.
        case readInterest(String?)
        /// She was in a list, looked for by these kinds of filters.
        case listed([SightingFilter])
        /// She was in a list of those who applied to the agency's vacancies.
        case listedInterests([SightingFilter])
        /// She was in a list that was taken away as a file, with these columns.
        case exported([SightingFilter], [CitizenColumn])
        /// Her application was taken on.
        case movedInterest(ExpressionOfInterest.Status, String?)
        /// Something else was done with her data.
        case other(AuditAction)
    }

    /// In which course her page was opened, as whoever opened it has said.
    public enum Reason: Hashable, Sendable {
        case search
        /// For a vacancy of the agency, by its title.
        case vacancy(String)
    }

    public let viewer: Viewer
    /// The branch in whose scope it was; nil when it was across branches, or by the agency's software.
    public let branch: String?
    /// Whether a program of the agency did it, and nobody by hand.
    public let isBySoftware: Bool
    public let time: Time
    public let act: Act
    public internal(set) var reason: Reason?
    /// Across branches: those by which there was a right to see her, as far as a pact or a vacancy tells.
    public internal(set) var through: [String] = []
}

/// How often somebody saw a citizen's data.
public struct SightingSummary: Hashable, Sendable {
    public let viewer: Sighting.Viewer
    /// Times that her page or an application of hers was opened or worked on.
    public internal(set) var reads: Int
    /// Days on which she was in a list.
    public internal(set) var listDays: Int
    /// Files that held her.
    public internal(set) var exports: Int
    public internal(set) var latest: Day
}
