/// How sure it is that the person is who they say (regulation (EU) 910/2014, article 8).
public enum AssuranceLevel: Int, Sendable, Hashable, Comparable, CaseIterable {
    case low = 1
    case substantial = 2
    case high = 3

    public static func < (one: AssuranceLevel, other: AssuranceLevel) -> Bool {
        one.rawValue < other.rawValue
    }

    /// The levels of SPID, whose names CIE uses too, and of eIDAS, by the value of `acr`.
    public static let known: [String: AssuranceLevel] = [
        "https://www.spid.gov.it/SpidL1": .low,
        "https://www.spid.gov.it/SpidL2": .substantial,
        "https://www.spid.gov.it/SpidL3": .high,
        "http://eidas.europa.eu/LoA/low": .low,
        "http://eidas.europa.eu/LoA/substantial": .substantial,
        "http://eidas.europa.eu/LoA/high": .high,
    ]
}
