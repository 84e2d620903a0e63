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

    /// Where lines go; one at a time, so that they never run into each other.
    var write: @Sendable (String) -> Void = { line in
        LineLogHandler.output.withLock { $0.write(Data((line + "\n").utf8)) }
    }

    private static let output = Mutex(FileHandle.standardError)

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { _, new in new } }
        if let error = event.error { all["error"] = "\(String(reflecting: error))" }
        if let own = event.metadata { all.merge(own) { _, new in new } }
        write(format == .json ? json(event, all) : text(event, all))
    }

    private var moment: String {
        Date().formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: true).timeZone(separator: .omitted)
        )
    }

    private func text(_ event: LogEvent, _ metadata: Logger.Metadata) -> String {
        let details = metadata.sorted { $0.key < $1.key }
            .map { " \(LogText.word($0.key))=\(LogText.word("\($0.value)"))" }.joined()
        return "\(moment) \(event.level) \(label): \(LogText.line("\(event.message)"))\(details)"
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

/// Texts as they may stand in a line of a log.
///
/// Values come from browsers, files and other servers: none may end the line, begin another one, pass for a further
/// pair, or move a terminal's cursor (CWE-117).
enum LogText {
    /// A key or a value: as it is where it is one plain word, else between quotes.
    static func word(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar != " " && scalar != "=" && scalar != "\"" && scalar != "\\" && !isUnsafe(scalar)
            }
        return isPlain ? text : "\"" + escaped(text, quotes: true) + "\""
    }

    /// The message of an entry, which may have blanks.
    static func line(_ text: String) -> String {
        text.unicodeScalars.contains(where: isUnsafe) ? escaped(text, quotes: false) : text
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\"" where quotes: result += "\\\""
            case "\\" where quotes: result += "\\\\"
            case _ where isUnsafe(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// What does not print as a letter or a sign: controls, line and paragraph separators, marks that turn the direction.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
        default: return false
        }
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
