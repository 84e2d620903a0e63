/// A full-text index of its own, with the scopes of a document (branch, agency, province) inside.
///
/// Scopes are words of the index, so that a search open to one branch reads what is of that branch and no more.
/// Documents are numbered by the app: on SQLite the newest are found first when their numbers grow, because
/// `ORDER BY document DESC LIMIT n` walks the index from its end and stops early.
public struct TextIndex: Sendable {
    let name: StaticString

    public init(_ name: StaticString) {
        self.name = name
    }

    var table: SQL { SQL(name) }

    /// The statements that create it, for a migration.
    public var creation: [SQL] {
        [
            """
            \(sqlite: sqliteCreation, postgresql: postgresqlCreation)
            """,
            """
            \(sqlite: "", postgresql: postgresqlIndexCreation(isRepeatable: false))
            """,
        ]
    }

    /// Indexes a document, in place of what was there under its number.
    ///
    /// - Parameter tokens: The analysed words of the text in their order, separated by spaces.
    public func put(
        _ document: Int64,
        tokens: String,
        scopes: [String],
        in transaction: borrowing Transaction
    ) throws {
        let scopes = scopes.map(TextTokens.encode(scope:))
        switch transaction.engine {
        case .sqlite:
            try transaction.run(
                """
                INSERT OR REPLACE INTO \(table) (rowid, tokens, scopes)
                VALUES (\(document), \(sqliteTokens(tokens)), \(scopes.joined(separator: " ")))
                """
            )
        case .postgresql:
            try transaction.run(
                """
                INSERT INTO \(table) (document, tokens, scopes)
                VALUES (\(document), \(postgresqlVector(tokens))::tsvector, \(postgresqlScopes(scopes))::text[])
                ON CONFLICT (document) DO UPDATE SET tokens = excluded.tokens, scopes = excluded.scopes
                """
            )
        }
    }

    /// A document on its way into the index.
    public struct Document: Hashable, Sendable {
        public let number: Int64
        /// The analysed words of the text in their order, separated by spaces.
        public let tokens: String
        public let scopes: [String]

        public init(_ number: Int64, tokens: String, scopes: [String]) {
            self.number = number
            self.tokens = tokens
            self.scopes = scopes
        }
    }

    /// Indexes many documents, each in place of what was there under its number, by the way that is the fastest.
    public func put(_ documents: [Document], in transaction: borrowing Transaction) throws {
        switch transaction.engine {
        case .sqlite:
            for document in documents {
                try put(document.number, tokens: document.tokens, scopes: document.scopes, in: transaction)
            }
        case .postgresql:
            let columns: [StaticString] = ["document", "tokens", "scopes"]
            try transaction.upsert(
                into: BulkTable(name, columns: columns, key: ["document"], update: ["tokens", "scopes"]),
                rows: documents.map { document in
                    [
                        .integer(document.number), .text(postgresqlVector(document.tokens)),
                        .text(postgresqlScopes(document.scopes.map(TextTokens.encode(scope:)))),
                    ]
                }
            )
        }
    }

    /// Takes a document out, exactly: nothing of it can be found any more.
    public func remove(_ document: Int64, in transaction: borrowing Transaction) throws {
        let column: SQL = "\(sqlite: "rowid", postgresql: "document")"
        try transaction.run("DELETE FROM \(table) WHERE \(column) = \(document)")
    }

    /// Stops indexing what is put in, for a load that has the store to itself: nothing is found until
    /// ``resumeSearch(in:)``.
    ///
    /// PostgreSQL makes the index of a whole table many times faster than it adds a document at a time. SQLite merges as
    /// it goes, and has nothing to stop.
    public func suspendSearch(in transaction: borrowing Transaction) throws {
        guard transaction.engine == .postgresql else { return }
        try transaction.run("DROP INDEX IF EXISTS \(table)_search")
    }

    /// Indexes what was put in since ``suspendSearch(in:)``, unless that is done already.
    public func resumeSearch(in transaction: borrowing Transaction) throws {
        guard transaction.engine == .postgresql else { return }
        try transaction.run("SET LOCAL maintenance_work_mem = '256MB'")
        try transaction.run(postgresqlIndexCreation(isRepeatable: true))
    }

    /// The condition that a document is one of those which the query finds, for a walk through rows in another order.
    ///
    /// SQLite asks its index of each row; PostgreSQL may as well gather the documents first.
    public func holds(_ document: SQL, _ query: TextQuery) -> SQL {
        """
        \(
            sqlite: "EXISTS (\(sqliteMatching(query)) AND rowid = \(document))",
            postgresql: "\(document) IN (\(postgresqlMatching(query)))"
        )
        """
    }

    /// A query with one column, `document`: `FROM (\(index.matching(query))) AS hit`, or `id IN (\(…))`.
    public func matching(_ query: TextQuery) -> SQL {
        "\(sqlite: sqliteMatching(query), postgresql: postgresqlMatching(query))"
    }
}
