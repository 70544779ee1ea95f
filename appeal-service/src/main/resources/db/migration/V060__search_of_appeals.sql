-- Appeals are searched by the keys of their texts. The release before goes on with bigrams(search_text), and the service makes the
-- keys of what is there.
CREATE FUNCTION appeal_search_text() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM search_text_changed(NEW.id, 'appeal', NEW.search_text);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER appeal_search_text_new AFTER INSERT ON appeal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION appeal_search_text();
CREATE CONSTRAINT TRIGGER appeal_search_text_changed AFTER UPDATE ON appeal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.search_text IS DISTINCT FROM NEW.search_text) EXECUTE FUNCTION appeal_search_text();

INSERT INTO search_text (id, list, made_of) SELECT id, 'appeal', hashtextextended(search_text, 0) FROM appeal;

-- the same pairs, without counting to each of them from the start of the text
CREATE OR REPLACE FUNCTION bigrams(value text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$
    SELECT CASE WHEN length(value) < 2 THEN ARRAY[lower(value)]
                ELSE (SELECT array_agg(DISTINCT first || second)
                      FROM (SELECT string_to_array(lower(value), NULL) AS characters) AS split,
                           unnest(characters, characters[2:]) AS pair (first, second)
                      WHERE second IS NOT NULL) END
$$;
