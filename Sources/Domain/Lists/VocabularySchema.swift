internal import Persistence

/// The tables of the vocabularies of both text indexes.
///
/// What was indexed before they were there is learnt when it is indexed again: see ``ItalianAnalyser/version``.
enum VocabularySchema {
    static let migrations = [
        Migration(
            "vocabulary 1",
            [words("citizen_word"), variants("citizen_word_variant")]
                + [words("vacancy_word"), variants("vacancy_word_variant")]
        )
    ]

    private static func words(_ table: SQL) -> SQL {
        "CREATE TABLE \(table) (word TEXT PRIMARY KEY)\(sqlite: " WITHOUT ROWID", postgresql: "")"
    }

    /// The key is all that there is in it: a look-up reads no table beside.
    private static func variants(_ table: SQL) -> SQL {
        """
        CREATE TABLE \(table) (
            variant BIGINT NOT NULL,
            word TEXT NOT NULL,
            PRIMARY KEY (variant, word)
        )\(sqlite: " WITHOUT ROWID", postgresql: "")
        """
    }
}
