-- Hibernate's own version of a row; "version" is what commands are decided on, and moves less often.
ALTER TABLE unit ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
ALTER TABLE team ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
ALTER TABLE pledge ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
ALTER TABLE setting ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
