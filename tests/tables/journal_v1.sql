-- A journal of the first version as it was shipped. Never to be changed.
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

INSERT INTO operation VALUES (1, '3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'create', 'secured', 'profile', 'org-1', 'Acme', 'Ada', NULL, 'client-1', 'Größe', '{"name":"Größe"}', 1800000000000000, 1800000002000000, 'c-1', NULL, x'a9679a66227fa84214af26766e6d6486');
INSERT INTO operation VALUES (2, '3f2504e0-4f89-41d3-9a0c-0305e82c3302', 'update', 'unknown', 'profile', 'org-1', 'Acme', NULL, 'oauth-1', NULL, 'Second', 'null', 1800000005000000, 1800000006000000, NULL, NULL, x'a2bf611cef9c50583e76f3a5be1ab094');
INSERT INTO step VALUES (1, 1, 'secured', 'secured', 1800000002000000, 'client-1', 'c-1', 200, NULL, x'754a31f75024ddb8576d2b58b2066ff5');
INSERT INTO step VALUES (2, 1, 'answerLost', 'unknown', 1800000006000000, NULL, NULL, 504, 'gateway.timeout', x'9b4eb93da72c9a6d8c083e55171d394d');
INSERT INTO look VALUES (2, 1, 1800000007, '["client-9"]', x'9e0e172b0241b01d5b41dc86cec1f889');
INSERT INTO sealed VALUES (1, x'010203', '0123456789abcdef', x'ad19754a32853fd563d8c7b07b8adefa');
INSERT INTO head VALUES (1, 5, x'd6cb11d10a2f3007c925dbe8c027a4d9', x'6224907105bfd1bf2ef160ed3465c7ab');
PRAGMA user_version = 1;
