-- Stored before the rule of their last day was final; they are stored again once it is.
DELETE FROM credit_period
 WHERE period >= date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai')::date AND locked_at IS NULL;
