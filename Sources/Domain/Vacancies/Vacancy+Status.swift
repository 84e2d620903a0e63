internal import Persistence

extension Vacancy {
    /// Who moves a vacancy from state to state.
    public enum Mover: String, Hashable, Sendable, CaseIterable {
        /// An operator of the agency, on the pages.
        case agency
        /// The agency's software, through the API or a file.
        case client
        /// INPS or the Ministry.
        case authority
        case clock
    }

    /// The vacancy's state machine: what is not here is illegal.
    ///
    /// A suspended vacancy expires as a published one does, because its publication period ends all the same. What the
    /// authority hides stays hidden: DM 174/2024 answers false statements with it.
    public static let transitions: [Transition<Status, Mover>] = [
        Transition(.draft, .published, by: [.agency, .client]),
        Transition(.published, .suspended, by: [.agency, .client]),
        Transition(.suspended, .published, by: [.agency, .client]),
        Transition(.published, .expired, by: [.clock]),
        Transition(.suspended, .expired, by: [.clock]),
        Transition(.expired, .published, by: [.agency, .client]),
        Transition(.published, .closed, by: [.agency, .client]),
        Transition(.suspended, .closed, by: [.agency, .client]),
        Transition(.expired, .closed, by: [.agency, .client]),
        Transition(.published, .hidden, by: [.authority]),
        Transition(.suspended, .hidden, by: [.authority]),
        Transition(.expired, .hidden, by: [.authority]),
    ]

    /// The state that is true on a day: a publication ends at 24:00 of its last day even if no job has run since.
    public func status(on today: Day) -> Status {
        Vacancy.effectiveStatus(storedStatus, end: publicationEndDate, on: today)
    }

    static func effectiveStatus(_ stored: Status, end: Day?, on today: Day) -> Status {
        switch stored {
        case .published, .suspended:
            guard let end else { return stored }
            return end < today ? .expired : stored
        case .draft, .expired, .closed, .hidden:
            return stored
        }
    }

    /// ``status(on:)`` as an expression over the row `vacancy`.
    static func effectiveStatus(on today: Day) -> SQL {
        """
        CASE WHEN vacancy.status IN ('published', 'suspended') AND vacancy.publication_end_date < \(today)
            THEN 'expired' ELSE vacancy.status END
        """
    }

    /// The condition that ``effectiveStatus(on:)`` is one state, in the form that indexes can answer.
    ///
    /// The states stand in the text and are not bound: only so does an engine see that an index on the published ones
    /// holds all that is asked for.
    static func has(_ status: Status, on today: Day) -> SQL {
        switch status {
        case .published:
            "vacancy.status = 'published' AND vacancy.publication_end_date >= \(today)"
        case .suspended:
            "vacancy.status = 'suspended' AND vacancy.publication_end_date >= \(today)"
        case .expired:
            """
            (vacancy.status = 'expired'
                OR (vacancy.status IN ('published', 'suspended') AND vacancy.publication_end_date < \(today)))
            """
        case .draft: "vacancy.status = 'draft'"
        case .closed: "vacancy.status = 'closed'"
        case .hidden: "vacancy.status = 'hidden'"
        }
    }
}

extension Vacancy.Status {
    public var label: Localized {
        switch self {
        case .draft: Localized(it: "Bozza", en: "Draft")
        case .published: Localized(it: "Pubblicata", en: "Published")
        case .suspended: Localized(it: "Sospesa", en: "Suspended")
        case .expired: Localized(it: "Scaduta", en: "Expired")
        case .closed: Localized(it: "Chiusa", en: "Closed")
        case .hidden: Localized(it: "Oscurata", en: "Hidden")
        }
    }
}

extension Vacancy.ClosingReason {
    public var label: Localized {
        switch self {
        case .filled: Localized(it: "Posti coperti", en: "Filled")
        case .cancelledByClient: Localized(it: "Annullata dal cliente", en: "Cancelled by the client")
        case .error: Localized(it: "Errore", en: "Error")
        case .other: Localized(it: "Altro", en: "Other")
        }
    }
}

extension RemoteWork {
    public var label: Localized {
        switch self {
        case .onSite: Localized(it: "In sede", en: "On site")
        case .partial: Localized(it: "In parte da remoto", en: "Partly remote")
        case .full: Localized(it: "Da remoto", en: "Remote")
        }
    }
}

extension PayPeriod {
    public var label: Localized {
        switch self {
        case .hour: Localized(it: "all'ora", en: "an hour")
        case .month: Localized(it: "al mese", en: "a month")
        case .year: Localized(it: "all'anno", en: "a year")
        }
    }
}
