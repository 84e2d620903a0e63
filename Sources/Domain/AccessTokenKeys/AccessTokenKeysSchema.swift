internal import Persistence

/// The table of the keys that sign access tokens.
enum AccessTokenKeysSchema {
    static let migrations = [
        Migration(
            "access-token-keys 1",
            [
                """
                CREATE TABLE access_token_key (
                    period BIGINT PRIMARY KEY,
                    pem TEXT NOT NULL,
                    created_at BIGINT NOT NULL
                )
                """
            ]
        )
    ]
}
