-- Whether a record was given for another enterprise some days before, on whatever channel.
CREATE INDEX proof_record_by_number ON proof_record (district, record, day);
