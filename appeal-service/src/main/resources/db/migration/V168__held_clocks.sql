-- A co-task whose unit objects stands still until the centre has ruled, also where the appeal goes on.
ALTER TABLE deadline_clock ADD COLUMN held boolean NOT NULL DEFAULT false;
