public import Persistence

/// A service pact (*patto di servizio personalizzato*): owned by the job centre, a projection here.
///
/// Source: d.lgs. 150/2015, article 20.
public struct ServicePact: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case toSummon = "to_summon"
        case summoned
        case signed
        case updated
        case suspended
        case closed

        /// The states in which the agencies that the pact names may see the citizen.
        public static let inForce: [State] = [.signed, .updated]

        public var label: Localized {
            switch self {
            case .toSummon: Localized(it: "Da convocare", en: "To be summoned")
            case .summoned: Localized(it: "Convocato", en: "Summoned")
            case .signed: Localized(it: "Stipulato", en: "Signed")
            case .updated: Localized(it: "Aggiornato", en: "Updated")
            case .suspended: Localized(it: "Sospeso", en: "Suspended")
            case .closed: Localized(it: "Chiuso", en: "Closed")
            }
        }
    }

    public let id: ID<ServicePact>
    public let citizen: ID<Citizen>
    public let jobCentre: ID<JobCentre>
    public let state: State
    public let signedOn: Day?
    public let branches: Set<ID<Branch>>
}

/// A service pact as a file of the job centres states it.
public struct ServicePactEntry: Hashable, Sendable {
    public let taxCode: TaxCode
    public let jobCentreCode: String
    public let state: ServicePact.State
    public let signedOn: Day?
    public let branchCodes: [String]

    public init(
        taxCode: TaxCode,
        jobCentreCode: String,
        state: ServicePact.State,
        signedOn: Day?,
        branchCodes: [String]
    ) {
        self.taxCode = taxCode
        self.jobCentreCode = jobCentreCode
        self.state = state
        self.signedOn = signedOn
        self.branchCodes = branchCodes
    }

    /// One pact per person and job centre.
    public var key: String { "\(taxCode)/\(jobCentreCode)" }
}
