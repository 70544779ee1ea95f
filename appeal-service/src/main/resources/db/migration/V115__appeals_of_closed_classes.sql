-- Open appeals of special classes that are closed go on to whoever follows: the sweep looks at them once more.
INSERT INTO class_change (class_id, subject_version)
SELECT class_id, subject_version FROM known_special_class WHERE NOT open
ON CONFLICT DO NOTHING;
