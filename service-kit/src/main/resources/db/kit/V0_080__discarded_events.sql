-- Parked events that an administrator has given up: what each carried, why it was given up and what is missing since.
CREATE TABLE discarded_event (
    id                uuid        NOT NULL,
    version           bigint      NOT NULL,
    log_version       bigint      NOT NULL,
    published_version bigint      NOT NULL,
    last_hash         bytea,
    division          text        NOT NULL,
    province          text        NOT NULL,
    city              text,
    district          text,
    town              text,
    consumer          text        NOT NULL,
    event_subject     uuid        NOT NULL,
    event_id          uuid        NOT NULL,
    type              text        NOT NULL,
    place             text        NOT NULL,
    headers           text        NOT NULL,
    payload           bytea       NOT NULL,
    parked_for        text        NOT NULL,
    parked_at         timestamptz NOT NULL,
    leaves_gap        boolean     NOT NULL,
    missing_sequence  bigint,
    why               text        NOT NULL,
    CONSTRAINT discarded_event_pk PRIMARY KEY (id),
    CONSTRAINT discarded_event_once UNIQUE (consumer, event_id)
);
GRANT SELECT, INSERT ON discarded_event TO ${app};

-- How many numbers of the subject may be passed over: one for each discarded event that could not say which it was.
ALTER TABLE inbox_sequence ADD COLUMN gaps_allowed integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT inbox_sequence_gaps_not_negative CHECK (gaps_allowed >= 0);
GRANT UPDATE (gaps_allowed) ON inbox_sequence TO ${app};
