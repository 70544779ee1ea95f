-- What V020 wrote for a replica of the release before joined all its approvals at each write. Now each write reads by id.
CREATE OR REPLACE FUNCTION approval_follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    INSERT INTO approval_request AS known (id, version, kind, subject, exclusive, needed, excluded_persons, excluded_teams,
        proposed_by, proposer_teams, proposed_at, outcome, closed_by, closed_at, reason)
    SELECT id, 0, kind, subject, exclusive, needed, '{}', '{}', proposed_by, '{}', proposed_at, outcome, closed_by, closed_at, reason
      FROM legacy_approval WHERE part = NEW.id
    ON CONFLICT (id) DO UPDATE SET version = known.version + 1, outcome = excluded.outcome, closed_by = excluded.closed_by,
        closed_at = excluded.closed_at, reason = excluded.reason
     WHERE known.outcome <> excluded.outcome;
    IF FOUND THEN
        EXECUTE format('UPDATE %I SET approval_id = coalesce(approval_id, id) WHERE id = $1', TG_TABLE_NAME) USING NEW.id;
        INSERT INTO approval_confirmation (request_id, confirmation, proposed_by, confirmed_by, teams, confirmed_at, reason)
        SELECT coalesce(r.approval_id, r.id), c.role, r.submitted_by, c.confirmed_by, '{}'::text[], c.confirmed_at, ''
          FROM gate_request r JOIN gate_confirmation c ON c.request_id = r.id WHERE r.id = NEW.id
        UNION ALL
        SELECT id, needed[1], proposed_by, closed_by, '{}'::text[], closed_at, ''
          FROM legacy_approval WHERE part = NEW.id AND kind <> 'GATE' AND outcome = 'CONFIRMED'
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;
DROP VIEW legacy_confirmation;

-- An override that expired is not confirmed: nobody stands for it in the column that the release before reads.
CREATE OR REPLACE FUNCTION legacy_columns_follow() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    a approval_request;
BEGIN
    SELECT * INTO a FROM approval_request WHERE id = NEW.approval_id;
    CASE TG_TABLE_NAME
        WHEN 'gate_request' THEN
            NEW.confirmers := a.needed;
            NEW.status := CASE a.outcome WHEN 'CONFIRMED' THEN 'PASSED' ELSE a.outcome END;
            NEW.submitted_by := a.proposed_by;
            NEW.submitted_at := a.proposed_at;
            NEW.closed_by := a.closed_by;
            NEW.closed_at := a.closed_at;
            NEW.close_reason := a.reason;
        WHEN 'amount_revision' THEN
            NEW.status := CASE a.outcome WHEN 'OPEN' THEN 'PROPOSED' ELSE a.outcome END;
            NEW.proposed_by := a.proposed_by;
            NEW.proposed_at := a.proposed_at;
            NEW.closed_by := a.closed_by;
            NEW.closed_at := a.closed_at;
        WHEN 'evidence' THEN
            NEW.status := CASE a.outcome WHEN 'OPEN' THEN 'SUBMITTED' WHEN 'CONFIRMED' THEN 'VERIFIED' WHEN 'WITHDRAWN' THEN 'REVOKED'
                                         ELSE a.outcome END;
            NEW.submitted_by := a.proposed_by;
            NEW.submitted_at := a.proposed_at;
            NEW.judged_by := a.closed_by;
            NEW.judged_at := a.closed_at;
            NEW.judgement := a.reason;
        WHEN 'investor' THEN
            NEW.override_by := a.proposed_by;
            NEW.override_confirmed_by := CASE a.outcome WHEN 'CONFIRMED' THEN a.closed_by END;
        WHEN 'import_job' THEN
            NEW.confirmed_by := CASE a.outcome WHEN 'CONFIRMED' THEN a.closed_by END;
            NEW.confirmed_at := CASE a.outcome WHEN 'CONFIRMED' THEN a.closed_at END;
    END CASE;
    RETURN NEW;
END
$$;
