internal import Foundation
public import Logging
internal import Synchronization

/// Log lines on standard error: as text for people, or as one JSON object a line for software.
///
/// The request's id is among the metadata of every entry that a request causes (AgID's RAC_GEN_LOG_01 asks for it).
struct LineLogHandler: LogHandler {
    let label: String
    let format: Settings.LogFormat
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    private static let output = Mutex(FileHandle.standardError)

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { _, new in new } }
        if let own = event.metadata { all.merge(own) { _, new in new } }
        let line = format == .json ? json(event, all) : text(event, all)
        LineLogHandler.output.withLock { $0.write(Data((line + "\n").utf8)) }
    }

    private var moment: String {
        Date().formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: true).timeZone(separator: .omitted)
        )
    }

    private func text(_ event: LogEvent, _ metadata: Logger.Metadata) -> String {
        let details = metadata.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return "\(moment) \(event.level) \(label): \(event.message)\(details)"
    }

    private func json(_ event: LogEvent, _ metadata: Logger.Metadata) -> String {
        var object: [String: String] = metadata.mapValues { "\($0)" }
        object["at"] = moment
        object["level"] = event.level.rawValue
        object["logger"] = label
        object["message"] = "\(event.message)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(object) else { return "{\"message\":\"unprintable\"}" }
        return String(decoding: data, as: UTF8.self)
    }
}

extension Logger {
    /// The logger of the whole process, as the settings ask.
    public static func incontro(_ settings: Settings) -> Logger {
        Logger(label: "incontro") { label in
            LineLogHandler(label: label, format: settings.logFormat, logLevel: settings.logLevel)
        }
    }
}
