-- Appeals that wait by law, from the request on.
CREATE TABLE suspension (
    id              uuid PRIMARY KEY,
    appeal_id       uuid    NOT NULL CONSTRAINT suspension_appeal REFERENCES appeal,
    seq             integer NOT NULL,
    round           integer NOT NULL,
    cause           text    NOT NULL CONSTRAINT suspension_cause CHECK (cause IN ('COURT', 'EXPERT_APPRAISAL', 'HIGHER_AUTHORITY')),
    document_no     text    NOT NULL,
    reason          text    NOT NULL,
    asked_by        text    NOT NULL,
    asked_at        timestamptz NOT NULL,
    outcome         text    NOT NULL CONSTRAINT suspension_outcome CHECK (outcome IN ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    decided_by      text CONSTRAINT suspension_four_eyes CHECK (decided_by <> asked_by),
    decided_at      timestamptz,
    decision        text,
    review_asked_at timestamptz,
    confirmed_by    text,
    confirmed_at    timestamptz,
    -- absent where nobody has confirmed it in time
    ended_by        text,
    ended_at        timestamptz,
    end_note        text,
    CONSTRAINT suspension_seq UNIQUE (appeal_id, seq),
    CONSTRAINT suspension_decided CHECK ((outcome = 'OPEN') = (decided_at IS NULL)),
    CONSTRAINT suspension_lasts CHECK (outcome = 'GRANTED' OR num_nonnulls(review_asked_at, confirmed_at, ended_at) = 0)
);
GRANT SELECT, INSERT, UPDATE ON suspension TO ${app};
