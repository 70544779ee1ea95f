-- Whatever plan is made while the tables are empty: an appeal's rows are found by their index, also for many assignments in one transaction.
ALTER FUNCTION assignment_involves() SET enable_seqscan = off;
