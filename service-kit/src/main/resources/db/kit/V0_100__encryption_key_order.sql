-- Since when each key has been the first of a configuration. A replica whose first key is not the youngest of these has an
-- older configuration, whenever it was started.
CREATE TABLE encryption_key (
    key_id     text        NOT NULL,
    first_used timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT encryption_key_pk PRIMARY KEY (key_id)
);
GRANT SELECT, INSERT ON encryption_key TO ${app};

-- what the walks so far have seen: the key they sealed with, and before it every other key they found; where a walk is under
-- way, walk_began is its own, and the key of the one before is older than that one's end
INSERT INTO encryption_key (key_id, first_used)
SELECT key_id, min(used) FROM (
    SELECT walk_key AS key_id, walk_began AS used FROM sealed_column WHERE walk_key IS NOT NULL AND walk_began IS NOT NULL
    UNION ALL
    SELECT counted_key, CASE WHEN walk_key IS NULL THEN walk_began ELSE counted_at END FROM sealed_column
     WHERE counted_key IS NOT NULL AND walk_began IS NOT NULL) seen
 GROUP BY key_id;
INSERT INTO encryption_key (key_id, first_used)
SELECT DISTINCT json_object_keys(counted_rows::json), '-infinity'::timestamptz FROM sealed_column
ON CONFLICT DO NOTHING;
