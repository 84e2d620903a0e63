internal import App
internal import ArgumentParser
internal import Foundation

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make a plausible world to try things in: the same each time.",
        discussion: """
            12 agencies with 120 branches, 5,000 citizens with CVs and signed pacts, 2,000 vacancies, 8,000 expressions of
            interest over 60 days. --people prints as CSV who can sign in; it writes nothing.

            --citizens makes a country instead, to try it at its size: 2,700 branches of 120 agencies, a vacancy for
            every three citizens and three expressions of interest for each. It may be stopped, and goes on where it was.
            """
    )

    @OptionGroup var common: CommonOptions

    @Flag(help: "Print as CSV who can sign in: role,name,tax_code,agency,branch.")
    var people = false

    @Flag(help: "Do nothing when there are data already, instead of refusing.")
    var ifEmpty = false

    @Option(help: "Make a country with so many citizens: from 1,000 to 10,000,000.")
    var citizens: Int?

    @Flag(help: "With --citizens: everybody chooses the largest agency, among others.")
    var oneAgency = false

    func validate() throws {
        if let citizens, !(1_000...10_000_000).contains(citizens) {
            throw ValidationError("--citizens takes a number from 1,000 to 10,000,000.")
        }
        if oneAgency && citizens == nil { throw ValidationError("--one-agency goes with --citizens.") }
    }

    func run() async throws {
        try await common.withServices { services in
            if people {
                print(try await services.demoPeopleCSV(), terminator: "")
                return
            }
            try await services.migrate()
            switch try await services.demoGround() {
            case .empty: break
            case .holdsData where ifEmpty: return
            case .holdsData:
                throw ValidationError("the database holds data already: the demo world is made in an empty one only.")
            case .unfinishedDemo where citizens != nil: break
            case .unfinishedDemo:
                throw ValidationError(
                    """
                    the demo world in this database is unfinished: it is being made now, or its making was stopped. \
                    Wait, or throw the database away (`make reset`; for another file, delete it with its -wal and -shm; \
                    on PostgreSQL, drop and create the database) and make it again.
                    """
                )
            }
            let start = ContinuousClock.now
            if let citizens {
                try await services.makeNation(of: citizens, oneAgency: oneAgency) { tell($0) }
            } else {
                try await services.makeDemoWorld { tell($0) }
            }
            tell(
                "Demo world made in \((ContinuousClock.now - start).formatted(.units(allowed: [.minutes, .seconds])))."
            )
        }
    }
}
