-- What happens by and by while nobody answers a clock. Up to the due a rung stands at a percentage of the time (level 1 to 100), after
-- it at a time after the due (level above 100, in the order in which the rungs come). "time_class" is empty for every class that has no
-- rungs of its own for the clock.
CREATE TABLE escalation_rung (
    policy_version text    NOT NULL CONSTRAINT escalation_rung_policy REFERENCES time_policy,
    time_class     text    NOT NULL CONSTRAINT escalation_rung_class CHECK (time_class IN ('', 'P0', 'P1', 'P2', 'P3', 'P4', 'S')),
    clock          text    NOT NULL,
    level          integer NOT NULL CONSTRAINT escalation_rung_level CHECK (level > 0),
    after_amount   bigint,
    after_unit     text    CONSTRAINT escalation_rung_unit CHECK (after_unit IN
                       ('NATURAL_MINUTES', 'NATURAL_DAYS', 'NATURAL_DAYS_END', 'NATURAL_DAYS_MIDNIGHT', 'WORKING_MINUTES', 'WORKING_DAYS_END')),
    tells          text[]  NOT NULL CONSTRAINT escalation_rung_tells CHECK (tells <@ '{RESPONSIBLE,HEAD,SUPERVISOR,LEADER}'),
    raise_by       integer NOT NULL CONSTRAINT escalation_rung_by CHECK (raise_by BETWEEN 0 AND 4),
    raise_to       integer NOT NULL CONSTRAINT escalation_rung_to CHECK (raise_to BETWEEN 0 AND 4),
    CONSTRAINT escalation_rung_pk PRIMARY KEY (policy_version, time_class, clock, level),
    CONSTRAINT escalation_rung_after CHECK ((level > 100) = (after_amount IS NOT NULL) AND (level > 100) = (after_unit IS NOT NULL))
);
GRANT SELECT, INSERT ON escalation_rung TO ${app};

-- The same for every policy: supervision is no promise that was given.
INSERT INTO escalation_rung (policy_version, time_class, clock, level, after_amount, after_unit, tells, raise_by, raise_to)
SELECT version, rung.time_class, rung.clock, rung.level, rung.days, CASE WHEN rung.days IS NOT NULL THEN 'WORKING_DAYS_END' END,
       rung.tells::text[], rung.raise_by, rung.raise_to
FROM time_policy,
     (VALUES ('', 'CONTACT',  50, NULL::bigint, '{RESPONSIBLE}',      0, 0),
             ('', 'CONTACT',  80, NULL,         '{RESPONSIBLE,HEAD}', 0, 0),
             ('', 'CONTACT', 100, NULL,         '{HEAD,SUPERVISOR}',  0, 0),
             ('', 'RESOLVE',  50, NULL,         '{RESPONSIBLE}',      0, 0),
             ('', 'RESOLVE',  80, NULL,         '{RESPONSIBLE,HEAD}', 0, 0),
             ('', 'RESOLVE', 100, NULL,         '{HEAD,SUPERVISOR}',  0, 1),
             ('', 'RESOLVE', 101, 1,            '{HEAD}',             0, 0),
             ('', 'RESOLVE', 102, 3,            '{HEAD,SUPERVISOR}',  0, 2),
             ('', 'RESOLVE', 103, 5,            '{SUPERVISOR,LEADER}', 0, 3),
             ('', 'RESOLVE', 104, 10,           '{SUPERVISOR,LEADER}', 0, 4),
             ('', 'LIMIT',    50, NULL,         '{RESPONSIBLE}',      0, 0),
             ('', 'LIMIT',    80, NULL,         '{RESPONSIBLE,HEAD}', 0, 0),
             ('', 'LIMIT',   100, NULL,         '{HEAD,SUPERVISOR}',  1, 2)) AS rung (time_class, clock, level, days, tells, raise_by, raise_to);

INSERT INTO escalation_rung (policy_version, time_class, clock, level, tells, raise_by, raise_to)
SELECT policy_version, hard.time_class, clock, level, tells, raise_by, CASE WHEN level = 100 THEN 3 ELSE raise_to END
FROM escalation_rung, unnest('{P0,P1,S}'::text[]) AS hard (time_class)
WHERE clock = 'LIMIT' AND escalation_rung.time_class = '';

-- what the offices owe each other; an appeal that nobody signs for signs itself, which is nobody's task
INSERT INTO escalation_rung (policy_version, time_class, clock, level, tells, raise_by, raise_to)
SELECT version, '', step.clock, level, CASE WHEN level < 100 THEN '{RESPONSIBLE}' ELSE step.at_due END::text[], 0, 0
FROM time_policy, unnest('{50,80,100}'::integer[]) AS level,
     (VALUES ('ACCEPT', '{SUPERVISOR}'), ('DISPATCH', '{SUPERVISOR}'), ('SIGN', '{}'), ('PLAN', '{}'), ('REVIEW', '{SUPERVISOR}'))
         AS step (clock, at_due);

-- A missed clock goes on until it is answered.
ALTER TABLE clock_level DROP CONSTRAINT clock_level_level;
ALTER TABLE clock_level ADD CONSTRAINT clock_level_level CHECK (level > 0);
ALTER TABLE deadline_clock DROP CONSTRAINT deadline_clock_fire;
ALTER TABLE deadline_clock ADD CONSTRAINT deadline_clock_fire CHECK ((next_fire_at IS NULL) = (next_level IS NULL)
    AND (next_fire_at IS NULL OR state = 'RUNNING' OR (state = 'MISSED' AND answered_at IS NULL)));

-- Replies that are overdue already get the rungs after their due, each with the moment it was due at: a sweep looks at these clocks a
-- quarter of an hour from now, when no replica of the release before runs any more, which would take it for the due.
UPDATE deadline_clock c SET next_level = 100, next_fire_at = now() + interval '15 minutes'
WHERE type = 'RESOLVE' AND state = 'MISSED' AND answered_at IS NULL
  AND EXISTS (SELECT 1 FROM appeal a WHERE a.id = c.appeal_id AND a.open)
  AND NOT EXISTS (SELECT 1 FROM clock_segment s WHERE s.clock_id = c.id AND s.kind = 'STOP');
