import TestSupport

@testable import Domain

/// Who may see what, once more and by the plainest means: loops over lists in memory, beside the store.
///
/// Nothing here asks the store, and nothing is shared with the statements under test.
struct ScopeModel {
    struct Agency {
        var sections: Set<RegisterSection>
        var from: Day
        var to: Day?
    }

    struct Branch {
        let agency: String
        var from: Day
        var to: Day?
    }

    struct Person {
        let id: ID<Operator>
        let agency: String
        var role: OperatorRole
        var isActive = true
    }

    struct Grant {
        let person: String
        let branch: String
        let from: Day
        var to: Day?
    }

    /// Branches that a master has lent to a super user.
    struct Loan {
        let id: ID<SuperAppointment>
        let person: String
        let master: String
        let branches: Set<String>
    }

    struct Offer {
        let code: VacancyCode
        let reference: String
        let title: String
        var branch: String
        /// As it was last written.
        var status: Vacancy.Status
        var end: Day?

        func status(on day: Day) -> Vacancy.Status {
            if status == .published || status == .suspended, let end, end < day { return .expired }
            return status
        }
    }

    struct Applied {
        let id: ID<ExpressionOfInterest>
        let citizen: Int
        let offer: Int
        let branch: String
        var status: ExpressionOfInterest.Status
    }

    /// How often an agency saw a citizen.
    struct Seen: Equatable {
        var reads = 0
        var listDays: Set<Day> = []
        var exports = 0
    }

    var agencies: [String: Agency] = [:]
    var branches: [String: Branch] = [:]
    var people: [String: Person] = [:]
    var grants: [Grant] = []
    var loans: [Loan] = []
    var offers: [Offer] = []
    var applied: [Applied] = []
    /// By citizen, then by agency.
    var seen: [Int: [String: Seen]] = [:]

    private static func holds(_ from: Day, _ to: Day?, on day: Day) -> Bool {
        if day < from { return false }
        if let to, to < day { return false }
        return true
    }

    func isAuthorised(_ agency: String, on day: Day) -> Bool {
        agencies[agency].map { ScopeModel.holds($0.from, $0.to, on: day) } ?? false
    }

    func isOpen(_ branch: String, on day: Day) -> Bool {
        branches[branch].map { ScopeModel.holds($0.from, $0.to, on: day) } ?? false
    }

    /// Whether an agency reads CVs and publishes vacancies: one for relocation alone does from 1 April 2026 on.
    ///
    /// Source: art. 2, 4 and 6 d.lgs. 276/2003, art. 14 DL 159/2025.
    func mayMediate(_ agency: String, on day: Day) -> Bool {
        guard let sections = agencies[agency]?.sections, !sections.isEmpty else { return false }
        return sections != [.relocation] || day >= "2026-04-01"
    }

    /// The branches that a person has a right to, whatever the scope and the account.
    func held(by key: String, on day: Day) -> Set<String> {
        guard let person = people[key], isAuthorised(person.agency, on: day) else { return [] }
        var result: Set<String> = []
        for grant in grants where grant.person == key && ScopeModel.holds(grant.from, grant.to, on: day) {
            result.insert(grant.branch)
        }
        for loan in loans where loan.person == key && person.role == .super {
            guard let master = people[loan.master], master.role == .master, master.isActive else { continue }
            for grant in grants where grant.person == loan.master && ScopeModel.holds(grant.from, grant.to, on: day) {
                if loan.branches.contains(grant.branch) { result.insert(grant.branch) }
            }
        }
        return result.filter { branches[$0]?.agency == person.agency && isOpen($0, on: day) }
    }

    /// The branches open to a person in a scope: nil is across branches.
    func open(to key: String, in scope: String?, on day: Day) -> Set<String> {
        guard let person = people[key], person.isActive else { return [] }
        let held = held(by: key, on: day)
        guard let scope else { return person.role == .branch ? [] : held }
        return held.contains(scope) ? [scope] : []
    }

    /// Those of them through which citizens may be seen.
    func readable(to key: String, in scope: String?, on day: Day) -> Set<String> {
        guard let agency = people[key]?.agency, mayMediate(agency, on: day) else { return [] }
        return open(to: key, in: scope, on: day)
    }

    /// Branches that citizens may choose in a new pact.
    func selectable(on day: Day) -> Set<String> {
        Set(
            branches.filter { code, branch in
                isOpen(code, on: day) && isAuthorised(branch.agency, on: day) && mayMediate(branch.agency, on: day)
            }.keys
        )
    }

    mutating func saw(_ citizen: Int, _ person: String, _ change: (inout Seen) -> Void) {
        guard let agency = people[person]?.agency else { return }
        change(&seen[citizen, default: [:]][agency, default: Seen()])
    }
}
