-- A number that was filed with blanks or invisible marks around it is found by its one spelling from now on. Where that
-- spelling is taken, by an appeal of its own, the number stays as it was sent.
WITH spelled AS (
    SELECT id,
           btrim(regexp_replace(normalize(source_system, NFKC), '[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u2800\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\uffa0\u3164]', '', 'g'),
                   E' \t\n\x0b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') AS system,
           btrim(regexp_replace(normalize(external_id, NFKC), '[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u2800\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\uffa0\u3164]', '', 'g'),
                   E' \t\n\x0b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') AS number
      FROM appeal
     WHERE external_id IS NOT NULL
), first_of AS (
    SELECT DISTINCT ON (system, number) id, system, number FROM spelled ORDER BY system, number, id
)
UPDATE appeal
   SET source_system = first_of.system, external_id = first_of.number
  FROM first_of
 WHERE appeal.id = first_of.id
   AND (appeal.source_system, appeal.external_id) <> (first_of.system, first_of.number)
   AND first_of.system <> '' AND first_of.number <> ''
   AND NOT EXISTS (SELECT FROM appeal other
                    WHERE other.source_system = first_of.system AND other.external_id = first_of.number);
