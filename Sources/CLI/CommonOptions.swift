internal import App
internal import ArgumentParser
internal import Foundation
internal import Logging

/// The options of every command that touches the data.
struct CommonOptions: ParsableArguments {
    @Option(
        help: "Where the data are: sqlite:PATH or postgres://user@host:port/name (a password goes into the variable)."
    )
    var database: String?

    @Option(help: "A JSON file with settings.")
    var config: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel: String?

    @Option(help: "text or json.")
    var logFormat: String?

    /// The settings, with what the command line says in front.
    func settings(_ more: [Setting: String?] = [:]) throws -> Settings {
        var options: [Setting: String] = [:]
        let common: [Setting: String?] = [.database: database, .logLevel: logLevel, .logFormat: logFormat]
        for (setting, value) in common.merging(more, uniquingKeysWith: { $1 }) {
            if let value { options[setting] = value }
        }
        do {
            return try Settings(options: options, file: config)
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// Opens the data, does the work, and closes them whatever happens.
    func withServices<T>(
        _ more: [Setting: String?] = [:],
        _ work: (Services) async throws -> T
    ) async throws -> T {
        let settings = try settings(more)
        let services = try await Services.open(settings, logger: Logger.incontro(settings))
        do {
            let result = try await work(services)
            await services.close()
            return result
        } catch {
            await services.close()
            throw error
        }
    }
}

/// Writes a line to standard error: what people read while standard output is for software.
func tell(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
}
