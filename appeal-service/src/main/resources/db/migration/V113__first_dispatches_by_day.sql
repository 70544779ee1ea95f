-- The hit rate of the dispatch directory looks at first dispatches of some weeks.
CREATE INDEX assignment_first ON assignment (assigned_at, appeal_id) WHERE seq = 1;
