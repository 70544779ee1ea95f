CREATE TABLE investor (
    id                uuid PRIMARY KEY,
    version           bigint NOT NULL,
    log_version       bigint NOT NULL,
    published_version bigint NOT NULL,
    last_hash         bytea,
    division          text   NOT NULL,
    province          text,
    city              text,
    district          text   NOT NULL,
    town              text,
    name              text   NOT NULL,
    normalised_name   text,
    name_sealed       bytea,
    id_type           text CONSTRAINT investor_id_type CHECK (id_type IN
                          ('USCC', 'HK_BR', 'HK_CR', 'MO', 'TW_UBN', 'PASSPORT', 'LEI', 'OTHER')),
    id_no             text,
    id_sealed         bytea,
    id_key            bytea,
    country           text   NOT NULL,
    tags              text[] NOT NULL,
    not_yet_registered boolean NOT NULL,
    override_reason   text,
    override_by       text,
    override_confirmed_by text,
    CONSTRAINT investor_identity UNIQUE (district, id_key),
    CONSTRAINT investor_override_second_person CHECK (override_confirmed_by IS DISTINCT FROM override_by OR override_by IS NULL)
);
CREATE INDEX investor_name ON investor (district, normalised_name);
CREATE INDEX investor_list ON investor (district, id DESC);
CREATE INDEX investor_text ON investor USING gin (bigrams(name));

CREATE TABLE project (
    id                   uuid PRIMARY KEY,
    version              bigint NOT NULL,
    log_version          bigint NOT NULL,
    published_version    bigint NOT NULL,
    last_hash            bytea,
    division             text   NOT NULL,
    province             text   NOT NULL,
    city                 text   NOT NULL,
    district             text   NOT NULL,
    town                 text,
    no                   text   NOT NULL CONSTRAINT project_no_unique UNIQUE,
    name                 text   NOT NULL,
    search_text          text   NOT NULL,
    kind                 text   NOT NULL,
    parent_project_id    uuid CONSTRAINT project_parent REFERENCES project,
    increment_yuan       numeric(18,2),
    separate_filing_code boolean NOT NULL,
    confidentiality      text   NOT NULL,
    source_type          text,
    referrer             text,
    site_needs           text,
    help_needed          text,
    chain_code           text,
    chain_version        integer,
    chain_role           text,
    industry_code        text,
    industry_edition     text,
    manufacturing        boolean NOT NULL,
    planned_total_yuan     numeric(18,2),
    planned_fixed_yuan     numeric(18,2),
    planned_equipment_yuan numeric(18,2),
    registered_capital_yuan numeric(18,2),
    foreign_currency     text,
    foreign_amount       numeric(18,2),
    foreign_rate         numeric(12,6),
    foreign_rate_date    date,
    peak_output_yuan     numeric(18,2),
    peak_tax_yuan        numeric(18,2),
    peak_year            integer,
    jobs                 integer,
    energy_tce           numeric(18,2),
    water_m3             numeric(18,2),
    power_kva            numeric(18,2),
    gas_m3               numeric(18,2),
    land_mode            text,
    land_area_m2         numeric(18,2),
    floor_area_m2        numeric(18,2),
    plot_ratio           numeric(5,2),
    park                 text,
    lon                  numeric(10,7),
    lat                  numeric(10,7),
    crs                  text,
    planned_sign_on      date,
    planned_register_on  date,
    planned_start_on     date,
    planned_complete_on  date,
    planned_produce_on   date,
    planned_target_on    date,
    contact_sealed       bytea,
    contact_key          bytea,
    stage                text   NOT NULL,
    condition            text   NOT NULL,
    stage_entered_on     date   NOT NULL,
    agreement_amount_yuan numeric(18,2),
    threshold_version    text CONSTRAINT project_threshold_version REFERENCES threshold_policy,
    requests             integer NOT NULL,
    transitions          integer NOT NULL,
    share_sets           integer NOT NULL,
    registered_by        text   NOT NULL,
    registered_at        timestamptz NOT NULL,
    historical           boolean NOT NULL,
    external_id          text,
    suspended_on         date,
    condition_reason     text,
    CONSTRAINT project_external_id UNIQUE (district, external_id),
    CONSTRAINT project_stage CHECK (stage IN ('LEAD', 'NEGOTIATING', 'ADMISSION_REVIEW', 'ADMITTED', 'SIGNED',
        'REGISTERED', 'CONSTRUCTION', 'COMPLETED', 'IN_PRODUCTION', 'AT_TARGET')),
    CONSTRAINT project_condition CHECK (condition IN ('ACTIVE', 'SUSPENDED', 'TERMINATED', 'MERGED')),
    CONSTRAINT project_fixed_within_total CHECK (planned_fixed_yuan <= planned_total_yuan),
    CONSTRAINT project_equipment_within_fixed CHECK (planned_equipment_yuan <= planned_fixed_yuan),
    CONSTRAINT project_signed_has_amount CHECK (agreement_amount_yuan IS NOT NULL
        OR stage IN ('LEAD', 'NEGOTIATING', 'ADMISSION_REVIEW', 'ADMITTED'))
);
CREATE INDEX project_by_district ON project (district, id DESC);
CREATE INDEX project_by_district_stage ON project (district, stage, id DESC);
CREATE INDEX project_by_district_chain ON project (district, chain_code, id DESC);
CREATE INDEX project_by_town ON project (town, id DESC);
CREATE INDEX project_by_city ON project (city, id DESC);
CREATE INDEX project_by_province ON project (province, id DESC);
CREATE INDEX project_text ON project USING gin (bigrams(search_text));
CREATE INDEX project_parent_of ON project (parent_project_id) WHERE parent_project_id IS NOT NULL;

-- Numbers come from one sequence per district and year. The application has no right to create one, so this function of
-- the owner does, once; gaps are allowed and a number never comes twice.
CREATE FUNCTION next_project_number(district text, year integer) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    sequence_name text;
BEGIN
    IF district !~ '^[0-9]{6}$' OR year NOT BETWEEN 1980 AND 2200 THEN
        RAISE EXCEPTION 'no project number for % %', district, year;
    END IF;
    sequence_name := format('project_no_%s_%s', district, year);
    IF to_regclass(sequence_name) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(sequence_name, 0));
        EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', sequence_name);
    END IF;
    RETURN nextval(sequence_name::regclass);
END
$$;
REVOKE ALL ON FUNCTION next_project_number(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION next_project_number(text, integer) TO ${app};

CREATE TABLE project_investor (
    project_id  uuid    NOT NULL CONSTRAINT project_investor_project REFERENCES project,
    position    integer NOT NULL,
    investor_id uuid    NOT NULL CONSTRAINT project_investor_investor REFERENCES investor,
    share_bp    integer CONSTRAINT project_investor_share CHECK (share_bp BETWEEN 0 AND 10000),
    controller  boolean NOT NULL,
    CONSTRAINT project_investor_pk PRIMARY KEY (project_id, position)
);
CREATE INDEX project_investor_of ON project_investor (investor_id, project_id);

CREATE TABLE project_tag (
    project_id uuid NOT NULL CONSTRAINT project_tag_project REFERENCES project,
    tag        text NOT NULL,
    reason     text NOT NULL,
    CONSTRAINT project_tag_pk PRIMARY KEY (project_id, tag)
);

CREATE TABLE project_national_code (
    project_id uuid NOT NULL CONSTRAINT project_national_code_project REFERENCES project,
    code       text NOT NULL,
    check_level text NOT NULL,
    live       boolean NOT NULL,
    CONSTRAINT project_national_code_pk PRIMARY KEY (project_id, code)
);
CREATE UNIQUE INDEX project_national_code_live ON project_national_code (code) WHERE live;

CREATE TABLE credit_share (
    id            uuid PRIMARY KEY,
    project_id    uuid    NOT NULL CONSTRAINT credit_share_project REFERENCES project,
    set_no        integer NOT NULL,
    position      integer NOT NULL,
    team_id       uuid    NOT NULL CONSTRAINT credit_share_team REFERENCES known_team,
    team_code     text    NOT NULL,
    role          text    NOT NULL,
    basis_points  integer NOT NULL CONSTRAINT credit_share_basis_points CHECK (basis_points BETWEEN 0 AND 10000),
    overlay       boolean NOT NULL,
    valid_from    date    NOT NULL,
    superseded_on date,
    ruling        text,
    CONSTRAINT credit_share_line UNIQUE (project_id, set_no, position)
);
CREATE INDEX credit_share_of_team ON credit_share (team_id, project_id) WHERE superseded_on IS NULL;

CREATE TABLE evidence (
    id           uuid PRIMARY KEY,
    project_id   uuid NOT NULL CONSTRAINT evidence_project REFERENCES project,
    type         text NOT NULL,
    title        text NOT NULL,
    doc_no       text,
    issued_by    text,
    issued_on    date,
    sha256       text CONSTRAINT evidence_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size         bigint,
    mime         text,
    source       text NOT NULL,
    status       text NOT NULL,
    submitted_by text NOT NULL,
    submitted_at timestamptz NOT NULL,
    judged_by    text,
    judged_at    timestamptz,
    judgement    text,
    CONSTRAINT evidence_four_eyes CHECK (status <> 'VERIFIED' OR judged_by IS DISTINCT FROM submitted_by)
);
CREATE INDEX evidence_of_project ON evidence (project_id);

CREATE TABLE agreement (
    id          uuid PRIMARY KEY,
    project_id  uuid NOT NULL CONSTRAINT agreement_project REFERENCES project,
    seq         integer NOT NULL,
    no          text NOT NULL,
    kind        text NOT NULL,
    signed_on   date NOT NULL,
    parties     text[] NOT NULL,
    amount_yuan numeric(18,2) NOT NULL CONSTRAINT agreement_amount CHECK (amount_yuan > 0),
    void_reason text,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT agreement_seq UNIQUE (project_id, seq)
);
-- the first formal agreement is the one that counts: a second one cannot stand beside it
CREATE UNIQUE INDEX agreement_one_formal ON agreement (project_id) WHERE kind = 'FORMAL' AND void_reason IS NULL;

CREATE TABLE agreement_commitment (
    agreement_id uuid NOT NULL CONSTRAINT agreement_commitment_agreement REFERENCES agreement,
    position     integer NOT NULL,
    metric       text NOT NULL,
    value        numeric(18,2) NOT NULL,
    unit         text NOT NULL,
    due_on       date NOT NULL,
    penalty      text,
    CONSTRAINT agreement_commitment_pk PRIMARY KEY (agreement_id, position)
);

CREATE TABLE special_class (
    id         uuid PRIMARY KEY,
    project_id uuid NOT NULL CONSTRAINT special_class_project REFERENCES project,
    leader     text NOT NULL,
    head       text NOT NULL,
    opened_on  date NOT NULL,
    closed_on  date
);
-- one project, one special class
CREATE UNIQUE INDEX special_class_one_open ON special_class (project_id) WHERE closed_on IS NULL;

CREATE TABLE special_class_member (
    class_id   uuid NOT NULL CONSTRAINT special_class_member_class REFERENCES special_class,
    position   integer NOT NULL,
    account    text NOT NULL,
    department text NOT NULL,
    role       text NOT NULL,
    CONSTRAINT special_class_member_pk PRIMARY KEY (class_id, position)
);

CREATE TABLE admission_case (
    id                uuid PRIMARY KEY,
    project_id        uuid NOT NULL CONSTRAINT admission_case_project REFERENCES project,
    seq               integer NOT NULL,
    threshold_version text NOT NULL CONSTRAINT admission_case_policy REFERENCES threshold_policy,
    total_yuan        numeric(18,2),
    tax_yuan          numeric(18,2),
    output_yuan       numeric(18,2),
    land_area_m2      numeric(18,2),
    opened_on         date NOT NULL,
    opened_by         text NOT NULL,
    vetoes            text[] NOT NULL,
    decision          text,
    decided_on        date,
    decided_by        text,
    meeting_no        text,
    conditions        text[] NOT NULL,
    without_opinion   text[] NOT NULL,
    valid_until       date,
    CONSTRAINT admission_case_seq UNIQUE (project_id, seq)
);

CREATE TABLE admission_item (
    case_id  uuid NOT NULL CONSTRAINT admission_item_case REFERENCES admission_case,
    metric   text NOT NULL,
    value    numeric(18,2),
    required numeric(18,2) NOT NULL,
    unit     text NOT NULL,
    outcome  text NOT NULL,
    CONSTRAINT admission_item_pk PRIMARY KEY (case_id, metric)
);

CREATE TABLE department_opinion (
    case_id    uuid NOT NULL CONSTRAINT department_opinion_case REFERENCES admission_case,
    department text NOT NULL,
    due_on     date NOT NULL,
    verdict    text,
    text       text,
    given_by   text,
    given_at   timestamptz,
    CONSTRAINT department_opinion_pk PRIMARY KEY (case_id, department)
);

GRANT SELECT, INSERT, UPDATE ON investor, project, credit_share, evidence, agreement, special_class, admission_case
    TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON project_investor, project_tag, project_national_code, agreement_commitment,
    special_class_member, admission_item, department_opinion TO ${app};
