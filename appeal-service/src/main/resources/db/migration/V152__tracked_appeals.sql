-- What is proposed for appeals that cannot be solved now, and what the leader has decided.
CREATE TABLE tracking_plan (
    id           uuid PRIMARY KEY,
    appeal_id    uuid    NOT NULL CONSTRAINT tracking_plan_appeal REFERENCES appeal,
    seq          integer NOT NULL,
    round        integer NOT NULL,
    asked_by     text    NOT NULL,
    asked_at     timestamptz NOT NULL,
    reason       text    NOT NULL,
    plan         text    NOT NULL,
    consent      text    NOT NULL CONSTRAINT tracking_plan_consent CHECK (consent IN ('CONSENTED', 'REFUSED', 'NOT_REACHED')),
    consent_note text,
    outcome      text    NOT NULL CONSTRAINT tracking_plan_outcome CHECK (outcome IN ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    decided_by   text,
    decided_at   timestamptz,
    decision     text,
    CONSTRAINT tracking_plan_seq UNIQUE (appeal_id, seq),
    CONSTRAINT tracking_plan_consent_said CHECK (consent = 'CONSENTED' OR consent_note IS NOT NULL)
);
GRANT SELECT, INSERT, UPDATE ON tracking_plan TO ${app};

CREATE TABLE milestone (
    id         uuid PRIMARY KEY,
    appeal_id  uuid    NOT NULL CONSTRAINT milestone_appeal REFERENCES appeal,
    seq        integer NOT NULL,
    plan_seq   integer NOT NULL,
    content    text    NOT NULL,
    due_on     date    NOT NULL,
    status     text    NOT NULL CONSTRAINT milestone_status CHECK (status IN ('PLANNED', 'OPEN', 'MET', 'WAIVED')),
    clock_id   uuid,
    note       text,
    settled_by text,
    settled_at timestamptz,
    CONSTRAINT milestone_seq UNIQUE (appeal_id, seq),
    CONSTRAINT milestone_plan FOREIGN KEY (appeal_id, plan_seq) REFERENCES tracking_plan (appeal_id, seq),
    CONSTRAINT milestone_clock_runs CHECK ((status = 'PLANNED') = (clock_id IS NULL)),
    CONSTRAINT milestone_settled_whole CHECK ((status IN ('MET', 'WAIVED')) = (note IS NOT NULL)
        AND (note IS NULL) = (settled_at IS NULL) AND (note IS NULL) = (settled_by IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON milestone TO ${app};

-- What was answered before it was tracked is answered once more, in a round of its own.
ALTER TABLE appeal DROP CONSTRAINT appeal_round_cause;
ALTER TABLE appeal ADD CONSTRAINT appeal_round_cause CHECK (round_cause IN ('FILED', 'REWORK', 'REOPENED', 'TRACKED')) NOT VALID;
ALTER TABLE appeal_round DROP CONSTRAINT appeal_round_cause_known;
ALTER TABLE appeal_round ADD CONSTRAINT appeal_round_cause_known CHECK (cause IN ('FILED', 'REWORK', 'REOPENED', 'TRACKED')) NOT VALID;
ALTER TABLE appeal_round DROP CONSTRAINT appeal_round_result_known;
ALTER TABLE appeal_round ADD CONSTRAINT appeal_round_result_known CHECK (result IN ('REWORK', 'CLOSED', 'TRACKED')) NOT VALID;
