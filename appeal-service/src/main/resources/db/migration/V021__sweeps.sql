-- What a sweep asks for: which clocks are due to fire (only running ones have a next moment), and which open clocks count by
-- which calendar.
CREATE INDEX deadline_clock_due ON deadline_clock (next_fire_at) INCLUDE (appeal_id) WHERE next_fire_at IS NOT NULL;
CREATE INDEX deadline_clock_calendar ON deadline_clock (calendar_version, appeal_id) WHERE state IN ('RUNNING', 'PAUSED');
