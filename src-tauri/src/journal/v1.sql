PRAGMA application_id = 1279480907;

CREATE TABLE head (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    changes INTEGER NOT NULL,
    digest BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT;

CREATE TABLE operation (
    place INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    profile_id TEXT NOT NULL,
    org_id TEXT NOT NULL,
    org_name TEXT NOT NULL,
    user_name TEXT,
    oauth_client_id TEXT,
    client_id TEXT,
    client_name TEXT NOT NULL,
    intent TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    correlation_id TEXT,
    destination TEXT,
    sum BLOB NOT NULL
) STRICT;

CREATE TABLE step (
    operation INTEGER NOT NULL REFERENCES operation (place),
    number INTEGER NOT NULL,
    event TEXT NOT NULL,
    stage TEXT NOT NULL,
    at INTEGER NOT NULL,
    client_id TEXT,
    correlation_id TEXT,
    status INTEGER,
    code TEXT,
    sum BLOB NOT NULL,
    PRIMARY KEY (operation, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE look (
    operation INTEGER NOT NULL REFERENCES operation (place),
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    candidates TEXT NOT NULL,
    sum BLOB NOT NULL,
    PRIMARY KEY (operation, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed (
    operation INTEGER NOT NULL PRIMARY KEY REFERENCES operation (place),
    bytes BLOB NOT NULL,
    key_id TEXT NOT NULL,
    sum BLOB NOT NULL
) STRICT;
