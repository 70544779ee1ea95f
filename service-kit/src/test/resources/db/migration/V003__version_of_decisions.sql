-- Hibernate's own version of a row; "version" is what commands are decided on, and moves less often.
ALTER TABLE thing ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
