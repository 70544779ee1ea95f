-- A publication that takes another one back soon after it: since when the changes of the calendar are taken back.
ALTER TABLE calendar_addition ADD COLUMN restores_since timestamptz;
