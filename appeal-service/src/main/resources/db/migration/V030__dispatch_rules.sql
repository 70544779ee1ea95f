-- A rule of the dispatch directory is an aggregate: who entered and ended it stands in the log.

ALTER TABLE dispatch_rule
    ADD COLUMN version           bigint NOT NULL DEFAULT 0,
    ADD COLUMN log_version       bigint NOT NULL DEFAULT 0,
    ADD COLUMN published_version bigint NOT NULL DEFAULT 0,
    ADD COLUMN last_hash         bytea,
    ADD COLUMN province          text,
    ADD COLUMN city              text,
    ADD COLUMN district          text,
    ADD COLUMN town              text,
    ADD COLUMN note              text,
    ADD COLUMN entered_by        text   NOT NULL DEFAULT 'system',
    ADD COLUMN entered_at        timestamptz NOT NULL DEFAULT now(),
    ADD CONSTRAINT dispatch_rule_category CHECK (category ~ '^[A-Z][0-9]{2}$'),
    ADD CONSTRAINT dispatch_rule_division CHECK (division ~ '^[0-9]{2,12}$'),
    -- one that never applied ends on the day before its first
    DROP CONSTRAINT dispatch_rule_forward,
    ADD CONSTRAINT dispatch_rule_forward CHECK (valid_to >= valid_from - 1),
    -- one unit for one category in one area on one day; area and category are numbers here, which GiST compares by itself
    ADD CONSTRAINT dispatch_rule_one_a_day EXCLUDE USING gist (
        int8range(division::bigint * 10000 + (ascii(category) - 65) * 100 + substr(category, 2)::bigint,
                  division::bigint * 10000 + (ascii(category) - 65) * 100 + substr(category, 2)::bigint, '[]') WITH &&,
        daterange(valid_from, valid_to + 1, '[)') WITH &&);

CREATE INDEX dispatch_rule_by_province ON dispatch_rule (province, id DESC);
CREATE INDEX dispatch_rule_by_city ON dispatch_rule (city, id DESC);
CREATE INDEX dispatch_rule_by_district ON dispatch_rule (district, id DESC);
CREATE INDEX dispatch_rule_by_town ON dispatch_rule (town, id DESC);
