-- What a round came to, written when it ends. The present round stands in the appeal's own columns: a filing costs no row more, and
-- a list reads no second table.
ALTER TABLE appeal ADD COLUMN round_cause text NOT NULL DEFAULT 'FILED';
ALTER TABLE appeal ADD CONSTRAINT appeal_round_cause CHECK (round_cause IN ('FILED', 'REWORK', 'REOPENED')) NOT VALID;
-- NULL: with the receipt
ALTER TABLE appeal ADD COLUMN round_began_at timestamptz;
-- how high the supervision stood when the round began
ALTER TABLE appeal ADD COLUMN round_level integer NOT NULL DEFAULT 0;
-- of which round these three are; a replica of the release before begins a round and says nothing of it
ALTER TABLE appeal ADD COLUMN round_described integer NOT NULL DEFAULT 1;

CREATE TABLE appeal_round (
    appeal_id               uuid    NOT NULL CONSTRAINT appeal_round_appeal REFERENCES appeal,
    round                   integer NOT NULL,
    cause                   text    NOT NULL CONSTRAINT appeal_round_cause_known CHECK (cause IN ('FILED', 'REWORK', 'REOPENED')),
    level                   integer NOT NULL,
    unit_code               text,
    began_at                timestamptz NOT NULL,
    accepted_at             timestamptz,
    dispatched_at           timestamptz,
    signed_at               timestamptz,
    signed_automatically    boolean NOT NULL,
    contacted_at            timestamptz,
    replied_at              timestamptz,
    ended_at                timestamptz NOT NULL,
    result                  text    NOT NULL CONSTRAINT appeal_round_result_known CHECK (result IN ('REWORK', 'CLOSED')),
    closed_by               text,
    contact_minutes         bigint,
    contact_working_minutes bigint,
    reply_minutes           bigint,
    reply_working_minutes   bigint,
    end_minutes             bigint NOT NULL,
    -- NULL only of rounds that ended before this table was there: SQL knows no calendar
    end_working_minutes     bigint,
    CONSTRAINT appeal_round_once PRIMARY KEY (appeal_id, round)
);
GRANT SELECT, INSERT ON appeal_round TO ${app};
