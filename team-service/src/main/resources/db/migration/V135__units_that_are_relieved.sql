-- What was counted for a unit that should not have had the appeal is taken back by an entry of its own, with a quantity below zero.
ALTER TABLE unit_appeal_entry DROP CONSTRAINT unit_appeal_entry_positive;
ALTER TABLE unit_appeal_entry ADD CONSTRAINT unit_appeal_entry_signed
    CHECK (quantity <> 0 AND (quantity < 0) = starts_with(fact, 'RELIEVED_')) NOT VALID;
