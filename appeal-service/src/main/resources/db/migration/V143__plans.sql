-- How the handler means to solve a matter; a later one takes the place of the one before.
CREATE TABLE appeal_plan (
    id           uuid PRIMARY KEY,
    appeal_id    uuid    NOT NULL CONSTRAINT appeal_plan_appeal REFERENCES appeal,
    seq          integer NOT NULL,
    round        integer NOT NULL,
    body         text    NOT NULL,
    handed_in_by text    NOT NULL,
    handed_in_at timestamptz NOT NULL,
    CONSTRAINT appeal_plan_seq UNIQUE (appeal_id, seq)
);
GRANT SELECT, INSERT ON appeal_plan TO ${app};
