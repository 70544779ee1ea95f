-- By itself, because V071 locks the table of the appeals.

-- A later round began with its first assignment. Its level is that of the log's row of this dispatch, or as it stands now.
UPDATE appeal
   SET round_described = round,
       round_cause = 'REWORK',
       round_began_at = (SELECT min(assigned_at) FROM assignment
                          WHERE assignment.appeal_id = appeal.id AND assignment.round = appeal.round),
       round_level = coalesce((SELECT (l.data::json ->> 'supervisionLevel')::integer FROM event_log l
                                WHERE l.subject = appeal.id AND l.type = 'appeal.dispatched.v1'
                                  AND (l.data::json ->> 'round')::integer = appeal.round
                                ORDER BY l.subject_version LIMIT 1), supervision_level)
 WHERE round > 1;

-- Rounds before the present one, from what is kept of them: the assignments, the clock to sign by, the contacts and the replies. Who was
-- signed for by itself has a clock that was answered exactly at its due and missed. The level is that of the log, or the least that it
-- can have been.
INSERT INTO appeal_round (appeal_id, round, cause, level, unit_code, began_at, accepted_at, dispatched_at, signed_at,
       signed_automatically, contacted_at, replied_at, ended_at, result, contact_minutes, reply_minutes, end_minutes)
SELECT id, round, cause, level, unit_code, began_at, accepted_at, dispatched_at, signed_at, signed_automatically, contacted_at,
       replied_at, ended_at, 'REWORK', floor(extract(epoch FROM contacted_at - began_at) / 60),
       floor(extract(epoch FROM replied_at - began_at) / 60), floor(extract(epoch FROM ended_at - began_at) / 60)
  FROM (SELECT a.id, turn.round, CASE turn.round WHEN 1 THEN 'FILED' ELSE 'REWORK' END AS cause,
               CASE turn.round WHEN 1 THEN 0 ELSE coalesce((SELECT (l.data::json ->> 'supervisionLevel')::integer FROM event_log l
                    WHERE l.subject = a.id AND l.type = 'appeal.dispatched.v1' AND (l.data::json ->> 'round')::integer = turn.round
                    ORDER BY l.subject_version LIMIT 1), turn.round - 1) END AS level,
               turn.unit_code, CASE turn.round WHEN 1 THEN a.received_at ELSE turn.began END AS began_at,
               CASE turn.round WHEN 1 THEN a.accepted_at END AS accepted_at, turn.began AS dispatched_at,
               sign.answered_at AS signed_at,
               coalesce(sign.answered_at = sign.outcome_due_at AND NOT sign.met, false) AS signed_automatically,
               (SELECT min(recorded_at) FROM contact_attempt c
                 WHERE c.appeal_id = a.id AND c.round = turn.round AND c.verified) AS contacted_at,
               (SELECT max(judged_at) FROM reply r
                 WHERE r.appeal_id = a.id AND r.round = turn.round AND r.status = 'DELIVERED') AS replied_at,
               turn.ended AS ended_at
          FROM appeal a
          JOIN (SELECT appeal_id, round, min(assigned_at) AS began, (array_agg(accountable_unit ORDER BY seq DESC))[1] AS unit_code,
                       lead(min(assigned_at)) OVER (PARTITION BY appeal_id ORDER BY round) AS ended
                  FROM assignment GROUP BY appeal_id, round) AS turn ON turn.appeal_id = a.id AND turn.round < a.round
          LEFT JOIN LATERAL (SELECT answered_at, outcome_due_at, met FROM deadline_clock c
                              WHERE c.appeal_id = a.id AND c.round = turn.round AND c.type = 'SIGN'
                              ORDER BY assignment DESC, c.turn DESC LIMIT 1) AS sign ON true
         WHERE a.round > 1) AS known
 WHERE ended_at IS NOT NULL;

-- The last round of what is closed.
INSERT INTO appeal_round (appeal_id, round, cause, level, unit_code, began_at, accepted_at, dispatched_at, signed_at,
       signed_automatically, contacted_at, replied_at, ended_at, result, closed_by, contact_minutes, reply_minutes, end_minutes)
SELECT id, round, round_cause, round_level, accountable_unit, coalesce(round_began_at, received_at),
       CASE round WHEN 1 THEN accepted_at END, dispatched_at, signed_at, signed_automatically, contacted_at, replied_at, closed_at,
       'CLOSED', closed_by, floor(extract(epoch FROM contacted_at - coalesce(round_began_at, received_at)) / 60),
       floor(extract(epoch FROM replied_at - coalesce(round_began_at, received_at)) / 60),
       floor(extract(epoch FROM closed_at - coalesce(round_began_at, received_at)) / 60)
  FROM appeal WHERE state = 'CLOSED' AND closed_at IS NOT NULL;
