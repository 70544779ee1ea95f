-- Who was in a special class and has left it: they do not judge what it handled while they were in it. The members of a class are
-- replaced with each event, so a member who stays is noted too, until the last event. A trigger writes it, so that replicas of the
-- release before write it as well. Of those who left before this release nothing is known.
CREATE TABLE known_class_leaver (
    class_id uuid NOT NULL,
    account  text NOT NULL,
    left_at  timestamptz NOT NULL,
    CONSTRAINT known_class_leaver_pk PRIMARY KEY (class_id, account)
);
GRANT SELECT ON known_class_leaver TO ${app};

CREATE FUNCTION note_class_leaver(class uuid, who text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    INSERT INTO known_class_leaver (class_id, account, left_at) SELECT class, who, now() WHERE who IS NOT NULL
    ON CONFLICT (class_id, account) DO UPDATE SET left_at = excluded.left_at
$$;

CREATE FUNCTION class_member_leaves() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    PERFORM note_class_leaver(OLD.class_id, OLD.account);
    RETURN NULL;
END
$$;
CREATE TRIGGER class_member_leaves AFTER DELETE ON known_class_member
    FOR EACH ROW EXECUTE FUNCTION class_member_leaves();

CREATE FUNCTION class_leads_leave() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF OLD.leader IS DISTINCT FROM NEW.leader THEN
        PERFORM note_class_leaver(OLD.class_id, OLD.leader);
    END IF;
    IF OLD.head IS DISTINCT FROM NEW.head THEN
        PERFORM note_class_leaver(OLD.class_id, OLD.head);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER class_leads_leave AFTER UPDATE OF leader, head ON known_special_class
    FOR EACH ROW EXECUTE FUNCTION class_leads_leave();
