-- Which unit an appeal is about, and whether it is confidential. No appeal of before is.
ALTER TABLE appeal
    ADD COLUMN confidentiality text NOT NULL DEFAULT 'OPEN'
        CONSTRAINT appeal_confidentiality CHECK (confidentiality IN ('OPEN', 'CONFIDENTIAL')),
    ADD COLUMN about_district text,
    ADD COLUMN about_unit text,
    ADD CONSTRAINT appeal_about_whole CHECK ((about_unit IS NULL) = (about_district IS NULL));

-- what is kept from the people of a unit
CREATE INDEX appeal_about_unit ON appeal (about_unit, about_district, id) WHERE about_unit IS NOT NULL;
