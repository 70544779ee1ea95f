-- The clock of the decision that somebody has to take after the third bad rating.
ALTER TABLE deadline_clock DROP CONSTRAINT deadline_clock_type;
ALTER TABLE deadline_clock ADD CONSTRAINT deadline_clock_type CHECK (type IN
    ('CONTACT', 'RESOLVE', 'LIMIT', 'ACCEPT', 'DISPATCH', 'SIGN', 'PLAN', 'REVIEW', 'DECISION', 'EVALUATION'));

INSERT INTO time_target (policy_version, time_class, clock, category, position, amount, unit, roll_forward, source)
SELECT version, time_class, 'DECISION', '', 1,
       CASE WHEN time_class IN ('P0', 'P1') THEN 1440 ELSE 5 END,
       CASE WHEN time_class IN ('P0', 'P1') THEN 'NATURAL_MINUTES' ELSE 'WORKING_DAYS_END' END, false, 'district, proposed'
FROM time_policy, unnest('{P0,P1,P2,P3,P4,S}'::text[]) AS time_class;
