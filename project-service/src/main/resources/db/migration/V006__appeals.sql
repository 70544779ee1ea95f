-- What this service remembers of the appeals that speak of a project; appeal-service owns the truth. An older event never
-- takes back a newer one, and a breach once heard of stays.
CREATE TABLE known_appeal (
    id              uuid PRIMARY KEY,
    no              text    NOT NULL,
    project_id      uuid,
    state           text    NOT NULL,
    open            boolean NOT NULL,
    breached        boolean NOT NULL,
    subject_version bigint  NOT NULL
);
CREATE INDEX known_appeal_open ON known_appeal (project_id, breached) WHERE open;
GRANT SELECT, INSERT, UPDATE ON known_appeal TO ${app};

-- Counted when an appeal moves, not when a project is read: lists filter by index and a known version stays true.
ALTER TABLE project
    ADD COLUMN open_appeals     integer NOT NULL DEFAULT 0,
    ADD COLUMN breached_appeals integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT project_appeals_counted CHECK (breached_appeals BETWEEN 0 AND open_appeals);
CREATE INDEX project_with_appeals_by_district ON project (district, id DESC) WHERE open_appeals > 0;
CREATE INDEX project_with_appeals_by_town ON project (town, id DESC) WHERE open_appeals > 0;
CREATE INDEX project_with_appeals_by_city ON project (city, id DESC) WHERE open_appeals > 0;
CREATE INDEX project_with_appeals_by_province ON project (province, id DESC) WHERE open_appeals > 0;
