internal import Foundation

/// A place as people write it: `Samone`, or `Samone (TO)` where several comuni share the name.
public struct PlaceName: Hashable, Sendable {
    public let name: String
    /// The province's letters, where they were written.
    public let province: String?

    public init(_ text: String) {
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
}
