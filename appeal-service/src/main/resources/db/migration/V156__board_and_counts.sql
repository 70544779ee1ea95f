-- What is overdue or due soon in a district, by its due; and the open ones by state and unit.
CREATE INDEX appeal_open_due ON appeal (district, inbox_due, id) INCLUDE (state, accountable_unit) WHERE open;

-- The last day of what is rejected, merged or withdrawn; of what is closed closed_at says it too.
ALTER TABLE appeal ADD COLUMN ended_on date;

-- How many appeals ended on which day, as what and at which unit. Texts are empty where there is nothing.
CREATE TABLE appeal_ended_day (
    district       text COLLATE "C" NOT NULL,
    town           text COLLATE "C" NOT NULL,
    day            date   NOT NULL,
    state          text   NOT NULL,
    unit           text   NOT NULL,
    about_district text   NOT NULL,
    about_unit     text   NOT NULL,
    n              bigint NOT NULL,
    CONSTRAINT appeal_ended_day_pk PRIMARY KEY (district, day, town, state, unit, about_district, about_unit)
);
GRANT SELECT, INSERT, UPDATE ON appeal_ended_day TO ${app};

-- What the days do not count yet: who closes an appeal adds a row and waits for nobody.
CREATE TABLE appeal_ended_change (
    id             bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT appeal_ended_change_pk PRIMARY KEY,
    district       text COLLATE "C" NOT NULL,
    town           text COLLATE "C" NOT NULL,
    day            date    NOT NULL,
    state          text    NOT NULL,
    unit           text    NOT NULL,
    about_district text    NOT NULL,
    about_unit     text    NOT NULL,
    n              integer NOT NULL CONSTRAINT appeal_ended_change_n CHECK (n IN (1, -1))
);
GRANT SELECT, DELETE, UPDATE ON appeal_ended_change TO ${app};

-- With each end and each reopening, also by a replica of the release before.
CREATE FUNCTION appeal_ends() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF NOT OLD.open THEN
        INSERT INTO appeal_ended_change (district, town, day, state, unit, about_district, about_unit, n)
        VALUES (OLD.district, coalesce(OLD.town, ''),
            coalesce(OLD.ended_on, (coalesce(OLD.closed_at, now()) AT TIME ZONE 'Asia/Shanghai')::date), OLD.state,
            coalesce(OLD.accountable_unit, ''), coalesce(OLD.about_district, ''), coalesce(OLD.about_unit, ''), -1);
    END IF;
    IF NEW.open THEN
        NEW.ended_on := NULL;
    ELSE
        NEW.ended_on := (CASE WHEN NEW.state = 'CLOSED' THEN coalesce(NEW.closed_at, now()) ELSE now() END
            AT TIME ZONE 'Asia/Shanghai')::date;
        INSERT INTO appeal_ended_change (district, town, day, state, unit, about_district, about_unit, n)
        VALUES (NEW.district, coalesce(NEW.town, ''), NEW.ended_on, NEW.state, coalesce(NEW.accountable_unit, ''),
            coalesce(NEW.about_district, ''), coalesce(NEW.about_unit, ''), 1);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER appeal_ends BEFORE UPDATE ON appeal FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state AND NOT (OLD.open AND NEW.open)) EXECUTE FUNCTION appeal_ends();

-- after the trigger: it waits for who closes an appeal now, and nobody closes one meanwhile
INSERT INTO appeal_ended_day (district, town, day, state, unit, about_district, about_unit, n)
SELECT district, coalesce(town, ''), (coalesce(closed_at, recorded_at) AT TIME ZONE 'Asia/Shanghai')::date, state,
       coalesce(accountable_unit, ''), coalesce(about_district, ''), coalesce(about_unit, ''), count(*)
  FROM appeal WHERE NOT open GROUP BY 1, 2, 3, 4, 5, 6, 7;
