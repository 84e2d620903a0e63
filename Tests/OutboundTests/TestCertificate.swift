import Foundation
import Testing

/// A certificate that signs itself, for a name such as `IP:127.0.0.1`, with its key in the same file.
final class TestCertificate: Sendable {
    let file: URL

    init(for name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "incontro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        file = folder.appending(path: "both.pem")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "2",
            "-subj", "/CN=\(name)", "-addext", "subjectAltName=\(name)", "-keyout", file.path(), "-out",
            folder.appending(path: "certificate.pem").path(),
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let certificate = try Data(contentsOf: folder.appending(path: "certificate.pem"))
        try (Data(contentsOf: file) + certificate).write(to: file)
    }

    deinit {
        try? FileManager.default.removeItem(at: file.deletingLastPathComponent())
    }
}
