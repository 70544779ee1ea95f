-- An appeal that breaks a sweep is left alone for a while by every replica: how often its clocks were tried in vain, and when they are
-- tried again. Replicas of the release before read neither and go by what they remember themselves.
ALTER TABLE deadline_clock ADD COLUMN attempts integer NOT NULL DEFAULT 0;
ALTER TABLE deadline_clock ADD COLUMN next_try_at timestamptz;
CREATE INDEX deadline_clock_failing ON deadline_clock (next_try_at) INCLUDE (appeal_id) WHERE next_try_at IS NOT NULL;
