internal import Foundation

/// What a file has come to, as it is kept for the page that tells it.
public struct ImportRecord: Sendable, Codable {
    public let fileName: String
    public let report: ImportReport

    /// - Parameter limit: How many of the rows that explain something are kept.
    public init(fileName: String, report: ImportReport, keeping limit: Int) {
        self.fileName = fileName
        self.report = report.shortened(to: limit)
    }

    public var json: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    public init(json: String) throws {
        self = try JSONDecoder().decode(ImportRecord.self, from: Data(json.utf8))
    }
}
