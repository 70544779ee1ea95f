-- Partners' systems that file appeals under numbers of their own, each with the accounts that speak for it.
CREATE TABLE source_system (
    id                uuid PRIMARY KEY,
    version           bigint NOT NULL DEFAULT 0,
    row_version       bigint NOT NULL DEFAULT 0,
    log_version       bigint NOT NULL DEFAULT 0,
    published_version bigint NOT NULL DEFAULT 0,
    last_hash         bytea,
    division          text   NOT NULL,
    province          text   NOT NULL,
    city              text,
    district          text,
    town              text,
    code              text   NOT NULL CONSTRAINT source_system_code_unique UNIQUE,
    name_zh           text   NOT NULL,
    name_en           text   NOT NULL,
    active_from       date   NOT NULL,
    active_to         date CONSTRAINT source_system_forward CHECK (active_to >= active_from),
    registered_by     text   NOT NULL,
    registered_at     timestamptz NOT NULL
);
CREATE INDEX source_system_by_province ON source_system (province, id DESC);
CREATE INDEX source_system_by_city ON source_system (city, id DESC);
CREATE INDEX source_system_by_district ON source_system (district, id DESC);

CREATE TABLE source_system_account (
    system_id uuid NOT NULL CONSTRAINT source_system_account_system REFERENCES source_system,
    account   text NOT NULL,
    CONSTRAINT source_system_account_pk PRIMARY KEY (system_id, account)
);

-- Those that partners have filed under are registered, with the accounts that did; in their district, in its city where there is
-- more than one, and in the province where there is more than one city.
WITH used AS (
    SELECT source_system AS code, min(received_at) AS since, count(DISTINCT district) AS districts,
           count(DISTINCT city) AS cities, min(province) AS province, min(city) AS city, min(district) AS district
      FROM appeal
     WHERE source = 'PARTNER' AND source_system IS NOT NULL
     GROUP BY source_system
)
INSERT INTO source_system (id, division, province, city, district, code, name_zh, name_en, active_from, registered_by,
                           registered_at)
SELECT gen_random_uuid(), CASE WHEN districts = 1 THEN district WHEN cities = 1 THEN city ELSE province END, province,
       CASE WHEN cities = 1 THEN city END, CASE WHEN districts = 1 THEN district END, code, code, code, (since AT TIME ZONE 'Asia/Shanghai')::date, 'system', now()
  FROM used;

INSERT INTO source_system_account (system_id, account)
SELECT DISTINCT s.id, a.submitted_by
  FROM appeal a JOIN source_system s ON s.code = a.source_system
 WHERE a.source = 'PARTNER';

-- A number that somebody else has given is no partner's: it keeps nobody from filing under it.
ALTER TABLE appeal DROP CONSTRAINT appeal_external_id;
CREATE UNIQUE INDEX appeal_external_id ON appeal (source_system, external_id) WHERE source = 'PARTNER';

-- What a partner's system has sent again with another content. A contact is never among it.
CREATE TABLE source_conflict (
    id                uuid PRIMARY KEY,
    version           bigint NOT NULL,
    row_version       bigint NOT NULL,
    log_version       bigint NOT NULL,
    published_version bigint NOT NULL,
    last_hash         bytea,
    division          text   NOT NULL,
    province          text   NOT NULL,
    city              text,
    district          text,
    town              text,
    appeal_id         uuid   NOT NULL CONSTRAINT source_conflict_appeal REFERENCES appeal,
    appeal_no         text   NOT NULL,
    source_version    bigint,
    content_hash      text   NOT NULL,
    pointers          text[] NOT NULL,
    sent              text[] NOT NULL,
    noted_at          timestamptz NOT NULL,
    settled_at        timestamptz,
    settled_by        text,
    note              text,
    CONSTRAINT source_conflict_once UNIQUE (appeal_id, content_hash),
    CONSTRAINT source_conflict_settled_whole CHECK ((settled_at IS NULL) = (settled_by IS NULL)
        AND (settled_at IS NULL) = (note IS NULL))
);

GRANT SELECT, INSERT, UPDATE ON source_system, source_conflict TO ${app};
GRANT SELECT, INSERT, DELETE ON source_system_account TO ${app};
