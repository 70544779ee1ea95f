-- What V0_110 left for a transaction of its own: here the log is read from end to end while others go on writing it. The index
-- event_log_party_order goes with the next release: replicas of the release before read a party's feed by it.
ALTER TABLE event_log VALIDATE CONSTRAINT event_log_audience_known;
ALTER TABLE event_log VALIDATE CONSTRAINT event_log_form_known;
ALTER TABLE event_log VALIDATE CONSTRAINT event_log_first_party;
ALTER TABLE event_log VALIDATE CONSTRAINT event_log_party_data_object;

INSERT INTO event_log_party (party, pos, seq)
SELECT party, pos, seq FROM event_log WHERE party IS NOT NULL
ON CONFLICT DO NOTHING;
