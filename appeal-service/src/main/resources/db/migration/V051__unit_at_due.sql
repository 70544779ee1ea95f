-- Who answered for the appeal at the due of a breach; NULL: no unit had it, so that the dispatch centre answers for it. A breach of
-- before is a fact and stays as it was written: of it this column says nothing, and its assignments tell.
ALTER TABLE breach ADD COLUMN unit_at_due text;
