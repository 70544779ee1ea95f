ALTER TABLE thing ADD COLUMN secret_sealed bytea;
