-- An answer that has expired is replaced by the next one in the same statement.
GRANT UPDATE (request_hash, answer, recorded_at) ON idempotency TO ${app};
