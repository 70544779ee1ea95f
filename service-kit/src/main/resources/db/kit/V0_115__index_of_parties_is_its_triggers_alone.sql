-- The function runs as the owner. Nobody else may put it on a table of their own, and no temporary table stands in for the index.
REVOKE ALL ON FUNCTION event_log_index_parties() FROM PUBLIC;
ALTER FUNCTION event_log_index_parties() SET search_path = public, pg_temp;
