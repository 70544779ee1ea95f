-- Hibernate's own version of a row; "version" is what commands are decided on, and moves less often.
ALTER TABLE log_anchor ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
ALTER TABLE notice_address ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
ALTER TABLE discarded_event ADD COLUMN row_version bigint NOT NULL DEFAULT 0;

-- Form 2 of a log row: several parties, a view of the data for them, and the aggregate version that the row left. Rows of
-- form 1 stay as they are; their hash does not cover the new columns, which are empty there.
ALTER TABLE event_log
    ADD COLUMN form smallint NOT NULL DEFAULT 1,
    ADD COLUMN parties text[] NOT NULL DEFAULT '{}',
    ADD COLUMN party_data text,
    ADD COLUMN aggregate_version bigint,
    DROP CONSTRAINT event_log_audience_known,
    ADD CONSTRAINT event_log_audience_known CHECK (audience IN ('INTERNAL', 'DIVISION', 'PARTY', 'RESTRICTED')) NOT VALID,
    ADD CONSTRAINT event_log_form_known CHECK (form = 2 OR form = 1 AND parties = '{}' AND party_data IS NULL
        AND aggregate_version IS NULL AND audience <> 'RESTRICTED') NOT VALID,
    ADD CONSTRAINT event_log_first_party CHECK (form = 1 OR party IS NULL OR party = parties[1]) NOT VALID,
    ADD CONSTRAINT event_log_party_data_object CHECK (party_data IS JSON OBJECT) NOT VALID;
-- What a party's feed reads by: one row for each party of a log row. The log row is the truth and its hash covers the
-- parties; this is an index of it, written by the trigger alone.
CREATE TABLE event_log_party (
    party text   NOT NULL,
    pos   bigint NOT NULL,
    seq   bigint NOT NULL,
    CONSTRAINT event_log_party_pk PRIMARY KEY (party, pos, seq)
);
GRANT SELECT ON event_log_party TO ${app};

CREATE FUNCTION event_log_index_parties() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS
$$
BEGIN
    INSERT INTO event_log_party (party, pos, seq)
    SELECT named, NEW.pos, NEW.seq FROM unnest(CASE NEW.form WHEN 1 THEN ARRAY[NEW.party] ELSE NEW.parties END) named;
    RETURN NULL;
END
$$;
CREATE TRIGGER event_log_index_parties AFTER INSERT ON event_log
    FOR EACH ROW WHEN (NEW.party IS NOT NULL OR NEW.parties <> '{}') EXECUTE FUNCTION event_log_index_parties();
CREATE TRIGGER event_log_party_append_only BEFORE UPDATE OR DELETE ON event_log_party
    FOR EACH ROW EXECUTE FUNCTION event_log_refuse_change();
CREATE TRIGGER event_log_party_no_truncate BEFORE TRUNCATE ON event_log_party
    FOR EACH STATEMENT EXECUTE FUNCTION event_log_refuse_change();

GRANT INSERT (form, parties, party_data, aggregate_version) ON event_log TO ${app};
