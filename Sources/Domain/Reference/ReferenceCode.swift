/// One entry of a code list.
public struct ReferenceCode: Hashable, Sendable {
    public let code: String
    public let label: Localized
    /// The code one level up, in lists that are trees.
    public let parent: String?
    /// The place on a scale, where the list is one: a higher education level has a higher rank.
    public let rank: Int?
    /// What else the list says of the code, by name.
    public let attributes: [String: String]
    public let validFrom: Day?
    /// The last day on which the code is good.
    public let validTo: Day?

    public init(
        code: String,
        label: Localized,
        parent: String? = nil,
        rank: Int? = nil,
        attributes: [String: String] = [:],
        validFrom: Day? = nil,
        validTo: Day? = nil
    ) {
        self.code = code
        self.label = label
        self.parent = parent
        self.rank = rank
        self.attributes = attributes
        self.validFrom = validFrom
        self.validTo = validTo
    }

    public func isValid(on day: Day) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validTo, day > validTo { return false }
        return attributes["use"] != "historic"
    }
}

/// What the rules need to know of a contract type.
public struct ContractType: Hashable, Sendable {
    /// The large families of the Ministry's table.
    public enum Kind: String, Sendable, CaseIterable {
        case permanent
        case fixedTerm = "fixed_term"
        case apprenticeship
        case domestic
        case intermittent
        case agencyPermanent = "agency_permanent"
        case agencyFixedTerm = "agency_fixed_term"
        case otherEmployment = "other_employment"
        case collaboration
        case traineeship
        case other
    }

    /// How the rule on offers that may not be refused reads the contract (DL 48/2023, article 9).
    public enum Article9: String, Sendable, CaseIterable {
        case permanent
        case fixedTerm = "fixed_term"
        /// The law leaves room: a person has to look.
        case toVerify = "to_verify"
        /// Not an offer of employment in the sense of the article.
        case noOffer = "no_offer"
    }

    public let code: String
    public let kind: Kind
    public let article9: Article9
    /// Whether an offer of this type has to say how long it lasts.
    public let durationIsRequired: Bool
    public let allowsSeasonalWork: Bool
    /// False for types that are only found in past jobs.
    public let isCurrent: Bool

    init?(_ entry: ReferenceCode) {
        guard let kind = entry.attributes["kind"].flatMap(Kind.init(rawValue:)),
            let article9 = entry.attributes["art9"].flatMap(Article9.init(rawValue:))
        else { return nil }
        code = entry.code
        self.kind = kind
        self.article9 = article9
        durationIsRequired = entry.attributes["duration"] == "required"
        allowsSeasonalWork = entry.attributes["seasonal"] == "yes"
        isCurrent = entry.attributes["use"] != "historic"
    }
}
