-- A unit returns what another one should have: the centre proposes how to rule, and the supervision rules.
CREATE TABLE appeal_return (
    id             uuid PRIMARY KEY,
    appeal_id      uuid    NOT NULL CONSTRAINT appeal_return_appeal REFERENCES appeal,
    seq            integer NOT NULL,
    round          integer NOT NULL,
    assignment     integer NOT NULL,
    unit           text    NOT NULL,
    from_state     text    NOT NULL CONSTRAINT appeal_return_from CHECK (from_state IN ('DISPATCHED', 'IN_PROGRESS')),
    reason_code    text    NOT NULL,
    reason         text    NOT NULL,
    legal_basis    text    NOT NULL,
    named_unit     text    NOT NULL,
    asked_by       text    NOT NULL,
    asked_at       timestamptz NOT NULL,
    proposed_by    text,
    proposed_at    timestamptz,
    proposed_upheld boolean,
    proposed_next  text,
    proposal_note  text,
    outcome        text    NOT NULL CONSTRAINT appeal_return_outcome CHECK (outcome IN ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    decided_by     text,
    decided_at     timestamptz,
    decision       text,
    next_unit      text,
    CONSTRAINT appeal_return_seq UNIQUE (appeal_id, seq),
    -- a unit returns an appeal once
    CONSTRAINT appeal_return_once UNIQUE (appeal_id, unit),
    CONSTRAINT appeal_return_proposed CHECK ((proposed_by IS NULL) = (proposed_upheld IS NULL)
        AND (proposed_next IS NOT NULL) = (proposed_upheld IS TRUE)),
    CONSTRAINT appeal_return_ruled CHECK ((outcome = 'GRANTED') = (next_unit IS NOT NULL)
        AND (outcome IN ('GRANTED', 'REFUSED')) = (decided_by IS NOT NULL)),
    -- nobody decides on what they have asked or proposed
    CONSTRAINT appeal_return_two_persons CHECK (decided_by <> asked_by AND decided_by <> proposed_by)
);
GRANT SELECT, INSERT, UPDATE ON appeal_return TO ${app};

-- Why the centre has taken an appeal from the handler before, and in whose turn what fell due is the centre's.
ALTER TABLE assignment ADD COLUMN reason text, ADD COLUMN charged_to_centre boolean NOT NULL DEFAULT false;
