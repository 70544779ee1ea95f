-- A rating that sent an appeal back was kept under the round that began with it, and hid the rating of that round. It moves to its own
-- round, which held nothing; sums do not change by it.
UPDATE unit_appeal_entry entry SET round = round - 1
WHERE fact = 'RATED' AND round = 2 AND NOT EXISTS (
    SELECT 1 FROM unit_appeal_entry own
    WHERE own.appeal_id = entry.appeal_id AND own.round = 1 AND own.unit_code = entry.unit_code AND own.fact = 'RATED')
  AND EXISTS (
    SELECT 1 FROM unit_appeal_entry bad
    WHERE bad.appeal_id = entry.appeal_id AND bad.round = 2 AND bad.unit_code = entry.unit_code AND bad.fact = 'RATED'
      AND (bad.figure = 'RATED_NOT' OR bad.figure = 'STARS_SUM' AND bad.quantity < 3));
UPDATE unit_appeal_entry entry SET round = round - 1
WHERE fact = 'RATED' AND round = 3 AND NOT EXISTS (
    SELECT 1 FROM unit_appeal_entry own
    WHERE own.appeal_id = entry.appeal_id AND own.round = 2 AND own.unit_code = entry.unit_code AND own.fact = 'RATED')
  AND EXISTS (
    SELECT 1 FROM unit_appeal_entry bad
    WHERE bad.appeal_id = entry.appeal_id AND bad.round = 3 AND bad.unit_code = entry.unit_code AND bad.fact = 'RATED'
      AND (bad.figure = 'RATED_NOT' OR bad.figure = 'STARS_SUM' AND bad.quantity < 3));
