-- Hibernate's own version of a row; "version" is what commands are decided on, and moves less often.
ALTER TABLE appeal ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
ALTER TABLE calendar ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
ALTER TABLE dispatch_rule ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
