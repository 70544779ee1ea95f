-- One row: how far the log was anchored, and the hash that the next anchor continues.
CREATE TABLE log_anchor (
    id                uuid   NOT NULL,
    version           bigint NOT NULL,
    log_version       bigint NOT NULL,
    published_version bigint NOT NULL,
    last_hash         bytea,
    division          text   NOT NULL,
    province          text,
    city              text,
    district          text,
    town              text,
    day               date   NOT NULL,
    up_to             bigint NOT NULL,
    anchor            text   NOT NULL,
    CONSTRAINT log_anchor_pk PRIMARY KEY (id)
);
GRANT SELECT, INSERT, UPDATE ON log_anchor TO ${app};
