-- Everybody reads and writes meanwhile.
ALTER TABLE appeal VALIDATE CONSTRAINT appeal_round_cause;
ALTER TABLE appeal_round VALIDATE CONSTRAINT appeal_round_cause_known;
ALTER TABLE appeal_round VALIDATE CONSTRAINT appeal_round_result_known;
