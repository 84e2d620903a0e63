import Foundation
import Persistence
import TestSupport
import Testing

@testable import App

@Suite("The addresses that the server answers")
struct RouteTableTests {
    /// What has no visitor with a hat, and so no row in the table of roles and pages: for those who run the service.
    private static let outside: Set<String> = ["GET /health/live", "GET /health/ready", "GET /metrics"]

    /// What is for software: the addresses of the API, which clients call and nobody visits.
    private static func isForSoftware(_ route: String) -> Bool {
        let path = route.split(separator: " ").last ?? ""
        return path.hasPrefix("/rest/v1/") || path == "/oauth/token" || path.hasPrefix("/.well-known/")
    }

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
            let others = answered.subtracting(known)
            #expect(others.filter { !Self.isForSoftware($0) } == Self.outside)
            for route in ["POST /oauth/token", "GET /rest/v1/status", "PATCH /rest/v1/vacancies/{code}"] {
                #expect(others.contains(route))
            }
            #expect(known.subtracting(answered).isEmpty)
        }
    }
}
