-- The file of a piece of evidence, where its bytes were handed in here.
ALTER TABLE evidence
    ADD COLUMN file_id uuid CONSTRAINT evidence_file REFERENCES file_reference,
    ADD CONSTRAINT evidence_file_once UNIQUE (file_id);
