-- What the lists of appeals are read by. Each index starts with the scope or with whose appeal it is and ends with the order.

CREATE FUNCTION bigrams(value text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$
    SELECT coalesce(array_agg(DISTINCT substr(lowered, i, 2)), '{}'::text[])
    FROM (SELECT lower(value) AS lowered) AS text_in_small,
         generate_series(1, greatest(length(lowered) - 1, 1)) AS i
$$;

-- what breaches next stands first, what has no running clock last
ALTER TABLE appeal ADD COLUMN inbox_due timestamptz NOT NULL
    GENERATED ALWAYS AS (coalesce(next_due_at, 'infinity'::timestamptz)) STORED;

CREATE INDEX appeal_by_province ON appeal (province, id DESC);
CREATE INDEX appeal_by_city ON appeal (city, id DESC);
CREATE INDEX appeal_by_district ON appeal (district, id DESC);
CREATE INDEX appeal_by_town ON appeal (town, id DESC);
CREATE INDEX appeal_by_district_state ON appeal (district, state, id DESC);
CREATE INDEX appeal_by_district_category ON appeal (district, category, id DESC);
CREATE INDEX appeal_by_district_time_class ON appeal (district, time_class, id DESC);
CREATE INDEX appeal_open ON appeal (district, id DESC) WHERE open;
CREATE INDEX appeal_breached ON appeal (district, id DESC) WHERE breached;
CREATE INDEX appeal_of_enterprise ON appeal (enterprise, id DESC);
CREATE INDEX appeal_of_project ON appeal (project_id, id DESC) WHERE project_id IS NOT NULL;
CREATE INDEX appeal_of_unit ON appeal (accountable_unit, id DESC) WHERE accountable_unit IS NOT NULL;
CREATE INDEX appeal_of_class ON appeal (class_id, id DESC) WHERE class_id IS NOT NULL;
CREATE INDEX appeal_text ON appeal USING gin (bigrams(search_text));

CREATE INDEX appeal_inbox_unit ON appeal (accountable_unit, inbox_due, id) WHERE open AND accountable_unit IS NOT NULL;
CREATE INDEX appeal_inbox_class ON appeal (class_id, inbox_due, id) WHERE open AND class_id IS NOT NULL;
CREATE INDEX appeal_inbox_dispatch ON appeal (district, inbox_due, id) WHERE state IN ('SUBMITTED', 'PENDING_DISPATCH');

-- whose class it is
CREATE INDEX known_special_class_leader ON known_special_class (leader);
CREATE INDEX known_special_class_head ON known_special_class (head);
