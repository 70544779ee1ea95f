-- What only the district can decide: data with version and effective date, shipped with defaults that say they are
-- assumptions. A version once in force is never edited; a change is a new version with a later effective date.

CREATE TABLE setting (
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
  name text NOT NULL,
  CONSTRAINT setting_name_unique UNIQUE (district, name)
);

-- setting_id is null for the shipped defaults, which hold for every district that has decided nothing.
CREATE TABLE setting_version (
  name text NOT NULL,
  setting_id uuid REFERENCES setting (id),
  number integer NOT NULL,
  effective_from date NOT NULL,
  value text NOT NULL CONSTRAINT setting_value_object CHECK (json_typeof(value::json) = 'object'),
  assumption boolean NOT NULL,
  source text NOT NULL,
  CONSTRAINT setting_version_number UNIQUE NULLS NOT DISTINCT (name, setting_id, number)
);

INSERT INTO setting_version (name, setting_id, number, effective_from, value, assumption, source) VALUES
('counting-rules', NULL, 1, '2000-01-01',
 '{"excludedTags":["REAL_ESTATE","RETAIL_CATERING","BRANCH_OUTLET","RESOURCE_EXTRACTION","PUBLIC_MONEY","RELOCATION_INSIDE","LOCAL_CAPITAL"],"excludedKinds":[],"minimumYuan":"0.00","expansionCountsFromYuan":"100000000.00","terminationTakesEarlierYears":false}',
 true, 'Usual exclusions of published assessment rules; no rule of the district was found.'),
('cut-off', NULL, 1, '2000-01-01',
 '{"lastDayOfNextMonth":5}',
 true, 'What is recorded up to the end of the 5th of the next month counts for the month.'),
('lights', NULL, 1, '2000-01-01',
 '{"mode":"RATIO","greenFrom":"1.00","yellowFrom":"0.70","yellowFromPoints":"-30"}',
 true, 'Ratio: up to 30 percent below the plan is yellow, more is red.'),
('splits', NULL, 1, '2000-01-01',
 '{"one":[10000],"originatorAndHost":[5000,5000],"originatorHostAssist":[4000,4000,2000],"unknownTeamToHost":true}',
 true, 'Only the split 5:5 has a published source.'),
('weights', NULL, 1, '2000-01-01',
 '{"SIGNED_AMOUNT":2000,"COUNT_100M":1500,"COUNT_1BN":1000,"REGISTERED_COUNT":1000,"START_RATE":2000,"PRODUCTION_COUNT":1500,"FUNDS":1000}',
 true, 'In the range of published assessment rules.'),
('line-defaults', NULL, 1, '2000-01-01',
 '{"curve":"LINEAR_MONTH","cap":"1.00","ratioMinimumProjects":3}',
 true, 'Completed months over twelve is the district''s own practice; the cap and the smallest denominator are assumed.'),
('bonus-and-deductions', NULL, 1, '2000-01-01',
 '{"bonusMaximum":"10","overdueNotStarted":"1","falsified":"2","missingReport":"1"}',
 true, 'Scaled from a published score sheet.');

GRANT SELECT, INSERT, UPDATE ON setting TO ${app};
GRANT SELECT, INSERT ON setting_version TO ${app};
