/// Titles that address one sex only, which advertisements may not do.
///
/// Source: art. 27 d.lgs. 198/2006. A linter and no judge: it knows common job titles with their two forms, and is content with any mark that opens a
/// title to both (`/a`, `m/f`, the other form beside it).
enum GenderedTitle {
    struct Match: Hashable {
        let found: String
        /// The wording that is open to both.
        let open: String
    }

    /// The first word that addresses one sex only, when nothing else in the title addresses the other.
    static func word(in title: String) -> Match? {
        let lower = title.lowercased()
        if marks.contains(where: lower.contains) { return nil }
        let words = Fold.key(title).split(separator: " ").map(String.init)
        for word in words {
            guard let (masculine, feminine) = pair(of: word) else { continue }
            let other = word == masculine ? feminine : masculine
            if words.contains(other) { continue }
            return Match(found: word, open: openForm(masculine, feminine))
        }
        return nil
    }

    private static let marks = [
        "m/f", "f/m", "m/w", "uomo/donna", "donna/uomo", "/a", "/e", "/o", "/i", "/r", "/t", "/s", "*", "ə", "(a)",
        "(e)",
        "ambosessi", "ambo i sessi",
    ]

    private static func pair(of word: String) -> (String, String)? {
        pairs.first { $0.0 == word || $0.1 == word }
    }

    /// `cameriere/a`, `direttore/trice`, `commesso/a`.
    private static func openForm(_ masculine: String, _ feminine: String) -> String {
        if masculine.hasSuffix("tore"), feminine.hasSuffix("trice") { return masculine + "/trice" }
        if masculine.dropLast() == feminine.dropLast() { return masculine + "/" + feminine.suffix(1) }
        return masculine + "/" + feminine
    }

    private static let pairs: [(String, String)] = [
        ("addetto", "addetta"), ("impiegato", "impiegata"), ("operaio", "operaia"), ("cameriere", "cameriera"),
        ("commesso", "commessa"), ("cuoco", "cuoca"), ("infermiere", "infermiera"), ("magazziniere", "magazziniera"),
        ("segretario", "segretaria"), ("sarto", "sarta"), ("ragioniere", "ragioniera"), ("cassiere", "cassiera"),
        ("parrucchiere", "parrucchiera"), ("banconiere", "banconiera"), ("saldatore", "saldatrice"),
        ("montatore", "montatrice"), ("verniciatore", "verniciatrice"), ("conduttore", "conduttrice"),
        ("venditore", "venditrice"), ("programmatore", "programmatrice"), ("manutentore", "manutentrice"),
        ("educatore", "educatrice"), ("lavoratore", "lavoratrice"), ("operatore", "operatrice"),
        ("direttore", "direttrice"), ("collaboratore", "collaboratrice"), ("muratore", "muratrice"),
        ("tornitore", "tornitrice"), ("stiratore", "stiratrice"), ("promotore", "promotrice"),
        ("disegnatore", "disegnatrice"), ("macellaio", "macellaia"), ("panettiere", "panettiera"),
        ("pasticciere", "pasticciera"), ("pizzaiolo", "pizzaiola"), ("giardiniere", "giardiniera"),
        ("maestro", "maestra"), ("hostess", "steward"), ("ragazzo", "ragazza"), ("uomo", "donna"),
    ]
}
