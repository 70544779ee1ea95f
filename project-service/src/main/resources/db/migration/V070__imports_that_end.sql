-- A file may hold personal data, and is needed only until its import is done. A trigger deletes it, so that replicas of the
-- release before do so too; its SHA-256 stays with the job.
CREATE FUNCTION import_file_of_done_job() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    DELETE FROM import_file WHERE job_id = NEW.id;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION import_file_of_done_job() FROM PUBLIC;
CREATE TRIGGER import_file_of_done_job AFTER UPDATE OF status ON import_job
    FOR EACH ROW WHEN (NEW.status = 'DONE' AND OLD.status <> 'DONE') EXECUTE FUNCTION import_file_of_done_job();

-- Since when the work on it fails; null while it goes well. And who gave it up, and why.
ALTER TABLE import_job
    ADD COLUMN failing_since timestamptz,
    ADD COLUMN cancelled_by text,
    ADD COLUMN cancel_reason text;
