-- Urges of an appeal with their answers, and orders of supervision with the reports on them. The two counts say without a query
-- whether there are any; a replica of the release before leaves them as they are.
ALTER TABLE appeal
    ADD COLUMN urge_count  integer NOT NULL DEFAULT 0,
    ADD COLUMN order_count integer NOT NULL DEFAULT 0;

CREATE TABLE urge (
    id          uuid PRIMARY KEY,
    appeal_id   uuid    NOT NULL CONSTRAINT urge_appeal REFERENCES appeal,
    seq         integer NOT NULL,
    urged_as    text    NOT NULL CONSTRAINT urge_as CHECK (urged_as IN ('ENTERPRISE', 'PARTNER', 'SUPERVISOR', 'CENTRE')),
    text        text    NOT NULL,
    urged_by    text    NOT NULL,
    urged_at    timestamptz NOT NULL,
    -- from when on the next one is possible
    next_at     timestamptz NOT NULL,
    clock_id    uuid    NOT NULL CONSTRAINT urge_clock REFERENCES deadline_clock,
    answered_by text,
    answered_at timestamptz,
    -- NULL where the reply to the appeal answered it
    answer      text,
    CONSTRAINT urge_seq UNIQUE (appeal_id, seq),
    CONSTRAINT urge_answer_whole CHECK ((answered_by IS NULL) = (answer IS NULL) AND (answer IS NULL OR answered_at IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE ON urge TO ${app};

CREATE TABLE supervision_order (
    id         uuid PRIMARY KEY,
    appeal_id  uuid    NOT NULL CONSTRAINT supervision_order_appeal REFERENCES appeal,
    seq        integer NOT NULL,
    ordered_as text    NOT NULL CONSTRAINT supervision_order_as CHECK (ordered_as IN ('SUPERVISOR', 'LEADER')),
    content    text    NOT NULL,
    ordered_by text    NOT NULL,
    ordered_at timestamptz NOT NULL,
    unit_code  text    NOT NULL,
    -- of the report that it waits for, or waited for last
    clock_id   uuid    NOT NULL CONSTRAINT supervision_order_clock REFERENCES deadline_clock,
    status     text    NOT NULL CONSTRAINT supervision_order_status CHECK (status IN ('OPEN', 'REPORTED', 'CLEARED')),
    reports    integer NOT NULL,
    cleared_by text,
    cleared_at timestamptz,
    note       text,
    CONSTRAINT supervision_order_seq UNIQUE (appeal_id, seq),
    CONSTRAINT supervision_order_cleared CHECK ((status = 'CLEARED') = (cleared_at IS NOT NULL)
        AND (cleared_at IS NULL) = (cleared_by IS NULL) AND (cleared_at IS NULL) = (note IS NULL))
);
CREATE INDEX supervision_order_open ON supervision_order (id) WHERE status <> 'CLEARED';
GRANT SELECT, INSERT, UPDATE ON supervision_order TO ${app};

CREATE TABLE order_report (
    id               uuid PRIMARY KEY,
    appeal_id        uuid    NOT NULL CONSTRAINT order_report_appeal REFERENCES appeal,
    seq              integer NOT NULL,
    order_seq        integer NOT NULL,
    -- among the reports on this order
    number           integer NOT NULL,
    text             text    NOT NULL,
    reported_by      text    NOT NULL,
    reported_at      timestamptz NOT NULL,
    sent_back_by     text,
    sent_back_at     timestamptz,
    sent_back_reason text,
    CONSTRAINT order_report_seq UNIQUE (appeal_id, seq),
    CONSTRAINT order_report_of FOREIGN KEY (appeal_id, order_seq) REFERENCES supervision_order (appeal_id, seq),
    CONSTRAINT order_report_sent_back CHECK ((sent_back_at IS NULL) = (sent_back_by IS NULL)
        AND (sent_back_at IS NULL) = (sent_back_reason IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON order_report TO ${app};
