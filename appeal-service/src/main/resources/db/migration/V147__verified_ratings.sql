-- Whether the bad rating of a round is justified; what nobody looks at in time is upheld. Bad ratings of before have no row.
CREATE TABLE rating_verification (
    appeal_id uuid    NOT NULL CONSTRAINT rating_verification_appeal REFERENCES appeal,
    round     integer NOT NULL,
    -- stored with the appeal, which may be after this row
    clock_id  uuid    NOT NULL CONSTRAINT rating_verification_clock REFERENCES deadline_clock DEFERRABLE INITIALLY DEFERRED,
    finding   text CONSTRAINT rating_verification_finding CHECK (finding IN ('UPHELD', 'MISJUDGED')),
    reason    text,
    account   text,
    found_at  timestamptz,
    CONSTRAINT rating_verification_once PRIMARY KEY (appeal_id, round),
    CONSTRAINT rating_verification_whole CHECK ((finding IS NULL) = (found_at IS NULL) AND (finding IS NULL) = (account IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON rating_verification TO ${app};
