-- Projects and investors are searched by the keys of their texts. The release before goes on with bigrams(…), and the service makes
-- the keys of what is there.
CREATE FUNCTION project_search_text() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM search_text_changed(NEW.id, 'project', NEW.search_text);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER project_search_text_new AFTER INSERT ON project
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION project_search_text();
CREATE CONSTRAINT TRIGGER project_search_text_changed AFTER UPDATE ON project
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.search_text IS DISTINCT FROM NEW.search_text) EXECUTE FUNCTION project_search_text();

CREATE FUNCTION investor_search_text() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM search_text_changed(NEW.id, 'investor', NEW.name);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER investor_search_text_new AFTER INSERT ON investor
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION investor_search_text();
CREATE CONSTRAINT TRIGGER investor_search_text_changed AFTER UPDATE ON investor
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION investor_search_text();

INSERT INTO search_text (id, list, made_of) SELECT id, 'project', hashtextextended(search_text, 0) FROM project;
INSERT INTO search_text (id, list, made_of) SELECT id, 'investor', hashtextextended(name, 0) FROM investor;

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
