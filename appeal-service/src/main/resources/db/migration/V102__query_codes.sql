-- Matters that were handed in together, and the hash of the code that whoever filed them looks them up with.
ALTER TABLE appeal
    ADD COLUMN submission_no   text,
    ADD COLUMN query_code_hash text,
    ADD CONSTRAINT appeal_submission_whole CHECK (submission_no IS NULL OR query_code_hash IS NOT NULL);
CREATE INDEX appeal_of_submission ON appeal (submission_no) WHERE submission_no IS NOT NULL;

-- Wrong tries, by the number that was named, whether it exists or not.
CREATE TABLE query_failure (
    number    text PRIMARY KEY,
    failures  integer NOT NULL,
    failed_at timestamptz NOT NULL
);
CREATE INDEX query_failure_age ON query_failure (failed_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON query_failure TO ${app};
