-- What was done with a client and changed nothing. Each row is over when it is written. `search` as of operations.
CREATE TABLE note (
    place INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    profile_id TEXT NOT NULL,
    org_id TEXT NOT NULL,
    org_name TEXT NOT NULL,
    user_name TEXT,
    oauth_client_id TEXT,
    client_id TEXT NOT NULL,
    client_name TEXT NOT NULL,
    at INTEGER NOT NULL,
    status INTEGER,
    code TEXT,
    correlation_id TEXT,
    sum BLOB NOT NULL,
    search TEXT NOT NULL DEFAULT ''
) STRICT;
