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
            """
    )

    @OptionGroup var common: CommonOptions

    @Flag(help: "Print as CSV who can sign in: role,name,tax_code,agency,branch.")
    var people = false

    @Flag(help: "Do nothing when there are data already, instead of refusing.")
    var ifEmpty = false

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
            try await services.makeDemoWorld { tell($0) }
            tell(
                "Demo world made in \((ContinuousClock.now - start).formatted(.units(allowed: [.minutes, .seconds])))."
            )
        }
    }
}
