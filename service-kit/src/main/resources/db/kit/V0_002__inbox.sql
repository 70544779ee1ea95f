-- Events of other services, applied exactly once.

-- The handler's transaction inserts here first: a second delivery finds the row and does nothing.
CREATE TABLE inbox (
    consumer   text        NOT NULL,
    event_id   uuid        NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT inbox_pk PRIMARY KEY (consumer, event_id)
);
GRANT SELECT, INSERT ON inbox TO ${app};

-- The last event of each subject that an accumulating consumer has seen: the next one continues it.
CREATE TABLE inbox_sequence (
    consumer text   NOT NULL,
    subject  uuid   NOT NULL,
    sequence bigint NOT NULL,
    CONSTRAINT inbox_sequence_pk PRIMARY KEY (consumer, subject)
);
GRANT SELECT, INSERT, UPDATE (sequence) ON inbox_sequence TO ${app};

-- What could not be applied, and every later event of the same key, until someone replays them.
CREATE TABLE parked_event (
    id           uuid        NOT NULL,
    consumer     text        NOT NULL,
    subject      uuid        NOT NULL,
    event_id     uuid        NOT NULL,
    type         text        NOT NULL,
    division     text,
    sequence     bigint      NOT NULL,
    topic        text        NOT NULL,
    partition_no integer     NOT NULL,
    offset_no    bigint      NOT NULL,
    headers      text        NOT NULL,
    payload      bytea       NOT NULL,
    reason       text        NOT NULL,
    failure      text,
    parked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    tries        integer     NOT NULL,
    CONSTRAINT parked_event_pk PRIMARY KEY (id),
    CONSTRAINT parked_event_unique UNIQUE (consumer, event_id)
);
CREATE INDEX parked_event_order ON parked_event (consumer, subject, sequence, topic, partition_no, offset_no);
GRANT SELECT, INSERT, UPDATE (reason, failure, tries), DELETE ON parked_event TO ${app};
