-- What Kafka refused, and what came after it of the same subject: it waits here, so that all other subjects flow. The
-- events themselves stay in event_log. docs/operations.md says how they are sent again.
CREATE TABLE refused_event (
    seq        bigint      NOT NULL,
    pos        bigint      NOT NULL,
    subject    uuid        NOT NULL,
    reason     text        NOT NULL,
    refused_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- set by an administrator: the relay then sends this row again
    replay_at  timestamptz,
    CONSTRAINT refused_event_pk PRIMARY KEY (seq)
);
CREATE INDEX refused_event_order ON refused_event (subject, pos, seq);
GRANT SELECT, INSERT, DELETE, UPDATE (replay_at) ON refused_event TO ${app};
