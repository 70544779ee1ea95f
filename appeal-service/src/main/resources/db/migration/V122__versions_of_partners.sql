-- The newest version of an appeal that its partner's system has sent, whatever was in it.
CREATE TABLE source_version_sent (
    appeal_id uuid   PRIMARY KEY CONSTRAINT source_version_sent_appeal REFERENCES appeal,
    version   bigint NOT NULL
);
INSERT INTO source_version_sent
SELECT appeal_id, max(source_version) FROM source_conflict WHERE source_version IS NOT NULL GROUP BY appeal_id;
GRANT SELECT, INSERT, UPDATE ON source_version_sent TO ${app};

-- How often a conflict was opened: what is settled and comes again as a newer version is opened anew.
ALTER TABLE source_conflict ADD COLUMN round integer NOT NULL DEFAULT 1;
