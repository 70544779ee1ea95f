-- Time policies are versioned data: a clock keeps the version, the class and the target it was started with.

CREATE TABLE time_policy (
    version     text PRIMARY KEY,
    valid_from  date    NOT NULL,
    note        text    NOT NULL,
    document_no text,
    assumption  boolean NOT NULL
);

CREATE TABLE time_target (
    policy_version text    NOT NULL CONSTRAINT time_target_policy REFERENCES time_policy,
    time_class     text    NOT NULL CONSTRAINT time_target_class CHECK (time_class IN ('P0', 'P1', 'P2', 'P3', 'P4', 'S')),
    clock          text    NOT NULL,
    -- empty: every category of the class; a statute of one category stands beside it and wins
    category       text    NOT NULL DEFAULT '',
    -- where a clock has several targets, the earliest due binds
    position       integer NOT NULL,
    amount         bigint  NOT NULL CONSTRAINT time_target_amount CHECK (amount >= 0),
    unit           text    NOT NULL CONSTRAINT time_target_unit CHECK (unit IN
                       ('NATURAL_MINUTES', 'NATURAL_DAYS', 'WORKING_MINUTES', 'WORKING_DAYS_END')),
    roll_forward   boolean NOT NULL DEFAULT false,
    source         text    NOT NULL,
    CONSTRAINT time_target_pk PRIMARY KEY (policy_version, time_class, clock, category, position)
);

INSERT INTO time_policy (version, valid_from, note, assumption) VALUES
    ('PJ-2026', '2020-01-01', '60 minutes / 24 hours / 7 days as Jiangmen has promised, under the ceilings of the province; not confirmed by the district', true);

INSERT INTO time_target (policy_version, time_class, clock, category, position, amount, unit, roll_forward, source) VALUES
    ('PJ-2026', 'P0', 'ACCEPT',     '', 1,   10, 'NATURAL_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P0', 'DISPATCH',   '', 1,    5, 'NATURAL_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P0', 'SIGN',       '', 1,   10, 'NATURAL_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P0', 'CONTACT',    '', 1,   30, 'NATURAL_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P0', 'PLAN',       '', 1,  120, 'NATURAL_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P0', 'RESOLVE',    '', 1, 1440, 'NATURAL_MINUTES',  false, 'Jiangmen: solution in 24 hours'),
    ('PJ-2026', 'P0', 'LIMIT',      '', 1, 1440, 'NATURAL_MINUTES',  false, 'Jiangmen: solution in 24 hours'),
    ('PJ-2026', 'P1', 'ACCEPT',     '', 1,  120, 'NATURAL_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P1', 'DISPATCH',   '', 1,   30, 'NATURAL_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P1', 'SIGN',       '', 1,   15, 'NATURAL_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P1', 'CONTACT',    '', 1,   60, 'NATURAL_MINUTES',  false, 'Jiangmen: contact in 60 minutes'),
    ('PJ-2026', 'P1', 'PLAN',       '', 1,  240, 'NATURAL_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P1', 'RESOLVE',    '', 1, 1440, 'NATURAL_MINUTES',  false, 'Jiangmen: solution in 24 hours'),
    ('PJ-2026', 'P1', 'LIMIT',      '', 1, 2880, 'NATURAL_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P2', 'ACCEPT',     '', 1,  120, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P2', 'DISPATCH',   '', 1,   30, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P2', 'SIGN',       '', 1,  120, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P2', 'CONTACT',    '', 1,   60, 'WORKING_MINUTES',  false, 'Jiangmen: contact in 60 minutes'),
    ('PJ-2026', 'P2', 'RESOLVE',    '', 1,    1, 'WORKING_DAYS_END', false, 'district, proposed'),
    ('PJ-2026', 'P2', 'LIMIT',      '', 1,    2, 'WORKING_DAYS_END', false, 'Guangdong: consultation in 2 working days'),
    ('PJ-2026', 'P3', 'ACCEPT',     '', 1,  120, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P3', 'DISPATCH',   '', 1,   30, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P3', 'SIGN',       '', 1,  120, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P3', 'CONTACT',    '', 1,   60, 'WORKING_MINUTES',  false, 'Jiangmen: contact in 60 minutes'),
    ('PJ-2026', 'P3', 'PLAN',       '', 1, 1440, 'NATURAL_MINUTES',  false, 'Jiangmen: solution in 24 hours'),
    ('PJ-2026', 'P3', 'RESOLVE',    '', 1,    5, 'WORKING_DAYS_END', false, 'district, proposed'),
    ('PJ-2026', 'P3', 'LIMIT',      '', 1,    7, 'NATURAL_DAYS',     true,  'Jiangmen: closed in 7 days'),
    ('PJ-2026', 'P3', 'LIMIT',      '', 2,   10, 'WORKING_DAYS_END', false, 'Guangdong: help and suggestions in 10 working days'),
    ('PJ-2026', 'P4', 'ACCEPT',     '', 1,  120, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P4', 'DISPATCH',   '', 1,   30, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P4', 'SIGN',       '', 1,  120, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'P4', 'CONTACT',    '', 1,   60, 'WORKING_MINUTES',  false, 'Jiangmen: contact in 60 minutes'),
    ('PJ-2026', 'P4', 'PLAN',       '', 1,    3, 'WORKING_DAYS_END', false, 'district, proposed'),
    ('PJ-2026', 'P4', 'RESOLVE',    '', 1,   15, 'NATURAL_DAYS',     true,  'as Beijing does it'),
    ('PJ-2026', 'P4', 'LIMIT',      '', 1,   15, 'WORKING_DAYS_END', false, 'Guangdong: complaints in 15 working days'),
    ('PJ-2026', 'S',  'ACCEPT',     '', 1,  120, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'S',  'DISPATCH',   '', 1,   30, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'S',  'SIGN',       '', 1,  120, 'WORKING_MINUTES',  false, 'district, proposed'),
    ('PJ-2026', 'S',  'CONTACT',    '', 1,   60, 'WORKING_MINUTES',  false, 'Jiangmen: contact in 60 minutes'),
    ('PJ-2026', 'S',  'RESOLVE',    '', 1,   60, 'WORKING_DAYS_END', false, 'complaints of foreign-invested enterprises'),
    ('PJ-2026', 'S',  'LIMIT',      '', 1,   60, 'WORKING_DAYS_END', false, 'complaints of foreign-invested enterprises'),
    ('PJ-2026', 'S',  'RESOLVE', 'C04', 1,   10, 'WORKING_DAYS_END', false, 'arrears owed to small and medium enterprises'),
    ('PJ-2026', 'S',  'LIMIT',   'C04', 1,   10, 'WORKING_DAYS_END', false, 'arrears owed to small and medium enterprises');

INSERT INTO time_target (policy_version, time_class, clock, category, position, amount, unit, roll_forward, source)
SELECT 'PJ-2026', time_class, 'EVALUATION', '', 1, 7, 'NATURAL_DAYS', false, 'Guangdong: seven days to rate'
FROM unnest('{P0,P1,P2,P3,P4,S}'::text[]) AS time_class;

CREATE TABLE appeal (
    id                 uuid PRIMARY KEY,
    version            bigint NOT NULL,
    log_version        bigint NOT NULL,
    published_version  bigint NOT NULL,
    last_hash          bytea,
    division           text   NOT NULL,
    province           text   NOT NULL,
    city               text   NOT NULL,
    district           text   NOT NULL,
    town               text,
    no                 text   NOT NULL CONSTRAINT appeal_no_unique UNIQUE,
    title              text   NOT NULL,
    description        text   NOT NULL,
    search_text        text   NOT NULL,
    nature             text   NOT NULL CONSTRAINT appeal_nature CHECK (nature IN
                           ('CONSULTATION', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION', 'PRAISE')),
    category           text   NOT NULL,
    category_version   integer NOT NULL,
    urgency            text   NOT NULL CONSTRAINT appeal_urgency CHECK (urgency IN ('ORDINARY', 'URGENT', 'EMERGENCY')),
    time_class         text   NOT NULL CONSTRAINT appeal_time_class CHECK (time_class IN ('P0', 'P1', 'P2', 'P3', 'P4', 'S')),
    policy_version     text   NOT NULL CONSTRAINT appeal_policy REFERENCES time_policy,
    source             text   NOT NULL,
    source_system      text,
    external_id        text,
    enterprise         text   NOT NULL,
    project_id         uuid,
    project_no         text,
    contact_sealed     bytea,
    contact_key        bytea,
    submitted_by       text   NOT NULL,
    received_at        timestamptz NOT NULL,
    received_reason    text,
    recorded_at        timestamptz NOT NULL,
    state              text   NOT NULL,
    open               boolean NOT NULL,
    round              integer NOT NULL CONSTRAINT appeal_round CHECK (round >= 1),
    supervision_level  integer NOT NULL CONSTRAINT appeal_supervision_level CHECK (supervision_level BETWEEN 0 AND 4),
    -- at least one clock of any round has passed its due unanswered
    breached           boolean NOT NULL,
    handler_kind       text CONSTRAINT appeal_handler_kind CHECK (handler_kind IN ('UNIT', 'SPECIAL_CLASS')),
    class_id           uuid,
    accountable_unit   text,
    accepted_at        timestamptz,
    dispatched_at      timestamptz,
    signed_at          timestamptz,
    signed_automatically boolean NOT NULL,
    contacted_at       timestamptz,
    replied_at         timestamptz,
    closed_at          timestamptz,
    closed_by          text,
    -- the earliest due of a clock that is not answered: what breaches next, or has
    next_due_at        timestamptz,
    CONSTRAINT appeal_external_id UNIQUE (source_system, external_id),
    CONSTRAINT appeal_external_whole CHECK ((source_system IS NULL) = (external_id IS NULL)),
    CONSTRAINT appeal_received_not_later CHECK (received_at <= recorded_at),
    CONSTRAINT appeal_state CHECK (state IN ('SUBMITTED', 'SUPPLEMENT', 'REJECTED', 'PENDING_DISPATCH', 'DISPATCHED',
        'RETURN_REVIEW', 'IN_PROGRESS', 'WAIT_ENTERPRISE', 'SUSPENDED', 'REVIEW', 'REPLIED', 'REWORK', 'TRACKING',
        'CLOSED', 'MERGED', 'WITHDRAWN')),
    CONSTRAINT appeal_open CHECK (open = (state NOT IN ('REJECTED', 'CLOSED', 'MERGED', 'WITHDRAWN'))),
    CONSTRAINT appeal_handler_whole CHECK ((handler_kind IS NULL) = (accountable_unit IS NULL)
        AND (class_id IS NOT NULL) = (handler_kind IS NOT DISTINCT FROM 'SPECIAL_CLASS')),
    -- somebody answers for it from dispatch to closure
    CONSTRAINT appeal_accountable CHECK (accountable_unit IS NOT NULL
        OR state IN ('SUBMITTED', 'SUPPLEMENT', 'REJECTED', 'PENDING_DISPATCH', 'MERGED', 'WITHDRAWN'))
);

-- Numbers come from one sequence per district and year. The application has no right to create one, so this function of
-- the owner does, once; gaps are allowed and a number never comes twice.
CREATE FUNCTION next_appeal_number(district text, year integer) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    sequence_name text;
BEGIN
    IF district !~ '^[0-9]{6}$' OR year NOT BETWEEN 1980 AND 2200 THEN
        RAISE EXCEPTION 'no appeal number for % %', district, year;
    END IF;
    sequence_name := format('appeal_no_%s_%s', district, year);
    IF to_regclass(sequence_name) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(sequence_name, 0));
        EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', sequence_name);
    END IF;
    RETURN nextval(sequence_name::regclass);
END
$$;
REVOKE ALL ON FUNCTION next_appeal_number(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION next_appeal_number(text, integer) TO ${app};

-- Who answered for an appeal, from when to when; the last one of an open appeal has no end.
CREATE TABLE assignment (
    id               uuid PRIMARY KEY,
    appeal_id        uuid    NOT NULL CONSTRAINT assignment_appeal REFERENCES appeal,
    seq              integer NOT NULL,
    round            integer NOT NULL,
    handler_kind     text    NOT NULL,
    class_id         uuid,
    accountable_unit text    NOT NULL,
    named_by         text    NOT NULL CONSTRAINT assignment_named_by CHECK (named_by IN ('SPECIAL_CLASS', 'DIRECTORY', 'DISPATCHER')),
    account          text    NOT NULL,
    assigned_at      timestamptz NOT NULL,
    ended_at         timestamptz,
    CONSTRAINT assignment_seq UNIQUE (appeal_id, seq)
);

CREATE TABLE deadline_clock (
    id               uuid PRIMARY KEY,
    appeal_id        uuid    NOT NULL CONSTRAINT deadline_clock_appeal REFERENCES appeal,
    round            integer NOT NULL,
    family           text    NOT NULL CONSTRAINT deadline_clock_family CHECK (family IN ('ENTERPRISE', 'UNIT')),
    type             text    NOT NULL CONSTRAINT deadline_clock_type CHECK (type IN
                         ('CONTACT', 'RESOLVE', 'LIMIT', 'ACCEPT', 'DISPATCH', 'SIGN', 'PLAN', 'REVIEW', 'EVALUATION')),
    unit_code        text,
    -- the rule it came from
    policy_version   text    NOT NULL CONSTRAINT deadline_clock_policy REFERENCES time_policy,
    time_class       text    NOT NULL,
    target_amount    bigint  NOT NULL,
    target_unit      text    NOT NULL,
    roll_forward     boolean NOT NULL,
    target_source    text    NOT NULL,
    -- the targets of the rule that would have been due later, in words
    other_targets    text[]  NOT NULL,
    started_at       timestamptz NOT NULL,
    -- how it ended: what it was held against, and when it was answered
    met              boolean,
    outcome_due_at   timestamptz,
    outcome_provisional boolean,
    outcome_calendar text,
    answered_at      timestamptz,
    -- recomputed at every step
    state            text    NOT NULL CONSTRAINT deadline_clock_state CHECK (state IN
                         ('RUNNING', 'PAUSED', 'STOPPED', 'MET', 'MISSED')),
    due_at           timestamptz,
    provisional      boolean NOT NULL,
    calendar_version text    NOT NULL,
    next_fire_at     timestamptz,
    next_level       integer,
    -- one per round, type and assignment: a unit's clock starts anew for the next unit
    assignment       integer NOT NULL,
    CONSTRAINT deadline_clock_one UNIQUE (appeal_id, round, type, assignment),
    CONSTRAINT deadline_clock_fire CHECK ((next_fire_at IS NULL) = (next_level IS NULL)
        AND (next_fire_at IS NULL OR state = 'RUNNING')),
    CONSTRAINT deadline_clock_paused_never_missed CHECK (NOT (state = 'PAUSED' AND met IS NOT NULL))
);

CREATE TABLE clock_segment (
    clock_id uuid    NOT NULL CONSTRAINT clock_segment_clock REFERENCES deadline_clock,
    position integer NOT NULL,
    kind     text    NOT NULL CONSTRAINT clock_segment_kind CHECK (kind IN ('RUN', 'PAUSE', 'GAP', 'STOP')),
    from_at  timestamptz NOT NULL,
    to_at    timestamptz CONSTRAINT clock_segment_forward CHECK (to_at >= from_at),
    CONSTRAINT clock_segment_pk PRIMARY KEY (clock_id, position)
);

-- Why a due is another one than its first target gave. Rows are added, never changed.
CREATE TABLE due_revision (
    clock_id         uuid    NOT NULL CONSTRAINT due_revision_clock REFERENCES deadline_clock,
    position         integer NOT NULL,
    revised_at       timestamptz NOT NULL,
    kind             text    NOT NULL CONSTRAINT due_revision_kind CHECK (kind IN ('TARGET', 'CALENDAR')),
    target_amount    bigint,
    target_unit      text,
    roll_forward     boolean,
    may_pass_promise boolean,
    promised_due_at  timestamptz,
    reason           text    NOT NULL,
    previous_due_at  timestamptz NOT NULL,
    due_at           timestamptz NOT NULL,
    calendar_version text    NOT NULL,
    CONSTRAINT due_revision_pk PRIMARY KEY (clock_id, position)
);

-- Each level of a clock once, with the moment it was due to fire.
CREATE TABLE clock_level (
    clock_id    uuid    NOT NULL CONSTRAINT clock_level_clock REFERENCES deadline_clock,
    level       integer NOT NULL CONSTRAINT clock_level_level CHECK (level BETWEEN 1 AND 100),
    fired_at    timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT clock_level_once PRIMARY KEY (clock_id, level)
);

-- A breach stays true for ever, whatever becomes of its clock, its appeal or its policy.
CREATE TABLE breach (
    clock_id         uuid PRIMARY KEY CONSTRAINT breach_clock REFERENCES deadline_clock,
    appeal_id        uuid    NOT NULL CONSTRAINT breach_appeal REFERENCES appeal,
    round            integer NOT NULL,
    family           text    NOT NULL,
    type             text    NOT NULL,
    accountable_unit text,
    due_at           timestamptz NOT NULL,
    provisional      boolean NOT NULL,
    recorded_at      timestamptz NOT NULL
);
CREATE INDEX breach_of_appeal ON breach (appeal_id);

CREATE FUNCTION breach_stays() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'a breach is a fact: it is neither changed nor removed';
END
$$;
CREATE TRIGGER breach_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON breach
    FOR EACH STATEMENT EXECUTE FUNCTION breach_stays();

CREATE TABLE contact_attempt (
    id            uuid PRIMARY KEY,
    appeal_id     uuid    NOT NULL CONSTRAINT contact_attempt_appeal REFERENCES appeal,
    seq           integer NOT NULL,
    round         integer NOT NULL,
    channel       text    NOT NULL CONSTRAINT contact_attempt_channel CHECK (channel IN ('CALL', 'MESSAGE', 'VISIT')),
    verified      boolean NOT NULL,
    seconds       integer,
    proof         text,
    note          text,
    account       text    NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT contact_attempt_seq UNIQUE (appeal_id, seq)
);

CREATE TABLE reply (
    id            uuid PRIMARY KEY,
    appeal_id     uuid    NOT NULL CONSTRAINT reply_appeal REFERENCES appeal,
    seq           integer NOT NULL,
    round         integer NOT NULL,
    result        text    NOT NULL CONSTRAINT reply_result CHECK (result IN ('SOLVED', 'PARTLY', 'NOT', 'EXPLAINED')),
    public_text   text    NOT NULL,
    legal_basis   text,
    recourse      text,
    status        text    NOT NULL CONSTRAINT reply_status CHECK (status IN ('DRAFT', 'DELIVERED', 'SENT_BACK')),
    drafted_by    text    NOT NULL,
    drafted_at    timestamptz NOT NULL,
    judged_by     text,
    judged_at     timestamptz,
    judgement     text,
    CONSTRAINT reply_seq UNIQUE (appeal_id, seq)
);

CREATE TABLE rating (
    appeal_id uuid    NOT NULL CONSTRAINT rating_appeal REFERENCES appeal,
    round     integer NOT NULL,
    solved    text CONSTRAINT rating_solved CHECK (solved IN ('SOLVED', 'PARTLY', 'NOT')),
    stars     integer CONSTRAINT rating_stars CHECK (stars BETWEEN 1 AND 5),
    comment   text,
    automatic boolean NOT NULL,
    account   text    NOT NULL,
    rated_at  timestamptz NOT NULL,
    -- one survey in each round
    CONSTRAINT rating_once PRIMARY KEY (appeal_id, round),
    CONSTRAINT rating_automatic_says_nothing CHECK (automatic = (solved IS NULL) AND automatic = (stars IS NULL))
);

CREATE TABLE appeal_message (
    id         uuid PRIMARY KEY,
    appeal_id  uuid    NOT NULL CONSTRAINT appeal_message_appeal REFERENCES appeal,
    seq        integer NOT NULL,
    visibility text    NOT NULL CONSTRAINT appeal_message_visibility CHECK (visibility IN ('PUBLIC', 'INTERNAL')),
    party      text    NOT NULL CONSTRAINT appeal_message_party CHECK (party IN ('ENTERPRISE', 'OFFICE')),
    body       text    NOT NULL,
    account    text    NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT appeal_message_seq UNIQUE (appeal_id, seq),
    -- what an enterprise writes it can read
    CONSTRAINT appeal_message_enterprise_public CHECK (party = 'OFFICE' OR visibility = 'PUBLIC')
);

GRANT SELECT ON time_policy, time_target TO ${app};
GRANT SELECT, INSERT, UPDATE ON appeal, assignment, deadline_clock, reply TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON clock_segment TO ${app};
GRANT SELECT, INSERT ON due_revision, clock_level, breach, contact_attempt, rating, appeal_message TO ${app};
