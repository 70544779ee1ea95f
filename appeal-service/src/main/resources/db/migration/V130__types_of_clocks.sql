-- The types of clocks of what leaves the straight road. The service knows the types (V082); a clock of a part, such as a co-task, belongs to
-- no assignment and is numbered by its turn, so nothing of the table changes. The due of a clock may come from the limits of a district.
COMMENT ON COLUMN deadline_clock.target_source IS 'whose rule it is; ''limits'' for the setting of the district';
