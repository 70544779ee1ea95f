-- Everybody reads and writes meanwhile.
ALTER TABLE appeal VALIDATE CONSTRAINT appeal_accountable;
ALTER TABLE appeal VALIDATE CONSTRAINT appeal_round_cause;
