public import Domain

/// Findings that any column of any file may give.
extension Finding {
    public static func blank(_ field: String) -> Finding {
        Finding(field, "required", it: "Il valore è obbligatorio", en: "A value is required")
    }

    static func tooLong(_ field: String, limit: Int) -> Finding {
        Finding(
            field,
            "too_long",
            it: "Il testo supera i \(limit) caratteri",
            en: "The text is longer than \(limit) characters"
        )
    }

    static func unreadableCharacters(_ field: String) -> Finding {
        Finding(
            field,
            "unreadable_characters",
            it: "Il testo contiene caratteri non leggibili: forse il file è danneggiato",
            en: "The text holds unreadable characters: the file may be damaged"
        )
    }

    static func notADay(_ field: String, _ text: String) -> Finding {
        Finding(
            field,
            "not_a_date",
            it: "«\(text.shortened)» non è una data esistente",
            en: "“\(text.shortened)” is not a date that exists",
            suggestion: Localized(it: "Usare AAAA-MM-GG oppure GG/MM/AAAA", en: "Use YYYY-MM-DD or DD/MM/YYYY")
        )
    }

    static func notAnInteger(_ field: String, _ text: String) -> Finding {
        Finding(
            field,
            "not_an_integer",
            it: "«\(text.shortened)» non è un numero intero",
            en: "“\(text.shortened)” is not a whole number"
        )
    }

    static func notADecimal(_ field: String, _ text: String) -> Finding {
        Finding(
            field,
            "not_a_decimal",
            it: "«\(text.shortened)» non è un numero con al più due decimali",
            en: "“\(text.shortened)” is not a number with at most two decimals"
        )
    }

    static func outOfRange(_ field: String, _ lowest: String, _ highest: String) -> Finding {
        Finding(
            field,
            "out_of_range",
            it: "Il valore deve essere compreso tra \(lowest) e \(highest)",
            en: "The value must lie between \(lowest) and \(highest)"
        )
    }

    static func notABoolean(_ field: String, _ text: String) -> Finding {
        Finding(
            field,
            "not_a_boolean",
            it: "«\(text.shortened)» non è né sì né no",
            en: "“\(text.shortened)” is neither yes nor no",
            suggestion: Localized(it: "Usare S oppure N", en: "Use S or N")
        )
    }

    static func notAnEmail(_ field: String, _ text: String) -> Finding {
        Finding(
            field,
            "not_an_email",
            it: "«\(text.shortened)» non è un indirizzo di posta elettronica",
            en: "“\(text.shortened)” is not an e-mail address"
        )
    }

    /// A word that is not in a closed list.
    public static func unknownCode(_ field: String, _ text: String, known: [String]) -> Finding {
        let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
        return Finding(
            field,
            "unknown_code",
            it: "«\(text.shortened)» non è un valore ammesso",
            en: "“\(text.shortened)” is not an allowed value",
            suggestion: Localized(it: "Valori ammessi: \(list)", en: "Allowed values: \(list)")
        )
    }

    static func tooManyCells(_ cells: Int, headings: Int) -> Finding {
        Finding(
            "",
            "too_many_cells",
            it: "La riga ha \(cells) celle, le intestazioni sono \(headings): forse manca una coppia di virgolette",
            en: "The row has \(cells) cells for \(headings) headings: perhaps quotation marks are missing"
        )
    }

    static func unknownColumn(_ heading: String) -> Finding {
        Finding(
            heading,
            "unknown_column",
            it: "La colonna «\(heading.shortened)» non è prevista ed è stata ignorata",
            en: "The column “\(heading.shortened)” is not known and was ignored",
            severity: .warning
        )
    }
}

extension String {
    /// A cell's text short enough for a message.
    fileprivate var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
