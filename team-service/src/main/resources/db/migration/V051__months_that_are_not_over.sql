-- Stored before the rule of their last day was final. What is not cut off yet has decided nothing: it is stored again once it is final.
DELETE FROM credit_period WHERE cut_off_at > now() AND locked_at IS NULL;
