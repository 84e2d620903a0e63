import TestSupport
import Testing

@testable import Domain

@Suite("The states of a vacancy")
struct VacancyStatusTests {
    /// The specification, written a second time by hand: what the agency may do.
    static let ofAgency: [Vacancy.Status: Set<Vacancy.Status>] = [
        .draft: [.published],
        .published: [.suspended, .closed],
        .suspended: [.published, .closed],
        .expired: [.published, .closed],
        .closed: [],
        .hidden: [],
    ]
    static let ofAuthority: [Vacancy.Status: Set<Vacancy.Status>] = [
        .published: [.hidden], .suspended: [.hidden], .expired: [.hidden],
    ]
    static let ofClock: [Vacancy.Status: Set<Vacancy.Status>] = [.published: [.expired], .suspended: [.expired]]

    @Test("Each pair of states is legal for exactly those whom the table names")
    func allPairs() {
        for from in Vacancy.Status.allCases {
            for to in Vacancy.Status.allCases {
                let allow = { Vacancy.transitions.allow(from, to, by: $0) }
                #expect(allow(.agency) == (Self.ofAgency[from] ?? []).contains(to), "\(from) → \(to)")
                #expect(allow(.client) == (Self.ofAgency[from] ?? []).contains(to), "\(from) → \(to)")
                #expect(allow(.authority) == (Self.ofAuthority[from] ?? []).contains(to), "\(from) → \(to)")
                #expect(allow(.clock) == (Self.ofClock[from] ?? []).contains(to), "\(from) → \(to)")
            }
        }
    }

    @Test("A publication ends at 24:00 of its last day in Rome, whatever is stored")
    func expiry() throws {
        let end: Day = "2026-12-31"
        let lastMoment = end.adding(days: 1).start.adding(milliseconds: -1)

        #expect(Vacancy.effectiveStatus(.published, end: end, on: Day(of: lastMoment)) == .published)
        #expect(
            Vacancy.effectiveStatus(.published, end: end, on: Day(of: lastMoment.adding(milliseconds: 1))) == .expired
        )
        #expect(Vacancy.effectiveStatus(.suspended, end: end, on: end.adding(days: 1)) == .expired)
        for status in [Vacancy.Status.draft, .closed, .hidden, .expired] {
            #expect(Vacancy.effectiveStatus(status, end: end, on: end.adding(days: 1)) == status)
        }
    }

    @Test("Publishing opens a period, closing ends it, moving the end stays in it")
    func moves() throws {
        let end: Day = "2026-12-31"
        let later: Day = "2027-01-15"
        let published = try Publication.none.moved(
            by: PublicationChange(status: .published, endDate: end),
            mover: .agency,
            now: december
        )
        #expect(published.step == .open)
        #expect(published.publication == Publication(status: .published, start: december, end: end, closingReason: nil))

        let moved = try published.publication.moved(
            by: PublicationChange(endDate: later),
            mover: .client,
            now: december.adding(seconds: 60)
        )
        #expect(moved.step == .moveEnd)
        #expect(moved.publication.start == december)

        let closed = try published.publication.moved(
            by: PublicationChange(status: .closed, closingReason: .filled),
            mover: .agency,
            now: december
        )
        #expect(closed.step == .end(.closed))
        #expect(closed.publication.closingReason == .filled)
    }

    @Test("An expired vacancy is published again with a new end only, from now")
    func republished() throws {
        let old = Publication(status: .published, start: december, end: "2026-12-31", closingReason: nil)
        let january = ("2027-01-10" as Day).start

        let again = try old.moved(by: PublicationChange(status: .published), mover: .agency, now: january)
        #expect(again.step == .open)
        #expect(again.publication.start == january)
        #expect(again.publication.end == nil)

        #expect(throws: IllegalTransition(from: .expired, to: .suspended, allowed: [.published, .closed])) {
            try old.moved(by: PublicationChange(status: .suspended), mover: .agency, now: january)
        }
        #expect(throws: IllegalTransition(from: .expired, to: .expired, allowed: [.published, .closed])) {
            try old.moved(by: PublicationChange(endDate: "2027-02-01"), mover: .agency, now: january)
        }
    }

    @Test("A resumed publication goes on in its period")
    func resumed() throws {
        let suspended = Publication(status: .suspended, start: december, end: "2026-12-31", closingReason: nil)

        let move = try suspended.moved(by: PublicationChange(status: .published), mover: .agency, now: december)

        #expect(move.step == .stay)
        #expect(move.publication.status == .published)
        #expect(move.publication.start == december)
    }
}
