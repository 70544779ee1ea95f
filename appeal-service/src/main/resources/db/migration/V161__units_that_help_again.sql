-- An appeal that comes back from its merging brings back whoever helped with it, as their clocks come back: both are known at the end
-- of the transaction.
CREATE FUNCTION helping_goes_on() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS
$$
BEGIN
    INSERT INTO appeal_involvement (appeal_id, seq, capacity, unit_district, unit, from_at, part_id)
    SELECT NEW.id, (SELECT max(i.seq) FROM appeal_involvement i WHERE i.appeal_id = NEW.id) + row_number() OVER (ORDER BY p.id),
           'CO_HANDLER', p.unit_district, p.unit, now(), p.id
      FROM (SELECT t.id, t.unit_district, t.unit, t.clock_id FROM cotask t WHERE t.appeal_id = NEW.id AND t.outcome = 'OPEN'
            UNION ALL
            SELECT u.id, u.unit_district, u.unit, u.clock_id FROM called_unit u WHERE u.appeal_id = NEW.id AND u.ended_at IS NULL) p
      JOIN deadline_clock c ON c.id = p.clock_id
     WHERE c.round = NEW.round AND c.state <> 'STOPPED'
       AND NOT EXISTS (SELECT FROM appeal_involvement i
                        WHERE i.appeal_id = NEW.id AND i.part_id = p.id AND i.to_at IS NULL);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER helping_goes_on AFTER UPDATE ON appeal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.state = 'MERGED'
        AND NEW.state IN ('DISPATCHED', 'RETURN_REVIEW', 'IN_PROGRESS', 'WAIT_ENTERPRISE', 'SUSPENDED', 'REVIEW'))
    EXECUTE FUNCTION helping_goes_on();
