-- Signed pledges. Each version is a row of its own; a signed one and its lines never change again.

CREATE TABLE pledge (
  id uuid PRIMARY KEY,
  version bigint NOT NULL,
  log_version bigint NOT NULL,
  published_version bigint NOT NULL,
  last_hash bytea,
  division text NOT NULL,
  province text,
  city text,
  district text NOT NULL,
  town text,
  team_id uuid NOT NULL CONSTRAINT pledge_team_known REFERENCES team (id),
  team_code text NOT NULL,
  year integer NOT NULL CONSTRAINT pledge_year_plausible CHECK (year BETWEEN 2000 AND 2100),
  number integer NOT NULL,
  status text NOT NULL
    CONSTRAINT pledge_status_known CHECK (status IN ('DRAFT', 'ISSUED', 'SIGNED', 'AMENDED', 'CLOSED')),
  resolution_no text,
  document_hash text,
  issued_on date,
  signed_on date,
  signed_at timestamptz,
  signed_by text,
  superseded_on date,
  CONSTRAINT pledge_number_unique UNIQUE (team_id, year, number),
  CONSTRAINT pledge_amendment_resolved CHECK (number = 1 OR resolution_no IS NOT NULL),
  CONSTRAINT pledge_signature_whole CHECK (
    status NOT IN ('SIGNED', 'AMENDED')
    OR (document_hash IS NOT NULL AND signed_on IS NOT NULL AND signed_at IS NOT NULL AND signed_by IS NOT NULL))
);
CREATE UNIQUE INDEX pledge_one_open ON pledge (team_id, year) WHERE status IN ('DRAFT', 'ISSUED');
CREATE INDEX pledge_by_year ON pledge (district, year, team_code, number);

CREATE TABLE target_line (
  pledge_id uuid NOT NULL REFERENCES pledge (id),
  position integer NOT NULL,
  metric text NOT NULL,
  line_kind text NOT NULL,
  min_band text,
  manufacturing boolean,
  chain text,
  tag text,
  target numeric(20, 4) NOT NULL CONSTRAINT target_line_not_negative CHECK (target >= 0),
  unit text NOT NULL,
  weight integer NOT NULL CONSTRAINT target_line_weight CHECK (weight BETWEEN 0 AND 10000),
  cap numeric(4, 2) NOT NULL,
  curve text NOT NULL,
  custom_curve integer[],
  stretch numeric(20, 4),
  PRIMARY KEY (pledge_id, position)
);

-- The application says so first and with a better sentence; this is for everything that is not the application.
CREATE FUNCTION keep_signed_pledge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('SIGNED', 'AMENDED', 'CLOSED') AND (
       NEW.status NOT IN ('SIGNED', 'AMENDED', 'CLOSED')
       OR (NEW.team_id, NEW.year, NEW.number, NEW.resolution_no, NEW.document_hash, NEW.signed_on, NEW.signed_by)
          IS DISTINCT FROM
          (OLD.team_id, OLD.year, OLD.number, OLD.resolution_no, OLD.document_hash, OLD.signed_on, OLD.signed_by)) THEN
    RAISE EXCEPTION 'a signed pledge does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pledge_signed BEFORE UPDATE ON pledge FOR EACH ROW EXECUTE FUNCTION keep_signed_pledge();

CREATE FUNCTION keep_signed_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line target_line := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF EXISTS (SELECT FROM pledge WHERE id = line.pledge_id AND status IN ('SIGNED', 'AMENDED', 'CLOSED')) THEN
    RAISE EXCEPTION 'the lines of a signed pledge do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER target_line_signed BEFORE INSERT OR UPDATE OR DELETE ON target_line
  FOR EACH ROW EXECUTE FUNCTION keep_signed_line();

GRANT SELECT, INSERT, UPDATE ON pledge TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON target_line TO ${app};
