-- What Kafka refused, and what came after it of the same subject: it waits here, so that all other subjects flow. The
-- events themselves stay in event_log. docs/operations.md says how they are sent again.
CREATE TABLE refused_event (
    seq         bigint      NOT NULL,
    pos         bigint      NOT NULL,
    subject     uuid        NOT NULL,
    reason      text        NOT NULL,
    refused_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- set by an administrator: the relay then sends this row again, and those that only wait behind it
    replay_at   timestamptz,
    -- set by an administrator: the relay then sends this row without its data, so that its followers are not held up
    given_up_at timestamptz,
    CONSTRAINT refused_event_pk PRIMARY KEY (seq)
);
CREATE INDEX refused_event_order ON refused_event (subject, pos, seq);
CREATE INDEX refused_event_asked ON refused_event (subject) WHERE replay_at IS NOT NULL OR given_up_at IS NOT NULL;
GRANT SELECT, INSERT, DELETE, UPDATE (replay_at, given_up_at) ON refused_event TO ${app};
