-- Who of the handler works on an appeal, as the head of that unit has said, and who stands in for them on which days.
ALTER TABLE appeal
    ADD COLUMN person text,
    ADD COLUMN person_unit text,
    ADD COLUMN substitute text,
    ADD COLUMN substitute_from date,
    ADD COLUMN substitute_to date,
    -- the day up to which the tasks follow the substitute
    ADD COLUMN substitute_settled date NOT NULL DEFAULT '2026-01-01',
    ADD CONSTRAINT appeal_person_whole CHECK ((person IS NULL) = (person_unit IS NULL)
        AND (substitute IS NULL) = (substitute_from IS NULL) AND (substitute IS NULL) = (substitute_to IS NULL)
        AND (substitute IS NULL OR person IS NOT NULL)) NOT VALID;

CREATE INDEX appeal_person ON appeal (person, id DESC) WHERE person IS NOT NULL;
CREATE INDEX appeal_substitute ON appeal (substitute, id DESC) WHERE substitute IS NOT NULL;
