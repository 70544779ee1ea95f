-- What one person proposes to publish, until a second one has confirmed it. What is proposed is never edited; who proposed and
-- decided stands in approval_request.
CREATE TABLE publication_proposal (
    id                uuid    NOT NULL,
    version           bigint  NOT NULL,
    log_version       bigint  NOT NULL,
    published_version bigint  NOT NULL,
    last_hash         bytea,
    row_version       bigint  NOT NULL DEFAULT 0,
    division          text    NOT NULL,
    province          text    NOT NULL,
    city              text,
    district          text,
    town              text,
    kind              text    NOT NULL,
    document_no       text    NOT NULL,
    content           text    NOT NULL,
    -- what it would change, as it stood when it was proposed
    effect            text    NOT NULL,
    approval_id       uuid    NOT NULL CONSTRAINT publication_proposal_approval REFERENCES approval_request (id),
    CONSTRAINT publication_proposal_pk PRIMARY KEY (id)
);
CREATE INDEX publication_proposal_by_province ON publication_proposal (province, id DESC);
CREATE INDEX publication_proposal_by_city ON publication_proposal (city, id DESC);
CREATE INDEX publication_proposal_by_district ON publication_proposal (district, id DESC);
CREATE INDEX publication_proposal_by_town ON publication_proposal (town, id DESC);
CREATE INDEX publication_proposal_of_approval ON publication_proposal (approval_id);
GRANT SELECT, INSERT, UPDATE ON publication_proposal TO ${app};

-- A publication of before was made by one person, and excluded nothing.
ALTER TABLE calendar_publication
    ADD COLUMN confirmed_by text,
    ADD COLUMN exclusion_days date[] NOT NULL DEFAULT '{}';

-- Since when the changes of the calendar are given back.
ALTER TABLE due_revision ADD COLUMN restores_since timestamptz;
