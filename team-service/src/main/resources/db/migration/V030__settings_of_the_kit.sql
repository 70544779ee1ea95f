-- The kit keeps the settings now (V0_130). What districts have decided moves there with its ids, versions and log heads.
-- A change that is under way elsewhere is waited for, and the next one waits.
LOCK TABLE setting, setting_version IN ACCESS EXCLUSIVE MODE;
INSERT INTO division_setting (id, version, log_version, published_version, last_hash, row_version,
                              division, province, city, district, town, name, latest_number)
SELECT id, version, log_version, published_version, last_hash, row_version,
       division, province, city, district, town, name, latest_number
  FROM setting;
INSERT INTO division_setting_version (setting_id, number, effective_from, value, assumption, source)
SELECT setting_id, number, effective_from, value, assumption, source FROM setting_version WHERE setting_id IS NOT NULL;

-- Replicas of the release before go on reading and changing settings under the old names. The release after this one drops
-- the two views, the function and the table.
ALTER TABLE setting_version RENAME TO setting_shipped;
DELETE FROM setting_shipped WHERE setting_id IS NOT NULL;
ALTER TABLE setting_shipped DROP COLUMN setting_id;
DROP TABLE setting;

CREATE VIEW setting AS
SELECT id, version, log_version, published_version, last_hash, row_version,
       division, province, city, district, town, name, latest_number
  FROM division_setting;
CREATE VIEW setting_version AS
SELECT name, NULL::uuid AS setting_id, number, effective_from, value, assumption, source FROM setting_shipped
UNION ALL
SELECT s.name, v.setting_id, v.number, v.effective_from, v.value, v.assumption, v.source
  FROM division_setting_version v JOIN division_setting s ON s.id = v.setting_id;

CREATE FUNCTION add_setting_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO division_setting_version (setting_id, number, effective_from, value, assumption, source)
    VALUES (NEW.setting_id, NEW.number, NEW.effective_from, NEW.value, NEW.assumption, NEW.source);
    RETURN NEW;
END $$;
CREATE TRIGGER add_setting_version INSTEAD OF INSERT ON setting_version
    FOR EACH ROW EXECUTE FUNCTION add_setting_version();

GRANT SELECT, INSERT, UPDATE ON setting TO ${app};
GRANT SELECT, INSERT ON setting_version TO ${app};
