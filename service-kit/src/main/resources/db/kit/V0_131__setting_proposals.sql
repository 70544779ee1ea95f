-- A change of a setting that two people decide, until the second one has confirmed it. What is proposed is never edited;
-- who proposed and decided stands in approval_request.
CREATE TABLE setting_proposal (
    id                uuid    NOT NULL,
    version           bigint  NOT NULL,
    log_version       bigint  NOT NULL,
    published_version bigint  NOT NULL,
    last_hash         bytea,
    row_version       bigint  NOT NULL DEFAULT 0,
    division          text    NOT NULL,
    province          text,
    city              text,
    district          text    NOT NULL,
    town              text,
    name              text    NOT NULL,
    effective_from    date    NOT NULL,
    value             text    NOT NULL CONSTRAINT setting_proposal_object CHECK (json_typeof(value::json) = 'object'),
    assumption        boolean NOT NULL,
    source            text    NOT NULL,
    approval_id       uuid    NOT NULL CONSTRAINT setting_proposal_approval REFERENCES approval_request (id),
    CONSTRAINT setting_proposal_pk PRIMARY KEY (id)
);
CREATE INDEX setting_proposal_of_district ON setting_proposal (district, id);
GRANT SELECT, INSERT, UPDATE ON setting_proposal TO ${app};
