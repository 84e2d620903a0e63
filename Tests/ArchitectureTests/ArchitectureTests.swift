import Foundation
import Testing

/// What each target may import, of ours and of others.
///
/// SwiftPM does not check this: a target sees every module that was built before it. A change to the table is a change of
/// architecture, and comes with a record in `docs/decisions`.
private let imports: [String: Set<String>] = [
    "Persistence": [
        "CPostgres", "CSQLite", "Darwin", "Foundation", "Glibc", "Logging", "Musl", "NIOPosix", "Synchronization",
    ],
    "Documents": ["CDeflate", "CZip", "Foundation", "FoundationXML", "Glibc", "Synchronization"],
    "HTML": [],
    "Outbound": ["CCurl", "Foundation", "Glibc", "Logging", "Synchronization"],
    "OpenIDConnect": ["Crypto", "Foundation", "JWTKit", "Synchronization"],
    "Domain": ["Crypto", "Foundation", "Persistence", "Synchronization"],
    "Exchange": ["Documents", "Domain", "Foundation", "HTML", "Synchronization"],
    "API": [
        "Domain", "Exchange", "Foundation", "HTTPTypes", "Hummingbird", "Logging", "OpenIDConnect", "Synchronization",
    ],
    "Web": [
        "Documents", "Domain", "Exchange", "Foundation", "HTML", "HTTPTypes", "Hummingbird", "Logging", "NIOCore",
        "OpenIDConnect",
    ],
]

@Suite("Architecture")
struct ArchitectureTests {
    @Test("A target imports only what its layer may", arguments: imports)
    func layers(target: String, allowed: Set<String>) throws {
        for file in try Tree.sources(of: target) {
            let strangers = try Set(Tree.modules(importedBy: file)).subtracting(allowed)
            #expect(strangers.isEmpty, "\(file.lastPathComponent) imports \(strangers.sorted())")
        }
    }

    @Test("A file is short enough to be read at once", arguments: Array(imports.keys) + ["App", "CLI"])
    func length(target: String) throws {
        for file in try Tree.sources(of: target) {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count
            #expect(lines <= 400, "\(file.lastPathComponent) has \(lines) lines")
        }
    }

    @Test("A table is written by one feature only")
    func writers() throws {
        let statement = /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+([a-z_]+)/
        var writers: [String: Set<String>] = [:]
        for file in try Tree.sources(of: "Domain") {
            let feature = Tree.feature(of: file)
            // `DO UPDATE SET` and `FOR UPDATE OF` name no table of their own.
            let text = try String(contentsOf: file, encoding: .utf8)
                .replacing(/DO UPDATE SET|FOR UPDATE( OF [a-z_]+)?/, with: "")
            for match in text.matches(of: statement) {
                writers[String(match.1), default: []].insert(feature)
            }
        }
        #expect(!writers.isEmpty)
        for (table, features) in writers {
            #expect(features.count == 1, "\(table) is written by \(features.sorted())")
        }
    }

    @Test("Only the layers next to engines and threads vouch for their own thread safety")
    func unchecked() throws {
        for target in ["HTML", "OpenIDConnect", "Domain", "Exchange", "API", "Web", "App", "CLI"] {
            for file in try Tree.sources(of: target) {
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(!text.contains("@unchecked Sendable"), "\(file.lastPathComponent)")
                #expect(!text.contains("nonisolated(unsafe)"), "\(file.lastPathComponent)")
            }
        }
    }

    @Test("The domain knows neither clock nor SQL text made at run time")
    func clock() throws {
        for file in try Tree.sources(of: "Domain") where file.lastPathComponent != "Clock.swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(!text.contains("Date()"), "\(file.lastPathComponent) asks the clock")
        }
    }
}

/// The repository's own sources.
enum Tree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    static func sources(of target: String) throws -> [URL] {
        let folder = root.appending(path: "Sources/\(target)")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    /// The folder right below `Sources/Domain`.
    static func feature(of file: URL) -> String {
        let parts = file.standardizedFileURL.pathComponents
        guard let index = parts.lastIndex(of: "Domain"), index + 1 < parts.count else { return "" }
        return parts[index + 1]
    }

    static func modules(importedBy file: URL) throws -> [String] {
        let line =
            /(?m)^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|enum|class|func)\s+)?(\w+)/
        return try String(contentsOf: file, encoding: .utf8).matches(of: line).map { String($0.1) }
    }
}
