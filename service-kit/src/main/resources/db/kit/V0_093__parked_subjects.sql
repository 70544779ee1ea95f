-- When the parked events of a subject are tried again: one row per consumer and subject that has any. Rows that are missing
-- (parked by an older version of the service) are added by the service itself.
CREATE TABLE parked_subject (
    consumer    text        NOT NULL,
    subject     uuid        NOT NULL,
    tries       integer     NOT NULL,
    -- infinity: the next version of the service tries it, and nothing before
    next_try_at timestamptz NOT NULL,
    -- the versions of the service that have tried it
    tried_by    text[]      NOT NULL,
    CONSTRAINT parked_subject_pk PRIMARY KEY (consumer, subject)
);
CREATE INDEX parked_subject_due ON parked_subject (next_try_at);
GRANT SELECT, INSERT, DELETE, UPDATE (tries, next_try_at, tried_by) ON parked_subject TO ${app};
