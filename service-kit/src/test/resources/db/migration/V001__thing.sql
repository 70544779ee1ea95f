CREATE TABLE thing (
    id                uuid   NOT NULL PRIMARY KEY,
    version           bigint NOT NULL,
    log_version       bigint NOT NULL,
    published_version bigint NOT NULL,
    last_hash         bytea,
    division          text   NOT NULL,
    province          text,
    city              text,
    district          text,
    town              text,
    name              text   NOT NULL,
    counted           bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON thing TO ${app};

CREATE TABLE thing_seen (
    subject uuid   NOT NULL PRIMARY KEY,
    total   bigint NOT NULL,
    trace   text   NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON thing_seen TO ${app};
