-- A copy of what team-service publishes of units, so that a special class names a lead unit that exists.
CREATE TABLE known_unit (
    id              uuid PRIMARY KEY,
    code            text   NOT NULL,
    name            text   NOT NULL,
    division        text   NOT NULL,
    kind            text   NOT NULL,
    subject_version bigint NOT NULL
);
CREATE INDEX known_unit_code ON known_unit (code);
GRANT SELECT, INSERT, UPDATE ON known_unit TO ${app};

ALTER TABLE special_class
    ADD COLUMN lead_unit    text,
    ADD COLUMN close_reason text;

-- Classes of before named no unit: that of the project's town or street answers for them, else the district's own.
UPDATE special_class c SET lead_unit = coalesce(p.town, p.district) FROM project p WHERE p.id = c.project_id;

ALTER TABLE special_class
    ALTER COLUMN lead_unit SET NOT NULL,
    ADD CONSTRAINT special_class_closed_for_a_reason CHECK (close_reason IS NULL OR closed_on IS NOT NULL);
