-- A version of the time policy is proposed by one person and confirmed by another; those of the migrations name nobody.
ALTER TABLE time_policy
    ADD COLUMN published_by text,
    ADD COLUMN confirmed_by text;
GRANT INSERT ON time_policy, time_target, category TO ${app};
