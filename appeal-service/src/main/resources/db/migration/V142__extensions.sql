-- More time for the reply, from the request on.
CREATE TABLE extension (
    id              uuid PRIMARY KEY,
    appeal_id       uuid    NOT NULL CONSTRAINT extension_appeal REFERENCES appeal,
    seq             integer NOT NULL,
    round           integer NOT NULL,
    amount          bigint  NOT NULL CONSTRAINT extension_amount CHECK (amount > 0),
    unit            text    NOT NULL,
    consent         text    NOT NULL CONSTRAINT extension_consent CHECK (consent IN ('CONSENTED', 'REFUSED', 'NOT_REACHED')),
    consent_note    text CONSTRAINT extension_note CHECK (consent_note IS NOT NULL OR consent = 'CONSENTED'),
    -- the due before, and the one that was asked for or given
    due_at          timestamptz NOT NULL,
    extended_due_at timestamptz NOT NULL,
    past_limit      boolean NOT NULL,
    reason          text    NOT NULL,
    asked_by        text    NOT NULL,
    asked_at        timestamptz NOT NULL,
    outcome         text    NOT NULL CONSTRAINT extension_outcome CHECK (outcome IN ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    decided_by      text CONSTRAINT extension_four_eyes CHECK (decided_by <> asked_by),
    decided_at      timestamptz,
    decision        text,
    CONSTRAINT extension_seq UNIQUE (appeal_id, seq),
    CONSTRAINT extension_decided CHECK ((outcome = 'OPEN') = (decided_at IS NULL))
);
CREATE UNIQUE INDEX extension_once ON extension (appeal_id) WHERE outcome = 'GRANTED';
GRANT SELECT, INSERT, UPDATE ON extension TO ${app};
