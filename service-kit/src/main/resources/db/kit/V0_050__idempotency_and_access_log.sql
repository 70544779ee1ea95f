-- The first answer to every command, kept for 48 hours. request_id is a digest of caller, method, path and key; answer is
-- encrypted: status, ETag, Location and body.
CREATE TABLE idempotency (
    request_id   bytea       NOT NULL CONSTRAINT idempotency_pk PRIMARY KEY,
    request_hash bytea       NOT NULL,
    answer       bytea       NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_digests CHECK (octet_length(request_id) = 32 AND octet_length(request_hash) = 32)
);
CREATE INDEX idempotency_by_age ON idempotency (recorded_at);
GRANT SELECT, INSERT, DELETE ON idempotency TO ${app};

-- Who read which protected fields. Written, never changed.
CREATE TABLE access_log (
    id           bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT access_log_pk PRIMARY KEY,
    occurred_at  timestamptz NOT NULL,
    actor        text        NOT NULL,
    actor_roles  text[]      NOT NULL,
    subject_type text        NOT NULL,
    subject      uuid        NOT NULL,
    division     text        NOT NULL,
    fields       text[]      NOT NULL,
    purpose      text        NOT NULL,
    trace_id     text        NOT NULL
);
CREATE INDEX access_log_by_subject ON access_log (subject, occurred_at);
GRANT SELECT, INSERT ON access_log TO ${app};
