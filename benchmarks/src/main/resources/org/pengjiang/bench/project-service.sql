-- What project-service asks of PostgreSQL for the measured requests, as ./suite bench statements shows it;
-- what the kit asks stands in service-kit.sql. A line that begins with "-- :" names the statement below it.

-- :chains
SELECT version, code, tier, name_zh, name_en, prefixes, valid_from, document_no, assumption FROM chain WHERE version =
(SELECT max(version) FROM chain WHERE valid_from <= ?) ORDER BY position

-- :investor
select i1_0.id, i1_0.city, i1_0.country, i1_0.district, i1_0.division, i1_0.id_key, i1_0.id_no, i1_0.id_sealed,
i1_0.id_type, i1_0.key_form, i1_0.last_hash, i1_0.log_version, i1_0.name, i1_0.name_sealed, i1_0.normalised_name,
i1_0.not_yet_registered, i1_0.approval_id, i1_0.override_reason, i1_0.province,
i1_0.published_version, i1_0.row_version, i1_0.tags, i1_0.town, i1_0.version from investor i1_0 where i1_0.id = any (?)

-- :number
SELECT next_project_number(?, ?)

-- :insert-project
insert into project (agreement_amount_yuan, breached_appeals, city, condition, contact_key, contact_sealed,
chain_version, confidentiality, increment_yuan, chain_code, chain_role, industry_code, industry_edition, kind,
land_mode, land_area_m2, floor_area_m2, plot_ratio, park, lon, lat, crs, manufacturing, planned_total_yuan,
planned_fixed_yuan, planned_equipment_yuan, registered_capital_yuan, foreign_currency, foreign_amount, foreign_rate,
foreign_rate_date, name, source_type, referrer, site_needs, help_needed, peak_output_yuan, peak_tax_yuan, peak_year,
jobs, energy_tce, water_m3, power_kva, gas_m3, parent_project_id, planned_sign_on, planned_register_on,
planned_start_on, planned_complete_on, planned_produce_on, planned_target_on, separate_filing_code, district, division,
external_id, historical, last_hash, log_version, no, open_appeals, province, published_version, registered_at,
registered_by, requests, row_version, search_text, share_sets, stage, stage_entered_on, threshold_version, town,
transitions, version, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
?, ?, ?, ?, ?, ?, ?)

-- :update-project
update project set agreement_amount_yuan=?, breached_appeals=?, city=?, condition=?, contact_key=?, contact_sealed=?,
chain_version=?, confidentiality=?, increment_yuan=?, chain_code=?, chain_role=?, industry_code=?, industry_edition=?,
kind=?, land_mode=?, land_area_m2=?, floor_area_m2=?, plot_ratio=?, park=?, lon=?, lat=?, crs=?, manufacturing=?,
planned_total_yuan=?, planned_fixed_yuan=?, planned_equipment_yuan=?, registered_capital_yuan=?, foreign_currency=?,
foreign_amount=?, foreign_rate=?, foreign_rate_date=?, name=?, source_type=?, referrer=?, site_needs=?, help_needed=?,
peak_output_yuan=?, peak_tax_yuan=?, peak_year=?, jobs=?, energy_tce=?, water_m3=?, power_kva=?, gas_m3=?,
parent_project_id=?, planned_sign_on=?, planned_register_on=?, planned_start_on=?, planned_complete_on=?,
planned_produce_on=?, planned_target_on=?, separate_filing_code=?, district=?, division=?, external_id=?, historical=?,
last_hash=?, log_version=?, no=?, open_appeals=?, province=?, published_version=?, registered_at=?, registered_by=?,
requests=?, row_version=?, search_text=?, share_sets=?, stage=?, stage_entered_on=?, threshold_version=?, town=?,
transitions=?, version=? where id=? and row_version=?

-- :insert-project-investor
insert into project_investor (project_id, position, investor_id, share_bp, controller) values (?, ?, ?, ?, ?)

-- :insert-project-tag
insert into project_tag (project_id, tag, reason) values (?, ?, ?)

-- :project
select ip1_0.id, ip1_0.agreement_amount_yuan, ip1_0.breached_appeals, ip1_0.city, ip1_0.condition, ip1_0.contact_key,
ip1_0.contact_sealed, ip1_0.chain_version, ip1_0.confidentiality, ip1_0.increment_yuan, ip1_0.chain_code,
ip1_0.chain_role, ip1_0.industry_code, ip1_0.industry_edition, ip1_0.kind, ip1_0.land_mode, ip1_0.land_area_m2,
ip1_0.floor_area_m2, ip1_0.plot_ratio, ip1_0.park, ip1_0.lon, ip1_0.lat, ip1_0.crs, ip1_0.manufacturing,
ip1_0.planned_total_yuan, ip1_0.planned_fixed_yuan, ip1_0.planned_equipment_yuan, ip1_0.registered_capital_yuan,
ip1_0.foreign_currency, ip1_0.foreign_amount, ip1_0.foreign_rate, ip1_0.foreign_rate_date, ip1_0.name,
ip1_0.source_type, ip1_0.referrer, ip1_0.site_needs, ip1_0.help_needed, ip1_0.peak_output_yuan, ip1_0.peak_tax_yuan,
ip1_0.peak_year, ip1_0.jobs, ip1_0.energy_tce, ip1_0.water_m3, ip1_0.power_kva, ip1_0.gas_m3, ip1_0.parent_project_id,
ip1_0.planned_sign_on, ip1_0.planned_register_on, ip1_0.planned_start_on, ip1_0.planned_complete_on,
ip1_0.planned_produce_on, ip1_0.planned_target_on, ip1_0.separate_filing_code, ip1_0.district, ip1_0.division,
ip1_0.external_id, ip1_0.historical, ip1_0.last_hash, ip1_0.log_version, ip1_0.no, ip1_0.open_appeals, ip1_0.province,
ip1_0.published_version, ip1_0.registered_at, ip1_0.registered_by, ip1_0.requests, ip1_0.row_version,
ip1_0.search_text, ip1_0.share_sets, ip1_0.stage, ip1_0.stage_entered_on, ip1_0.threshold_version, ip1_0.town,
ip1_0.transitions, ip1_0.version from project ip1_0 where ip1_0.id=?

-- :project-for-change
select ip1_0.id, ip1_0.agreement_amount_yuan, ip1_0.breached_appeals, ip1_0.city, ip1_0.condition, ip1_0.contact_key,
ip1_0.contact_sealed, ip1_0.chain_version, ip1_0.confidentiality, ip1_0.increment_yuan, ip1_0.chain_code,
ip1_0.chain_role, ip1_0.industry_code, ip1_0.industry_edition, ip1_0.kind, ip1_0.land_mode, ip1_0.land_area_m2,
ip1_0.floor_area_m2, ip1_0.plot_ratio, ip1_0.park, ip1_0.lon, ip1_0.lat, ip1_0.crs, ip1_0.manufacturing,
ip1_0.planned_total_yuan, ip1_0.planned_fixed_yuan, ip1_0.planned_equipment_yuan, ip1_0.registered_capital_yuan,
ip1_0.foreign_currency, ip1_0.foreign_amount, ip1_0.foreign_rate, ip1_0.foreign_rate_date, ip1_0.name,
ip1_0.source_type, ip1_0.referrer, ip1_0.site_needs, ip1_0.help_needed, ip1_0.peak_output_yuan, ip1_0.peak_tax_yuan,
ip1_0.peak_year, ip1_0.jobs, ip1_0.energy_tce, ip1_0.water_m3, ip1_0.power_kva, ip1_0.gas_m3, ip1_0.parent_project_id,
ip1_0.planned_sign_on, ip1_0.planned_register_on, ip1_0.planned_start_on, ip1_0.planned_complete_on,
ip1_0.planned_produce_on, ip1_0.planned_target_on, ip1_0.separate_filing_code, ip1_0.district, ip1_0.division,
ip1_0.external_id, ip1_0.historical, ip1_0.last_hash, ip1_0.log_version, ip1_0.no, ip1_0.open_appeals, ip1_0.province,
ip1_0.published_version, ip1_0.registered_at, ip1_0.registered_by, ip1_0.requests, ip1_0.row_version,
ip1_0.search_text, ip1_0.share_sets, ip1_0.stage, ip1_0.stage_entered_on, ip1_0.threshold_version, ip1_0.town,
ip1_0.transitions, ip1_0.version from project ip1_0 where ip1_0.id=? for no key update of ip1_0

-- :special-class
select sc1_0.project_id, sc1_0.id, sc1_0.close_reason, sc1_0.closed_on, sc1_0.head, sc1_0.lead_unit, sc1_0.leader,
sc1_0.opened_on from special_class sc1_0 where sc1_0.project_id=? order by sc1_0.opened_on

-- :shares
select sl1_0.project_id, sl1_0.id, sl1_0.basis_points, sl1_0.overlay, sl1_0.position, sl1_0.role, sl1_0.ruling,
sl1_0.set_no, sl1_0.superseded_on, sl1_0.team_code, sl1_0.team_id, sl1_0.valid_from from credit_share sl1_0 where
sl1_0.project_id=? order by sl1_0.set_no, sl1_0.position

-- :gate-requests
select gr1_0.project_id, gr1_0.id, gr1_0.approval_id, a1_0.id, a1_0.closed_at, a1_0.closed_by, a1_0.deadline,
a1_0.excluded_persons, a1_0.excluded_teams, a1_0.exclusive, a1_0.kind, a1_0.needed, a1_0.outcome, a1_0.proposed_at,
a1_0.proposed_by, a1_0.proposer_teams, a1_0.reason, a1_0.subject, a1_0.version, gr1_0.business_date, gr1_0.duplicates,
gr1_0.evidence_ids, gr1_0.from_stage, gr1_0.reason, gr1_0.seq, gr1_0.skip_reason, gr1_0.to_stage from gate_request
gr1_0 left join approval_request a1_0 on a1_0.id=gr1_0.approval_id where gr1_0.project_id=? order by gr1_0.seq

-- :project-investors
select i1_0.project_id, i1_0.position, i1_0.investor_id, i1_0.share_bp, i1_0.controller from project_investor i1_0
where i1_0.project_id=?

-- :tags
select t1_0.project_id, t1_0.tag, t1_0.reason from project_tag t1_0 where t1_0.project_id=? order by t1_0.tag

-- :national-codes
select nc1_0.project_id, nc1_0.code, nc1_0.check_level, nc1_0.live from project_national_code nc1_0 where
nc1_0.project_id=?

-- :page
SELECT p.id, p.no, p.name, p.kind, p.division, p.stage, p.condition, p.stage_entered_on, p.chain_code,
p.planned_total_yuan::text, p.agreement_amount_yuan::text, p.open_appeals, p.breached_appeals, p.historical, p.version
FROM project p WHERE p.district = ? AND TRUE ORDER BY p.id DESC LIMIT ?
