-- The few reviews that wait for something: the sweep of dues asks for them with every round.
CREATE INDEX admission_case_open ON admission_case (project_id) WHERE decision IS NULL;
