-- Whose members may not do it: the teams that gain by it.
ALTER TABLE task ADD COLUMN except_teams text[] NOT NULL DEFAULT '{}';
GRANT UPDATE (except_teams) ON task TO ${app};
