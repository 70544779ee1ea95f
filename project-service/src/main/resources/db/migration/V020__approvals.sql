-- What waits for a second person is an approval request of the kit from now on. One that existed gets the id of the row that held
-- it. The teams of whoever confirmed were not recorded before: they stay unknown.
ALTER TABLE gate_request    ADD COLUMN approval_id uuid CONSTRAINT gate_request_approval REFERENCES approval_request;
ALTER TABLE amount_revision ADD COLUMN approval_id uuid CONSTRAINT amount_revision_approval REFERENCES approval_request;
ALTER TABLE evidence        ADD COLUMN approval_id uuid CONSTRAINT evidence_approval REFERENCES approval_request;
-- the newest one, of the credit code that fails its check
ALTER TABLE investor        ADD COLUMN approval_id uuid CONSTRAINT investor_approval REFERENCES approval_request;
-- a dry run has none
ALTER TABLE import_job      ADD COLUMN approval_id uuid CONSTRAINT import_job_approval REFERENCES approval_request;

-- Replicas of the release before still read and write what stood for it: of gate_request confirmers, status, submitted_*, closed_* and
-- close_reason, and gate_confirmation; of amount_revision status, proposed_* and closed_*; of evidence status, submitted_*, judged_*
-- and judgement; of investor override_by and override_confirmed_by; of import_job confirmed_*. Everything from here on keeps both in
-- step. The release after this one removes it, the columns and the table, and demands approval_id where every row has one.
CREATE VIEW legacy_approval AS
SELECT id, part, kind, subject, exclusive, needed, proposed_by, proposed_at, outcome, reason,
       CASE WHEN outcome <> 'OPEN' THEN coalesce(closed_by, 'system') END AS closed_by,
       CASE WHEN outcome <> 'OPEN' THEN coalesce(closed_at, proposed_at) END AS closed_at
  FROM (
    SELECT coalesce(approval_id, id) AS id, id AS part, 'GATE' AS kind, project_id AS subject, true AS exclusive,
           confirmers AS needed, submitted_by AS proposed_by, submitted_at AS proposed_at,
           CASE status WHEN 'PASSED' THEN 'CONFIRMED' ELSE status END AS outcome, close_reason AS reason, closed_by, closed_at
      FROM gate_request
    UNION ALL
    SELECT coalesce(approval_id, id), id, 'AMOUNT', project_id, true, ARRAY['PROMOTION_OFFICE'], proposed_by, proposed_at,
           CASE status WHEN 'PROPOSED' THEN 'OPEN' ELSE status END, NULL, closed_by, closed_at
      FROM amount_revision
    UNION ALL
    SELECT coalesce(approval_id, id), id, 'EVIDENCE', project_id, false, ARRAY['VERIFIED'], submitted_by, submitted_at,
           CASE status WHEN 'SUBMITTED' THEN 'OPEN' WHEN 'VERIFIED' THEN 'CONFIRMED' WHEN 'REVOKED' THEN 'WITHDRAWN'
                       ELSE status END, judgement, judged_by, judged_at
      FROM evidence
    UNION ALL
    -- when it was entered and confirmed stands in the log
    SELECT coalesce(approval_id, id), id, 'CREDIT_CODE', id, true, ARRAY['PROMOTION_OFFICE'], override_by,
           coalesce((SELECT min(occurred_at) FROM event_log WHERE subject = investor.id), now()),
           CASE WHEN override_confirmed_by IS NULL THEN 'OPEN' ELSE 'CONFIRMED' END, NULL, override_confirmed_by,
           coalesce((SELECT max(occurred_at) FROM event_log
                      WHERE subject = investor.id AND type = 'investor.override-confirmed.v1'), now())
      FROM investor WHERE override_by IS NOT NULL
    UNION ALL
    SELECT coalesce(approval_id, id), id, 'IMPORT', id, true, ARRAY['PROMOTION_OFFICE'], submitted_by, submitted_at,
           CASE WHEN confirmed_by IS NOT NULL THEN 'CONFIRMED' WHEN status = 'DONE' THEN 'WITHDRAWN' ELSE 'OPEN' END,
           CASE WHEN confirmed_by IS NULL AND status = 'DONE' THEN 'no row is good' END,
           confirmed_by, coalesce(confirmed_at, finished_at)
      FROM import_job WHERE NOT dry_run
  ) AS of_any_kind;

CREATE VIEW legacy_confirmation AS
SELECT coalesce(r.approval_id, r.id) AS request_id, c.role AS confirmation, r.submitted_by AS proposed_by, c.confirmed_by,
       c.confirmed_at
  FROM gate_confirmation c JOIN gate_request r ON r.id = c.request_id
UNION ALL
SELECT id, needed[1], proposed_by, closed_by, closed_at FROM legacy_approval WHERE kind <> 'GATE' AND outcome = 'CONFIRMED';

INSERT INTO approval_request (id, version, kind, subject, exclusive, needed, excluded_persons, excluded_teams, proposed_by,
    proposer_teams, proposed_at, outcome, closed_by, closed_at, reason)
SELECT id, 0, kind, subject, exclusive, needed, '{}', '{}', proposed_by, '{}', proposed_at, outcome, closed_by, closed_at, reason
  FROM legacy_approval;
INSERT INTO approval_confirmation (request_id, confirmation, proposed_by, confirmed_by, teams, confirmed_at, reason)
SELECT request_id, confirmation, proposed_by, confirmed_by, '{}', confirmed_at, '' FROM legacy_confirmation;
UPDATE gate_request SET approval_id = id;
UPDATE amount_revision SET approval_id = id;
UPDATE evidence SET approval_id = id;
UPDATE investor SET approval_id = id WHERE override_by IS NOT NULL;
UPDATE import_job SET approval_id = id WHERE NOT dry_run;

-- This release writes the approval request first: what the release before reads follows.
CREATE FUNCTION legacy_columns_follow() RETURNS trigger
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
            NEW.override_confirmed_by := a.closed_by;
        WHEN 'import_job' THEN
            NEW.confirmed_by := CASE a.outcome WHEN 'CONFIRMED' THEN a.closed_by END;
            NEW.confirmed_at := CASE a.outcome WHEN 'CONFIRMED' THEN a.closed_at END;
    END CASE;
    RETURN NEW;
END
$$;

CREATE FUNCTION legacy_rows_follow() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    CASE NEW.kind
        WHEN 'GATE' THEN
            UPDATE gate_request SET approval_id = NEW.id WHERE project_id = NEW.subject AND approval_id = NEW.id;
        WHEN 'AMOUNT' THEN
            UPDATE amount_revision SET approval_id = NEW.id WHERE project_id = NEW.subject AND approval_id = NEW.id;
        WHEN 'EVIDENCE' THEN
            UPDATE evidence SET approval_id = NEW.id WHERE project_id = NEW.subject AND approval_id = NEW.id;
        WHEN 'CREDIT_CODE' THEN
            UPDATE investor SET approval_id = NEW.id WHERE id = NEW.subject AND approval_id = NEW.id;
        WHEN 'IMPORT' THEN
            UPDATE import_job SET approval_id = NEW.id WHERE id = NEW.subject AND approval_id = NEW.id;
        ELSE
            NULL;
    END CASE;
    RETURN NULL;
END
$$;

CREATE FUNCTION legacy_gate_confirmation_follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    INSERT INTO gate_confirmation (request_id, role, confirmed_by, confirmed_at)
    SELECT r.id, NEW.confirmation, NEW.confirmed_by, NEW.confirmed_at
      FROM approval_request a JOIN gate_request r ON r.project_id = a.subject AND r.approval_id = a.id
     WHERE a.id = NEW.request_id AND a.kind = 'GATE';
    RETURN NULL;
END
$$;

-- The release before writes its own columns: the approval request follows.
CREATE FUNCTION approval_follows() RETURNS trigger
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
        SELECT c.request_id, c.confirmation, c.proposed_by, c.confirmed_by, '{}', c.confirmed_at, ''
          FROM legacy_confirmation c JOIN legacy_approval a ON a.id = c.request_id
         WHERE a.part = NEW.id
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION approval_confirmation_follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    INSERT INTO approval_confirmation (request_id, confirmation, proposed_by, confirmed_by, teams, confirmed_at, reason)
    SELECT coalesce(approval_id, id), NEW.role, submitted_by, NEW.confirmed_by, '{}', NEW.confirmed_at, ''
      FROM gate_request WHERE id = NEW.request_id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

CREATE TRIGGER legacy_columns BEFORE INSERT OR UPDATE OF approval_id ON gate_request
    FOR EACH ROW WHEN (NEW.approval_id IS NOT NULL) EXECUTE FUNCTION legacy_columns_follow();
CREATE TRIGGER legacy_columns BEFORE INSERT OR UPDATE OF approval_id ON amount_revision
    FOR EACH ROW WHEN (NEW.approval_id IS NOT NULL) EXECUTE FUNCTION legacy_columns_follow();
CREATE TRIGGER legacy_columns BEFORE INSERT OR UPDATE OF approval_id ON evidence
    FOR EACH ROW WHEN (NEW.approval_id IS NOT NULL) EXECUTE FUNCTION legacy_columns_follow();
CREATE TRIGGER legacy_columns BEFORE INSERT OR UPDATE OF approval_id ON investor
    FOR EACH ROW WHEN (NEW.approval_id IS NOT NULL) EXECUTE FUNCTION legacy_columns_follow();
CREATE TRIGGER legacy_columns BEFORE INSERT OR UPDATE OF approval_id ON import_job
    FOR EACH ROW WHEN (NEW.approval_id IS NOT NULL) EXECUTE FUNCTION legacy_columns_follow();
CREATE TRIGGER legacy_rows AFTER UPDATE OF outcome ON approval_request
    FOR EACH ROW WHEN (OLD.outcome <> NEW.outcome AND pg_trigger_depth() = 0) EXECUTE FUNCTION legacy_rows_follow();
CREATE TRIGGER legacy_rows AFTER INSERT ON approval_confirmation
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION legacy_gate_confirmation_follows();

-- Only the release before names these columns in its statements.
CREATE TRIGGER approval_new AFTER INSERT ON gate_request
    FOR EACH ROW WHEN (NEW.approval_id IS NULL) EXECUTE FUNCTION approval_follows();
CREATE TRIGGER approval_new AFTER INSERT ON amount_revision
    FOR EACH ROW WHEN (NEW.approval_id IS NULL) EXECUTE FUNCTION approval_follows();
CREATE TRIGGER approval_new AFTER INSERT ON evidence
    FOR EACH ROW WHEN (NEW.approval_id IS NULL) EXECUTE FUNCTION approval_follows();
CREATE TRIGGER approval_new AFTER INSERT ON investor
    FOR EACH ROW WHEN (NEW.approval_id IS NULL AND NEW.override_by IS NOT NULL) EXECUTE FUNCTION approval_follows();
CREATE TRIGGER approval_new AFTER INSERT ON import_job
    FOR EACH ROW WHEN (NEW.approval_id IS NULL AND NOT NEW.dry_run) EXECUTE FUNCTION approval_follows();
CREATE TRIGGER approval_outcome AFTER UPDATE OF status ON gate_request
    FOR EACH ROW WHEN (OLD.status <> NEW.status AND pg_trigger_depth() = 0) EXECUTE FUNCTION approval_follows();
CREATE TRIGGER approval_outcome AFTER UPDATE OF status ON amount_revision
    FOR EACH ROW WHEN (OLD.status <> NEW.status AND pg_trigger_depth() = 0) EXECUTE FUNCTION approval_follows();
CREATE TRIGGER approval_outcome AFTER UPDATE OF status ON evidence
    FOR EACH ROW WHEN (OLD.status <> NEW.status AND pg_trigger_depth() = 0) EXECUTE FUNCTION approval_follows();
CREATE TRIGGER approval_outcome AFTER UPDATE OF override_confirmed_by ON investor
    FOR EACH ROW WHEN (OLD.override_confirmed_by IS DISTINCT FROM NEW.override_confirmed_by AND pg_trigger_depth() = 0)
    EXECUTE FUNCTION approval_follows();
CREATE TRIGGER approval_outcome AFTER UPDATE OF confirmed_by ON import_job
    FOR EACH ROW WHEN (OLD.status <> NEW.status AND NOT NEW.dry_run AND pg_trigger_depth() = 0) EXECUTE FUNCTION approval_follows();
CREATE TRIGGER approval_outcome AFTER INSERT ON gate_confirmation
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION approval_confirmation_follows();
