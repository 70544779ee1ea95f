-- Copies of what other services publish; an older version never overwrites a newer one.

CREATE TABLE known_project (
    id              uuid PRIMARY KEY,
    no              text   NOT NULL,
    division        text,
    enterprises     text[] NOT NULL,
    subject_version bigint NOT NULL
);

CREATE TABLE known_special_class (
    class_id        uuid PRIMARY KEY,
    project_id      uuid    NOT NULL,
    project_no      text    NOT NULL,
    division        text    NOT NULL,
    lead_unit       text    NOT NULL,
    leader          text    NOT NULL,
    head            text    NOT NULL,
    open            boolean NOT NULL,
    subject_version bigint  NOT NULL
);
CREATE UNIQUE INDEX known_special_class_one_open ON known_special_class (project_id) WHERE open;

CREATE TABLE known_class_member (
    class_id   uuid NOT NULL CONSTRAINT known_class_member_class REFERENCES known_special_class,
    account    text NOT NULL,
    department text NOT NULL,
    role       text NOT NULL,
    CONSTRAINT known_class_member_pk PRIMARY KEY (class_id, account, department, role)
);
CREATE INDEX known_class_member_account ON known_class_member (account, class_id);

CREATE TABLE known_unit (
    id              uuid PRIMARY KEY,
    code            text   NOT NULL,
    name            text   NOT NULL,
    division        text,
    kind            text   NOT NULL,
    subject_version bigint NOT NULL
);
CREATE INDEX known_unit_code ON known_unit (code);

-- What an enterprise may appeal about. A proposal; an appeal keeps the version it was filed under.
CREATE TABLE category (
    version     integer NOT NULL,
    code        text    NOT NULL CONSTRAINT category_code CHECK (code ~ '^[A-Z][0-9]{2}$'),
    position    integer NOT NULL,
    name_zh     text    NOT NULL,
    name_en     text    NOT NULL,
    time_class  text    NOT NULL CONSTRAINT category_time_class CHECK (time_class IN ('P0', 'P1', 'P2', 'P3', 'P4', 'S')),
    -- enforcement is judged by law: a rating does not count there
    rated       boolean NOT NULL,
    valid_from  date    NOT NULL,
    assumption  boolean NOT NULL,
    CONSTRAINT category_pk PRIMARY KEY (version, code)
);

INSERT INTO category (version, code, position, name_zh, name_en, time_class, rated, valid_from, assumption) VALUES
    (1, 'A01',  1, '用地规划',           'Land and planning',                         'P4', true,  '2020-01-01', true),
    (1, 'A02',  2, '报建审批',           'Construction permits and approvals',        'P3', true,  '2020-01-01', true),
    (1, 'A03',  3, '厂房载体',           'Factory space and premises',                'P3', true,  '2020-01-01', true),
    (1, 'A04',  4, '供水供电供气通信',   'Water, power, gas and telecommunications',  'P3', true,  '2020-01-01', true),
    (1, 'A05',  5, '道路交通物流',       'Roads, traffic and logistics',              'P3', true,  '2020-01-01', true),
    (1, 'B01',  6, '用工',               'Labour',                                    'P3', true,  '2020-01-01', true),
    (1, 'B02',  7, '人才',               'Talent',                                    'P3', true,  '2020-01-01', true),
    (1, 'C01',  8, '融资',               'Financing',                                 'P3', true,  '2020-01-01', true),
    (1, 'C02',  9, '税费',               'Taxes and fees',                            'P3', true,  '2020-01-01', true),
    (1, 'C03', 10, '政策兑现',           'Promised policies and payments',            'P4', true,  '2020-01-01', true),
    (1, 'C04', 11, '账款拖欠',           'Arrears',                                   'S',  true,  '2020-01-01', true),
    (1, 'D01', 12, '商事登记与政务服务', 'Registration and government services',      'P3', true,  '2020-01-01', true),
    (1, 'D02', 13, '执法检查',           'Inspections and enforcement',               'P4', false, '2020-01-01', true),
    (1, 'D03', 14, '市场准入公平竞争',   'Market access and fair competition',        'P4', true,  '2020-01-01', true),
    (1, 'E01', 15, '环保安全消防',       'Environment, safety and fire protection',   'P3', true,  '2020-01-01', true),
    (1, 'E02', 16, '知识产权与法律',     'Intellectual property and law',             'P3', true,  '2020-01-01', true),
    (1, 'E03', 17, '外贸外资',           'Foreign trade and investment',              'P3', true,  '2020-01-01', true),
    (1, 'F01', 18, '科技创新与市场',     'Innovation and markets',                    'P3', true,  '2020-01-01', true),
    (1, 'F02', 19, '项目落地专班事项',   'Matters of a project''s special class',     'P3', true,  '2020-01-01', true),
    (1, 'Z99', 20, '其他',               'Other',                                     'P3', true,  '2020-01-01', true);

-- The dispatch directory: which unit answers for a category in an area.
CREATE TABLE dispatch_rule (
    id         uuid PRIMARY KEY,
    division   text    NOT NULL,
    category   text    NOT NULL,
    unit_code  text    NOT NULL,
    valid_from date    NOT NULL,
    valid_to   date CONSTRAINT dispatch_rule_forward CHECK (valid_to >= valid_from),
    assumption boolean NOT NULL
);
CREATE INDEX dispatch_rule_hit ON dispatch_rule (category, division, valid_from);

GRANT SELECT, INSERT, UPDATE ON known_project, known_special_class, known_unit, dispatch_rule TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON known_class_member TO ${app};
GRANT SELECT ON category TO ${app};
