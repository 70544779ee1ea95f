-- A rule applies from a moment on and up to a moment; valid_from and valid_to are the days of these, which replicas of the release
-- before read and write.
ALTER TABLE dispatch_rule
    ADD COLUMN begins_at timestamptz,
    ADD COLUMN ends_at   timestamptz;
UPDATE dispatch_rule SET
    begins_at = valid_from::timestamp AT TIME ZONE 'Asia/Shanghai',
    ends_at = (valid_to + 1)::timestamp AT TIME ZONE 'Asia/Shanghai';

CREATE FUNCTION dispatch_rule_moments() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF NEW.begins_at IS NULL OR TG_OP = 'UPDATE' AND NEW.valid_from <> OLD.valid_from AND NEW.begins_at = OLD.begins_at THEN
        NEW.begins_at := NEW.valid_from::timestamp AT TIME ZONE 'Asia/Shanghai';
    END IF;
    IF TG_OP = 'INSERT' AND NEW.ends_at IS NULL
        OR TG_OP = 'UPDATE' AND NEW.valid_to IS DISTINCT FROM OLD.valid_to AND NEW.ends_at IS NOT DISTINCT FROM OLD.ends_at THEN
        NEW.ends_at := greatest((NEW.valid_to + 1)::timestamp AT TIME ZONE 'Asia/Shanghai', NEW.begins_at);
        IF NEW.valid_to IS NULL THEN
            NEW.ends_at := NULL;
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER dispatch_rule_moments BEFORE INSERT OR UPDATE ON dispatch_rule
    FOR EACH ROW EXECUTE FUNCTION dispatch_rule_moments();

ALTER TABLE dispatch_rule
    ALTER COLUMN begins_at SET NOT NULL,
    ADD CONSTRAINT dispatch_rule_forward_in_time CHECK (ends_at >= begins_at),
    DROP CONSTRAINT dispatch_rule_one_a_day,
    -- one unit for one category in one area at one moment
    ADD CONSTRAINT dispatch_rule_one_a_day EXCLUDE USING gist (
        int8range(division::bigint * 10000 + (ascii(category) - 65) * 100 + substr(category, 2)::bigint,
                  division::bigint * 10000 + (ascii(category) - 65) * 100 + substr(category, 2)::bigint, '[]') WITH &&,
        tstzrange(begins_at, ends_at, '[)') WITH &&);
