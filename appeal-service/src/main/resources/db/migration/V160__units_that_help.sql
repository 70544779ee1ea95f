-- Units that help whoever handles an appeal: co-tasks, and calls to come together. Their clocks stand among those of the appeal, which
-- are stored at the end of the transaction.
CREATE TABLE cotask (
    id            uuid PRIMARY KEY,
    appeal_id     uuid    NOT NULL CONSTRAINT cotask_appeal REFERENCES appeal,
    seq           integer NOT NULL,
    round         integer NOT NULL,
    unit          text    NOT NULL,
    -- a unit's code is unique in its district alone
    unit_district text    NOT NULL,
    content       text    NOT NULL,
    mandatory     boolean NOT NULL,
    clock_id      uuid    NOT NULL CONSTRAINT cotask_clock REFERENCES deadline_clock DEFERRABLE INITIALLY DEFERRED,
    asked_by      text    NOT NULL,
    asked_at      timestamptz NOT NULL,
    -- of one that ended with its round it stays OPEN: its clock has stopped
    outcome       text    NOT NULL CONSTRAINT cotask_outcome CHECK (outcome IN ('OPEN', 'FINISHED', 'WAIVED', 'OBJECTED')),
    ended_by      text,
    ended_at      timestamptz,
    result        text,
    CONSTRAINT cotask_once UNIQUE (appeal_id, seq),
    CONSTRAINT cotask_ended CHECK ((outcome = 'OPEN') = (ended_at IS NULL))
);

CREATE TABLE cotask_objection (
    id            uuid PRIMARY KEY,
    appeal_id     uuid    NOT NULL CONSTRAINT cotask_objection_appeal REFERENCES appeal,
    seq           integer NOT NULL,
    cotask        integer NOT NULL,
    asked_by      text    NOT NULL,
    asked_at      timestamptz NOT NULL,
    reason        text    NOT NULL,
    outcome       text    NOT NULL CONSTRAINT cotask_objection_outcome CHECK (outcome IN ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    decided_by    text,
    decided_at    timestamptz,
    decision      text,
    CONSTRAINT cotask_objection_number UNIQUE (appeal_id, seq),
    CONSTRAINT cotask_objection_once UNIQUE (appeal_id, cotask),
    CONSTRAINT cotask_objection_cotask FOREIGN KEY (appeal_id, cotask) REFERENCES cotask (appeal_id, seq)
);

CREATE TABLE coordination (
    id            uuid PRIMARY KEY,
    appeal_id     uuid    NOT NULL CONSTRAINT coordination_appeal REFERENCES appeal,
    seq           integer NOT NULL,
    round         integer NOT NULL,
    purpose       text    NOT NULL,
    place         text    NOT NULL,
    meet_at       timestamptz NOT NULL,
    called_by     text    NOT NULL,
    called_at     timestamptz NOT NULL,
    minutes       text,
    minutes_by    text,
    minutes_at    timestamptz,
    CONSTRAINT coordination_once UNIQUE (appeal_id, seq),
    CONSTRAINT coordination_minutes CHECK (num_nonnulls(minutes, minutes_by, minutes_at) IN (0, 3))
);

CREATE TABLE called_unit (
    id             uuid PRIMARY KEY,
    appeal_id      uuid    NOT NULL CONSTRAINT called_unit_appeal REFERENCES appeal,
    seq            integer NOT NULL,
    coordination   integer NOT NULL,
    unit           text    NOT NULL,
    unit_district  text    NOT NULL,
    clock_id       uuid    NOT NULL CONSTRAINT called_unit_clock REFERENCES deadline_clock DEFERRABLE INITIALLY DEFERRED,
    asked_at       timestamptz NOT NULL,
    arrived_at     timestamptz,
    arrived_by     text,
    who_came       text,
    declined_by    text,
    decline_reason text,
    score_by_lead  integer CONSTRAINT called_unit_score_by_lead CHECK (score_by_lead BETWEEN 1 AND 5),
    score_by_unit  integer CONSTRAINT called_unit_score_by_unit CHECK (score_by_unit BETWEEN 1 AND 5),
    -- since when its people have nothing to do with it any more: declined, or scored
    ended_at       timestamptz,
    CONSTRAINT called_unit_number UNIQUE (appeal_id, seq),
    CONSTRAINT called_unit_once UNIQUE (appeal_id, coordination, unit_district, unit),
    CONSTRAINT called_unit_coordination FOREIGN KEY (appeal_id, coordination) REFERENCES coordination (appeal_id, seq)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT called_unit_came CHECK (num_nonnulls(arrived_at, arrived_by, who_came) IN (0, 3)),
    CONSTRAINT called_unit_declined CHECK (num_nonnulls(declined_by, decline_reason) IN (0, 2)
        AND (declined_by IS NULL OR arrived_at IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON cotask, cotask_objection, coordination, called_unit TO ${app};

-- Who helps is involved from then on, until the co-task ends or the call is declined or scored, and no longer than the round lasts.
ALTER TABLE appeal_involvement ADD COLUMN part_id uuid;
CREATE INDEX appeal_involvement_helping ON appeal_involvement (unit_district, unit, appeal_id)
    WHERE capacity = 'CO_HANDLER' AND to_at IS NULL;

CREATE FUNCTION unit_helps() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS
$$
BEGIN
    INSERT INTO appeal_involvement (appeal_id, seq, capacity, unit_district, unit, from_at, part_id)
    SELECT NEW.appeal_id, coalesce(max(i.seq), 0) + 1, 'CO_HANDLER', NEW.unit_district, NEW.unit, NEW.asked_at, NEW.id
      FROM appeal_involvement i WHERE i.appeal_id = NEW.appeal_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER cotask_involves AFTER INSERT ON cotask FOR EACH ROW EXECUTE FUNCTION unit_helps();
CREATE TRIGGER called_unit_involves AFTER INSERT ON called_unit FOR EACH ROW EXECUTE FUNCTION unit_helps();

CREATE FUNCTION unit_has_helped() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS
$$
BEGIN
    UPDATE appeal_involvement SET to_at = greatest(from_at, NEW.ended_at)
     WHERE appeal_id = NEW.appeal_id AND part_id = NEW.id AND to_at IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER cotask_ends AFTER UPDATE ON cotask FOR EACH ROW
    WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION unit_has_helped();
CREATE TRIGGER called_unit_ends AFTER UPDATE ON called_unit FOR EACH ROW
    WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION unit_has_helped();

-- Whatever ends the time to reply, also by a replica of the release before.
CREATE FUNCTION helping_ends() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS
$$
BEGIN
    UPDATE appeal_involvement SET to_at = greatest(from_at, coalesce(NEW.replied_at, now()))
     WHERE appeal_id = NEW.id AND capacity = 'CO_HANDLER' AND to_at IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER helping_ends AFTER UPDATE ON appeal FOR EACH ROW
    WHEN (OLD.state IN ('DISPATCHED', 'RETURN_REVIEW', 'IN_PROGRESS', 'WAIT_ENTERPRISE', 'SUSPENDED', 'REVIEW')
        AND NEW.state NOT IN ('DISPATCHED', 'RETURN_REVIEW', 'IN_PROGRESS', 'WAIT_ENTERPRISE', 'SUSPENDED', 'REVIEW'))
    EXECUTE FUNCTION helping_ends();
