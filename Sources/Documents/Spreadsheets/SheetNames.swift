/// Names that a spreadsheet accepts, made of what the caller would like.
enum SheetNames {
    /// A sheet's name without what is forbidden in one, at most 31 characters, and unlike those already `taken`.
    static func name(_ wish: String, taken: [String]) -> String {
        let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
        var base = clean(wish).filter { !forbidden.contains($0) }
        while base.hasPrefix("'") { base.removeFirst() }
        while base.hasSuffix("'") { base.removeLast() }
        // "History" is a name that Excel keeps for itself.
        if base.isEmpty || base.lowercased() == "history" { base = "Sheet" }
        return unique(base, longest: 31, taken: Set(taken.map { $0.lowercased() }))
    }

    /// Headings, each unlike the others: a table refuses two columns of one name, or of none.
    static func titles(_ wishes: [String]) -> [String] {
        var taken: Set<String> = []
        return wishes.enumerated().map { index, wish in
            let text = clean(wish)
            let title = unique(text.isEmpty ? "Column \(index + 1)" : text, longest: 255, taken: taken)
            taken.insert(title.lowercased())
            return title
        }
    }

    private static func unique(_ wish: String, longest: Int, taken: Set<String>) -> String {
        var number = 1
        while true {
            let suffix = number == 1 ? "" : " \(number)"
            var name = wish
            while name.utf16.count + suffix.utf16.count > longest { name.removeLast() }
            name += suffix
            if !taken.contains(name.lowercased()) { return name }
            number += 1
        }
    }

    /// The text on one line, without control characters and outer blanks.
    private static func clean(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Character in
            let isControl = scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || 0xFFFE...0xFFFF ~= scalar.value
            return isControl ? " " : Character(scalar)
        }
        return String(scalars).split(separator: " ").joined(separator: " ")
    }
}
