internal import Crypto
internal import Foundation

/// The tables that come with the software cannot be read.
public enum CannotReadStarterTables: Error, Hashable, Sendable, CustomStringConvertible {
    /// The folder with the tables is in none of the places where it is looked for.
    case notFound(lookedIn: [String])
    case unreadable(table: String)
    /// A row that its table's header does not explain.
    case malformed(table: String, row: Int)

    public var description: String {
        switch self {
        case .notFound(let places):
            "the folder of the reference tables was not found; looked in \(places.joined(separator: ", "))"
        case .unreadable(let table): "the reference table \(table) cannot be read"
        case .malformed(let table, let row): "row \(row) of the reference table \(table) is malformed"
        }
    }
}

/// The reference tables that come with the software, so that it is of use before any official table is imported.
public struct StarterTables: Sendable {
    let folder: URL

    /// The tables in `folder`, or in the first of the places where an installation has them.
    public init(folder: String? = nil) throws(CannotReadStarterTables) {
        let places = folder.map { [URL(filePath: $0)] } ?? StarterTables.places
        guard let found = places.first(where: StarterTables.holdsTables) else {
            throw .notFound(lookedIn: places.map { $0.path(percentEncoded: false) })
        }
        self.folder = found
    }

    /// Beside the executable, where the package manager puts them; under `share`, where a system package does; in the
    /// source tree.
    private static var places: [URL] {
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = [Bundle.main.bundleURL, executable.deletingLastPathComponent()]
        return beside.map { $0.appending(path: "incontro_Domain.resources/Tables") }
            + beside.map { $0.appending(path: "../share/incontro/Tables").standardizedFileURL }
            + [URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tables")]
    }

    private static func holdsTables(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "comuni.csv").path(percentEncoded: false))
    }

    func file(_ name: String) throws(CannotReadStarterTables) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: folder.appending(path: name)))
        } catch {
            throw .unreadable(table: name)
        }
    }

    /// The file that holds a list.
    static func name(of list: ReferenceList) -> String? {
        switch list {
        case .education: "education.csv"
        case .contractType: "contract_types.csv"
        case .workingTime: "working_time.csv"
        case .language: "languages.csv"
        case .languageLevel: "language_levels.csv"
        case .drivingLicence: "driving_licences.csv"
        case .professionalCard: "professional_cards.csv"
        case .measure: "measures.csv"
        case .region: "regions.csv"
        case .province: "provinces.csv"
        case .foreignState: "foreign_states.csv"
        case .profession: "professions_starter.csv"
        case .ateco2007: "ateco_starter.csv"
        case .ateco2025: nil
        case .collectiveAgreement: "collective_agreements.csv"
        case .municipality: "comuni.csv"
        case .formerMunicipality: "comuni_cessati.csv"
        }
    }

    /// A text that changes when the list's file does.
    func digest(of list: ReferenceList) throws(CannotReadStarterTables) -> String {
        guard let name = StarterTables.name(of: list) else { return "empty" }
        let bytes = SHA256.hash(data: try file(name)).prefix(8)
        return bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// The entries of a list of codes; none for the lists of comuni.
    func codes(_ list: ReferenceList) throws(CannotReadStarterTables) -> [ReferenceCode] {
        guard let name = StarterTables.name(of: list), list != .municipality, list != .formerMunicipality else {
            return []
        }
        let table = try CommaTable(name, try file(name))
        var codes: [ReferenceCode] = []
        for row in table.rows {
            var fields = Dictionary(zip(table.header, row)) { first, _ in first }.filter { !$0.value.isEmpty }
            if list == .ateco2007, fields.removeValue(forKey: "version") != "2007" { continue }
            guard let code = fields.removeValue(forKey: "code"), let italian = fields.removeValue(forKey: "label_it")
            else { throw .malformed(table: name, row: codes.count + 2) }
            let english = fields.removeValue(forKey: "label_en")
            let parent = fields.removeValue(forKey: "parent")
            let rank = fields.removeValue(forKey: "rank").flatMap { Int($0) }
            let from = fields.removeValue(forKey: "valid_from").flatMap { Day($0) }
            let to = fields.removeValue(forKey: "valid_to").flatMap { Day($0) }
            codes.append(
                ReferenceCode(
                    code: code,
                    label: Localized(it: italian, en: english ?? italian),
                    parent: parent,
                    rank: rank,
                    attributes: fields,
                    validFrom: from,
                    validTo: to
                )
            )
        }
        return codes
    }

    /// The comuni of today, or the periods of comuni that are over.
    func municipalities(_ list: ReferenceList) throws(CannotReadStarterTables) -> [Municipality] {
        switch list {
        case .municipality: try today()
        case .formerMunicipality: try former()
        default: []
        }
    }

    private func today() throws(CannotReadStarterTables) -> [Municipality] {
        let table = try CommaTable("comuni.csv", try file("comuni.csv"), columns: 8)
        var all: [Municipality] = []
        all.reserveCapacity(table.rows.count)
        for row in table.rows {
            guard let from = Day(row[7]), let latitude = Double(row[4]), let longitude = Double(row[5]) else {
                throw .malformed(table: "comuni.csv", row: all.count + 2)
            }
            all.append(
                Municipality(
                    code: row[0],
                    name: row[1],
                    province: row[2],
                    region: row[3],
                    position: Position(latitude: latitude, longitude: longitude),
                    isPrecise: row[6] == "comune",
                    validFrom: from,
                    validTo: nil
                )
            )
        }
        return all
    }

    private func former() throws(CannotReadStarterTables) -> [Municipality] {
        let table = try CommaTable("comuni_cessati.csv", try file("comuni_cessati.csv"), columns: 5)
        let regions = Dictionary(uniqueKeysWithValues: try codes(.province).map { ($0.code, $0.parent) })
        var all: [Municipality] = []
        all.reserveCapacity(table.rows.count)
        for row in table.rows {
            guard let from = Day(row[3]), let to = Day(row[4]) else {
                throw .malformed(table: "comuni_cessati.csv", row: all.count + 2)
            }
            all.append(
                Municipality(
                    code: row[0],
                    name: row[1],
                    province: row[2],
                    region: regions[row[2]] ?? nil,
                    position: nil,
                    isPrecise: false,
                    validFrom: from,
                    validTo: to
                )
            )
        }
        return all
    }
}
