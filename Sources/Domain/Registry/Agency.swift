public import Persistence

/// An employment agency or authorised body of the national register.
public struct Agency: Hashable, Sendable {
    public let id: ID<Agency>
    public let code: String
    public let taxCode: TaxCode
    public let name: String
    public let sections: Set<RegisterSection>
    public let authorisedFrom: Day
    /// The last day of the authorisation, inclusive.
    public let authorisedTo: Day?

    public init(
        id: ID<Agency>,
        code: String,
        taxCode: TaxCode,
        name: String,
        sections: Set<RegisterSection>,
        authorisedFrom: Day,
        authorisedTo: Day? = nil
    ) {
        self.id = id
        self.code = code
        self.taxCode = taxCode
        self.name = name
        self.sections = sections
        self.authorisedFrom = authorisedFrom
        self.authorisedTo = authorisedTo
    }

    public func isAuthorised(on day: Day) -> Bool {
        authorisedFrom <= day && (authorisedTo.map { day <= $0 } ?? true)
    }

    /// What the agency may do on `day`: nothing outside its authorisation.
    public func rights(on day: Day) -> Set<AgencyRight> {
        isAuthorised(on: day) ? sections.reduce(into: []) { $0.formUnion($1.rights(on: day)) } : []
    }

    /// The ids of the agencies that are authorised on `day` and, where one is named, have the right then.
    public static func authorised(on day: Day, with right: AgencyRight? = nil) -> SQL {
        """
        SELECT a.id FROM agency a WHERE \(isAuthorised(on: day))\(right.map { has($0, on: day) } ?? "")
        """
    }

    /// The condition on a row `a` of agencies: its authorisation holds on `day`.
    static func isAuthorised(on day: Day) -> SQL {
        "a.authorised_from <= \(day) AND (a.authorised_to IS NULL OR a.authorised_to >= \(day))"
    }

    /// The further condition on a row `a` of agencies: one of its sections gives the right on `day`.
    static func has(_ right: AgencyRight, on day: Day) -> SQL {
        """
         AND EXISTS (
            SELECT 1 FROM agency_section x WHERE x.agency_id = a.id AND x.section IN \(in: right.sections(on: day))
        )
        """
    }
}
