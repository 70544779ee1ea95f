-- Catalogues and policies are versioned data: a project keeps the version it was judged by.

CREATE FUNCTION bigrams(value text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$
    SELECT coalesce(array_agg(DISTINCT substr(lowered, i, 2)), '{}'::text[])
    FROM (SELECT lower(value) AS lowered) AS text_in_small,
         generate_series(1, greatest(length(lowered) - 1, 1)) AS i
$$;

CREATE TABLE chain (
    version     integer NOT NULL,
    code        text    NOT NULL,
    position    integer NOT NULL,
    tier        integer NOT NULL CONSTRAINT chain_tier CHECK (tier IN (2, 3)),
    name_zh     text    NOT NULL,
    name_en     text    NOT NULL,
    prefixes    text[]  NOT NULL,
    valid_from  date    NOT NULL,
    document_no text,
    assumption  boolean NOT NULL,
    CONSTRAINT chain_pk PRIMARY KEY (version, code)
);

-- The five chains are the district's own; which industry codes propose which chain is our proposal.
INSERT INTO chain (version, code, position, tier, name_zh, name_en, prefixes, valid_from, assumption) VALUES
    (1, 'SMART_APPLIANCE',    1, 3, '智能家电',       'Smart appliances',             '{C385,C386,C396}', '2021-01-01', true),
    (1, 'NEW_ELECTRONICS',    2, 3, '新一代电子信息', 'New electronic information',   '{C39,I65}',        '2021-01-01', true),
    (1, 'HIGH_END_EQUIPMENT', 3, 3, '高端装备制造',   'High-end equipment',           '{C34,C35,C40}',    '2021-01-01', true),
    (1, 'HEALTHY_FOOD',       4, 2, '健康食品',       'Healthy food',                 '{C13,C14,C15}',    '2021-01-01', true),
    (1, 'MOTORCYCLE',         5, 2, '摩托车及零配件', 'Motorcycles and parts',        '{C375}',           '2021-01-01', true);

CREATE TABLE threshold_policy (
    version                 text PRIMARY KEY,
    valid_from              date          NOT NULL,
    area                    text          NOT NULL,
    min_total_yuan          numeric(18,2) NOT NULL,
    min_intensity_wan_mu    numeric(12,2) NOT NULL,
    min_tax_wan_mu          numeric(12,2) NOT NULL,
    min_output_wan_mu       numeric(12,2),
    min_plot_ratio          numeric(5,2),
    leading_group_from_yuan numeric(18,2) NOT NULL,
    waiver_below_yuan       numeric(18,2) NOT NULL,
    opinion_workdays        integer       NOT NULL,
    decision_valid_days     integer       NOT NULL,
    figures_tolerance_bp    integer       NOT NULL,
    document_no             text,
    note                    text          NOT NULL,
    assumption              boolean       NOT NULL
);

INSERT INTO threshold_policy (version, valid_from, area, min_total_yuan, min_intensity_wan_mu, min_tax_wan_mu,
                              leading_group_from_yuan, waiver_below_yuan, opinion_workdays, decision_valid_days,
                              figures_tolerance_bp, note, assumption)
VALUES ('JM-DRAFT-1', '2011-01-01', '440703', 50000000.00, 250.00, 20.00, 100000000.00, 50000000.00, 5, 180, 1000,
        'historical draft of Jiangmen, not Pengjiang 2023', true);

-- A copy of what team-service publishes; an older version never overwrites a newer one.
CREATE TABLE known_team (
    id              uuid PRIMARY KEY,
    code            text   NOT NULL,
    name            text   NOT NULL,
    kind            text,
    division        text,
    valid_from      date,
    valid_to        date,
    captain_account text,
    subject_version bigint NOT NULL
);
CREATE INDEX known_team_code ON known_team (code);

GRANT SELECT ON chain, threshold_policy TO ${app};
GRANT SELECT, INSERT, UPDATE ON known_team TO ${app};
