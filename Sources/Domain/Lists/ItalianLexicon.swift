/// The words that the rules of ``ItalianAnalyser`` do not cover.
///
/// A word of up to eight letters is packed into one integer, so that looking it up costs no string.
enum ItalianLexicon {
    static func isStopWord(_ word: [UInt8]) -> Bool { contains(stopWords, word) }
    /// An article or preposition that an apostrophe joins to the next word.
    static func isElision(_ word: [UInt8]) -> Bool { contains(elisions, word) }
    /// Whether a single letter after the word means something: *patente A*.
    static func takesLetter(_ word: [UInt8]) -> Bool { contains(lettered, word) }
    /// A short stem that means the same in both genders: *cuoco, cuoca*.
    static func isOfBothGenders(_ stem: [UInt8]) -> Bool { contains(bothGenders, stem) }
    /// A short stem of a noun in *-e* with its plural in *-i*: *mese, mesi*.
    static func isOfThirdClass(_ stem: [UInt8]) -> Bool { contains(thirdClass, stem) }

    static func irregular(_ word: [UInt8]) -> [UInt8]? {
        word.count <= 12 ? irregulars[word] : nil
    }

    static func parts(of word: [UInt8]) -> [String]? {
        guard word.count == 8, let key = packed(word) else { return nil }
        return compounds[key]
    }

    private static func contains(_ set: Set<UInt64>, _ word: [UInt8]) -> Bool {
        guard let key = packed(word) else { return false }
        return set.contains(key)
    }

    private static func packed(_ word: some Collection<UInt8>) -> UInt64? {
        word.count > 8 ? nil : word.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func packed(_ words: String) -> Set<UInt64> {
        Set(words.split(whereSeparator: \.isWhitespace).compactMap { packed(Array($0.utf8)) })
    }

    private static let stopWords = packed(
        """
        a ad al allo alla ai agli alle all da dal dallo dalla dai dagli dalle dall di del dello della dei degli delle dell
        in nel nello nella nei negli nelle nell su sul sullo sulla sui sugli sulle sull con col coi per tra fra
        il lo la i gli le un uno una e ed o od oppure ma se che chi cui non come dove quando anche ancora piu meno
        mi ti ci vi si ne me te lui lei noi voi loro mio mia miei mie tuo tua suo sua suoi sue nostro nostra vostro vostra
        questo questa questi queste quello quella quelli quelle quel quei
        sono sei siamo siete era ero erano essere essendo stato stata stati state ho hai ha abbiamo avete hanno avere avendo
        aveva avevo sia siano fu verso presso circa dopo prima durante mentre quindi inoltre ecc etc
        ogni alcuni alcune tutto tutta tutti tutte po
        """
    )

    private static let elisions = packed(
        "l d c s m t v n un all dall dell nell sull coll quest quell sant bell tutt mezz anch com dov cos"
    )

    private static let lettered = packed("patente patenti licenza cat classe")

    private static let bothGenders = packed("cuoc sart nonn amic vecc")

    private static let thirdClass = packed(
        """
        mes paes nott ret part pont torr ent bas luc voc fas legg font art can dent merc nav pesc carn pell fior ment
        padr madr fort dolc verd grav brev liev util abil nom sed croc pac latt nev mar
        """
    )

    private static let irregulars: [[UInt8]: [UInt8]] = {
        var words: [[UInt8]: [UInt8]] = [:]
        for line in forms.split(separator: "\n") {
            let forms = line.split(separator: " ").map { Array($0.utf8) }
            for form in forms { words[form] = forms[0] }
        }
        return words
    }()

    /// Each line is one word in all its forms; the first stands for all.
    private static let forms = """
        socio soci socia socie
        uomo uomini
        superficie superfici
        dito dita
        uovo uova
        paio paia
        braccio braccia bracci
        ginocchio ginocchia ginocchi
        lenzuolo lenzuola lenzuoli
        ciglio ciglia cigli
        cuoio cuoi
        auto autovettura
        email mail
        capoturno capiturno
        caporeparto capireparto
        capocantiere capicantiere
        caposquadra capisquadra
        caposala capisala
        capotreno capitreno
        """

    private static let compounds: [UInt64: [String]] = {
        var words: [UInt64: [String]] = [:]
        for (joined, parts) in [("parttime", ["part", "time"]), ("fulltime", ["full", "time"])] {
            guard let key = packed(Array(joined.utf8)) else { continue }
            words[key] = parts.map { part in
                var bytes = Array(part.utf8)
                ItalianStem.apply(to: &bytes)
                return String(decoding: bytes, as: UTF8.self)
            }
        }
        return words
    }()
}
