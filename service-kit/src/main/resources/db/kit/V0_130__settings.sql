-- What only a division can decide: versions with an effective date, of settings that each service declares in its code with
-- the value that is shipped. A version is never edited; a change is a new version that takes effect later.
CREATE TABLE division_setting (
    id                uuid    NOT NULL,
    version           bigint  NOT NULL,
    log_version       bigint  NOT NULL,
    published_version bigint  NOT NULL,
    row_version       bigint  NOT NULL DEFAULT 0,
    last_hash         bytea,
    division          text    NOT NULL,
    province          text,
    city              text,
    district          text    NOT NULL,
    town              text,
    name              text    NOT NULL,
    -- the newest version's number: two changes at once cannot both be the next
    latest_number     integer NOT NULL,
    CONSTRAINT division_setting_pk PRIMARY KEY (id),
    CONSTRAINT division_setting_unique UNIQUE (district, name)
);
GRANT SELECT, INSERT, UPDATE ON division_setting TO ${app};

CREATE TABLE division_setting_version (
    setting_id     uuid    NOT NULL CONSTRAINT division_setting_version_of REFERENCES division_setting (id),
    number         integer NOT NULL,
    effective_from date    NOT NULL,
    value          text    NOT NULL CONSTRAINT division_setting_version_object CHECK (json_typeof(value::json) = 'object'),
    assumption     boolean NOT NULL,
    source         text    NOT NULL,
    CONSTRAINT division_setting_version_pk PRIMARY KEY (setting_id, number)
);
GRANT SELECT, INSERT ON division_setting_version TO ${app};
