internal import Foundation
public import Persistence
internal import Synchronization

/// The code lists: what comes with the software, what was imported from the official tables, and how it is looked up.
///
/// Make one and hand it on: it keeps the lists in memory, and reads them again only when one has changed.
public struct References: Sendable {
    let store: Store
    private let kept = Kept()

    private final class Kept: Sendable {
        let snapshot = Mutex<ReferenceSnapshot?>(nil)
    }

    public init(_ store: Store) {
        self.store = store
    }

    /// Starts from lists that are known already: they hold until the store has later ones.
    init(_ store: Store, knowing snapshot: ReferenceSnapshot) {
        self.store = store
        kept.snapshot.withLock { $0 = snapshot }
    }

    /// The lists as they are now.
    ///
    /// Costs one small query, and reads the lists only when another process or this one has changed them.
    public func snapshot() async throws -> ReferenceSnapshot {
        let last = kept.snapshot.withLock { $0 }
        let snapshot = try await store.read { (transaction: borrowing Transaction) in
            let version = try transaction.referenceVersion()
            if let last, last.version == version { return last }
            return try transaction.referenceSnapshot(version: version)
        }
        kept.snapshot.withLock { kept in
            if (kept?.version ?? -1) < snapshot.version { kept = snapshot }
        }
        return snapshot
    }
}

extension Transaction {
    /// A number that every change of a list makes greater, whoever makes it.
    func referenceVersion() throws -> Int {
        try first("SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM reference_list", as: Int.self) ?? 0
    }

    fileprivate func referenceSnapshot(version: Int) throws -> ReferenceSnapshot {
        var codes: [ReferenceList: [ReferenceCode]] = [:]
        for stored in try storedCodes() { codes[stored.list, default: []].append(stored.entry) }
        let municipalities = try all(
            """
            SELECT code, name, province, region, latitude, longitude, precise, valid_from, valid_to, name_fold
            FROM municipality
            """,
            as: StoredMunicipality.self
        )
        let official = try all("SELECT list FROM reference_list WHERE official", as: ReferenceList.self)
        return ReferenceSnapshot(
            version: version,
            codes: codes,
            municipalities: municipalities.map { ($0.municipality, $0.key) },
            official: Set(official)
        )
    }

    func storedCodes(of list: ReferenceList? = nil) throws -> [StoredCode] {
        let condition: SQL = list.map { "WHERE list = \($0)" } ?? ""
        return try all(
            """
            SELECT list, code, label_it, label_en, parent, rank, sequence, attributes, valid_from, valid_to
            FROM reference_code \(condition)
            ORDER BY list, sequence, code
            """,
            as: StoredCode.self
        )
    }
}

extension ReferenceList: FromRow {}

/// An entry as a row holds it.
struct StoredCode: FromRow, Hashable {
    var list: ReferenceList
    var code: String
    var italian: String
    var english: String?
    var parent: String?
    var rank: Int?
    var sequence: Int
    var attributes: [String: String]
    var validFrom: Day?
    var validTo: Day?

    init(_ entry: ReferenceCode, in list: ReferenceList, sequence: Int) {
        self.list = list
        code = entry.code
        italian = entry.label.it
        english = entry.label.en == entry.label.it ? nil : entry.label.en
        parent = entry.parent
        rank = entry.rank
        self.sequence = sequence
        attributes = entry.attributes
        validFrom = entry.validFrom
        validTo = entry.validTo
    }

    init(from row: inout Row) throws {
        list = try row.next()
        code = try row.next()
        italian = try row.next()
        english = try row.next()
        parent = try row.next()
        rank = try row.next()
        sequence = try row.next()
        attributes = try Attributes.read(row.next())
        validFrom = try row.next()
        validTo = try row.next()
    }

    var entry: ReferenceCode {
        ReferenceCode(
            code: code,
            label: Localized(it: italian, en: english ?? italian),
            parent: parent,
            rank: rank,
            attributes: attributes,
            validFrom: validFrom,
            validTo: validTo
        )
    }

    func values(source: String) throws -> [SQLValue] {
        [
            list.sqlValue, code.sqlValue, italian.sqlValue, english.sqlValue, parent.sqlValue, rank.sqlValue,
            sequence.sqlValue, try Attributes.text(attributes).sqlValue, validFrom.sqlValue, validTo.sqlValue,
            source.sqlValue,
        ]
    }

    static let table = BulkTable(
        "reference_code",
        columns: [
            "list", "code", "label_it", "label_en", "parent", "rank", "sequence", "attributes", "valid_from",
            "valid_to", "source",
        ],
        key: ["list", "code"],
        update: [
            "label_it", "label_en", "parent", "rank", "sequence", "attributes", "valid_from", "valid_to", "source",
        ]
    )
}

/// A period of a comune as a row holds it.
struct StoredMunicipality: FromRow {
    let municipality: Municipality
    let key: String

    init(from row: inout Row) throws {
        let code: String = try row.next()
        let name: String = try row.next()
        let province: String = try row.next()
        let region: String? = try row.next()
        let latitude: Double? = try row.next()
        let longitude: Double? = try row.next()
        municipality = Municipality(
            code: code,
            name: name,
            province: province,
            region: region,
            position: latitude.flatMap { latitude in
                longitude.map { Position(latitude: latitude, longitude: $0) }
            },
            isPrecise: try row.next(),
            validFrom: try row.next(),
            validTo: try row.next()
        )
        key = try row.next()
    }

    static func values(_ municipality: Municipality) -> [SQLValue] {
        [
            municipality.code.sqlValue, municipality.name.sqlValue, Fold.key(municipality.name).sqlValue,
            municipality.province.sqlValue, municipality.region.sqlValue,
            (municipality.position?.latitude).sqlValue, (municipality.position?.longitude).sqlValue,
            municipality.isPrecise.sqlValue, municipality.validFrom.sqlValue, municipality.validTo.sqlValue,
        ]
    }

    static let table = BulkTable(
        "municipality",
        columns: [
            "code", "name", "name_fold", "province", "region", "latitude", "longitude", "precise", "valid_from",
            "valid_to",
        ],
        key: ["code", "valid_from"],
        update: ["name", "name_fold", "province", "region", "latitude", "longitude", "precise", "valid_to"]
    )
}

/// The further columns of a list, as one JSON object of texts.
enum Attributes {
    static func read(_ text: String) throws -> [String: String] {
        text == "{}" ? [:] : try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    }

    static func text(_ attributes: [String: String]) throws -> String {
        if attributes.isEmpty { return "{}" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(attributes), as: UTF8.self)
    }
}
