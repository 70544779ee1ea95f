-- What the centre asks and decides before it dispatches an appeal. A replica of the release before has no operation for any of it.
CREATE TABLE supplement_request (
    id            uuid PRIMARY KEY,
    appeal_id     uuid    NOT NULL CONSTRAINT supplement_request_appeal REFERENCES appeal,
    seq           integer NOT NULL,
    missing       text[]  NOT NULL,
    asked_by      text    NOT NULL,
    asked_at      timestamptz NOT NULL,
    outcome       text    NOT NULL CONSTRAINT supplement_request_outcome CHECK (outcome IN ('OPEN', 'SUPPLIED', 'LAPSED')),
    ended_at      timestamptz,
    supplied_by   text,
    supplied_text text,
    CONSTRAINT supplement_request_seq UNIQUE (appeal_id, seq),
    CONSTRAINT supplement_request_ended CHECK ((outcome = 'OPEN') = (ended_at IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON supplement_request TO ${app};

CREATE TABLE rejection (
    id              uuid PRIMARY KEY,
    appeal_id       uuid    NOT NULL CONSTRAINT rejection_appeal REFERENCES appeal,
    seq             integer NOT NULL,
    code            text    NOT NULL CONSTRAINT rejection_code CHECK (code IN ('OTHER_JURISDICTION', 'OTHER_PROCEDURE',
                        'PETITION', 'SECRET', 'WITHOUT_SUBSTANCE', 'SAME_FACT', 'OTHER')),
    reason          text    NOT NULL,
    legal_basis     text    NOT NULL,
    recourse        text    NOT NULL,
    asked_by        text    NOT NULL,
    asked_at        timestamptz NOT NULL,
    outcome         text    NOT NULL CONSTRAINT rejection_outcome CHECK (outcome IN ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    decided_by      text CONSTRAINT rejection_by_two CHECK (decided_by <> asked_by),
    decided_at      timestamptz,
    decision        text,
    objection_until timestamptz,
    CONSTRAINT rejection_seq UNIQUE (appeal_id, seq),
    CONSTRAINT rejection_decided CHECK ((outcome = 'OPEN') = (decided_at IS NULL)),
    CONSTRAINT rejection_objection CHECK ((outcome = 'GRANTED') = (objection_until IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE ON rejection TO ${app};

CREATE TABLE rejection_objection (
    id         uuid PRIMARY KEY,
    appeal_id  uuid    NOT NULL CONSTRAINT rejection_objection_appeal REFERENCES appeal,
    seq        integer NOT NULL,
    clock_id   uuid    NOT NULL,
    reason     text    NOT NULL,
    asked_by   text    NOT NULL,
    asked_at   timestamptz NOT NULL,
    outcome    text    NOT NULL CONSTRAINT rejection_objection_outcome CHECK (outcome IN ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    decided_by text CONSTRAINT rejection_objection_by_two CHECK (decided_by <> asked_by),
    decided_at timestamptz,
    decision   text,
    CONSTRAINT rejection_objection_seq UNIQUE (appeal_id, seq),
    CONSTRAINT rejection_objection_decided CHECK ((outcome = 'OPEN') = (decided_at IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON rejection_objection TO ${app};

-- Who files an emergency has the dates of one at once; the centre judges it within minutes.
CREATE TABLE emergency_claim (
    id        uuid PRIMARY KEY,
    appeal_id uuid    NOT NULL CONSTRAINT emergency_claim_appeal REFERENCES appeal,
    seq       integer NOT NULL,
    clock_id  uuid    NOT NULL,
    outcome   text    NOT NULL CONSTRAINT emergency_claim_outcome CHECK (outcome IN ('OPEN', 'CONFIRMED', 'CONFIRMED_BY_SILENCE', 'REFUSED')),
    judged_by text,
    judged_at timestamptz,
    reason    text,
    CONSTRAINT emergency_claim_once UNIQUE (appeal_id, seq),
    CONSTRAINT emergency_claim_judged CHECK ((outcome = 'OPEN') = (judged_at IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON emergency_claim TO ${app};

-- As what an appeal was handled before. Rows are added and never change.
CREATE TABLE classification_change (
    id              uuid PRIMARY KEY,
    appeal_id       uuid    NOT NULL CONSTRAINT classification_change_appeal REFERENCES appeal,
    seq             integer NOT NULL,
    class_before    text    NOT NULL,
    class_after     text    NOT NULL,
    category_before text    NOT NULL,
    category_after  text    NOT NULL,
    cause           text    NOT NULL CONSTRAINT classification_change_cause CHECK (cause IN ('DECIDED', 'EMERGENCY_REFUSED')),
    reason          text    NOT NULL,
    changed_by      text    NOT NULL,
    changed_at      timestamptz NOT NULL,
    CONSTRAINT classification_change_seq UNIQUE (appeal_id, seq)
);
GRANT SELECT, INSERT ON classification_change TO ${app};
