-- Whose people neither do it nor see it: the units that the subject is about.
ALTER TABLE task ADD COLUMN except_units text[] NOT NULL DEFAULT '{}';
GRANT UPDATE (except_units) ON task TO ${app};
