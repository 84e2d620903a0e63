public import Domain

/// The texts of a page in the language of the one who reads it: `words(.signIn)`.
///
/// All texts stand in one catalogue, `Kernel/Strings`, as constants of `Localized`.
public struct Words: Sendable, Hashable {
    public let language: Language

    public init(_ language: Language) {
        self.language = language
    }

    public func callAsFunction(_ text: Localized) -> String {
        text[language]
    }

    /// A count with its noun, in the right number.
    public func count(_ number: Int, one: Localized, many: Localized) -> String {
        "\(grouped(number)) \((number == 1 ? one : many)[language])"
    }

    /// A number as the language groups its thousands: 12.345 and 12,345.
    public func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += language == .it ? "." : "," }
            result.append(digit)
        }
        return (number < 0 ? "-" : "") + result
    }

    /// A civil day: 31/12/2026 in Italian, 2026-12-31 in English.
    public func day(_ day: Day) -> String {
        language == .it ? day.italian : day.description
    }

    /// An instant on the clocks of Italy: 31/12/2026 09:05 and 2026-12-31 09:05.
    public func instant(_ instant: Instant) -> String {
        language == .it ? instant.italian : "\(Day(of: instant)) \(instant.italian.suffix(5))"
    }
}
