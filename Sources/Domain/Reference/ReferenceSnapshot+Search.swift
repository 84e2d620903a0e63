extension ReferenceSnapshot {
    /// Whether a code of CP2021 at any level, as `5.2`, has professions; of an incomplete table only its form is told.
    public func hasProfessions(under code: String) -> Bool {
        let parts = code.split(separator: ".", omittingEmptySubsequences: false)
        let isWellFormed = parts.allSatisfy { $0.count == 1 && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        guard (1...5).contains(parts.count), isWellFormed else { return false }
        if !isOfficial(.profession) { return true }
        return entries(.profession).contains { $0.code == code || $0.code.hasPrefix(code + ".") }
    }

    /// The comuni of today whose name, or a word of it, begins with the text: what a field suggests while one types.
    public func municipalities(matching text: String, limit: Int = 20) -> [Municipality] {
        municipalityNames.items(matching: text, limit: limit).compactMap(municipality)
    }

    /// The professions that the text means: by name in either gender and language, by another word for it, by code.
    public func professions(matching text: String, on day: Day, limit: Int = 20) -> [ReferenceCode] {
        professionNames.items(matching: text, limit: limit * 2).lazy
            .compactMap { entry($0, in: .profession) }
            .filter { $0.isValid(on: day) }
            .prefix(limit)
            .map(\.self)
    }
}

extension ReferenceCode {
    /// The other words by which the entry is found, from the list's column `synonyms`.
    public var synonyms: [String] {
        (attributes["synonyms"] ?? "").split(separator: "|").map(String.init)
    }

    /// All that the entry is found by.
    var searchKeys: [String] {
        var keys = GenderForms.of(label.it) + [label.it, label.en, code] + synonyms
        keys += synonyms.flatMap(GenderForms.of)
        return Set(keys.map(Fold.key)).filter { !$0.isEmpty }.sorted()
    }
}

/// The forms that a gender-neutral label stands for: `Cuoco/a` is `cuoco` and `cuoca`.
enum GenderForms {
    static func of(_ label: String) -> [String] {
        guard label.utf8.contains(UInt8(ascii: "/")) else { return [] }
        let words = label.split(separator: " ")
        return [
            words.map(masculine).joined(separator: " "),
            words.map(feminine).joined(separator: " "),
        ]
    }

    private static func masculine(_ word: Substring) -> String {
        String(word.prefix { $0 != "/" })
    }

    private static func feminine(_ word: Substring) -> String {
        guard let slash = word.firstIndex(of: "/") else { return String(word) }
        let stem = word[..<slash]
        let ending = word[word.index(after: slash)...]
        if ending == "trice", stem.hasSuffix("tore") { return String(stem.dropLast(4)) + "trice" }
        return String(stem.dropLast()) + String(ending)
    }
}
