-- Of two versions of the time policy for the same day, which nobody was promised anything by yet, the one that was published last
-- holds.
ALTER TABLE time_policy ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;
