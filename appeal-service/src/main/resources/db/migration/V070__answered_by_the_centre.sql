-- The centre may answer by itself, and no unit answers for that: from REPLIED on somebody does where it was dispatched. V119 looks at
-- what is there.
ALTER TABLE appeal DROP CONSTRAINT appeal_accountable;
ALTER TABLE appeal ADD CONSTRAINT appeal_accountable CHECK (accountable_unit IS NOT NULL
    OR state IN ('SUBMITTED', 'SUPPLEMENT', 'REJECTED', 'PENDING_DISPATCH', 'MERGED', 'WITHDRAWN')
    OR (state IN ('REPLIED', 'REWORK', 'CLOSED') AND dispatched_at IS NULL)) NOT VALID;
