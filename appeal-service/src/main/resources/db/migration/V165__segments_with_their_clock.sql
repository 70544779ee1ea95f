-- The segments of a clock stand in its row, one on each line: RUN 2026-09-21T01:00:00.000000Z. They were rows of their own, two
-- of three of all that a filing wrote. Most clocks are never revised and fire nothing: their row says so, and nobody looks further.
ALTER TABLE deadline_clock
    ADD COLUMN segments      text,
    ADD COLUMN revised       boolean NOT NULL DEFAULT false,
    ADD COLUMN highest_fired integer NOT NULL DEFAULT 0;

UPDATE deadline_clock c
SET segments      = (SELECT string_agg(s.kind || ' ' || to_char(s.from_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                                       chr(10) ORDER BY s.position)
                     FROM clock_segment s WHERE s.clock_id = c.id),
    revised       = EXISTS (SELECT FROM due_revision r WHERE r.clock_id = c.id),
    highest_fired = coalesce((SELECT max(l.level) FROM clock_level l WHERE l.clock_id = c.id), 0);

ALTER TABLE deadline_clock ALTER COLUMN segments SET NOT NULL;
DROP TABLE clock_segment;
