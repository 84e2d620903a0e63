internal import Domain

/// The language that somebody prefers of those we speak (RFC 9110 section 12.5.4).
enum AcceptLanguage {
    /// Italian, unless English is wanted more: the API of an Italian administration.
    static func preferred(_ header: String?) -> Language {
        guard let header else { return .it }
        var weights: [Language: Double] = [:]
        for part in header.split(separator: ",").prefix(32) {
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let range = pieces.first else { continue }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }
            let weight = quality.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            let primary = String(range.prefix { $0 != "-" })
            if let language = Language(rawValue: primary) {
                weights[language] = max(weights[language] ?? 0, weight)
            }
        }
        return (weights[.en] ?? 0) > (weights[.it] ?? 0) ? .en : .it
    }
}
