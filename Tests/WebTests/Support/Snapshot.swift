import Foundation
import Testing

/// A text that is kept beside the tests: `RECORD=1` writes it anew, a difference is told line by line.
enum Snapshot {
    static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    static func expect(_ text: String, named name: String, _ location: SourceLocation = #_sourceLocation) {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Snapshots/\(name)").standardizedFileURL
        if isRecording {
            do { try Data(text.utf8).write(to: file) } catch { Issue.record(error, sourceLocation: location) }
            return
        }
        let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let (old, new) = (kept.split(separator: "\n"), text.split(separator: "\n"))
        let gone = Set(old).subtracting(new)
        let come = Set(new).subtracting(old)
        let told = old.filter(gone.contains).map { "- \($0)" } + new.filter(come.contains).map { "+ \($0)" }
        #expect(
            kept == text,
            "Snapshots/\(name) is stale: RECORD=1 makes it anew\n\(told.joined(separator: "\n"))",
            sourceLocation: location
        )
    }
}
