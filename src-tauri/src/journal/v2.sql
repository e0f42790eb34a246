-- What the history is searched by, in lower case; worked out from the other columns, so not in the sum.
ALTER TABLE operation ADD COLUMN search TEXT NOT NULL DEFAULT '';

CREATE INDEX operation_of_client ON operation (org_id, client_id);
CREATE INDEX operation_at_stage ON operation (stage);
