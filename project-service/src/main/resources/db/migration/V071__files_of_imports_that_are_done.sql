-- What V070 deletes from now on, for imports of before; on its own, because nobody waits for a lock meanwhile.
DELETE FROM import_file f USING import_job j WHERE j.id = f.job_id AND j.status = 'DONE';
