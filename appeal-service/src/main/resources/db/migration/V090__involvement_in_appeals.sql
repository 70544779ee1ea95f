-- Who has handled an appeal, and from when to when: what access is decided by. The centre, call-back and supervision are involved by
-- their roles, the enterprise and whoever filed by the appeal itself: of them there are no rows. A row without an end is of the present
-- handler, also of a closed appeal.
CREATE TABLE appeal_involvement (
    appeal_id     uuid    NOT NULL CONSTRAINT appeal_involvement_appeal REFERENCES appeal,
    seq           integer NOT NULL,
    capacity      text    NOT NULL CONSTRAINT appeal_involvement_capacity CHECK (capacity IN ('HANDLER', 'CO_HANDLER')),
    -- a unit's code is unique in its district alone; of a city's or a province's own unit this is the city or the province
    unit_district text,
    unit          text,
    class_id      uuid,
    account       text,
    from_at       timestamptz NOT NULL,
    to_at         timestamptz,
    CONSTRAINT appeal_involvement_pk PRIMARY KEY (appeal_id, seq),
    CONSTRAINT appeal_involvement_one CHECK (num_nonnulls(unit, class_id, account) = 1
        AND (unit IS NULL) = (unit_district IS NULL)),
    CONSTRAINT appeal_involvement_forward CHECK (to_at >= from_at)
);
GRANT SELECT ON appeal_involvement TO ${app};

-- The unit with this code that is nearest to the place and covers it.
CREATE FUNCTION district_of_unit(code text, place text) RETURNS text
    LANGUAGE sql STABLE AS
$$
    SELECT coalesce((SELECT left(u.division, 6) FROM known_unit u
                      WHERE u.code = $1 AND starts_with($2, u.division)
                      ORDER BY length(u.division) DESC LIMIT 1), left($2, 6))
$$;

-- With each assignment, also one by a replica of the release before.
CREATE FUNCTION assignment_involves() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    place text;
    newest integer;
BEGIN
    SELECT division INTO place FROM appeal WHERE id = NEW.appeal_id;
    UPDATE appeal_involvement SET to_at = greatest(from_at, NEW.assigned_at)
     WHERE appeal_id = NEW.appeal_id AND capacity = 'HANDLER' AND to_at IS NULL;
    SELECT coalesce(max(seq), 0) INTO newest FROM appeal_involvement WHERE appeal_id = NEW.appeal_id;
    INSERT INTO appeal_involvement (appeal_id, seq, capacity, unit_district, unit, from_at)
    VALUES (NEW.appeal_id, newest + 1, 'HANDLER', district_of_unit(NEW.accountable_unit, place), NEW.accountable_unit,
        NEW.assigned_at);
    IF NEW.class_id IS NOT NULL THEN
        INSERT INTO appeal_involvement (appeal_id, seq, capacity, class_id, from_at)
        VALUES (NEW.appeal_id, newest + 2, 'HANDLER', NEW.class_id, NEW.assigned_at);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER assignment_involves AFTER INSERT ON assignment FOR EACH ROW EXECUTE FUNCTION assignment_involves();

INSERT INTO appeal_involvement (appeal_id, seq, capacity, unit_district, unit, class_id, from_at, to_at)
SELECT s.appeal_id, row_number() OVER (PARTITION BY s.appeal_id ORDER BY s.seq, who.unit NULLS LAST), 'HANDLER',
       CASE WHEN who.unit IS NOT NULL THEN district_of_unit(who.unit, s.division) END, who.unit, who.class_id, s.assigned_at,
       CASE WHEN s.next_at IS NOT NULL THEN greatest(s.assigned_at, s.next_at) END
  FROM (SELECT t.*, a.division, lead(t.assigned_at) OVER (PARTITION BY t.appeal_id ORDER BY t.seq) AS next_at
          FROM assignment t JOIN appeal a ON a.id = t.appeal_id) s
 CROSS JOIN LATERAL (SELECT s.accountable_unit AS unit, NULL::uuid AS class_id
                     UNION ALL SELECT NULL, s.class_id WHERE s.class_id IS NOT NULL) who;
