-- How units handle appeals. unit_appeal_entry says what was counted for whom and when, append only; unit_appeal_month is its
-- rollup by month, unit_appeal_open how many are open at a unit now, kept by differences of handled_appeal.

CREATE TABLE handled_appeal (
  appeal_id uuid PRIMARY KEY,
  district text NOT NULL,
  unit_code text,
  open boolean NOT NULL
);
CREATE INDEX handled_appeal_open ON handled_appeal (district, unit_code) WHERE open AND unit_code IS NOT NULL;

CREATE TABLE unit_appeal_entry (
  appeal_id uuid NOT NULL,
  round integer NOT NULL,
  unit_code text NOT NULL,
  fact text NOT NULL,
  figure text NOT NULL,
  event_id uuid NOT NULL,
  district text NOT NULL,
  month date NOT NULL CONSTRAINT unit_appeal_entry_is_month CHECK (extract(day FROM month) = 1),
  quantity bigint NOT NULL CONSTRAINT unit_appeal_entry_positive CHECK (quantity > 0),
  CONSTRAINT unit_appeal_entry_once PRIMARY KEY (appeal_id, round, unit_code, fact, figure)
);
CREATE INDEX unit_appeal_entry_of_unit ON unit_appeal_entry (district, unit_code, month);

CREATE TABLE unit_appeal_month (
  district text NOT NULL,
  unit_code text NOT NULL,
  month date NOT NULL,
  figure text NOT NULL,
  quantity bigint NOT NULL,
  PRIMARY KEY (district, unit_code, month, figure)
);

CREATE TABLE unit_appeal_open (
  district text NOT NULL,
  unit_code text NOT NULL,
  open_appeals bigint NOT NULL CONSTRAINT unit_appeal_open_counted CHECK (open_appeals >= 0),
  PRIMARY KEY (district, unit_code)
);

GRANT SELECT, INSERT ON unit_appeal_entry TO ${app};
GRANT SELECT, INSERT, UPDATE ON handled_appeal, unit_appeal_month, unit_appeal_open TO ${app};
