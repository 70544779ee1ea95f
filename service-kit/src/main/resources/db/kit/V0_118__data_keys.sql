-- One key for each person or enterprise whose data can be erased; a key of the ring wraps it. Destroyed means: key_sealed is
-- gone, the row stays, and what lies under the key opens nowhere any more. See docs/adr/0008-data-keys.md.
CREATE TABLE data_key (
    id           uuid        NOT NULL,
    -- whose data: the log's subject type and id, such as appeal/0190…
    owner        text        NOT NULL,
    key_sealed   bytea,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    destroyed_at timestamptz,
    destroyed_by text,
    reason       text,
    CONSTRAINT data_key_pk PRIMARY KEY (id),
    CONSTRAINT data_key_destroyed_or_not CHECK (
        num_nulls(destroyed_at, destroyed_by, reason) = CASE WHEN key_sealed IS NULL THEN 0 ELSE 3 END)
);
CREATE UNIQUE INDEX data_key_in_use ON data_key (owner) WHERE key_sealed IS NOT NULL;
GRANT SELECT, INSERT (id, owner, key_sealed) ON data_key TO ${app};
GRANT UPDATE (key_sealed, destroyed_at, destroyed_by, reason) ON data_key TO ${app};

CREATE FUNCTION data_key_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'data_key: a destroyed key never comes back and no row is deleted: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER data_key_stays_destroyed BEFORE UPDATE ON data_key
    FOR EACH ROW WHEN (OLD.key_sealed IS NULL) EXECUTE FUNCTION data_key_refuse_change();
CREATE TRIGGER data_key_no_delete BEFORE DELETE ON data_key
    FOR EACH ROW EXECUTE FUNCTION data_key_refuse_change();
CREATE TRIGGER data_key_no_truncate BEFORE TRUNCATE ON data_key
    FOR EACH STATEMENT EXECUTE FUNCTION data_key_refuse_change();

-- The data key that stands in the head of sealed bytes (format 3); null for what lies under a key of the ring.
CREATE FUNCTION data_key_of(sealed bytea) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN length(sealed) > 16 AND get_byte(sealed, 0) = 3 THEN encode(substr(sealed, 2, 16), 'hex')::uuid END $$;

-- Events of erasures, which are few: after a restore each destroys its keys again.
CREATE INDEX event_log_erasures ON event_log (seq) WHERE type LIKE '%-erased.v1';
