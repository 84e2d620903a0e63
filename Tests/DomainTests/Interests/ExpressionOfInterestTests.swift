import Testing

@testable import Domain

@Suite("The states of an expression of interest")
struct ExpressionOfInterestTests {
    typealias Status = ExpressionOfInterest.Status

    static let path: [Status] = [
        .submitted, .viewed, .inReview, .contacted, .interviewScheduled, .interviewed, .proposed,
    ]

    @Test("Each pair of states is legal for exactly those whom the rules name")
    func allPairs() {
        for from in Status.allCases {
            for to in Status.allCases {
                let allow = { ExpressionOfInterest.transitions.allow(from, to, by: $0) }
                let start = Self.path.firstIndex(of: from)
                let forward = start.flatMap { start in Self.path.firstIndex(of: to).map { start < $0 } } ?? false
                let isReading = to == .viewed ? from == .submitted : true
                let ends = start != nil && [.hired, .notSelected, .unreachable].contains(to)

                #expect(allow(.agency) == (forward && isReading || ends), "\(from) → \(to)")
                #expect(allow(.citizen) == (start != nil && to == .withdrawn), "\(from) → \(to)")
                let closes = start != nil && [.lapsed, .hiredElsewhere].contains(to)
                let reopens = from == .hiredElsewhere && Self.path.contains(to)
                #expect(allow(.system) == (closes || reopens), "\(from) → \(to)")
            }
        }
    }

    @Test("What is on the path to a hire is open, all else is over")
    func open() {
        #expect(Status.allCases.filter(\.isOpen) == Self.path)
    }
}
