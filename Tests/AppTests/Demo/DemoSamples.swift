internal import Domain
internal import Foundation
internal import Testing

@testable import App

/// The demo world of the tests, made once, over the municipalities of the reference table.
enum DemoSamples {
    static let today = Day(year: 2026, month: 11, day: 23)

    private static let made = Result { () throws -> Sample in
        let today = try #require(DemoSamples.today)
        let world = try DemoWorld(places: try places(), today: today)
        return Sample(
            world: world,
            citizens: Array(world.citizens),
            vacancies: Array(world.vacancies),
            interests: Array(world.interests)
        )
    }

    struct Sample: Sendable {
        let world: DemoWorld
        let citizens: [DemoCitizen]
        let vacancies: [DemoVacancy]
        let interests: [DemoInterest]
    }

    static func sample() throws -> Sample {
        try made.get()
    }

    /// The municipalities of the table that comes with the software.
    static func places() throws -> [DemoPlace] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let file = root.appending(path: "Sources/Domain/Reference/Tables/comuni.csv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return DemoPlace(
                code: cells[0],
                name: cells[1],
                province: cells[2],
                region: cells[3],
                latitude: try #require(Double(cells[4])),
                longitude: try #require(Double(cells[5]))
            )
        }
    }

    /// Three provinces by hand.
    static let fewPlaces = [
        DemoPlace(code: "F205", name: "Milano", province: "MI", region: "03", latitude: 45.4643, longitude: 9.1895),
        DemoPlace(code: "F704", name: "Monza", province: "MB", region: "03", latitude: 45.5834, longitude: 9.2736),
        DemoPlace(code: "F839", name: "Napoli", province: "NA", region: "15", latitude: 40.8522, longitude: 14.2681),
    ]
}

extension String {
    /// The first of the phrases that the text holds, byte by byte: tens of thousands of texts are searched.
    func firstHeld(of phrases: [String]) -> String? {
        withCString { text in phrases.first { strstr(text, $0) != nil } }
    }
}
