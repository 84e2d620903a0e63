internal import Persistence

/// The place of each listed citizen in the default order of lists, and the words under which she is found there.
///
/// A position grows with the day of the pact, and is the number of the citizen's document in the text index: a search in
/// the default order walks the index from its end and stops when the page is full.
enum CitizenDocuments {
    private static let epoch: Int64 = 946_684_800_000  // 2000-01-01
    private static let lowBits: Int64 = 20

    /// The first position of an instant; citizens of one instant follow each other in an order that says nothing.
    static func position(of instant: Instant, _ citizen: ID<Citizen>) -> Int64 {
        let milliseconds = max(0, instant.milliseconds - epoch)
        let scattered = UInt64(bitPattern: citizen.rawValue) &* 0x9E37_79B9_7F4A_7C15
        return milliseconds << lowBits | Int64(scattered >> UInt64(64 - lowBits))
    }

    /// Puts a citizen where `since` belongs, and gives the position.
    static func place(
        _ citizen: ID<Citizen>,
        since: Instant,
        in transaction: borrowing Transaction
    ) throws -> Int64 {
        let wanted = position(of: since, citizen)
        let current = try transaction.first(
            "SELECT d.position FROM citizen_document d WHERE d.citizen_id = \(citizen)",
            as: Int64.self
        )
        if let current, (wanted..<wanted + 64).contains(current) { return current }
        let taken = Set(
            try transaction.all(
                "SELECT d.position FROM citizen_document d WHERE d.position >= \(wanted) AND d.position < \(wanted + 64)",
                as: Int64.self
            )
        )
        let position = (wanted..<wanted + 64).first { !taken.contains($0) } ?? wanted + 64
        if let current { try CitizensSchema.index.remove(current, in: transaction) }
        try transaction.run(
            """
            INSERT INTO citizen_document (citizen_id, position, analyser)
            VALUES (\(citizen), \(position), \(ItalianAnalyser.version))
            ON CONFLICT (citizen_id) DO UPDATE SET position = excluded.position, analyser = excluded.analyser
            """
        )
        return position
    }

    /// Makes the citizen findable by her name and the words of her CV, both analysed.
    static func index(
        _ position: Int64,
        name: String,
        words: String?,
        scopes: [String],
        in transaction: borrowing Transaction
    ) throws {
        let tokens = [name, words ?? ""].filter { !$0.isEmpty }.joined(separator: " \(ItalianAnalyser.boundary) ")
        try CitizensSchema.index.put(position, tokens: tokens, scopes: scopes, in: transaction)
    }

    /// Takes a citizen out whom no branch may see any more.
    static func remove(_ citizen: ID<Citizen>, in transaction: borrowing Transaction) throws {
        let position: Int64? = try transaction.first(
            "DELETE FROM citizen_document WHERE citizen_id = \(citizen) RETURNING position"
        )
        if let position { try CitizensSchema.index.remove(position, in: transaction) }
    }

    static func scope(_ agency: ID<Agency>) -> String { "a\(agency.rawValue)" }
    static func scope(_ branch: ID<Branch>) -> String { "b\(branch.rawValue)" }
    static func scope(province: String) -> String { "p\(province)" }
    static func scope(municipality: String) -> String { "m\(municipality)" }
    static func scope(workingTime: String) -> String { "w\(workingTime)" }

    /// A profession of CP2021 at one of its levels, as `5.2`.
    static func scope(profession: String) -> String { "o" + profession.filter { $0 != "." } }

    /// A language at a level or above; at any level without.
    static func scope(language: String, level: String?) -> String { "l\(language)\(level ?? "")" }

    /// What of a CV is looked for in the text index, as if it were words: each profession at all its levels, each language
    /// at all that its level includes.
    static func traits(profession: String?, languages: String?, workingTimes: String?) -> [String] {
        var scopes: [String] = []
        var level = ""
        for digit in (profession ?? "").split(separator: ".") {
            level += digit
            scopes.append("o\(level)")
        }
        for pair in (languages ?? "").split(separator: " ") {
            let parts = pair.split(separator: ":", maxSplits: 1).map(String.init)
            guard let language = parts.first else { continue }
            scopes.append(scope(language: language, level: nil))
            guard parts.count > 1, let held = LanguageLevel(rawValue: parts[1]) else { continue }
            scopes += LanguageLevel.allCases.filter { $0 <= held }.map { scope(language: language, level: $0.rawValue) }
        }
        return scopes + (workingTimes ?? "").split(separator: " ").map { scope(workingTime: String($0)) }
    }
}

extension CitizenFilter {
    /// Of each list at least one, as the text index has them.
    var traits: [[String]] {
        var traits: [[String]] = []
        if let profession { traits.append([CitizenDocuments.scope(profession: profession)]) }
        if let language { traits.append([CitizenDocuments.scope(language: language, level: languageLevel?.rawValue)]) }
        if !workingTimes.isEmpty { traits.append(workingTimes.map { CitizenDocuments.scope(workingTime: $0) }) }
        if let municipality { traits.append([CitizenDocuments.scope(municipality: municipality)]) }
        return traits
    }
}
