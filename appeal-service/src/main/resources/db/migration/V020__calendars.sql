-- What divisions add to the shipped working calendar. A publication is never edited; the next one corrects it.

CREATE TABLE calendar (
    id                uuid PRIMARY KEY,
    version           bigint NOT NULL,
    log_version       bigint NOT NULL,
    published_version bigint NOT NULL,
    last_hash         bytea,
    division          text   NOT NULL CONSTRAINT calendar_division_unique UNIQUE,
    province          text   NOT NULL,
    city              text,
    district          text,
    town              text,
    revision          bigint NOT NULL CONSTRAINT calendar_revision CHECK (revision >= 1),
    -- everything the division adds, as lines of a calendar file
    data              text   NOT NULL
);

CREATE TABLE calendar_publication (
    calendar_id      uuid   NOT NULL CONSTRAINT calendar_publication_calendar REFERENCES calendar,
    revision         bigint NOT NULL,
    calendar_version text   NOT NULL,
    document_no      text   NOT NULL,
    -- what this publication brought, and which local days it took back
    added            text   NOT NULL,
    withdrawn        date[] NOT NULL,
    sources          text[] NOT NULL,
    changed_days     integer NOT NULL,
    effective_from   date,
    effective_to     date,
    published_by     text   NOT NULL,
    published_at     timestamptz NOT NULL,
    CONSTRAINT calendar_publication_once PRIMARY KEY (calendar_id, revision)
);

GRANT SELECT, INSERT, UPDATE ON calendar TO ${app};
GRANT SELECT, INSERT ON calendar_publication TO ${app};
