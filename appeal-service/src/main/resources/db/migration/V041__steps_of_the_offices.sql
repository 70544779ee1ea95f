-- The clocks of what the offices owe each other: to accept, to dispatch, to sign, to review.

INSERT INTO time_target (policy_version, time_class, clock, category, position, amount, unit, roll_forward, source)
SELECT 'PJ-2026', time_class, 'REVIEW', '', 1, 240,
       CASE WHEN time_class IN ('P0', 'P1') THEN 'NATURAL_MINUTES' ELSE 'WORKING_MINUTES' END, false, 'district, proposed'
FROM unnest('{P0,P1,P2,P3,P4,S}'::text[]) AS time_class;

-- a reply that is sent back and drafted again is reviewed again, within a clock of its own
ALTER TABLE deadline_clock ADD COLUMN turn integer NOT NULL DEFAULT 0;
ALTER TABLE deadline_clock DROP CONSTRAINT deadline_clock_one;
ALTER TABLE deadline_clock ADD CONSTRAINT deadline_clock_one UNIQUE (appeal_id, round, type, assignment, turn);

-- it says now that a promise to the enterprise was broken; what the offices owe each other stands in breach
COMMENT ON COLUMN appeal.breached IS 'a clock of the enterprise, of any round, has passed its due unanswered';
UPDATE appeal SET breached = false
WHERE breached AND NOT EXISTS (SELECT 1 FROM breach WHERE breach.appeal_id = appeal.id AND breach.family = 'ENTERPRISE');
