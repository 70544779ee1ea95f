-- Organisation units, teams, and who leads them when.

CREATE TABLE unit (
  id uuid PRIMARY KEY,
  version bigint NOT NULL,
  log_version bigint NOT NULL,
  published_version bigint NOT NULL,
  last_hash bytea,
  division text NOT NULL,
  province text,
  city text,
  district text,
  town text,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CONSTRAINT unit_kind_known CHECK (kind IN ('TOWN', 'STREET', 'DEPARTMENT', 'PARK', 'OTHER')),
  CONSTRAINT unit_code_unique UNIQUE (district, code)
);
CREATE INDEX unit_by_district ON unit (district, code, id);

CREATE TABLE team (
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
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL
    CONSTRAINT team_kind_known CHECK (kind IN ('TOWN', 'STREET', 'DEPARTMENT', 'CHAIN', 'PARK', 'STATIONED')),
  group_name text NOT NULL,
  unit_code text,
  attached_leader text,
  chains text[] NOT NULL DEFAULT '{}',
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT team_code_unique UNIQUE (district, code),
  CONSTRAINT team_validity CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX team_by_town ON team (town, code, id);

-- History: a captaincy is closed, never overwritten, and responsibility follows the date.
CREATE TABLE captaincy (
  team_id uuid NOT NULL REFERENCES team (id),
  account text NOT NULL,
  name text NOT NULL,
  title text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT captaincy_validity CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT captaincy_one_from_a_day PRIMARY KEY (team_id, valid_from)
);

CREATE TABLE team_member (
  team_id uuid NOT NULL REFERENCES team (id),
  account text NOT NULL,
  name text NOT NULL,
  duty text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT team_member_validity CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT team_member_once_from_a_day PRIMARY KEY (team_id, account, valid_from)
);

GRANT SELECT, INSERT, UPDATE ON unit, team TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON captaincy, team_member TO ${app};
