internal import Domain

/// A column of a file of vacancies: one value that the import, the template and the documentation are made of.
struct VacancyColumn: Sendable {
    /// The dotted name of the field in the API's JSON.
    let name: String
    /// Italian headings first, as in the lists that agencies keep.
    let aliases: [String]
    let help: Localized
    /// Two cells as they may look.
    let examples: (String, String)
    /// Without it the file is refused.
    var isObligatory = false
    /// False for a spelling that is taken and not recommended.
    var isDocumented = true
    let read: @Sendable (inout RowFields, inout VacancyDraft) -> Void

    init(
        _ name: String,
        aliases: [String],
        it: String,
        en: String,
        examples: (String, String),
        read: @escaping @Sendable (inout RowFields, inout VacancyDraft) -> Void
    ) {
        self.name = name
        self.aliases = aliases
        help = Localized(it: it, en: en)
        self.examples = examples
        self.read = read
    }

    func obligatory() -> VacancyColumn {
        var column = self
        column.isObligatory = true
        return column
    }

    func undocumented() -> VacancyColumn {
        var column = self
        column.isDocumented = false
        return column
    }

    var importColumn: ImportColumn {
        ImportColumn(name, isObligatory ? .obligatory : .optional, aliases: aliases)
    }
}

extension VacancyColumn {
    /// All columns, in the order of the template.
    static let all: [VacancyColumn] =
        identity + position + employer + workplace + contract + pay + requirements + contact + publication

    /// Where a cell goes.
    typealias Path<Value> = any WritableKeyPath<VacancyDraft, Value> & Sendable

    /// Longer than any rule allows: the rules say what is too long, in the same words everywhere.
    private static let roomy = 20_000

    /// A column that is text as it stands.
    static func text(
        _ name: String,
        aliases: [String],
        it: String,
        en: String,
        examples: (String, String),
        _ path: Path<String?>
    ) -> VacancyColumn {
        VacancyColumn(name, aliases: aliases, it: it, en: en, examples: examples) { fields, draft in
            draft[keyPath: path] = fields.text(name, atMost: roomy)
        }
    }

    static func integer(
        _ name: String,
        aliases: [String],
        it: String,
        en: String,
        examples: (String, String),
        _ path: Path<Int?>
    ) -> VacancyColumn {
        VacancyColumn(name, aliases: aliases, it: it, en: en, examples: examples) { fields, draft in
            draft[keyPath: path] = fields.integer(name)
        }
    }

    static func hundredths(
        _ name: String,
        aliases: [String],
        it: String,
        en: String,
        examples: (String, String),
        _ path: Path<Hundredths?>
    ) -> VacancyColumn {
        VacancyColumn(name, aliases: aliases, it: it, en: en, examples: examples) { fields, draft in
            draft[keyPath: path] = fields.hundredths(name).map(Hundredths.init)
        }
    }

    /// Yes or no; an empty cell is no.
    static func boolean(
        _ name: String,
        aliases: [String],
        it: String,
        en: String,
        examples: (String, String),
        _ path: Path<Bool>
    ) -> VacancyColumn {
        VacancyColumn(name, aliases: aliases, it: it, en: en, examples: examples) { fields, draft in
            draft[keyPath: path] = fields.boolean(name) ?? false
        }
    }

    /// A word of a closed list, in English as in the API or in Italian.
    static func word<Word: RawRepresentable & CaseIterable & Sendable>(
        _ name: String,
        aliases: [String],
        it: String,
        en: String,
        examples: (String, String),
        _ words: [String: Word],
        _ path: Path<Word?>
    ) -> VacancyColumn where Word.RawValue == String {
        // Folded once: a file has the same few words in all its rows.
        var known = Dictionary(words.map { (Fold.key($0.key), $0.value) }) { first, _ in first }
        for word in Word.allCases { known[Fold.key(word.rawValue)] = word }
        return VacancyColumn(name, aliases: aliases, it: it, en: en, examples: examples) { [known] fields, draft in
            guard let text = fields.raw(name) else { return }
            draft[keyPath: path] =
                known[text] ?? known[Fold.key(text)] ?? fields.code(name, as: Word.self, words: words)
        }
    }

    static func list(
        _ name: String,
        aliases: [String],
        it: String,
        en: String,
        examples: (String, String),
        _ path: Path<[String]>
    ) -> VacancyColumn {
        VacancyColumn(name, aliases: aliases, it: it, en: en, examples: examples) { fields, draft in
            draft[keyPath: path] = fields.list(name, atMost: roomy)
        }
    }
}
