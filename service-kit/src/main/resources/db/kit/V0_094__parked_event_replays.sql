-- Bulk replays of parked events, as jobs that go on where they were when a replica ends.
CREATE TABLE parked_event_replay (
    id             uuid        NOT NULL,
    -- the administrator's division: what is replayed is of it and below
    division       text        NOT NULL,
    -- null for every one
    consumer       text,
    reason         text,
    subject        uuid,
    requested_by   text        NOT NULL,
    requested_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    subjects       bigint      NOT NULL,
    found          bigint      NOT NULL,
    subjects_tried bigint      NOT NULL DEFAULT 0,
    applied        bigint      NOT NULL DEFAULT 0,
    still_parked   bigint      NOT NULL DEFAULT 0,
    -- the last subject that was tried
    after_consumer text        NOT NULL DEFAULT '',
    after_subject  uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    -- until then the replica that works on it is believed to live
    worked_until   timestamptz NOT NULL DEFAULT '-infinity',
    -- made by that replica: what one says that was taken for dead no longer counts
    claim          uuid,
    finished_at    timestamptz,
    CONSTRAINT parked_event_replay_pk PRIMARY KEY (id)
);
CREATE INDEX parked_event_replay_open ON parked_event_replay (requested_at) WHERE finished_at IS NULL;
GRANT SELECT, INSERT,
      UPDATE (subjects_tried, applied, still_parked, after_consumer, after_subject, worked_until, claim, finished_at)
   ON parked_event_replay TO ${app};
