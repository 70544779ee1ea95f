-- When an appeal was taken back, or lapsed without a supplement.
ALTER TABLE appeal ADD COLUMN withdrawn_at timestamptz;

-- Who took an appeal back, and why. One that lapsed has no row.
CREATE TABLE withdrawal (
    id           uuid PRIMARY KEY,
    appeal_id    uuid    NOT NULL CONSTRAINT withdrawal_appeal REFERENCES appeal,
    seq          integer NOT NULL,
    reason       text    NOT NULL CONSTRAINT withdrawal_reason CHECK (reason IN
                     ('SOLVED_MEANWHILE', 'NO_LONGER_NEEDED', 'FILED_BY_MISTAKE', 'PURSUED_ELSEWHERE', 'OTHER')),
    note         text,
    withdrawn_by text    NOT NULL CONSTRAINT withdrawal_by CHECK (withdrawn_by IN ('ENTERPRISE', 'PARTNER', 'CODE')),
    account      text    NOT NULL,
    from_state   text    NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    -- call-back asks whether somebody has urged the appellant to it
    sampled      boolean NOT NULL,
    CONSTRAINT withdrawal_seq UNIQUE (appeal_id, seq),
    CONSTRAINT withdrawal_other_said CHECK (reason <> 'OTHER' OR note IS NOT NULL)
);
GRANT SELECT, INSERT ON withdrawal TO ${app};
