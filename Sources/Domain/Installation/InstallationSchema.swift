internal import Persistence

/// The table of what is to be known of this installation itself.
enum InstallationSchema {
    static let migrations = [
        Migration(
            "installation 1",
            [
                """
                CREATE TABLE installation_fact (
                    name TEXT PRIMARY KEY,
                    value TEXT NOT NULL,
                    noted_at BIGINT NOT NULL
                )
                """
            ]
        )
    ]
}
