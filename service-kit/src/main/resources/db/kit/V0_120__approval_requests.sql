-- What one person proposes and others have to confirm; the rules stand in org.pengjiang.kit.approval.
CREATE TABLE approval_request (
    id               uuid        NOT NULL,
    version          bigint      NOT NULL,
    kind             text        NOT NULL,
    -- the aggregate that it is about
    subject          uuid        NOT NULL,
    exclusive        boolean     NOT NULL,
    needed           text[]      NOT NULL,
    excluded_persons text[]      NOT NULL,
    excluded_teams   text[]      NOT NULL,
    proposed_by      text        NOT NULL,
    proposer_teams   text[]      NOT NULL,
    proposed_at      timestamptz NOT NULL,
    deadline         timestamptz,
    outcome          text        NOT NULL,
    closed_by        text,
    closed_at        timestamptz,
    reason           text,
    CONSTRAINT approval_request_pk PRIMARY KEY (id),
    -- for the reference of a confirmation, which repeats the proposer
    CONSTRAINT approval_request_proposer UNIQUE (id, proposed_by),
    CONSTRAINT approval_request_outcome_known CHECK (outcome IN ('OPEN', 'CONFIRMED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
    CONSTRAINT approval_request_closed_by_someone CHECK ((outcome = 'OPEN') = (closed_by IS NULL) AND (closed_by IS NULL) = (closed_at IS NULL))
);
CREATE UNIQUE INDEX approval_request_one_open ON approval_request (subject, kind) WHERE outcome = 'OPEN' AND exclusive;
GRANT SELECT, INSERT ON approval_request TO ${app};
GRANT UPDATE (version, excluded_persons, excluded_teams, outcome, closed_by, closed_at, reason) ON approval_request TO ${app};

-- append-only: a confirmation is neither changed nor taken back
CREATE TABLE approval_confirmation (
    request_id   uuid        NOT NULL,
    confirmation text        NOT NULL,
    proposed_by  text        NOT NULL,
    confirmed_by text        NOT NULL,
    teams        text[]      NOT NULL,
    confirmed_at timestamptz NOT NULL,
    -- empty where none was given
    reason       text        NOT NULL,
    CONSTRAINT approval_confirmation_pk PRIMARY KEY (request_id, confirmed_by),
    CONSTRAINT approval_confirmation_request FOREIGN KEY (request_id, proposed_by) REFERENCES approval_request (id, proposed_by),
    CONSTRAINT approval_confirmation_second_person CHECK (confirmed_by <> proposed_by)
);
GRANT SELECT, INSERT ON approval_confirmation TO ${app};
