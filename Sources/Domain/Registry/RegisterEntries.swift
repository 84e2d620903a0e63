/// An agency as a file of the register states it.
public struct AgencyEntry: Hashable, Sendable {
    public let code: String
    public let taxCode: TaxCode
    public let name: String
    public let sections: Set<RegisterSection>
    public let authorisedFrom: Day
    public let authorisedTo: Day?

    public init(
        code: String,
        taxCode: TaxCode,
        name: String,
        sections: Set<RegisterSection>,
        authorisedFrom: Day,
        authorisedTo: Day? = nil
    ) {
        self.code = code
        self.taxCode = taxCode
        self.name = name
        self.sections = sections
        self.authorisedFrom = authorisedFrom
        self.authorisedTo = authorisedTo
    }
}

/// A branch as a file of the register states it.
public struct BranchEntry: Hashable, Sendable {
    public let agencyCode: String
    public let code: String
    public let name: String
    public let municipalityCode: String
    public let contact: Branch.Contact
    public let validFrom: Day
    public let validTo: Day?

    public init(
        agencyCode: String,
        code: String,
        name: String,
        municipalityCode: String,
        contact: Branch.Contact = Branch.Contact(),
        validFrom: Day,
        validTo: Day? = nil
    ) {
        self.agencyCode = agencyCode
        self.code = code
        self.name = name
        self.municipalityCode = municipalityCode
        self.contact = contact
        self.validFrom = validFrom
        self.validTo = validTo
    }
}

/// A job centre as a file states it.
public struct JobCentreEntry: Hashable, Sendable {
    public let code: String
    public let name: String
    public let municipalityCode: String
    public let address: String?
    public let email: String?

    public init(code: String, name: String, municipalityCode: String, address: String? = nil, email: String? = nil) {
        self.code = code
        self.name = name
        self.municipalityCode = municipalityCode
        self.address = address
        self.email = email
    }
}

/// Where a municipality lies on a day, by its cadastral code; nil when no such municipality was ever there.
public typealias PlaceOfMunicipality = @Sendable (_ code: String, _ day: Day) -> Branch.Place?

extension Finding {
    static func unknownAgency(_ code: String) -> Finding {
        Finding(
            "agency_code",
            "unknown_agency",
            it: "L'agenzia \(code) non è nel registro",
            en: "The agency \(code) is not in the register"
        )
    }

    static func unknownBranch(_ code: String) -> Finding {
        Finding(
            "branch_code",
            "unknown_branch",
            it: "La filiale \(code) non è nel registro",
            en: "The branch \(code) is not in the register"
        )
    }

    static func branchOfAnotherAgency(_ field: String, _ code: String) -> Finding {
        Finding(
            field,
            "branch_of_another_agency",
            it: "La filiale \(code) appartiene a un'altra agenzia",
            en: "The branch \(code) belongs to another agency"
        )
    }

    static func taxCodeOfAnotherAgency(_ code: String) -> Finding {
        Finding(
            "tax_code",
            "tax_code_of_another_agency",
            it: "Il codice fiscale appartiene già all'agenzia \(code)",
            en: "The tax code already belongs to agency \(code)"
        )
    }

    static func unknownMunicipality(_ code: String) -> Finding {
        Finding(
            "municipality_code",
            "unknown_municipality",
            it: "Il comune \(code) non esiste (serve il codice catastale, per esempio F205)",
            en: "The municipality \(code) does not exist (its cadastral code is needed, for instance F205)"
        )
    }

    static func otherAgency(_ code: String, expected: String) -> Finding {
        Finding(
            "agency_code",
            "other_agency",
            it: "La riga riguarda l'agenzia \(code), ma il file è caricato per \(expected)",
            en: "The row is about agency \(code), but the file is loaded for \(expected)"
        )
    }
}
