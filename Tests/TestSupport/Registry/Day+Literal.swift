public import Domain

/// Days in tests are written as they are read: `let today: Day = "2026-03-10"`.
extension Day: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        guard let day = Day(value) else { preconditionFailure("\(value) is not a day") }
        self = day
    }
}
