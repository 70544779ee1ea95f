-- A number that was imported with blanks or invisible marks around it is found by its one spelling from now on. Where that
-- spelling is taken, by a project of its own, the number stays as it was.
WITH spelled AS (
    SELECT id, district,
           btrim(regexp_replace(normalize(external_id, NFKC), '[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u2800\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\uffa0\u3164]', '', 'g'),
                   E' \t\n\x0b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') AS number
      FROM project
     WHERE external_id IS NOT NULL
), first_of AS (
    SELECT DISTINCT ON (district, number) id, district, number FROM spelled ORDER BY district, number, id
)
UPDATE project
   SET external_id = first_of.number
  FROM first_of
 WHERE project.id = first_of.id
   AND project.external_id <> first_of.number
   AND first_of.number <> ''
   AND NOT EXISTS (SELECT FROM project other
                    WHERE other.district = first_of.district AND other.external_id = first_of.number);
