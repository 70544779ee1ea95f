-- Who appeals may have no credit code; what was filed has its appellant, its source and its submission beside the texts.
ALTER TABLE appeal
    ADD COLUMN appellant_kind   text NOT NULL DEFAULT 'ENTERPRISE',
    ADD COLUMN enterprise_name  text,
    ADD COLUMN register_number  text,
    ADD COLUMN register_country text,
    ADD COLUMN remedy_sought    text,
    ADD COLUMN source_version   bigint,
    ADD COLUMN outer_due_at     timestamptz,
    ALTER COLUMN enterprise DROP NOT NULL,
    ADD CONSTRAINT appeal_appellant_kind CHECK (appellant_kind IN
        ('ENTERPRISE', 'FOREIGN_ENTERPRISE', 'SOLE_TRADER', 'ASSOCIATION', 'NOT_YET_REGISTERED')),
    ADD CONSTRAINT appeal_appellant_known CHECK (enterprise IS NOT NULL
        OR appellant_kind <> 'ENTERPRISE' AND enterprise_name IS NOT NULL),
    ADD CONSTRAINT appeal_register_whole CHECK ((register_number IS NULL) = (register_country IS NULL));
