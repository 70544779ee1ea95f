-- What appeal-service asks of PostgreSQL for the measured requests, as ./suite bench statements shows it;
-- what the kit asks stands in service-kit.sql. A line that begins with "-- :" names the statement below it.

-- :categories
SELECT version, code, name_zh, name_en, time_class, rated, assumption FROM category WHERE version = (SELECT
max(version) FROM category WHERE valid_from <= ?) ORDER BY position

-- :number
SELECT next_appeal_number(?, ?)

-- :rule
SELECT id, division, unit_code, valid_from, assumption FROM dispatch_rule WHERE category = ? AND division = ANY (?)
AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY length(division) DESC, valid_from DESC, id DESC
LIMIT 1

-- :insert-appeal
insert into appeal (breached, city, category, category_version, time_class, policy_version, contact_key, contact_sealed,
district, division, title, description, remedy_sought, nature, urgency, source, source_system, external_id,
source_version, outer_due_at, appellant_kind, enterprise, enterprise_name, register_number, register_country,
submission_no, query_code_hash, project_id, project_no, submitted_by, received_at, received_reason, recorded_at,
handler_kind, class_id, accountable_unit, last_hash, log_version, next_due_at, no, open, accepted_at, round_began_at,
round_cause, closed_at, closed_by, contacted_at, dispatched_at, round_level, replied_at, signed_at,
signed_automatically, province, published_version, round, row_version, search_text, state, supervision_level, town,
version, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- :insert-assignment
insert into assignment (account, accountable_unit, appeal_id, assigned_at, class_id, ended_at, handler_kind, named_by,
round, seq, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- :insert-clock
insert into deadline_clock (appeal_id, assignment, state, due_at, provisional, calendar_version, next_fire_at,
next_level, family, met, outcome_due_at, outcome_provisional, outcome_calendar, answered_at, round, policy_version,
time_class, target_amount, target_unit, roll_forward, target_source, other_targets, started_at, type, unit_code, id)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- :appeal
select a1_0.id, a1_0.breached, a1_0.city, a1_0.category, a1_0.category_version, a1_0.time_class, a1_0.policy_version,
a1_0.contact_key, a1_0.contact_sealed, a1_0.district, a1_0.division, a1_0.title, a1_0.description, a1_0.remedy_sought,
a1_0.nature, a1_0.urgency, a1_0.source, a1_0.source_system, a1_0.external_id, a1_0.source_version, a1_0.outer_due_at,
a1_0.appellant_kind, a1_0.enterprise, a1_0.enterprise_name, a1_0.register_number, a1_0.register_country,
a1_0.submission_no, a1_0.query_code_hash, a1_0.project_id, a1_0.project_no, a1_0.submitted_by, a1_0.received_at,
a1_0.received_reason, a1_0.recorded_at, a1_0.handler_kind, a1_0.class_id, a1_0.accountable_unit, a1_0.last_hash,
a1_0.log_version, a1_0.next_due_at, a1_0.no, a1_0.open, a1_0.accepted_at, a1_0.round_began_at, a1_0.round_cause,
a1_0.closed_at, a1_0.closed_by, a1_0.contacted_at, a1_0.dispatched_at, a1_0.round_level, a1_0.replied_at,
a1_0.signed_at, a1_0.signed_automatically, a1_0.province, a1_0.published_version, a1_0.round, a1_0.row_version,
a1_0.search_text, a1_0.state, a1_0.supervision_level, a1_0.town, a1_0.version from appeal a1_0 where a1_0.id=?

-- :clocks
select c1_0.appeal_id, c1_0.id, c1_0.assignment, c1_0.state, c1_0.due_at, c1_0.provisional, c1_0.calendar_version,
c1_0.next_fire_at, c1_0.next_level, c1_0.family, c1_0.met, c1_0.outcome_due_at, c1_0.outcome_provisional,
c1_0.outcome_calendar, c1_0.answered_at, c1_0.round, c1_0.policy_version, c1_0.time_class, c1_0.target_amount,
c1_0.target_unit, c1_0.roll_forward, c1_0.target_source, c1_0.other_targets, c1_0.started_at, c1_0.type,
c1_0.unit_code from deadline_clock c1_0 where c1_0.appeal_id=? order by c1_0.id

-- :my-classes
SELECT class_id FROM known_special_class WHERE open AND leader = ? UNION SELECT class_id FROM known_special_class
WHERE open AND head = ? UNION SELECT c.class_id FROM known_class_member m JOIN known_special_class c USING (class_id)
WHERE m.account = ? AND c.open

-- :inbox
SELECT a.id, a.no, a.title, a.division, a.state, a.open, a.round, a.nature, a.category, a.urgency, a.time_class,
a.source, a.enterprise, a.enterprise_name, a.project_id, a.project_no, a.handler_kind, a.accountable_unit,
a.supervision_level, a.breached, a.received_at, a.next_due_at, a.contact_sealed, (SELECT k.key_sealed FROM data_key k
WHERE k.id = data_key_of(a.contact_sealed)) AS contact_data_key, a.version, a.inbox_due FROM appeal a WHERE a.open AND
a.accountable_unit = ? AND a.town = ? AND TRUE AND TRUE ORDER BY a.inbox_due ASC, a.id ASC LIMIT ?

-- :place
select a1_0.division from appeal a1_0 where a1_0.id=?

-- :appeal-for-change
select a1_0.id, a1_0.breached, a1_0.city, a1_0.category, a1_0.category_version, a1_0.time_class, a1_0.policy_version,
a1_0.contact_key, a1_0.contact_sealed, a1_0.district, a1_0.division, a1_0.title, a1_0.description, a1_0.remedy_sought,
a1_0.nature, a1_0.urgency, a1_0.source, a1_0.source_system, a1_0.external_id, a1_0.source_version, a1_0.outer_due_at,
a1_0.appellant_kind, a1_0.enterprise, a1_0.enterprise_name, a1_0.register_number, a1_0.register_country,
a1_0.submission_no, a1_0.query_code_hash, a1_0.project_id, a1_0.project_no, a1_0.submitted_by, a1_0.received_at,
a1_0.received_reason, a1_0.recorded_at, a1_0.handler_kind, a1_0.class_id, a1_0.accountable_unit, a1_0.last_hash,
a1_0.log_version, a1_0.next_due_at, a1_0.no, a1_0.open, a1_0.accepted_at, a1_0.round_began_at, a1_0.round_cause,
a1_0.closed_at, a1_0.closed_by, a1_0.contacted_at, a1_0.dispatched_at, a1_0.round_level, a1_0.replied_at,
a1_0.signed_at, a1_0.signed_automatically, a1_0.province, a1_0.published_version, a1_0.round, a1_0.row_version,
a1_0.search_text, a1_0.state, a1_0.supervision_level, a1_0.town, a1_0.version from appeal a1_0 where a1_0.id=? for no
key update of a1_0

-- :update-appeal
update appeal set breached=?, city=?, contact_key=?, contact_sealed=?, district=?, division=?, title=?, description=?,
nature=?, category=?, category_version=?, urgency=?, time_class=?, policy_version=?, source=?, source_system=?,
external_id=?, enterprise=?, project_id=?, project_no=?, submitted_by=?, received_at=?, received_reason=?,
recorded_at=?, handler_kind=?, class_id=?, accountable_unit=?, last_hash=?, log_version=?, next_due_at=?, no=?,
open=?, accepted_at=?, round_began_at=?, round_cause=?, closed_at=?, closed_by=?, contacted_at=?, dispatched_at=?,
round_level=?, replied_at=?, signed_at=?, signed_automatically=?, province=?, published_version=?, round=?,
row_version=?, search_text=?, state=?, supervision_level=?, town=?, version=? where id=? and row_version=?

-- :update-clock
update deadline_clock set appeal_id=?, state=?, due_at=?, provisional=?, calendar_version=?, next_fire_at=?,
next_level=?, met=?, outcome_due_at=?, outcome_provisional=?, outcome_calendar=?, answered_at=?, policy_version=?,
time_class=?, target_amount=?, target_unit=?, roll_forward=?, target_source=?, other_targets=? where id=?

-- :breaches
select b1_0.appeal_id, b1_0.clock_id, b1_0.accountable_unit, b1_0.due_at, b1_0.family, b1_0.provisional,
b1_0.recorded_at, b1_0.round, b1_0.type from breach b1_0 where b1_0.appeal_id=? order by b1_0.due_at
