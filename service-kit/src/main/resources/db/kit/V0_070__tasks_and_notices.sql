-- What waits for whom, and the letters that say so. Both follow from the aggregates: see the section of service-kit/README.md.

CREATE TABLE task (
    id              uuid        NOT NULL,
    division        text        NOT NULL,
    province        text        NOT NULL,
    city            text,
    district        text,
    town            text,
    subject_type    text        NOT NULL,
    subject         uuid        NOT NULL,
    kind            text        NOT NULL,
    -- tells several of one kind apart: the number of a request, the code of a department
    item            text        NOT NULL,
    -- what the title is made of: numbers and codes, never a name, a phone or a text somebody wrote
    arguments       text[]      NOT NULL,
    -- the assignee in one word, for the key below; the columns behind it say the same in parts
    assignee        text        NOT NULL,
    account         text,
    roles           text[],
    unit            text,
    party           text,
    except_accounts text[]      NOT NULL,
    link            text        NOT NULL,
    urgent          boolean     NOT NULL,
    due_at          timestamptz,
    provisional     boolean     NOT NULL,
    -- what is due comes before what is not, in one order
    sort_at         timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(due_at, 'infinity')) STORED,
    remind_at       timestamptz,
    reminded_at     timestamptz,
    opened_at       timestamptz NOT NULL,
    done_at         timestamptz,
    done_by         text,
    CONSTRAINT task_pk PRIMARY KEY (id),
    CONSTRAINT task_one_assignee CHECK (num_nonnulls(account, roles, party) = 1),
    CONSTRAINT task_unit_with_roles CHECK (unit IS NULL OR roles IS NOT NULL),
    CONSTRAINT task_done_by_someone CHECK ((done_at IS NULL) = (done_by IS NULL))
);
CREATE UNIQUE INDEX task_open_once ON task (subject, kind, item, assignee) WHERE done_at IS NULL;
CREATE INDEX task_by_account ON task (account, sort_at, id) WHERE done_at IS NULL AND account IS NOT NULL;
CREATE INDEX task_by_party ON task (party, sort_at, id) WHERE done_at IS NULL AND party IS NOT NULL;
CREATE INDEX task_by_unit ON task (unit, sort_at, id) WHERE done_at IS NULL AND unit IS NOT NULL;
CREATE INDEX task_by_role ON task USING gin (roles) WHERE done_at IS NULL AND unit IS NULL;
CREATE INDEX task_by_province ON task (province, sort_at, id) WHERE done_at IS NULL;
CREATE INDEX task_by_city ON task (city, sort_at, id) WHERE done_at IS NULL;
CREATE INDEX task_by_district ON task (district, sort_at, id) WHERE done_at IS NULL;
CREATE INDEX task_by_town ON task (town, sort_at, id) WHERE done_at IS NULL;
CREATE INDEX task_to_remind ON task (remind_at) WHERE done_at IS NULL AND reminded_at IS NULL;
GRANT SELECT, INSERT ON task TO ${app};
GRANT UPDATE (division, province, city, district, town, arguments, except_accounts, link, urgent, due_at, provisional,
    remind_at, reminded_at, done_at, done_by) ON task TO ${app};

-- Where a letter to an account, a unit, a role of a division or an enterprise goes. The address itself is sealed.
CREATE TABLE notice_address (
    id                uuid   NOT NULL,
    version           bigint NOT NULL,
    log_version       bigint NOT NULL,
    published_version bigint NOT NULL,
    last_hash         bytea,
    division          text   NOT NULL,
    province          text   NOT NULL,
    city              text,
    district          text,
    town              text,
    recipient_kind    text   NOT NULL,
    recipient         text   NOT NULL,
    -- null once it was withdrawn
    address_sealed    bytea,
    language          text   NOT NULL,
    CONSTRAINT notice_address_pk PRIMARY KEY (id),
    CONSTRAINT notice_address_kind_known CHECK (recipient_kind IN ('ACCOUNT', 'UNIT', 'ROLE', 'PARTY')),
    CONSTRAINT notice_address_language_known CHECK (language IN ('CHINESE', 'ENGLISH'))
);
-- a role and a unit have one address in each division, an account and an enterprise one at all
CREATE UNIQUE INDEX notice_address_unique ON notice_address
    (recipient_kind, recipient, (CASE WHEN recipient_kind IN ('ROLE', 'UNIT') THEN division ELSE '' END));
GRANT SELECT, INSERT, UPDATE ON notice_address TO ${app};

-- Every letter: to whom, why, and what became of it.
CREATE TABLE notice (
    id              uuid        NOT NULL,
    division        text        NOT NULL,
    province        text        NOT NULL,
    city            text,
    district        text,
    town            text,
    recipient_kind  text        NOT NULL,
    recipient       text        NOT NULL,
    -- the task or the event of the log that it speaks of, and on which occasion: this makes it one
    cause           uuid        NOT NULL,
    occasion        text        NOT NULL,
    task            uuid,
    subject_type    text        NOT NULL,
    subject         uuid        NOT NULL,
    kind            text        NOT NULL,
    arguments       text[]      NOT NULL,
    link            text        NOT NULL,
    due_at          timestamptz,
    provisional     boolean     NOT NULL,
    urgent          boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    -- by the suite's clock: the next working interval, or at once
    held_until      timestamptz NOT NULL,
    state           text        NOT NULL,
    why             text,
    channel         text,
    attempts        integer     NOT NULL,
    -- by the database's clock: technical, must not move with suite.clock.start; null once nothing more is tried
    next_attempt_at timestamptz,
    claim           uuid,
    settled_at      timestamptz,
    CONSTRAINT notice_pk PRIMARY KEY (id),
    CONSTRAINT notice_once UNIQUE (cause, occasion, recipient_kind, recipient),
    CONSTRAINT notice_state_known CHECK (state IN ('WAITING', 'SENT', 'SKIPPED', 'FAILED')),
    CONSTRAINT notice_settled_ends CHECK ((state IN ('SENT', 'SKIPPED')) <= (next_attempt_at IS NULL)),
    CONSTRAINT notice_has_reason CHECK (state IN ('WAITING', 'SENT') OR why IS NOT NULL)
);
CREATE INDEX notice_to_send ON notice (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX notice_by_district ON notice (district, id);
CREATE INDEX notice_by_district_state ON notice (district, state, id);
GRANT SELECT, INSERT ON notice TO ${app};
GRANT UPDATE (held_until, state, why, channel, attempts, next_attempt_at, claim, settled_at) ON notice TO ${app};
