import Foundation
import Testing

@testable import App

@Suite("Documents of the repository")
struct DocumentsOfTheRepositoryTests {
    @Test("The page of settings is the table of settings")
    func settings() throws {
        let page = try String(contentsOf: Tree.root.appending(path: "docs/configuration.md"), encoding: .utf8)

        #expect(page == SettingsDocument.markdown, "run: incontro settings > docs/configuration.md")
    }

    @Test("publiccode.yml has what the catalogue asks for")
    func publiccode() throws {
        let text = try String(contentsOf: Tree.root.appending(path: "publiccode.yml"), encoding: .utf8)
        let keys = [
            "publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType",
            "description", "legal", "maintenance", "localisation",
        ]

        for key in keys {
            #expect(text.contains("\n\(key):") || text.hasPrefix("\(key):"), "\(key) is missing")
        }
        #expect(text.contains("license: EUPL-1.2"))
    }

    @Test("No page of the documentation links to a page that is not there")
    func links() throws {
        let docs = Tree.root.appending(path: "docs")
        let files = try #require(FileManager.default.enumerator(at: docs, includingPropertiesForKeys: nil))
        let pages = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }
        let top = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].map { Tree.root.appending(path: $0) }
        for page in pages + top {
            let text = try String(contentsOf: page, encoding: .utf8)
            for match in text.matches(of: /\]\(([^)#:\s]+)(?:#[^)]*)?\)/) {
                let target = page.deletingLastPathComponent().appending(path: String(match.1))
                #expect(
                    FileManager.default.fileExists(atPath: target.path),
                    "\(page.lastPathComponent) links to \(match.1)"
                )
            }
        }
    }
}
