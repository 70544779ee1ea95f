-- By what whoever rated has shown that they may; nothing where nobody did.
ALTER TABLE rating ADD COLUMN means text CONSTRAINT rating_means CHECK (means IN ('ACCOUNT', 'CODE'));
UPDATE rating SET means = CASE account WHEN 'query-code' THEN 'CODE' ELSE 'ACCOUNT' END WHERE NOT automatic;

-- Whoever may handle what they file gets no query code, also for a submission.
ALTER TABLE appeal DROP CONSTRAINT appeal_submission_whole;
