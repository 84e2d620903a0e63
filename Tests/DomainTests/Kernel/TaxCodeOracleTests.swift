import Foundation
import TestSupport
import Testing

@testable import Domain

@Suite("Tax codes and an independent library")
struct TaxCodeOracleTests {
    /// The Python that has the oracles' packages; its absence is a failure where `CI=true`.
    static let python = ProcessInfo.processInfo.environment["INCONTRO_TEST_PYTHON"]
    static let mustRun = ProcessInfo.processInfo.environment["CI"] == "true"

    @Test(
        "10,000 generated codes, as many omocodic ones and 10,000 damaged ones are judged as python-codicefiscale does",
        .enabled(if: python != nil || mustRun, "INCONTRO_TEST_PYTHON names no Python with python-codicefiscale")
    )
    func agree() async throws {
        let python = try #require(Self.python, "CI=true, and INCONTRO_TEST_PYTHON is not set")
        var numbers = Numbers(seed: 20_260_310)
        let lines = try (0..<10_000).flatMap { _ in try Self.sample(&numbers) }
        let output = try Self.run(python, lines.joined(separator: "\n") + "\n")
        #expect(output.filter { $0.hasPrefix("DISAGREED") }.prefix(5) == [])
        #expect(output.last == "AGREED 20000")
    }

    private static let familyNames = [
        "Rossi", "D'Angelò", "De Luca", "Fo", "Ng", "O'Neill", "Müller", "Strauß", "Çelik", "Đorđević", "Łukasiewicz",
        "Øster", "Lo Bianco", "Dell'Acqua", "Ferrari-Bravo", "Xu", "Aiello", "Ouedraogo", "Hernández", "Żak",
    ]
    private static let givenNames = [
        "Mario", "Niccolò", "Anna Maria", "Ugo", "Ai", "Jean-Luc", "Ève", "Mohammed", "Bao", "Gianfrancesco", "Lì",
        "Šárka", "Ibrahim", "Noè", "Maria Grazia", "Eo",
    ]
    /// Comuni and states that were there all the time, so that the library's calendar of places has no say.
    private static let places = ["H501", "F205", "L219", "F839", "D612", "A944", "G273", "Z110", "Z112", "Z404"]

    private struct Computed: Encodable {
        let family: String
        let given: String
        let sex: String
        let birth: String
        let place: String
        let code: String
        let omocodic: [String]
    }

    private struct Judged: Encodable {
        let text: String
        let valid: Bool
    }

    private static func sample(_ numbers: inout Numbers) throws -> [String] {
        let family = familyNames.randomElement(using: &numbers) ?? ""
        let given = givenNames.randomElement(using: &numbers) ?? ""
        let sex = Sex.allCases.randomElement(using: &numbers) ?? .female
        let place = places.randomElement(using: &numbers) ?? ""
        let birth = Day(daysSinceEpoch: Int.random(in: -12_000...19_500, using: &numbers))
        let code = try #require(
            TaxCode.computed(familyName: family, givenName: given, sex: sex, birth: birth, place: place)
        )
        let subset = Int.random(in: 1..<128, using: &numbers)
        let variant = code.omocodic(positions: (0..<7).filter { subset >> $0 & 1 == 1 })
        let computed = Computed(
            family: family,
            given: given,
            sex: sex.rawValue,
            birth: birth.description,
            place: place,
            code: code.text,
            omocodic: [variant.text]
        )
        let text = damaged(subset.isMultiple(of: 2) ? code.text : variant.text, &numbers)
        let judged = Judged(text: text, valid: (try? TaxCode(person: text)) != nil)
        let encoder = JSONEncoder()
        return [
            String(decoding: try encoder.encode(computed), as: UTF8.self),
            String(decoding: try encoder.encode(judged), as: UTF8.self),
        ]
    }

    /// The code with one or two characters changed, or two neighbours exchanged; some stay right by chance.
    private static func damaged(_ text: String, _ numbers: inout Numbers) -> String {
        var bytes = Array(text.utf8)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        if Bool.random(using: &numbers) {
            let position = Int.random(in: 0..<15, using: &numbers)
            bytes.swapAt(position, position + 1)
        } else {
            for _ in 0..<Int.random(in: 1...2, using: &numbers) {
                bytes[Int.random(in: 0..<16, using: &numbers)] = alphabet.randomElement(using: &numbers) ?? 65
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func run(_ python: String, _ input: String) throws -> [String] {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Oracles/tax_codes.py")
        let file = FileManager.default.temporaryDirectory.appending(path: "tax-codes-\(UUID().uuidString).jsonl")
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [script.standardizedFileURL.path(percentEncoded: false)]
        process.environment = ["PYTHONUTF8": "1"]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
