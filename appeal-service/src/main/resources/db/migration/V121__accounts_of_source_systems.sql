-- What a partner's system has filed is seen by all of its accounts, newest first.
CREATE INDEX source_system_of_account ON source_system_account (account);
CREATE INDEX appeal_of_source_system ON appeal (source_system, id DESC) WHERE source = 'PARTNER';
