-- The key of an investor's number is made of its one spelling from now on. What was stored before has form 0 until the service
-- has made it anew: only the service can, because the key is keyed and the number of a person is sealed. Form 2: another
-- investor of the district has the same number already.
ALTER TABLE investor ADD COLUMN key_form smallint NOT NULL DEFAULT 0;
CREATE INDEX investor_key_to_make ON investor (id) WHERE key_form = 0 AND id_key IS NOT NULL;
