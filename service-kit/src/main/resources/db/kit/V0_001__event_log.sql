-- The one log of the service: timeline, audit trail, change feed and outbox. See docs/adr/0001-one-log-per-service.md.
-- Run as the owner; the service connects as ${app} and never as the owner.

-- Raised after a logical restore, which starts transaction ids anew: see docs/operations.md.
CREATE FUNCTION log_origin() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint';

-- Every row below it is final: whatever transaction could still add one there has ended.
CREATE FUNCTION log_horizon() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT log_origin() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint $$;

-- Not the transaction id alone: a transaction gets that at its first write, before it reads the aggregate, so version 6
-- could stand before version 5. The snapshot's upper end is past everything this transaction has seen.
CREATE FUNCTION log_position() RETURNS bigint LANGUAGE sql VOLATILE AS
$$ SELECT log_origin() + greatest(pg_current_xact_id()::text::bigint, pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1) $$;

CREATE TABLE event_log (
    seq               bigint      GENERATED ALWAYS AS IDENTITY,
    pos               bigint      NOT NULL DEFAULT log_position(),
    id                uuid        NOT NULL,
    type              text        NOT NULL,
    audience          text        NOT NULL,
    party             text,
    subject_type      text        NOT NULL,
    subject           uuid        NOT NULL,
    subject_version   bigint      NOT NULL,
    published_version bigint,
    division          text        NOT NULL,
    -- the first six digits: what a district's feed reads by; shorter for a city or a province
    district          text        NOT NULL GENERATED ALWAYS AS (substr(division, 1, 6)) STORED,
    actor             text        NOT NULL,
    actor_role        text        NOT NULL,
    occurred_at       timestamptz NOT NULL,
    -- the server's own time, whatever clock the service runs on: measures how far the relay lags
    recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- text and not jsonb, which reorders keys and rewrites numbers: the hash covers what was written
    data              text        NOT NULL,
    private_data      bytea,
    trace_parent      text,
    previous_hash     bytea,
    hash              bytea       NOT NULL,
    CONSTRAINT event_log_pk PRIMARY KEY (seq),
    CONSTRAINT event_log_id_unique UNIQUE (id),
    CONSTRAINT event_log_version_unique UNIQUE (subject, subject_version),
    CONSTRAINT event_log_audience_known CHECK (audience IN ('INTERNAL', 'DIVISION', 'PARTY')),
    CONSTRAINT event_log_party_named CHECK ((audience = 'PARTY') = (party IS NOT NULL)),
    CONSTRAINT event_log_data_object CHECK (data IS JSON OBJECT),
    CONSTRAINT event_log_versions_positive CHECK (subject_version > 0 AND published_version > 0),
    CONSTRAINT event_log_first_has_no_previous CHECK ((subject_version = 1) = (previous_hash IS NULL)),
    CONSTRAINT event_log_hash_sha256 CHECK (length(hash) = 32)
);

CREATE UNIQUE INDEX event_log_order ON event_log (pos, seq);
CREATE INDEX event_log_district_order ON event_log (district, pos, seq);
CREATE INDEX event_log_party_order ON event_log (party, pos, seq) WHERE party IS NOT NULL;

CREATE FUNCTION event_log_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'event_log is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER event_log_append_only BEFORE UPDATE OR DELETE ON event_log
    FOR EACH ROW EXECUTE FUNCTION event_log_refuse_change();
CREATE TRIGGER event_log_no_truncate BEFORE TRUNCATE ON event_log
    FOR EACH STATEMENT EXECUTE FUNCTION event_log_refuse_change();

-- by column: the service can choose neither the position nor the order of a row
GRANT SELECT ON event_log TO ${app};
GRANT INSERT (id, type, audience, party, subject_type, subject, subject_version, published_version, division, actor,
    actor_role, occurred_at, data, private_data, trace_parent, previous_hash, hash) ON event_log TO ${app};

-- How far a reader of the log has come; the relay to Kafka is the first of them.
CREATE TABLE log_cursor (
    name     text        NOT NULL,
    pos      bigint      NOT NULL,
    seq      bigint      NOT NULL,
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT log_cursor_pk PRIMARY KEY (name)
);
INSERT INTO log_cursor (name, pos, seq) VALUES ('kafka', 0, 0);
GRANT SELECT, UPDATE (pos, seq, moved_at) ON log_cursor TO ${app};
