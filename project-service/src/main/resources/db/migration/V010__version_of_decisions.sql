-- Hibernate's own version of a row; "version" is what commands are decided on, and moves less often.
ALTER TABLE investor ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
ALTER TABLE project ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
ALTER TABLE import_job ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
