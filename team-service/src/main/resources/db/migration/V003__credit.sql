-- The credit ledger. credit_entry holds the teams' lines, credit_total the district's, summed from the events without
-- splitting: two ways to the same figure. Both are append only. credit_day is their rollup for boards.

CREATE TABLE credit_period (
  district text NOT NULL,
  period date NOT NULL CONSTRAINT credit_period_is_month CHECK (extract(day FROM period) = 1),
  cut_off_at timestamptz NOT NULL,
  locked_at timestamptz,
  PRIMARY KEY (district, period)
);

CREATE TABLE credited_project (
  project_id uuid PRIMARY KEY,
  project_no text NOT NULL,
  division text NOT NULL,
  district text NOT NULL,
  standing text,
  signed_on date,
  band text NOT NULL,
  terminated_on date
);
CREATE INDEX credited_project_by_district ON credited_project (district, project_no);

CREATE TABLE credited_share (
  project_id uuid NOT NULL REFERENCES credited_project (project_id),
  ruling integer NOT NULL,
  valid_from date NOT NULL,
  team_id uuid NOT NULL REFERENCES team (id),
  team_code text NOT NULL,
  role text NOT NULL,
  basis_points integer NOT NULL CONSTRAINT credited_share_range CHECK (basis_points BETWEEN 0 AND 10000),
  overlay boolean NOT NULL,
  PRIMARY KEY (project_id, ruling, team_id, role, overlay)
);

CREATE TABLE credit_entry (
  seq bigint GENERATED ALWAYS AS IDENTITY,
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL,
  project_id uuid NOT NULL REFERENCES credited_project (project_id),
  district text NOT NULL,
  team_id uuid NOT NULL REFERENCES team (id),
  metric text NOT NULL,
  period date NOT NULL,
  effective_on date NOT NULL,
  earned_on date NOT NULL,
  quantity numeric(20, 4) NOT NULL,
  unit text NOT NULL,
  kind text NOT NULL CONSTRAINT credit_entry_kind CHECK (kind IN ('EARN', 'ADJUST', 'REVERSE')),
  cause text NOT NULL,
  historical boolean NOT NULL,
  band text NOT NULL,
  manufacturing boolean NOT NULL,
  chain text NOT NULL,
  tags text[] NOT NULL,
  rule_version integer NOT NULL,
  reversal_of uuid REFERENCES credit_entry (id),
  CONSTRAINT credit_entry_in_period CHECK (period = date_trunc('month', effective_on)::date),
  CONSTRAINT credit_entry_reverses CHECK ((kind = 'REVERSE') = (reversal_of IS NOT NULL)),
  CONSTRAINT credit_entry_reversed_once UNIQUE (reversal_of),
  CONSTRAINT credit_entry_once UNIQUE NULLS NOT DISTINCT (event_id, team_id, metric, kind, period, reversal_of)
);
CREATE INDEX credit_entry_of_project ON credit_entry (project_id, seq);
CREATE INDEX credit_entry_of_team ON credit_entry (team_id, effective_on, seq);

CREATE TABLE credit_total (
  seq bigint GENERATED ALWAYS AS IDENTITY,
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL,
  project_id uuid NOT NULL REFERENCES credited_project (project_id),
  district text NOT NULL,
  metric text NOT NULL,
  period date NOT NULL,
  effective_on date NOT NULL,
  earned_on date NOT NULL,
  quantity numeric(20, 4) NOT NULL,
  unit text NOT NULL,
  kind text NOT NULL CONSTRAINT credit_total_kind CHECK (kind IN ('EARN', 'ADJUST', 'REVERSE')),
  cause text NOT NULL,
  historical boolean NOT NULL,
  band text NOT NULL,
  manufacturing boolean NOT NULL,
  chain text NOT NULL,
  tags text[] NOT NULL,
  rule_version integer NOT NULL,
  reversal_of uuid REFERENCES credit_total (id),
  CONSTRAINT credit_total_in_period CHECK (period = date_trunc('month', effective_on)::date),
  CONSTRAINT credit_total_reverses CHECK ((kind = 'REVERSE') = (reversal_of IS NOT NULL)),
  CONSTRAINT credit_total_reversed_once UNIQUE (reversal_of),
  CONSTRAINT credit_total_once UNIQUE NULLS NOT DISTINCT (event_id, metric, kind, period, reversal_of)
);
CREATE INDEX credit_total_of_project ON credit_total (project_id, seq);
CREATE INDEX credit_total_of_district ON credit_total (district, effective_on, seq);

-- One row per holder, day, metric and set of traits; the holder of the district's own rows is the nil uuid.
CREATE TABLE credit_day (
  district text NOT NULL,
  day date NOT NULL,
  holder uuid NOT NULL,
  metric text NOT NULL,
  band text NOT NULL,
  manufacturing boolean NOT NULL,
  chain text NOT NULL,
  tags text[] NOT NULL,
  historical boolean NOT NULL,
  quantity numeric(24, 4) NOT NULL,
  PRIMARY KEY (district, day, holder, metric, band, manufacturing, chain, tags, historical)
);

-- Facts that earned nothing or not everything, with the reason, so that "why does it not count" has an answer.
CREATE TABLE uncounted_fact (
  event_id uuid PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES credited_project (project_id),
  district text NOT NULL,
  business_date date NOT NULL,
  reason text NOT NULL
);
CREATE INDEX uncounted_fact_by_district ON uncounted_fact (district, business_date);

GRANT SELECT, INSERT ON credit_period, credited_share, credit_entry, credit_total, uncounted_fact TO ${app};
GRANT SELECT, INSERT, UPDATE ON credited_project, credit_day TO ${app};
