-- What lists are searched by: each text in its one spelling, which the service makes. It stands in a table of its own, because an item
-- changes often and its text seldom.

-- each pair of neighbouring characters as one number
CREATE FUNCTION text_pairs(value text) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 1000 AS
$$
    SELECT coalesce(array_agg((ascii(first)::bigint << 21) | ascii(second)), '{}')
    FROM (SELECT string_to_array(value, NULL) AS characters) AS split,
         unnest(characters, characters[2:]) AS pair (first, second)
    WHERE second IS NOT NULL
$$;

CREATE TABLE search_text (
    id      uuid     NOT NULL,
    list    text     NOT NULL,
    -- the hash of the text: whoever changes that without its key is found out
    made_of bigint   NOT NULL,
    -- 0: the key is to be made
    form    smallint NOT NULL DEFAULT 0,
    key     text     NOT NULL DEFAULT '',
    CONSTRAINT search_text_pk PRIMARY KEY (id)
) WITH (
    -- a search reads few rows, and starting workers for them takes longer
    parallel_workers = 0
);
CREATE INDEX search_text_to_make ON search_text (list, id) WHERE form = 0;
-- what waits to be sorted in is read by every search, and one change sorts it in
CREATE INDEX search_text_pairs ON search_text USING gin (text_pairs(key)) WITH (gin_pending_list_limit = 256);
-- the search decides itself when to ask the index; the pairs of a sample take long to count
ALTER INDEX search_text_pairs ALTER COLUMN 1 SET STATISTICS 0;

-- At the end of a transaction: a text whose key was not made of it is one to be made.
CREATE FUNCTION search_text_changed(item uuid, item_list text, item_text text) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    -- by the key alone: a plan that was made for an empty table would read a full one from end to end
    INSERT INTO search_text (id, list, made_of) VALUES (item, item_list, hashtextextended(item_text, 0))
    ON CONFLICT (id) DO UPDATE SET made_of = EXCLUDED.made_of, form = 0, key = ''
     WHERE search_text.made_of <> EXCLUDED.made_of;
END
$$;
GRANT SELECT, INSERT, UPDATE ON search_text TO ${app};
GRANT EXECUTE ON FUNCTION text_pairs(text), search_text_changed(uuid, text, text) TO ${app};
