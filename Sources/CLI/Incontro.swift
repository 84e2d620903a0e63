internal import App
internal import ArgumentParser

/// The command line, which integrators and scripts rely on.
@main
struct Incontro: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incontro",
        abstract: "People on an activation path meet employment agencies.",
        discussion: """
            A first look, with an invented but plausible world:

              incontro demo --database sqlite:data/incontro.sqlite
              incontro serve --database sqlite:data/incontro.sqlite

            Each option can also be given as an environment variable (--database as INCONTRO_DATABASE) or in a JSON file
            named by --config; `incontro settings` lists them all.
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, WorkerCommand.self, MigrateCommand.self, DemoCommand.self, ImportCommand.self,
            AuditCommand.self, OutboxCommand.self, APIClientCommand.self, SettingsCommand.self, RoutesCommand.self,
        ]
    )
}
