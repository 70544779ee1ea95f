-- Blanks, kinds of hyphens and, in registers that know capitals only, small letters make no other number from now on. Keys of
-- the release before have form 1, and the service makes them anew like those of form 0; the new ones have form 3.
CREATE INDEX investor_key_of_old_form ON investor (id) WHERE key_form < 2 AND id_key IS NOT NULL;
