-- Which record has proven a contact with whom on a day. Numbers of records begin anew on other days.
CREATE TABLE proof_record (
    district   text NOT NULL,
    channel    text NOT NULL,
    -- letters and digits of it
    record     text NOT NULL,
    day        date NOT NULL,
    enterprise text NOT NULL,
    CONSTRAINT proof_record_pk PRIMARY KEY (district, channel, record, day)
);
GRANT SELECT, INSERT ON proof_record TO ${app};

ALTER TABLE contact_attempt ADD COLUMN reused boolean NOT NULL DEFAULT false;
