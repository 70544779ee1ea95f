-- What divisions add to the shipped working calendar, as its owner published it. Every revision stays, so that a deadline
-- computed long ago can be explained with the calendar of its day; the highest one holds.
CREATE TABLE calendar_addition (
    division         text        NOT NULL,
    revision         bigint      NOT NULL,
    calendar_version text        NOT NULL,
    data             text        NOT NULL,
    document_no      text,
    -- by the clock of the service that published it
    published_at     timestamptz NOT NULL,
    CONSTRAINT calendar_addition_pk PRIMARY KEY (division, revision),
    CONSTRAINT calendar_addition_revision_positive CHECK (revision > 0)
);
GRANT SELECT, INSERT ON calendar_addition TO ${app};
