internal import Foundation

/// A place as people write it: `Samone`, or `Samone (TO)` where several comuni share the name.
public struct PlaceName: Hashable, Sendable {
    /// As it was written.
    public let text: String
    public let name: String
    /// The province's letters, where they were written.
    public let province: String?

    public init(_ text: String) {
        self.text = text
        guard let open = text.lastIndex(of: "("), text.hasSuffix(")") else {
            (name, province) = (text, nil)
            return
        }
        name = text[..<open].trimmingCharacters(in: .whitespacesAndNewlines)
        province = text[text.index(after: open)...].dropLast().trimmingCharacters(in: .whitespacesAndNewlines)
            .uppercased()
    }
}

extension Municipality {
    /// `Samone (TO)`: how a comune is told from others of its name.
    public var fullName: String { "\(name) (\(province))" }
}

extension ReferenceSnapshot {
    /// The comuni of today of that name.
    public func municipalities(named place: PlaceName) -> [Municipality] {
        municipalities(named: place.name, province: place.province)
    }

    /// The comuni that had that name once: they have another one now, belong to another province, or are no more.
    ///
    /// Of several of the same name and province it is the last that had them.
    public func formerMunicipalities(named place: PlaceName) -> [Municipality] {
        let found = (formerMunicipalitiesByName[Fold.key(place.name)] ?? [])
            .filter { place.province == nil || $0.province == place.province }
            .sorted { ($0.validTo ?? $0.validFrom, $0.code) > ($1.validTo ?? $1.validFrom, $1.code) }
        var names: Set<String> = []
        return found.filter { names.insert($0.fullName).inserted }
    }
}
