CREATE TABLE gate_request (
    id            uuid PRIMARY KEY,
    project_id    uuid    NOT NULL CONSTRAINT gate_request_project REFERENCES project,
    seq           integer NOT NULL,
    from_stage    text    NOT NULL,
    to_stage      text    NOT NULL,
    business_date date    NOT NULL,
    reason        text,
    skip_reason   text,
    evidence_ids  uuid[]  NOT NULL,
    confirmers    text[]  NOT NULL,
    duplicates    text[]  NOT NULL,
    status        text    NOT NULL CONSTRAINT gate_request_status CHECK (status IN ('OPEN', 'PASSED', 'REJECTED', 'WITHDRAWN')),
    submitted_by  text    NOT NULL,
    submitted_at  timestamptz NOT NULL,
    closed_at     timestamptz,
    closed_by     text,
    close_reason  text,
    CONSTRAINT gate_request_seq UNIQUE (project_id, seq)
);
CREATE UNIQUE INDEX gate_request_one_open ON gate_request (project_id) WHERE status = 'OPEN';

CREATE TABLE gate_confirmation (
    request_id   uuid NOT NULL CONSTRAINT gate_confirmation_request REFERENCES gate_request,
    role         text NOT NULL,
    confirmed_by text NOT NULL,
    confirmed_at timestamptz NOT NULL,
    CONSTRAINT gate_confirmation_pk PRIMARY KEY (request_id, role),
    CONSTRAINT gate_confirmation_person UNIQUE (request_id, confirmed_by)
);

-- append-only: the application may neither change nor remove a line
CREATE TABLE stage_transition (
    id              uuid PRIMARY KEY,
    project_id      uuid    NOT NULL CONSTRAINT stage_transition_project REFERENCES project,
    seq             integer NOT NULL,
    request_seq     integer,
    from_stage      text    NOT NULL,
    to_stage        text    NOT NULL,
    stage_name      text    NOT NULL,
    business_date   date    NOT NULL,
    recorded_at     timestamptz NOT NULL,
    actor           text    NOT NULL,
    actor_unit      text,
    channel         text    NOT NULL,
    reason          text,
    skip_reason     text,
    skipped         boolean NOT NULL,
    ruleset_version text    NOT NULL,
    correction_of   integer,
    evidence_ids    uuid[]  NOT NULL,
    CONSTRAINT stage_transition_seq UNIQUE (project_id, seq)
);

CREATE TABLE amount_revision (
    id             uuid PRIMARY KEY,
    project_id     uuid NOT NULL CONSTRAINT amount_revision_project REFERENCES project,
    seq            integer NOT NULL,
    previous_yuan  numeric(18,2) NOT NULL,
    amount_yuan    numeric(18,2) NOT NULL CONSTRAINT amount_revision_amount CHECK (amount_yuan > 0),
    business_date  date NOT NULL,
    reason         text NOT NULL,
    document_no    text NOT NULL,
    status         text NOT NULL CONSTRAINT amount_revision_status CHECK (status IN ('PROPOSED', 'CONFIRMED', 'REJECTED')),
    proposed_by    text NOT NULL,
    proposed_at    timestamptz NOT NULL,
    closed_by      text,
    closed_at      timestamptz,
    CONSTRAINT amount_revision_seq UNIQUE (project_id, seq),
    CONSTRAINT amount_revision_second_person CHECK (closed_by IS DISTINCT FROM proposed_by)
);
CREATE UNIQUE INDEX amount_revision_one_open ON amount_revision (project_id) WHERE status = 'PROPOSED';

GRANT SELECT, INSERT, UPDATE ON gate_request, amount_revision TO ${app};
GRANT SELECT, INSERT ON gate_confirmation, stage_transition TO ${app};
