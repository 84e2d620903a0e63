import Foundation
import Persistence
import TestSupport
import Testing

@testable import App

@Suite("The addresses that the server answers")
struct RouteTableTests {
    /// What has no visitor with a hat, and so no row in the table of roles and pages: for software and for those who run
    /// the service.
    private static let outside: Set<String> = [
        "GET /health/live", "GET /health/ready", "GET /metrics", "GET /rest/v1/status",
    ]

    @Test("Each is in the table of roles and pages, or in the short list of those that are for no visitor")
    func complete() async throws {
        let table = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../WebTests/Snapshots/access.txt").standardizedFileURL
        let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").dropFirst()
        let known = Set(
            rows.map { row in
                row.split(separator: "|").prefix(2).map { $0.trimmingCharacters(in: .whitespaces) }.joined(
                    separator: " "
                )
            }
        )
        try await withServices(on: .sqlite) { services in
            let answered = Set(try await Server(services).routes())
            #expect(answered.subtracting(known) == Self.outside)
            #expect(known.subtracting(answered).isEmpty)
        }
    }
}
