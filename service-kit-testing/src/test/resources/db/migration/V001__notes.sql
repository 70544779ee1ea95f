CREATE TABLE note (
    id                uuid   NOT NULL CONSTRAINT note_pk PRIMARY KEY,
    version           bigint NOT NULL,
    log_version       bigint NOT NULL,
    published_version bigint NOT NULL,
    last_hash         bytea,
    division          text   NOT NULL,
    province          text   NOT NULL,
    city              text,
    district          text,
    town              text,
    title             text   NOT NULL,
    pages             integer NOT NULL CONSTRAINT note_pages_positive CHECK (pages > 0),
    CONSTRAINT note_title_unique UNIQUE (title)
);
GRANT SELECT, INSERT, UPDATE ON note TO ${app};
