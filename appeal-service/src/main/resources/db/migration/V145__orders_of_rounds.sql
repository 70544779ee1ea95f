-- Who had a round begin that no bad rating began, and why: an ordered rework or a reopening. The round itself stands in the appeal and in
-- appeal_round as before.
CREATE TABLE round_order (
    appeal_id  uuid    NOT NULL CONSTRAINT round_order_appeal REFERENCES appeal,
    round      integer NOT NULL,
    ordered_as text    NOT NULL CONSTRAINT round_order_as CHECK (ordered_as IN ('ENTERPRISE', 'SUPERVISOR', 'CALLBACK')),
    account    text    NOT NULL,
    -- an enterprise that is called back may give none
    reason     text CONSTRAINT round_order_reason CHECK (reason IS NOT NULL OR ordered_as = 'CALLBACK'),
    ordered_at timestamptz NOT NULL,
    CONSTRAINT round_order_once PRIMARY KEY (appeal_id, round)
);
GRANT SELECT, INSERT ON round_order TO ${app};
