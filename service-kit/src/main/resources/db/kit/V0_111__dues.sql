-- What is due for whom and since when. It follows from the aggregates, as tasks do: see service-kit/README.md.
CREATE TABLE due (
    id           uuid        NOT NULL,
    division     text        NOT NULL,
    province     text        NOT NULL,
    city         text,
    district     text,
    town         text,
    subject_type text        NOT NULL,
    subject      uuid        NOT NULL,
    link         text        NOT NULL,
    kind         text        NOT NULL,
    -- tells several of one kind apart
    item         text        NOT NULL,
    arguments    text[]      NOT NULL,
    account      text,
    roles        text[],
    unit         text,
    party        text,
    since        timestamptz NOT NULL,
    -- the last moment that is in time, pauses included
    due_at       timestamptz NOT NULL,
    provisional  boolean     NOT NULL,
    -- of the highest level that was reached
    light        text        NOT NULL,
    paused_since timestamptz,
    opened_at    timestamptz NOT NULL,
    closed_at    timestamptz,
    CONSTRAINT due_pk PRIMARY KEY (id),
    CONSTRAINT due_one_assignee CHECK (num_nonnulls(account, roles, party) = 1),
    CONSTRAINT due_unit_with_roles CHECK (unit IS NULL OR roles IS NOT NULL),
    CONSTRAINT due_light_known CHECK (light IN ('GREEN', 'YELLOW', 'RED'))
);
CREATE UNIQUE INDEX due_open_once ON due (subject, kind, item) WHERE closed_at IS NULL;
CREATE INDEX due_by_province ON due (province, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX due_by_city ON due (city, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX due_by_district ON due (district, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX due_by_town ON due (town, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX due_by_unit ON due (unit, due_at, id) WHERE closed_at IS NULL AND unit IS NOT NULL;
GRANT SELECT, INSERT ON due TO ${app};
GRANT UPDATE (division, province, city, district, town, link, arguments, account, roles, unit, party, since, due_at,
    provisional, light, paused_since, closed_at) ON due TO ${app};

-- The levels of a due. One that was reached stays; the others go when the due closes.
CREATE TABLE due_level (
    due        uuid        NOT NULL CONSTRAINT due_level_due REFERENCES due,
    name       text        NOT NULL,
    light      text        NOT NULL,
    at         timestamptz NOT NULL,
    reached_at timestamptz,
    -- while the due is paused
    stopped    boolean     NOT NULL,
    CONSTRAINT due_level_pk PRIMARY KEY (due, name),
    CONSTRAINT due_level_light_known CHECK (light IN ('GREEN', 'YELLOW', 'RED'))
);
CREATE INDEX due_level_to_reach ON due_level (at, due) WHERE reached_at IS NULL AND NOT stopped;
GRANT SELECT, INSERT, DELETE ON due_level TO ${app};
GRANT UPDATE (light, at, reached_at, stopped) ON due_level TO ${app};

CREATE TABLE due_pause (
    due        uuid        NOT NULL CONSTRAINT due_pause_due REFERENCES due,
    from_at    timestamptz NOT NULL,
    until_at   timestamptz NOT NULL,
    CONSTRAINT due_pause_pk PRIMARY KEY (due, from_at),
    CONSTRAINT due_pause_order CHECK (from_at <= until_at)
);
GRANT SELECT, INSERT ON due_pause TO ${app};
