-- Whether something was erased of an owner: asked before anything of theirs is sealed under the ring again.
CREATE INDEX data_key_destroyed ON data_key (owner) WHERE key_sealed IS NULL;
