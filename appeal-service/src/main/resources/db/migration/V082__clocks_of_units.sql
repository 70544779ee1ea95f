-- A unit is measured by clocks of its own, from its assignment on: UNIT_CONTACT and UNIT_RESOLVE. The service knows the types of clocks;
-- a list of them here would have to be written anew with each.
ALTER TABLE deadline_clock DROP CONSTRAINT deadline_clock_type;
