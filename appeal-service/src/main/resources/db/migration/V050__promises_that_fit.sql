-- Days are whole days: units that the release before does not know. Its replicas go on reading "unit" and "target_unit", which hold
-- the unit that comes nearest; where "exact_unit" stands, it counts.
ALTER TABLE time_target ADD COLUMN exact_unit text CONSTRAINT time_target_exact_unit CHECK (exact_unit IN
    ('NATURAL_DAYS_END', 'NATURAL_DAYS_MIDNIGHT'));
ALTER TABLE deadline_clock ADD COLUMN exact_unit text CONSTRAINT deadline_clock_exact_unit CHECK (exact_unit IN
    ('NATURAL_DAYS_END', 'NATURAL_DAYS_MIDNIGHT'));
-- the harder promise whose target binds, because the own ones would be due later
ALTER TABLE deadline_clock ADD COLUMN cut_to text CONSTRAINT deadline_clock_cut_to CHECK (cut_to IN ('RESOLVE', 'LIMIT'));
-- where the harder promise stood when a calendar changed: the due is not moved past it
ALTER TABLE due_revision ADD COLUMN latest_due_at timestamptz;

-- For what is received from 1 December 2026 on. What was received before keeps the policy and the promises it was given.
INSERT INTO time_policy (version, valid_from, note, assumption) VALUES
    ('PJ-2026-12', '2026-12-01', '60 minutes / 24 hours / 7 days as Jiangmen has promised, in whole days and under the ceilings of the province; the steps of the offices fit into the first contact; not confirmed by the district', true);

INSERT INTO time_target (policy_version, time_class, clock, category, position, amount, unit, exact_unit, roll_forward, source) VALUES
    ('PJ-2026-12', 'P0', 'ACCEPT',     '', 1,    5, 'NATURAL_MINUTES',  NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P0', 'DISPATCH',   '', 1,    5, 'NATURAL_MINUTES',  NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P0', 'SIGN',       '', 1,    5, 'NATURAL_MINUTES',  NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P0', 'CONTACT',    '', 1,   30, 'NATURAL_MINUTES',  NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P0', 'PLAN',       '', 1,  120, 'NATURAL_MINUTES',  NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P0', 'RESOLVE',    '', 1, 1440, 'NATURAL_MINUTES',  NULL, false, 'Jiangmen: solution in 24 hours'),
    ('PJ-2026-12', 'P0', 'LIMIT',      '', 1, 1440, 'NATURAL_MINUTES',  NULL, false, 'Jiangmen: solution in 24 hours'),
    ('PJ-2026-12', 'P1', 'ACCEPT',     '', 1,   10, 'NATURAL_MINUTES',  NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P1', 'DISPATCH',   '', 1,   10, 'NATURAL_MINUTES',  NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P1', 'SIGN',       '', 1,   15, 'NATURAL_MINUTES',  NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P1', 'CONTACT',    '', 1,   60, 'NATURAL_MINUTES',  NULL, false, 'Jiangmen: contact in 60 minutes'),
    ('PJ-2026-12', 'P1', 'PLAN',       '', 1,  240, 'NATURAL_MINUTES',  NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P1', 'RESOLVE',    '', 1, 1440, 'NATURAL_MINUTES',  NULL, false, 'Jiangmen: solution in 24 hours'),
    ('PJ-2026-12', 'P1', 'LIMIT',      '', 1, 2880, 'NATURAL_MINUTES',  NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P2', 'RESOLVE',    '', 1,    1, 'WORKING_DAYS_END', NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P2', 'LIMIT',      '', 1,    2, 'WORKING_DAYS_END', NULL, false, 'Guangdong: consultation in 2 working days'),
    ('PJ-2026-12', 'P3', 'PLAN',       '', 1,    1, 'WORKING_DAYS_END', NULL, false, 'Jiangmen: solution in 24 hours'),
    ('PJ-2026-12', 'P3', 'RESOLVE',    '', 1,    4, 'WORKING_DAYS_END', NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P3', 'LIMIT',      '', 1,    7, 'NATURAL_DAYS', 'NATURAL_DAYS_END', true, 'Jiangmen: closed in 7 days'),
    ('PJ-2026-12', 'P3', 'LIMIT',      '', 2,   10, 'WORKING_DAYS_END', NULL, false, 'Guangdong: help and suggestions in 10 working days'),
    ('PJ-2026-12', 'P4', 'PLAN',       '', 1,    3, 'WORKING_DAYS_END', NULL, false, 'district, proposed'),
    ('PJ-2026-12', 'P4', 'RESOLVE',    '', 1,   15, 'NATURAL_DAYS', 'NATURAL_DAYS_END', true, 'as Beijing does it'),
    ('PJ-2026-12', 'P4', 'LIMIT',      '', 1,   15, 'WORKING_DAYS_END', NULL, false, 'Guangdong: complaints in 15 working days'),
    ('PJ-2026-12', 'S',  'RESOLVE',    '', 1,   60, 'WORKING_DAYS_END', NULL, false, 'complaints of foreign-invested enterprises'),
    ('PJ-2026-12', 'S',  'LIMIT',      '', 1,   60, 'WORKING_DAYS_END', NULL, false, 'complaints of foreign-invested enterprises'),
    ('PJ-2026-12', 'S',  'RESOLVE', 'C04', 1,   10, 'WORKING_DAYS_END', NULL, false, 'arrears owed to small and medium enterprises'),
    ('PJ-2026-12', 'S',  'LIMIT',   'C04', 1,   10, 'WORKING_DAYS_END', NULL, false, 'arrears owed to small and medium enterprises');

INSERT INTO time_target (policy_version, time_class, clock, category, position, amount, unit, roll_forward, source)
SELECT 'PJ-2026-12', time_class, step.clock, '', 1, step.minutes, 'WORKING_MINUTES', false, step.source
FROM unnest('{P2,P3,P4,S}'::text[]) AS time_class,
     (VALUES ('ACCEPT', 10, 'district, proposed'), ('DISPATCH', 10, 'district, proposed'), ('SIGN', 30, 'district, proposed'),
             ('CONTACT', 60, 'Jiangmen: contact in 60 minutes'), ('REVIEW', 240, 'district, proposed')) AS step (clock, minutes, source);

INSERT INTO time_target (policy_version, time_class, clock, category, position, amount, unit, roll_forward, source)
SELECT 'PJ-2026-12', time_class, 'REVIEW', '', 1, 240, 'NATURAL_MINUTES', false, 'district, proposed'
FROM unnest('{P0,P1}'::text[]) AS time_class;

INSERT INTO time_target (policy_version, time_class, clock, category, position, amount, unit, exact_unit, roll_forward, source)
SELECT 'PJ-2026-12', time_class, 'EVALUATION', '', 1, 7, 'NATURAL_DAYS', 'NATURAL_DAYS_MIDNIGHT', false, 'Guangdong: seven days to rate'
FROM unnest('{P0,P1,P2,P3,P4,S}'::text[]) AS time_class;
