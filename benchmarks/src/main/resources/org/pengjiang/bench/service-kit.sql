-- What the kit asks of PostgreSQL around every command and for every event, as ./suite bench statements shows it.
-- A line that begins with "-- :" names the statement below it.

-- :claim
SELECT pg_try_advisory_xact_lock(?)

-- :known-answer
SELECT request_hash, answer FROM idempotency WHERE request_id = ? AND recorded_at > now() - interval '48 hours'

-- :append
INSERT INTO event_log (form, id, type, audience, party, parties, subject_type, subject, subject_version,
published_version, aggregate_version, division, actor, actor_role, occurred_at, data, party_data, private_data,
trace_parent, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- :add-data-key
INSERT INTO data_key (id, owner, key_sealed) VALUES (?, ?, ?) ON CONFLICT (owner) WHERE key_sealed IS NOT NULL DO
NOTHING

-- :data-key
SELECT key_sealed FROM data_key WHERE id = ?

-- :forget-answer
DELETE FROM idempotency WHERE request_id = ?

-- :store-answer
INSERT INTO idempotency (request_id, request_hash, answer) VALUES (?, ?, ?)

-- :open-tasks
SELECT id, division, subject_type, subject, kind, item, arguments, account, roles, unit, party, except_accounts, link,
urgent, due_at, provisional, remind_at, opened_at, done_at, sort_at::text AS position FROM task WHERE subject = ? AND
done_at IS NULL

-- :open-task
INSERT INTO task (id, division, province, city, district, town, subject_type, subject, kind, item, arguments,
assignee, account, roles, unit, party, except_accounts, link, urgent, due_at, provisional, remind_at, reminded_at,
opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (subject, kind,
item, assignee) WHERE done_at IS NULL DO NOTHING

-- :notice
INSERT INTO notice (id, division, province, city, district, town, recipient_kind, recipient, cause, occasion, task,
subject_type, subject, kind, arguments, link, due_at, provisional, urgent, created_at, held_until, state, attempts,
next_attempt_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, now()) ON
CONFLICT ON CONSTRAINT notice_once DO NOTHING

-- :end-task
UPDATE task SET done_at = ?, done_by = ? WHERE id = ?
