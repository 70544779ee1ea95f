-- Every column of sealed bytes: how far the walk over it has come, and what the last one that ended found by key.
CREATE TABLE sealed_column (
    table_name   text        NOT NULL,
    column_name  text        NOT NULL,
    -- the walk that runs: the key that was the newest when it began, the last row it has seen, rows by key so far
    walk_key     text,
    walk_began   timestamptz,
    walk_after   text,
    walk_rows    text        NOT NULL DEFAULT '{}',
    -- the last walk that ended
    counted_key  text,
    counted_rows text        NOT NULL DEFAULT '{}',
    counted_at   timestamptz,
    CONSTRAINT sealed_column_pk PRIMARY KEY (table_name, column_name),
    CONSTRAINT sealed_column_rows CHECK (walk_rows IS JSON OBJECT AND counted_rows IS JSON OBJECT)
);
GRANT SELECT, INSERT, UPDATE ON sealed_column TO ${app};

-- few rows of the log hold anything private: the walk reads only those
CREATE INDEX event_log_private ON event_log (seq) WHERE private_data IS NOT NULL;
